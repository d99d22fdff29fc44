import { retention } from '@mingfu/contract'
import { citationText, RETENTION, RETENTION_ENDS, type Retention, type RetentionKey } from '@mingfu/law'
import type { AnswerOf } from '../session/call.ts'
import { useCall } from '../session/use-call.ts'
import { Card, type Column, Flex, momentText, PageHead, QueryTable, Tag, Typography } from '../ui/index.ts'

type Shown = AnswerOf<typeof retention.show>
type Line = Shown['lines'][number]
type Run = Shown['runs'][number]

const COLOURS = { kept: 'success', deleted: 'warning', erased: 'warning', operator: 'default' } as const
const rowOf = (key: RetentionKey): Retention => RETENTION[key]

const COLUMNS: readonly Column<Line>[] = [
  {
    title: '内容',
    cell: ({ key }) => (
      <Flex vertical>
        <span>{rowOf(key).what}</span>
        <Typography.Text type="secondary">{rowOf(key).holds}</Typography.Text>
      </Flex>
    ),
  },
  { title: '保存期限', cell: ({ key }) => rowOf(key).period, width: 240 },
  {
    title: '到期以后',
    cell: ({ key }) => <Tag color={COLOURS[rowOf(key).end]}>{RETENTION_ENDS[rowOf(key).end]}</Tag>,
    width: 170,
  },
  {
    title: '依据',
    cell: ({ key }) =>
      rowOf(key)
        .basis.map((one) => citationText(one))
        .join('、'),
    width: 300,
  },
  { title: '现在到期', cell: ({ due }) => (due === null ? '—' : `${due}件`), width: 104, align: 'right' },
]

const RUNS: readonly Column<Run>[] = [
  { title: '时间', cell: ({ at }) => momentText(at), width: 220 },
  {
    title: '清除',
    cell: ({ removed }) =>
      Object.entries(removed)
        .map(([key, count]) => `${key in RETENTION ? rowOf(key as RetentionKey).what : key}${count}件`)
        .join('、'),
  },
]

/** 保存期限: what is kept how long and why, what is due, and what was removed. */
export default function RetentionPage() {
  const shown = useCall(retention.show)
  return (
    <>
      <PageHead
        title="保存期限"
        note="每天凌晨清除到期的个人信息；案卷、公开的信息和审计日志，本系统从不删除。"
      />
      <Flex vertical gap="large">
        <QueryTable
          query={shown}
          rows={shown.data?.lines}
          columns={COLUMNS}
          rowKey={({ key }) => key}
          empty="没有保存期限。"
        />
        <Card title="清除的记录">
          <QueryTable
            query={shown}
            rows={shown.data?.runs}
            columns={RUNS}
            rowKey={({ at }) => at}
            empty="还没有到期清除过。"
          />
        </Card>
      </Flex>
    </>
  )
}
