import { addMonths, type PlainDate, plainDate, yearOf } from '../plain-date.ts'
import { UPDATE_PERIODS, type UpdatePeriod } from './catalogue-id.ts'
import type { DeadlineLimit } from './deadline-rule.ts'
import type { CatalogueEntry } from './standard-catalogue.ts'
import { freshnessOf, type UpdateClass } from './update-class.ts'

/** 公开事项的情况, worst first. */
export const DUTY_STATES = {
  'plan-missed': '计划已过期',
  missing: '缺项',
  stale: '更新超期',
  ageing: '即将超期',
  planned: '已列计划',
  fresh: '正常',
  optional: '可以不公开',
} as const satisfies Record<string, string>

export type DutyState = keyof typeof DUTY_STATES

/** What an entry of the catalogue asks for. */
export type DutyAsked = Readonly<{
  updateClass: UpdateClass
  period: UpdatePeriod | null
  deadlineLimit: DeadlineLimit | null
  isMandatory: boolean
  mode: CatalogueEntry['mode']
}>

/** What is held for an entry: items that hold today, when the newest came out, and what is promised. */
export type DutyFacts = Readonly<{ items: number; newestOn: PlainDate | null; plannedOn: PlainDate | null }>

export type Duty = Readonly<{ state: DutyState; dueOn: PlainDate | null }>

/** 覆盖和更新: a duty without a current item is missing, one whose newest item is too old is stale. */
export function dutyState(
  entry: DutyAsked,
  { items, newestOn, plannedOn }: DutyFacts,
  today: PlainDate,
): Duty {
  if (items === 0) {
    if (plannedOn !== null) return { state: plannedOn < today ? 'plan-missed' : 'planned', dueOn: plannedOn }
    const owed = entry.isMandatory && entry.mode === 'proactive'
    return { state: owed ? 'missing' : 'optional', dueOn: null }
  }
  const { updateClass } = entry
  const nextDueOn = newestOn === null ? null : nextOf(entry, newestOn)
  const { state, freshThrough } = freshnessOf({ updateClass, items, newestOn, nextDueOn }, today)
  return { state: state === 'blank' ? 'missing' : state, dueOn: freshThrough }
}

/** 定期发布: by the day that the catalogue names, otherwise one period after the last. */
function nextOf(
  { deadlineLimit, period }: Pick<DutyAsked, 'period' | 'deadlineLimit'>,
  newestOn: PlainDate,
): PlainDate | null {
  if (deadlineLimit?.unit === 'fixed-date') {
    return plainDate(yearOf(newestOn) + 1, deadlineLimit.month, deadlineLimit.day)
  }
  return period === null ? null : addMonths(newestOn, UPDATE_PERIODS[period].months)
}
