import { type StandingView, supervision } from '@mingfu/contract'
import { useState } from 'react'
import { useCall } from '../session/use-call.ts'
import { Button, Card, Flex, PageHead, QueryTable, Statistic, Tag } from '../ui/index.ts'
import { IssueOrderDialog } from './issue-order-dialog.tsx'
import { useYear, YearChoice } from './year-choice.tsx'
import './oversight.css'

const REPORTS = { none: '未编制', draft: '编制中', published: '已发布' } as const

/** 监督总览: how the agencies below stand; counts only. */
export default function StandingsPage() {
  const year = useYear()
  const standings = useCall(supervision.standings, { query: { year } })
  const [to, setTo] = useState<StandingView>()
  const all = standings.data ?? []
  const sum = (of: (one: StandingView) => number) => all.reduce((total, one) => total + of(one), 0)
  return (
    <>
      <PageHead title="监督总览" note="下级机关依申请公开的办理情况，随时更新。" actions={<YearChoice />} />
      <div className="figures">
        {(
          [
            ['下级机关', all.length],
            ['收到申请', sum(({ received }) => received)],
            ['在办', sum(({ open }) => open)],
            ['逾期', sum(({ overdue }) => overdue)],
            ['被纠正的复议、诉讼', sum(({ corrected }) => corrected)],
            ['未办结的督办', sum(({ openOrders }) => openOrders)],
          ] as const
        ).map(([title, value]) => (
          <Card key={title} size="small">
            <Statistic title={title} value={value} />
          </Card>
        ))}
      </div>
      <QueryTable
        query={standings}
        rows={standings.data}
        rowKey={({ agencyId }) => agencyId}
        empty="没有下级机关"
        columns={[
          { title: '机关', cell: ({ shortName }) => shortName },
          { title: '收到', align: 'right', cell: ({ received }) => received },
          { title: '在办', align: 'right', cell: ({ open }) => open },
          {
            title: '逾期',
            align: 'right',
            cell: ({ overdue }) => (overdue === 0 ? 0 : <Tag color="error">{overdue}</Tag>),
          },
          { title: '按期办结', align: 'right', cell: ({ inTime, concluded }) => rateText(inTime, concluded) },
          {
            title: '复议诉讼',
            align: 'right',
            cell: ({ disputes, corrected }) => `${disputes}（纠正${corrected}）`,
          },
          { title: `${year - 1}年度报告`, cell: ({ reportState }) => REPORTS[reportState] },
          { title: '督办', align: 'right', cell: ({ openOrders }) => openOrders },
          {
            title: '办理',
            cell: (one) => (
              <Flex>
                <Button size="small" onClick={() => setTo(one)}>
                  督办
                </Button>
              </Flex>
            ),
          },
        ]}
      />
      {to === undefined ? null : (
        <IssueOrderDialog
          initial={{ toAgencyId: to.agencyId, ...(to.overdue > 0 ? { ground: 'overdue' } : {}) }}
          onClose={() => setTo(undefined)}
        />
      )}
    </>
  )
}

/** Nothing concluded has no rate. */
function rateText(inTime: number, concluded: number): string {
  return concluded === 0 ? '—' : `${inTime}/${concluded}（${Math.round((inTime / concluded) * 100)}%）`
}
