import { type QueueCountsView, type RequestLineView, requests } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { useCall } from '../session/use-call.ts'
import { Card, type Column, dayText, ErrorNote, Flex, QueryTable, Tag } from '../ui/index.ts'

type Count = Readonly<{
  of: keyof QueueCountsView
  title: string
  search: Readonly<Record<string, string>>
  /** Nothing of it should be there at all. */
  alarming?: boolean
}>

const COUNTS: readonly Count[] = [
  { of: 'overdue', title: '逾期未答复', search: { due: 'overdue' }, alarming: true },
  { of: 'dueSoon', title: '五个工作日内到期', search: { due: 'soon' } },
  { of: 'unconfirmed', title: '待确认收到', search: { state: 'received-unconfirmed' } },
  { of: 'toApprove', title: '待签发', search: { state: 'decision-drafted' } },
  { of: 'toServe', title: '待送达', search: { state: 'decision-approved' } },
  { of: 'open', title: '在办申请', search: {} },
]

/** 申请的待办: how many of each, and the ones whose deadline comes first. */
export function RequestQueue() {
  const counts = useCall(requests.counts)
  const urgent = useCall(requests.list, { query: { group: 'open', limit: 8 } })
  return (
    <section aria-labelledby="request-queue">
      <h2 id="request-queue" className="section-head">
        依申请公开
      </h2>
      <ErrorNote error={counts.error} />
      <ul className="counts">
        {COUNTS.map(({ of, title, search, alarming }) => (
          <li key={of}>
            <Link to="/requests" search={search}>
              <strong className={alarming && (counts.data?.[of] ?? 0) > 0 ? 'alarming' : undefined}>
                {counts.data?.[of] ?? '—'}
              </strong>
              <span>{title}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Card title="期限在前的申请" extra={<Link to="/requests">全部申请</Link>} className="flush">
        <QueryTable
          query={urgent}
          rows={urgent.data?.lines}
          columns={COLUMNS}
          rowKey={({ requestId }) => requestId}
          empty="没有在办的申请。"
        />
      </Card>
    </section>
  )
}

const COLUMNS: readonly Column<RequestLineView>[] = [
  {
    title: '申请编号',
    cell: ({ requestId, number }) => <Link to={`/requests/${requestId}`}>{number}</Link>,
    width: 200,
  },
  { title: '所需信息', cell: ({ asked }) => <span className="two-lines">{asked}</span> },
  { title: '经办人', cell: ({ handler }) => handler ?? '未指定', width: 110 },
  { title: '答复期限', cell: (line) => <Due line={line} />, width: 260 },
]

function Due({ line: { dueOn, provisional, workingDaysLeft } }: { line: RequestLineView }) {
  return (
    <Flex wrap gap="4px 8px">
      <span className="nowrap">{dayText(dueOn)}</span>
      {provisional ? <Tag>暂定</Tag> : null}
      {workingDaysLeft === null ? null : <DaysLeft days={workingDaysLeft} />}
    </Flex>
  )
}

function DaysLeft({ days }: { days: number }) {
  if (days < 0) return <Tag color="error">逾期{-days}个工作日</Tag>
  return <Tag color={days <= 3 ? 'warning' : 'default'}>余{days}个工作日</Tag>
}
