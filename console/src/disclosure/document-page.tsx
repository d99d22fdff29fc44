import { type DocumentFileView, disclosure } from '@mingfu/contract'
import { WITHDRAWAL_REASONS } from '@mingfu/law'
import { Link, useParams } from '@tanstack/react-router'
import { useCall } from '../session/use-call.ts'
import { Alert, Card, dayText, ErrorNote, Flex, momentText, PageHead, Spin, Tabs } from '../ui/index.ts'
import { Attachments } from './attachments.tsx'
import { ReceiptsCard } from './channels/receipts-card.tsx'
import { OutdatedNote } from './channels/replace-dialog.tsx'
import { ConsultationsCard } from './consult-dialogs.tsx'
import { FormFacts } from './content-form/form-facts.tsx'
import { DocumentActions } from './document-actions.tsx'
import { DocumentHeader } from './document-header.tsx'
import { EventTimeline } from './event-timeline.tsx'
import { FindingList } from './finding-list.tsx'
import { LevelRecords } from './level-records.tsx'
import { OfficialText } from './official-text.tsx'
import { PlacementsCard } from './placements-card.tsx'
import { RelationsCard, ValidityQuestions } from './relation-dialogs.tsx'
import { ReviewRecords } from './review-records.tsx'
import { StateTag } from './state-tag.tsx'
import { VersionsCard } from './versions-card.tsx'

/** 一条政府信息: as readers will see it, with its whole course, and what this person may do now. */
export default function DocumentPage() {
  const { documentId } = useParams({ strict: false }) as { documentId: string }
  const document = useCall(disclosure.get, { params: { documentId } })
  if (document.error !== null) return <ErrorNote error={document.error} />
  if (document.data?.documentId !== documentId) return <Spin />
  return <Document file={document.data} />
}

function Document({ file }: { file: DocumentFileView }) {
  return (
    <>
      <PageHead
        title={file.content.title}
        back={<Link to="/disclosure">政府信息</Link>}
        note={<StateTag {...file} />}
        actions={<DocumentActions file={file} />}
      />
      <Notices file={file} />
      <Tabs
        items={[
          { key: 'text', label: '内容', children: <Content file={file} /> },
          { key: 'levels', label: '审核', children: <LevelRecords file={file} /> },
          { key: 'events', label: '经过', children: <EventTimeline events={file.events} /> },
          {
            key: 'reviews',
            label: `保密审查（${file.reviews.length}）`,
            children: <ReviewRecords reviews={file.reviews} />,
          },
        ]}
      />
    </>
  )
}

function Content({ file }: { file: DocumentFileView }) {
  return (
    <Flex vertical gap="middle">
      <Card>
        <DocumentHeader file={file} />
      </Card>
      <FormFacts file={file} />
      <Card>
        <OfficialText
          title={file.content.title}
          html={file.content.html}
          attribute={file.content.attribute}
        />
      </Card>
      <Attachments file={file} />
      <ConsultationsCard file={file} />
      {file.correctsId === null ? <PlacementsCard file={file} /> : null}
      {file.publishedAt === null ? null : <ReceiptsCard file={file} />}
      <VersionsCard file={file} />
      <RelationsCard file={file} />
    </Flex>
  )
}

/** What stands in the way, and what became of it. */
function Notices({ file }: { file: DocumentFileView }) {
  const { state, faults, findings, withdrawnAt, withdrawalReason, withdrawalNote, events } = file
  const drafting = state === 'draft' || state === 'returned'
  const returned = state === 'returned' ? events.findLast(({ kind }) => kind === 'returned') : undefined
  return (
    <Flex vertical gap="small" className="below">
      {returned === undefined ? null : (
        <Alert
          type="warning"
          showIcon
          title={`${returned.actor}退回：${String(returned.facts.reason ?? '')}`}
          description="修改后重新提交审查。"
        />
      )}
      <ValidityQuestions file={file} />
      {state === 'published' && file.correctedAt !== null ? (
        <OutdatedNote documentId={file.documentId} />
      ) : null}
      {file.correctsId === null ? null : (
        <Alert
          type="info"
          showIcon
          title={
            <>
              这是<Link to={`/disclosure/${file.correctsId}`}>已发布信息</Link>
              的更正稿
              {state === 'archived'
                ? '，已经生效。'
                : '。发布后替换原文，地址、索引号和发布时间不变，更正说明公开。'}
            </>
          }
        />
      )}
      {file.openCorrectionId === null ? null : (
        <Alert
          type="info"
          showIcon
          title={
            <>
              有一件<Link to={`/disclosure/${file.openCorrectionId}`}>更正</Link>
              正在办理，发布之前门户仍为现在的内容。
            </>
          }
        />
      )}
      {file.state === 'published' && file.urgent?.laterReviewedAt === null ? (
        <Alert
          type="warning"
          showIcon
          title={`应急发布，应当在${dayText(file.urgent.laterReviewDueOn)}之前补审。`}
        />
      ) : null}
      {drafting && Object.keys(faults).length > 0 ? (
        <Alert
          type="info"
          showIcon
          title="提交审查之前还要补齐："
          description={<Lines of={Object.values(faults)} />}
        />
      ) : null}
      {file.hints.length === 0 || state === 'published' ? null : (
        <Alert type="info" showIcon title="请核对：" description={<Lines of={file.hints} />} />
      )}
      {file.waits.length === 0 ? null : (
        <Alert
          type="info"
          showIcon
          title={state === 'published' ? '补审结束之前还要具备：' : '发布之前还要具备：'}
          description={<Lines of={file.waits.map(({ reason }) => reason)} />}
        />
      )}
      {state !== 'published' && findings.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title="发布前检查发现需要核对的内容："
          description={<FindingList findings={findings} />}
        />
      ) : null}
      {file.state === 'scheduled' && file.publishAt !== null ? (
        <Alert type="info" showIcon title={`定于${momentText(file.publishAt)}发布。`} />
      ) : null}
      {withdrawnAt === null ? null : (
        <Alert
          type="error"
          showIcon
          title={`${momentText(withdrawnAt)} 撤下${withdrawalReason === null ? '' : `，原因：${WITHDRAWAL_REASONS[withdrawalReason]}`}`}
          description={withdrawalNote}
        />
      )}
    </Flex>
  )
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <ul>
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
