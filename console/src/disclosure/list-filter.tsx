import type { disclosure } from '@mingfu/contract'
import { useState } from 'react'
import type { CallInput } from '../session/call.ts'
import { Checkbox, Flex, Input, Select } from '../ui/index.ts'
import './disclosure.css'
import { useColumnOptions } from './use-columns.ts'
import { useKindOptions } from './use-kinds.ts'
import { STATE_OPTIONS } from './words.ts'

export type DocumentFilter = Omit<NonNullable<CallInput<typeof disclosure.list>['query']>, 'cursor' | 'limit'>

/** Filters of the list: text, state, kind, column, and what is late. */
export function ListFilter({
  filter,
  onChange,
}: {
  filter: DocumentFilter
  onChange: (filter: DocumentFilter) => void
}) {
  const columns = useColumnOptions()
  const kinds = useKindOptions()
  const [text, setText] = useState('')
  const set = (change: { [Key in keyof DocumentFilter]?: DocumentFilter[Key] | undefined }) => {
    const entries = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined)
    onChange(Object.fromEntries(entries))
  }
  return (
    <Flex wrap gap="small" align="center" className="below list-filter">
      <Input.Search
        allowClear
        enterButton
        aria-label="标题、发文字号或者索引号"
        placeholder="标题、发文字号、索引号"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onSearch={(title) => set({ title: title.trim() === '' ? undefined : title.trim() })}
      />
      <Select
        allowClear
        aria-label="状态"
        placeholder="全部状态"
        options={STATE_OPTIONS}
        value={filter.state ?? null}
        onChange={(state) => set({ state: state ?? undefined })}
      />
      <Select
        allowClear
        aria-label="内容种类"
        placeholder="全部种类"
        options={kinds}
        value={filter.kind ?? null}
        onChange={(kind) => set({ kind: kind ?? undefined })}
      />
      <Select
        allowClear
        aria-label="目录栏目"
        placeholder="全部栏目"
        options={columns}
        value={filter.nodeId ?? null}
        onChange={(nodeId) => set({ nodeId: nodeId ?? undefined })}
      />
      <Checkbox
        checked={filter.overdue === 'true'}
        onChange={({ target }) => set({ overdue: target.checked ? 'true' : undefined })}
      >
        已超过公开时限
      </Checkbox>
    </Flex>
  )
}
