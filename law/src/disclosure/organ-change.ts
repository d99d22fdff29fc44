import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { cite } from '../citation.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ContentKind } from './content-kind.ts'

/** 机构变动 and what has to say so afterwards: the guide, the organ's profile, the page of its leaders. */
export const ORGAN_CHANGES = {
  organ: { label: '机关名称、职能、机构设置变动', guide: true, kinds: ['organisation'] },
  leaders: { label: '领导成员或者分工变动', guide: false, kinds: ['leaders', 'organisation'] },
  office: { label: '公开机构的名称、地址、电话等变动', guide: true, kinds: ['organisation'] },
} as const satisfies Record<string, { label: string; guide: boolean; kinds: readonly ContentKind[] }>

export type OrganChangeKind = keyof typeof ORGAN_CHANGES

/** 机构变动后更新: guide and pages follow within five working days. */
export const FOLLOW_UP = { workingDays: 5, basis: cite('regulation', 12, 1) } as const

/** The last day on which guide and pages may still show what was. */
export function followUpDue(happenedOn: PlainDate, calendar: WorkingCalendar): PlainDate {
  return calendar.addWorkingDays(happenedOn, FOLLOW_UP.workingDays)
}

/** 机关名称 on a day: the first former name that was still in use then, otherwise the name of today. */
export function organNameOn<Name>(
  current: Name,
  former: readonly Readonly<{ name: Name; usedUntil: PlainDate }>[],
  day: PlainDate,
): Name {
  const then = former
    .filter(({ usedUntil }) => usedUntil >= day)
    .toSorted((a, b) => (a.usedUntil < b.usedUntil ? -1 : 1))[0]
  return then?.name ?? current
}
