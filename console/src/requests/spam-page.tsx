import { requests } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { ActButton } from '../session/act-button.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { dayText, momentText, PageHead, QueryTable } from '../ui/index.ts'

/** 垃圾信息: set aside by a person, kept, and brought back with one act. */
export default function SpamPage() {
  const spam = useCall(requests.listSetAside)
  return (
    <>
      <PageHead
        title="垃圾信息"
        note="由工作人员移入，不在办理队列中，不计入年度报告；恢复后收到申请之日不变。"
        back={<Link to="/requests">申请办理</Link>}
      />
      <QueryTable
        query={spam}
        rows={spam.data}
        rowKey={({ requestId }) => requestId}
        empty="没有垃圾信息"
        columns={[
          {
            title: '编号',
            cell: ({ requestId, number }) => <Link to={`/requests/${requestId}`}>{number}</Link>,
          },
          { title: '内容', cell: ({ asked }) => <span className="detail">{asked.slice(0, 100)}</span> },
          { title: '收到日期', cell: ({ receivedOn }) => dayText(receivedOn) },
          { title: '答复期限', cell: ({ dueOn }) => dayText(dueOn) },
          { title: '移入', cell: ({ at, by, reason }) => `${momentText(at)} ${by}：${reason}` },
          {
            title: '办理',
            cell: ({ requestId }) => (
              <Gate permission="handle-request">
                <ActButton
                  route={requests.restore}
                  input={{ params: { requestId } }}
                  size="small"
                  done="已恢复"
                >
                  恢复
                </ActButton>
              </Gate>
            ),
          },
        ]}
      />
    </>
  )
}
