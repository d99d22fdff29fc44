import { disclosure, type LedgerRowView } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { urlOf } from '../session/call.ts'
import { useCall } from '../session/use-call.ts'
import { useSession } from '../session/use-session.ts'
import {
  Button,
  type Column,
  dayText,
  Flex,
  momentText,
  PageHead,
  QueryTable,
  Select,
  Spin,
  Tag,
} from '../ui/index.ts'

const COLUMNS: readonly Column<LedgerRowView>[] = [
  { title: '标题', cell: ({ documentId, title }) => <Link to={`/disclosure/${documentId}`}>{title}</Link> },
  {
    title: '索引号',
    cell: ({ indexNumber, documentNumber }) => [indexNumber, documentNumber].filter(Boolean).join('　'),
  },
  { title: '公开时限', cell: ({ publishDueOn }) => dayText(publishDueOn) },
  { title: '发布时间', cell: (row) => <Published {...row} /> },
  { title: '拟稿', cell: ({ drafter }) => drafter },
  { title: '审查', cell: ({ reviewer, reviewForm }) => [reviewer, reviewForm].filter(Boolean).join('　') },
  { title: '签发', cell: ({ approver }) => approver },
  { title: '发布', cell: ({ publisher }) => publisher },
]

/** 发布台账 of a year: each release with the four hands that it went through. */
export default function LedgerPage() {
  const { data: me } = useSession()
  if (me === undefined) return <Spin />
  return <Ledger thisYear={Number(me.today.slice(0, 4))} />
}

function Ledger({ thisYear }: { thisYear: number }) {
  const [year, setYear] = useState(thisYear)
  const ledger = useCall(disclosure.ledger, { params: { year } })
  const years = Array.from({ length: thisYear - 2007 }, (_, ago) => thisYear - ago)
  return (
    <>
      <PageHead
        title="发布台账"
        note={`${year}年发布${ledger.data?.length ?? 0}条`}
        actions={
          <>
            <Select
              aria-label="年度"
              value={year}
              onChange={setYear}
              options={years.map((value) => ({ value, label: `${value}年` }))}
            />
            <Button href={urlOf(disclosure.ledgerFile, { params: { year } })}>导出台账</Button>
          </>
        }
      />
      <QueryTable
        query={ledger}
        rows={ledger.data}
        rowKey={({ documentId }) => documentId}
        columns={COLUMNS}
        empty="这一年没有发布政府信息。"
      />
    </>
  )
}

function Published({ publishedAt, publishDueOn, withdrawnAt }: LedgerRowView) {
  return (
    <Flex wrap gap={4}>
      <span>{momentText(publishedAt)}</span>
      {isLate(publishedAt, publishDueOn) ? <Tag color="error">超过时限</Tag> : null}
      {withdrawnAt === null ? null : <Tag color="warning">已撤下</Tag>}
    </Flex>
  )
}

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

function isLate(publishedAt: string, dueOn: string | null): boolean {
  return dueOn !== null && DAY.format(new Date(publishedAt)) > dueOn
}
