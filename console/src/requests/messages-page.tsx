import { requests } from '@mingfu/contract'
import { APPLICANT_ACTS } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { useCall } from '../session/use-call.ts'
import { momentText, PageHead, QueryTable } from '../ui/index.ts'

/** 待处理的申请人来信, of all cases. */
export default function MessagesPage() {
  const messages = useCall(requests.waitingMessages)
  return (
    <>
      <PageHead
        title="申请人来信"
        note="申请人在网上提交、需要经办人处理的材料；打开案卷处理。"
        back={<Link to="/requests">申请办理</Link>}
      />
      <QueryTable
        query={messages}
        rows={messages.data}
        rowKey={({ messageId }) => messageId}
        empty="没有待处理的来信"
        columns={[
          {
            title: '申请',
            cell: ({ requestId, number }) => <Link to={`/requests/${requestId}`}>{number}</Link>,
          },
          { title: '事项', cell: ({ kind }) => APPLICANT_ACTS[kind].label },
          { title: '内容', cell: ({ text }) => <span className="detail">{text.slice(0, 120)}</span> },
          { title: '附件', cell: ({ fileIds }) => (fileIds.length === 0 ? '—' : `${fileIds.length}个`) },
          { title: '提交时间', cell: ({ saidAt }) => momentText(saidAt) },
        ]}
      />
    </>
  )
}
