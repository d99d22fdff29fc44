import { type DisputeCaseView, remedies } from '@mingfu/contract'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import {
  Alert,
  Button,
  Card,
  Descriptions,
  dayText,
  ErrorNote,
  Flex,
  PageHead,
  Skeleton,
  Statute,
  Tag,
} from '../ui/index.ts'
import { AmendDialog } from './amend-dialog.tsx'
import { BundlesCard } from './bundles-card.tsx'
import { ClocksCard } from './clocks-card.tsx'
import { ConcludeDialog } from './conclude-dialog.tsx'
import { DisputedCard } from './disputed-card.tsx'
import { LessonCard } from './lesson-card.tsx'
import { OutcomeTag } from './outcome-tag.tsx'
import { StepsCard } from './steps-card.tsx'
import { BLOCKS, nameOf, PROCEDURES, ROLES } from './words.ts'
import './remedies.css'

/** 案件: what is disputed and what is owed at the left, what happened and what is learnt at the right. */
export default function DisputePage() {
  const { disputeId = '' } = useParams({ strict: false }) as { disputeId?: string }
  const query = useCall(remedies.get, { params: { disputeId } })
  if (query.error !== null) return <ErrorNote error={query.error} />
  const file = query.data
  if (file === undefined) return <Skeleton active paragraph={{ rows: 10 }} />
  return (
    <div key={disputeId}>
      <PageHead
        title={nameOf(file.dispute)}
        back={<Link to="/remedies">行政复议、行政诉讼</Link>}
        note={<OutcomeTag of={file.dispute} />}
        actions={<Actions file={file} />}
      />
      {file.dispute.doubts.map(({ text, basis }) => (
        <Alert
          key={text}
          type="warning"
          showIcon
          title={text}
          description={<Statute of={basis} />}
          className="below"
        />
      ))}
      <div className="dispute">
        <div>
          <FactsCard file={file} />
          <ClocksCard clocks={file.clocks} />
          <DisputedCard file={file} />
        </div>
        <div>
          <StepsCard file={file} />
          <BundlesCard file={file} />
          <LessonCard file={file} />
        </div>
      </div>
    </div>
  )
}

function Actions({ file: { dispute, request } }: { file: DisputeCaseView }) {
  const [open, setOpen] = useState<'conclude' | 'amend'>()
  const close = () => setOpen(undefined)
  return (
    <Gate permission="record-dispute">
      <Flex gap="small" wrap>
        {dispute.outcome === null ? (
          <Button type="primary" onClick={() => setOpen('conclude')}>
            登记审结结果
          </Button>
        ) : null}
        <Button onClick={() => setOpen('amend')}>补充、更正登记</Button>
      </Flex>
      {open === 'amend' ? <AmendDialog dispute={dispute} onClose={close} /> : null}
      {open === 'conclude' ? (
        <ConcludeDialog
          dispute={dispute}
          requestVersion={request?.mayBeOrderedAgain ? request.version : undefined}
          onClose={close}
        />
      ) : null}
    </Gate>
  )
}

function FactsCard({ file: { dispute, others } }: { file: DisputeCaseView }) {
  const { block, organ, caseNumber, role, procedure, filedOn, copyReceivedOn, acceptedOn, note } = dispute
  const { concludedOn, resultLabel, resultText } = dispute
  const items = [
    ['类别', BLOCKS[block]],
    [block === 'review' ? '复议机关' : '人民法院', organ],
    ['案号', caseNumber],
    ['本机关的地位', ROLES[role]],
    ['审理程序', PROCEDURES[procedure]],
    [block === 'review' ? '申请日期' : '起诉日期', dayText(filedOn)],
    ['收到副本', copyReceivedOn === null ? '' : dayText(copyReceivedOn)],
    [block === 'review' ? '受理日期' : '立案日期', acceptedOn === null ? '' : dayText(acceptedOn)],
    ['审结', concludedOn === null ? '' : `${dayText(concludedOn)}，${resultLabel}`],
    ['决定、裁判要点', resultText],
    ['备注', note],
  ] as const
  return (
    <Card title="案件">
      <Descriptions
        column={1}
        size="small"
        items={items
          .filter(([, text]) => text !== '')
          .map(([label, text]) => ({ key: label, label, children: <span className="detail">{text}</span> }))}
      />
      {others.length === 0 ? null : (
        <Flex vertical gap={4} className="above">
          <strong>同一争议的其他案件</strong>
          {others.map((other) => (
            <Flex key={other.disputeId} wrap gap="small">
              <Link to={`/remedies/${other.disputeId}`}>{nameOf(other)}</Link>
              <span>{dayText(other.filedOn)}</span>
              <Tag>{other.resultLabel ?? '尚未审结'}</Tag>
            </Flex>
          ))}
        </Flex>
      )}
    </Card>
  )
}
