import { type DisputeView, remedies } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { Button, dayText, Flex, PageHead, QueryTable, Typography } from '../ui/index.ts'
import { AmendDialog } from './amend-dialog.tsx'
import { ConcludeFor } from './conclude-for.tsx'
import { OutcomeTag } from './outcome-tag.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { BLOCKS, nameOf } from './words.ts'

type Dialog = Readonly<{ kind: 'record' } | { kind: 'amend' | 'conclude'; dispute: DisputeView }>

/** 因政府信息公开工作引起的行政复议、行政诉讼, as table four counts them. */
export default function DisputeListPage() {
  const disputes = useCall(remedies.list)
  const [dialog, setDialog] = useState<Dialog>()
  const close = () => setDialog(undefined)
  return (
    <>
      <PageHead
        title="行政复议、行政诉讼"
        note="收到复议答复通知、应诉通知的当日登记；结果登记后计入年度报告表四。"
        actions={
          <Gate permission="record-dispute">
            <Button type="primary" onClick={() => setDialog({ kind: 'record' })}>
              登记案件
            </Button>
          </Gate>
        }
      />
      <QueryTable
        query={disputes}
        rows={disputes.data}
        rowKey={({ disputeId }) => disputeId}
        empty="没有行政复议、行政诉讼案件"
        columns={[
          { title: '案件', cell: (one) => <Link to={`/remedies/${one.disputeId}`}>{nameOf(one)}</Link> },
          { title: '类别', cell: ({ block }) => BLOCKS[block] },
          { title: '申请、起诉日期', cell: ({ filedOn }) => dayText(filedOn) },
          { title: '审理机关', cell: ({ organ }) => organ },
          { title: '关联的申请', cell: RequestLink },
          { title: '期限', cell: Dues },
          { title: '结果', cell: (one) => <OutcomeTag of={one} /> },
          {
            title: '办理',
            cell: (dispute) => (
              <Gate permission="record-dispute">
                <Flex gap="small" wrap>
                  {dispute.outcome === null ? (
                    <Button size="small" onClick={() => setDialog({ kind: 'conclude', dispute })}>
                      登记结果
                    </Button>
                  ) : null}
                  <Button size="small" onClick={() => setDialog({ kind: 'amend', dispute })}>
                    更正
                  </Button>
                </Flex>
              </Gate>
            ),
          },
        ]}
      />
      {dialog?.kind === 'record' ? <RecordDialog suits={disputes.data ?? []} onClose={close} /> : null}
      {dialog?.kind === 'amend' ? <AmendDialog dispute={dialog.dispute} onClose={close} /> : null}
      {dialog?.kind === 'conclude' ? <ConcludeFor dispute={dialog.dispute} onClose={close} /> : null}
    </>
  )
}

function RequestLink({ requestId, requestNumber }: DisputeView) {
  return requestId === null ? '—' : <Link to={`/requests/${requestId}`}>{requestNumber}</Link>
}

/** What is due in an open case, and what does not fit. */
function Dues({ dues, doubts }: DisputeView) {
  return (
    <Flex vertical>
      {dues.map(({ label, dueOn, provisional }) => (
        <span key={label}>
          {label}：{dayText(dueOn)}
          {provisional ? '（暂定）' : ''}
        </span>
      ))}
      {doubts.map(({ text, basis }) => (
        <Typography.Text key={text} type="warning" title={basis}>
          {text}
        </Typography.Text>
      ))}
    </Flex>
  )
}
