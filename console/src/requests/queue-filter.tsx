import { requests } from '@mingfu/contract'
import { useState } from 'react'
import type { CallInput } from '../session/call.ts'
import { useCall } from '../session/use-call.ts'
import { useSession } from '../session/use-session.ts'
import { Badge, Button, Flex, Input, Select } from '../ui/index.ts'
import { STATE_OPTIONS } from './words.ts'

export type QueueFilter = Omit<NonNullable<CallInput<typeof requests.list>['query']>, 'after' | 'limit'>

type Props = Readonly<{ filter: QueueFilter; onChange: (filter: QueueFilter) => void }>

/** What waits for whom, as buttons with their numbers, and a search. */
export function QueueFilters({ filter, onChange }: Props) {
  const { data: me } = useSession()
  const counts = useCall(requests.counts).data
  const [text, setText] = useState(filter.text ?? '')
  const mine = me?.staffId
  const views: readonly Readonly<{ label: string; count?: number | undefined; filter: QueueFilter }>[] = [
    { label: '在办', count: counts?.open, filter: { group: 'open' } },
    { label: '已逾期', count: counts?.overdue, filter: { group: 'open', due: 'overdue' } },
    { label: '五个工作日内到期', count: counts?.dueSoon, filter: { group: 'open', due: 'soon' } },
    ...(mine === undefined
      ? []
      : [{ label: '我经办的', count: counts?.mine, filter: { group: 'open', handlerId: mine } as const }]),
    { label: '待签发', count: counts?.toApprove, filter: { group: 'open', state: 'decision-drafted' } },
    { label: '待送达', count: counts?.toServe, filter: { group: 'open', state: 'decision-approved' } },
    { label: '已送达待归档', filter: { group: 'served' } },
    { label: '已办结', filter: { group: 'ended' } },
    { label: '全部', filter: { group: 'all' } },
  ]
  const { text: _text, ...chosen } = filter
  return (
    <Flex vertical gap="small" className="below">
      <Flex wrap gap="small" role="group" aria-label="按办理情况筛选">
        {views.map((view) => {
          const current = JSON.stringify(view.filter) === JSON.stringify(chosen)
          return (
            <Button
              key={view.label}
              type={current ? 'primary' : 'default'}
              aria-pressed={current}
              onClick={() => onChange(withText(view.filter, text))}
            >
              {view.label}
              {view.count === undefined ? null : (
                <Badge count={view.count} color="#5a676e" showZero={false} />
              )}
            </Button>
          )
        })}
      </Flex>
      <Flex wrap gap="small">
        <Input.Search
          allowClear
          enterButton
          className="queue-search"
          aria-label="申请编号或者申请内容"
          placeholder="申请编号、申请内容"
          value={text}
          onChange={({ target }) => setText(target.value)}
          onSearch={(said) => onChange(withText(chosen, said))}
        />
        <Select
          allowClear
          className="filter"
          aria-label="状态"
          placeholder="全部状态"
          options={STATE_OPTIONS}
          value={filter.state ?? null}
          onChange={(state: QueueFilter['state'] | null) =>
            onChange(withText(state ? { group: 'all', state } : { group: 'open' }, text))
          }
        />
      </Flex>
    </Flex>
  )
}

function withText(filter: QueueFilter, text: string): QueueFilter {
  const said = text.trim()
  return said === '' ? filter : { ...filter, text: said }
}
