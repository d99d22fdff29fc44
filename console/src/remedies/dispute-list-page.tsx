import { type DisputeView, remedies } from '@mingfu/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../session/call.ts'
import { useMay } from '../session/use-session.ts'
import { Button, ErrorNote, PageHead, Table, type TableColumnsType, Tag } from '../ui/index.ts'
import { ConcludeDialog } from './conclude-dialog.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { BLOCKS, OUTCOMES } from './words.ts'

/** 因政府信息公开工作引起的行政复议、行政诉讼, as table four counts them. */
export default function DisputeListPage() {
  const may = useMay()
  const { disputeId } = useParams({ strict: false }) as { disputeId?: string }
  const disputes = useQuery({ queryKey: ['disputes'], queryFn: () => call(remedies.list) })
  const [recording, setRecording] = useState(false)
  const [concluding, setConcluding] = useState<DisputeView>()
  const columns: TableColumnsType<DisputeView> = [
    { title: '收到日期', dataIndex: 'filedOn' },
    { title: '类别', dataIndex: 'block', render: (block: DisputeView['block']) => BLOCKS[block] },
    { title: '机关或者法院', dataIndex: 'organ', responsive: ['md'] },
    { title: '案号', dataIndex: 'caseNumber', responsive: ['lg'] },
    {
      title: '申请',
      dataIndex: 'requestId',
      responsive: ['md'],
      render: (id: string | null) => (id === null ? '' : <Link to={`/requests/${id}`}>查看</Link>),
    },
    {
      title: '结果',
      render: (_, dispute) =>
        dispute.outcome === null ? (
          may('record-dispute') ? (
            <Button size="small" onClick={() => setConcluding(dispute)}>
              登记结果
            </Button>
          ) : (
            <Tag>尚未审结</Tag>
          )
        ) : (
          <Tag color={dispute.outcome === 'corrected' ? 'warning' : 'default'}>
            {OUTCOMES[dispute.outcome]}
          </Tag>
        ),
    },
  ]
  return (
    <>
      <PageHead
        title="行政复议、行政诉讼"
        note="收到复议答复通知、应诉通知的当日登记；结果登记后计入年度报告表四。"
        actions={
          may('record-dispute') ? (
            <Button type="primary" onClick={() => setRecording(true)}>
              登记案件
            </Button>
          ) : null
        }
      />
      <ErrorNote error={disputes.error} />
      <Table
        rowKey="disputeId"
        columns={columns}
        dataSource={disputes.data ?? []}
        loading={disputes.isPending}
        rowClassName={(dispute) => (dispute.disputeId === disputeId ? 'chosen' : '')}
        locale={{ emptyText: '没有行政复议、行政诉讼案件' }}
      />
      {recording ? <RecordDialog onClose={() => setRecording(false)} /> : null}
      {concluding === undefined ? null : (
        <ConcludeDialog dispute={concluding} onClose={() => setConcluding(undefined)} />
      )}
    </>
  )
}
