import { OPINION_WAY_WORDS, type OpinionCallFile, type OpinionView, opinionCalls } from '@mingfu/contract'
import { OPINION_OUTCOMES, OPINION_SUBJECTS } from '@mingfu/law'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import {
  Button,
  Card,
  Descriptions,
  dayText,
  ErrorNote,
  Flex,
  PageHead,
  QueryTable,
  Skeleton,
  Tag,
  Typography,
} from '../ui/index.ts'
import { CallStateTag } from './call-state-tag.tsx'
import { CancelDialog, ExtendDialog, FinalDialog } from './opinion-call-dialogs.tsx'
import { OpinionSenderDialog, RecordOpinionDialog, WeighDialog } from './opinion-dialogs.tsx'
import { ResultCard } from './result-card.tsx'

type CallAct = 'extend' | 'cancel' | 'final' | 'record'
type Dialog = Readonly<{ kind: CallAct } | { kind: 'weigh' | 'sender'; opinion: OpinionView }>

/** 一次征集: its days, its opinions one by one, and the result. */
export default function OpinionCallPage() {
  const { callId } = useParams({ strict: false }) as { callId: string }
  const file = useCall(opinionCalls.get, { params: { callId } })
  const [dialog, setDialog] = useState<Dialog>()
  if (file.data === undefined) return file.error ? <ErrorNote error={file.error} /> : <Skeleton active />
  const { call, opinions } = file.data
  return (
    <>
      <PageHead
        title={call.title}
        back={<Link to="/feedback/opinion-calls">意见征集</Link>}
        actions={<Acts file={file.data} open={(kind) => setDialog({ kind })} />}
      />
      <Flex vertical gap="large">
        <Facts file={file.data} />
        <QueryTable
          query={file}
          rows={opinions}
          rowKey={({ opinionId }) => opinionId}
          empty="还没有收到意见。"
          columns={[
            {
              title: '条款',
              cell: ({ clause, number }) => (clause === '' ? number : `${clause}　${number}`),
            },
            { title: '意见', cell: Said },
            {
              title: '收到',
              cell: ({ receivedOn, way }) => (
                <>
                  <div>
                    {dayText(receivedOn)}　{OPINION_WAY_WORDS[way]}
                  </div>
                </>
              ),
            },
            { title: '采纳情况', cell: Weighed },
            {
              title: '办理',
              cell: (opinion) => (
                <Gate permission="answer-feedback">
                  <Flex wrap gap="small">
                    {call.state === 'concluded' || call.state === 'cancelled' ? null : (
                      <Button size="small" onClick={() => setDialog({ kind: 'weigh', opinion })}>
                        {opinion.outcome === null ? '写明是否采纳' : '修改'}
                      </Button>
                    )}
                    <Button size="small" onClick={() => setDialog({ kind: 'sender', opinion })}>
                      原文和联系方式
                    </Button>
                  </Flex>
                </Gate>
              ),
            },
          ]}
        />
        <ResultCard file={file.data} />
      </Flex>
      {dialog === undefined ? null : (
        <OpenDialog dialog={dialog} file={file.data} onClose={() => setDialog(undefined)} />
      )}
    </>
  )
}

type Opened = Readonly<{ dialog: Dialog; file: OpinionCallFile; onClose: () => void }>

function OpenDialog({ dialog, file: { call }, onClose }: Opened) {
  switch (dialog.kind) {
    case 'extend':
      return <ExtendDialog call={call} onClose={onClose} />
    case 'cancel':
      return <CancelDialog call={call} onClose={onClose} />
    case 'final':
      return <FinalDialog call={call} onClose={onClose} />
    case 'record':
      return <RecordOpinionDialog callId={call.callId} onClose={onClose} />
    case 'weigh':
      return <WeighDialog opinion={dialog.opinion} onClose={onClose} />
    case 'sender':
      return <OpinionSenderDialog opinion={dialog.opinion} onClose={onClose} />
  }
}

function Acts({ file: { call }, open }: Readonly<{ file: OpinionCallFile; open: (kind: CallAct) => void }>) {
  const { state } = call
  const running = state === 'coming' || state === 'open'
  const owed = state === 'awaiting-result' || state === 'result-overdue'
  return (
    <>
      {running || owed ? (
        <Gate permission="answer-feedback">
          {state === 'coming' ? null : <Button onClick={() => open('record')}>登记来信、座谈意见</Button>}
        </Gate>
      ) : null}
      <Gate permission="publish-document">
        {running ? <Button onClick={() => open('extend')}>延长期限</Button> : null}
        {running || owed ? <Button onClick={() => open('cancel')}>终止</Button> : null}
        {state === 'cancelled' ? null : <Button onClick={() => open('final')}>关联公布的文件</Button>}
      </Gate>
    </>
  )
}

function Facts({ file: { call, draft, final } }: Readonly<{ file: OpinionCallFile }>) {
  return (
    <Card>
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'state', label: '情况', children: <CallStateTag state={call.state} /> },
          { key: 'number', label: '编号', children: call.number },
          { key: 'subject', label: '对象', children: OPINION_SUBJECTS[call.subject].label },
          { key: 'days', label: '期限', children: `${dayText(call.opensOn)}至${dayText(call.closesOn)}` },
          {
            key: 'draft',
            label: '征求意见稿',
            children: <Link to={`/disclosure/${draft.documentId}`}>{draft.title}</Link>,
          },
          { key: 'due', label: '采纳情况', children: `应当在${dayText(call.resultDueOn)}前公布` },
          ...(final === null
            ? []
            : [
                {
                  key: 'final',
                  label: '公布的文件',
                  children: <Link to={`/disclosure/${final.documentId}`}>{final.title}</Link>,
                },
              ]),
          ...(call.shortReason === null
            ? []
            : [{ key: 'short', label: '缩短期限的理由', children: call.shortReason }]),
          ...(call.cancelledFor === null
            ? []
            : [{ key: 'cancelled', label: '终止的理由', children: call.cancelledFor }]),
        ]}
      />
      <Typography.Paragraph type="secondary">{call.explanation}</Typography.Paragraph>
    </Card>
  )
}

function Said({ text, name, contact }: OpinionView) {
  return (
    <>
      <Typography.Paragraph>{text}</Typography.Paragraph>
      <Typography.Text type="secondary">
        {[name, contact].filter((part) => part !== '').join('　')}
      </Typography.Text>
    </>
  )
}

function Weighed({ outcome, gist, reason, weighedBy }: OpinionView) {
  if (outcome === null) return <Tag color="warning">等待研究</Tag>
  return (
    <>
      <Tag color={outcome === 'adopted' ? 'success' : 'default'}>{OPINION_OUTCOMES[outcome].label}</Tag>
      <div>{gist}</div>
      {reason === null ? null : <div>{reason}</div>}
      <Typography.Text type="secondary">{weighedBy}</Typography.Text>
    </>
  )
}
