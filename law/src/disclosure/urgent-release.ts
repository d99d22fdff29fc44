import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { type Citation, cite, citeItem } from '../citation.ts'
import type { PlainDate } from '../plain-date.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'

/** 应急发布的事由: what cannot wait for every level. Nothing else is released before its review. */
export const URGENT_GROUNDS = {
  warning: { label: '突发公共事件预警', basis: citeItem('regulation', 20, 12) },
  response: { label: '突发公共事件应对情况', basis: citeItem('regulation', 20, 12) },
  clarification: {
    label: '澄清影响社会稳定、扰乱社会秩序的虚假或者不完整信息',
    basis: cite('regulation', 6),
  },
} as const satisfies Record<string, { label: string; basis: Citation }>

export type UrgentGround = keyof typeof URGENT_GROUNDS

/** 先发后审: the levels that were passed over are made up within so many working days; an organ may ask for less. */
export const LATER_REVIEW: Readonly<{ usual: number; atMost: number; basis: Citation }> = {
  usual: 1,
  atMost: 3,
  basis: cite('regulation', 17),
}

/** 补审期限: the last day for the levels that were passed over. */
export function laterReviewDue(
  releasedOn: PlainDate,
  workingDays: number,
  calendar: WorkingCalendar,
): PlainDate {
  return calendar.addWorkingDays(releasedOn, Math.min(workingDays, LATER_REVIEW.atMost))
}

/** Families of findings that stop an urgent release whatever the reason: 个人信息, 密级标志. */
const NEVER_WAIVED = ['PUB-60', 'PUB-61', 'PUB-62', 'PUB-63', 'PUB-64', 'PUB-65', 'PUB-67']

type Finding = Readonly<{ rule: string; level: 'veto' | 'block' | 'warn'; message: string; where: string }>

/** Whether what the automatic check found lets something out at once: personal data and secret marks never do. */
export function mayGoOutAtOnce(findings: readonly Finding[]): Ruling<void> {
  const stops = findings.find(
    ({ rule, level }) => level === 'veto' || (level === 'block' && NEVER_WAIVED.includes(rule)),
  )
  if (stops === undefined) return grant(undefined)
  const reason = `发布前检查：${stops.where}${stops.message}。应急发布也不能放行，请先处理`
  return refuse('screening-stops-urgent', reason, LATER_REVIEW.basis)
}
