import { type AuditEntryView, agencies } from '@mingfu/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../session/call.ts'
import { Button, type Column, Flex, Input, momentText, PageHead, QueryTable, Select } from '../ui/index.ts'
import { AuditDetail } from './audit-detail.tsx'
import { ACTION_OPTIONS, actionText, objectText } from './audit-words.ts'
import { TrailCheck } from './trail-check.tsx'

const COLUMNS: readonly Column<AuditEntryView>[] = [
  { title: '操作', cell: ({ action }) => actionText(action), width: 180 },
  { title: '操作人', cell: ({ actor }) => actor, width: 110 },
  { title: '时间', cell: ({ at }) => momentText(at), width: 190 },
  { title: '序号', cell: ({ seq }) => seq, width: 80, align: 'right' },
  { title: '对象', cell: ({ objectKind }) => objectText(objectKind), width: 110 },
  { title: '来源地址', cell: ({ ip }) => ip ?? '—', width: 140 },
  { title: '内容', cell: ({ detail }) => <AuditDetail detail={detail} /> },
]

const PAGE = 100

/** 审计日志: who did what and when; nobody can change it unnoticed. */
export default function AuditPage() {
  const [action, setAction] = useState<string>()
  const [actor, setActor] = useState('')
  const trail = useInfiniteQuery({
    queryKey: [agencies.listAudit.path, action, actor],
    queryFn: ({ pageParam }) =>
      call(agencies.listAudit, { query: { before: pageParam, action, actor: actor || undefined } }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.seq),
  })
  return (
    <>
      <PageHead
        title="审计日志"
        note="只增不改，每一条以摘要与上一条相连；缺失或者改动都能在核对时发现。"
        actions={<TrailCheck />}
      />
      <Flex gap="small" wrap className="below">
        <Select
          aria-label="操作"
          className="filter"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="全部操作"
          value={action}
          onChange={setAction}
          options={ACTION_OPTIONS}
        />
        <Input.Search
          aria-label="操作人"
          className="filter"
          allowClear
          placeholder="操作人姓名"
          onSearch={(name) => setActor(name.trim())}
        />
      </Flex>
      <QueryTable
        query={trail}
        rows={trail.data?.pages.flat()}
        columns={COLUMNS}
        rowKey={({ seq }) => String(seq)}
        empty="没有符合条件的记录。"
      />
      {trail.hasNextPage ? (
        <Flex justify="center" className="above">
          <Button onClick={() => trail.fetchNextPage()} loading={trail.isFetchingNextPage}>
            更早的记录
          </Button>
        </Flex>
      ) : null}
    </>
  )
}
