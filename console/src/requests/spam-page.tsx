import { requests } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import { Button, Checkbox, dayText, Flex, momentText, PageHead, QueryTable, Tag } from '../ui/index.ts'
import { BulkDialog } from './desk/bulk/bulk-dialog.tsx'
import './requests.css'

/** 垃圾信息: set aside by a person, kept, and brought back with one act. */
export default function SpamPage() {
  const spam = useCall(requests.listSetAside)
  const may = useMay()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [restoring, setRestoring] = useState(false)
  const targets = spam.data?.filter(({ requestId }) => chosen.includes(requestId)) ?? []
  return (
    <>
      <PageHead
        title="垃圾信息"
        note="由工作人员移入，不在办理队列中，不计入年度报告；恢复后收到申请之日不变。"
        back={<Link to="/requests">申请办理</Link>}
      />
      {targets.length === 0 ? null : (
        <Flex gap="small" align="center" className="below">
          <Tag>已选{targets.length}件</Tag>
          <Button size="small" onClick={() => setRestoring(true)}>
            恢复为申请
          </Button>
        </Flex>
      )}
      {restoring ? (
        <BulkDialog
          title="恢复为申请"
          note="恢复后回到办理队列，收到申请之日和答复期限不变。"
          kind="restore"
          initial={{}}
          targets={targets}
          onClose={(changed) => {
            setRestoring(false)
            if (changed) setChosen([])
          }}
        />
      ) : null}
      <QueryTable
        query={spam}
        rows={spam.data}
        rowKey={({ requestId }) => requestId}
        empty="没有垃圾信息"
        columns={[
          {
            title: '编号',
            cell: ({ requestId, number }) => (
              <Flex gap="small">
                {may('handle-request') ? (
                  <Checkbox
                    aria-label={`选择${number}`}
                    checked={chosen.includes(requestId)}
                    onChange={({ target }) =>
                      setChosen(
                        target.checked ? [...chosen, requestId] : chosen.filter((id) => id !== requestId),
                      )
                    }
                  />
                ) : null}
                <Link to={`/requests/${requestId}`}>{number}</Link>
              </Flex>
            ),
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
