import { requests } from '@mingfu/contract'
import { isPlainDate, type PlainDate } from '@mingfu/law'
import { useState } from 'react'
import type { CallInput } from '../session/call.ts'
import { useCall } from '../session/use-call.ts'
import { useSession } from '../session/use-session.ts'
import { Badge, Button, DayField, Flex, Input, Select } from '../ui/index.ts'
import { SavedViews } from './desk/saved-views.tsx'
import { CHANNEL_OPTIONS, CLASS_OPTIONS, OUTCOME_OPTIONS, STATE_OPTIONS } from './words.ts'

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
      : [
          { label: '我经办的', count: counts?.mine, filter: { group: 'open', handlerId: mine } } as const,
          { label: '有我待办事项', count: counts?.tasks, filter: { group: 'all', taskOf: mine } } as const,
        ]),
    { label: '待签发', count: counts?.toApprove, filter: { group: 'open', state: 'decision-drafted' } },
    { label: '待送达', count: counts?.toServe, filter: { group: 'open', state: 'decision-approved' } },
    { label: '已送达待归档', filter: { group: 'served' } },
    { label: '已办结', filter: { group: 'ended' } },
    { label: '全部', filter: { group: 'all' } },
  ]
  const { text: _text, ...chosen } = filter
  const narrow = (by: { [Key in keyof QueueFilter]?: QueueFilter[Key] | undefined }) => {
    const kept = Object.entries({ ...chosen, ...by }).filter(([, value]) => value !== undefined)
    onChange(withText(Object.fromEntries(kept) as QueueFilter, text))
  }
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
        <Choice
          label="状态"
          options={STATE_OPTIONS}
          value={filter.state}
          onChange={(state) => onChange(withText(state ? { group: 'all', state } : { group: 'open' }, text))}
        />
        <Choice
          label="渠道"
          options={CHANNEL_OPTIONS}
          value={filter.channel}
          onChange={(channel) => narrow({ channel })}
        />
        <Choice
          label="申请人类别"
          options={CLASS_OPTIONS}
          value={filter.applicantClass}
          onChange={(applicantClass) => narrow({ applicantClass })}
        />
        <Choice
          label="处理决定"
          options={OUTCOME_OPTIONS}
          value={filter.outcome}
          onChange={(outcome) => narrow({ outcome })}
        />
        <Flex gap={4} align="center" wrap>
          <span>收到日期</span>
          <DayField
            aria-label="收到日期，自"
            value={filter.from ?? ''}
            onChange={({ target }) => narrow({ from: dayOf(target.value) })}
          />
          <span>至</span>
          <DayField
            aria-label="收到日期，至"
            value={filter.to ?? ''}
            onChange={({ target }) => narrow({ to: dayOf(target.value) })}
          />
        </Flex>
      </Flex>
      <SavedViews filter={filter} onChoose={(kept) => onChange({ group: 'open', ...kept } as QueueFilter)} />
    </Flex>
  )
}

type ChoiceProps<Value extends string> = Readonly<{
  label: string
  /** As Select takes them, in groups or not. */
  options: readonly Readonly<{ label: string }>[]
  value: Value | undefined
  onChange: (value: Value | undefined) => void
}>

/** One thing to narrow the queue by; cleared, it narrows nothing. */
function Choice<Value extends string>({ label, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <Select<Value | null>
      allowClear
      className="filter"
      aria-label={label}
      placeholder={`全部${label}`}
      options={[...options]}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  )
}

function withText(filter: QueueFilter, text: string): QueueFilter {
  const said = text.trim()
  return said === '' ? filter : { ...filter, text: said }
}

function dayOf(text: string): PlainDate | undefined {
  return isPlainDate(text) ? text : undefined
}
