import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { type Citation, cite, citeItem } from '../citation.ts'
import type { PlainDate } from '../plain-date.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'
import type { ContentKind } from './content-kind.ts'
import { urgentGateOf } from './urgent-gate.ts'

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

type Finding = Readonly<{ rule: string; level: 'veto' | 'block' | 'warn'; message: string; where: string }>

/** Whether what the automatic check found lets something out at once: only what a gate leaves to the later review does. */
export function mayGoOutAtOnce(findings: readonly Finding[]): Ruling<void> {
  const stops = findings.find(
    ({ rule, level }) =>
      level === 'veto' || (level === 'block' && (urgentGateOf(rule)?.waits ?? 'never') === 'never'),
  )
  if (stops === undefined) return grant(undefined)
  const reason = `发布前检查：${stops.where}${stops.message}。应急发布也不能放行，请先处理`
  return refuse('screening-stops-urgent', reason, urgentGateOf(stops.rule)?.basis[0] ?? LATER_REVIEW.basis)
}

/** 规章 is decided in a meeting and comes out by an order; no hurry takes the place of that. */
export function kindMayGoOutAtOnce(kind: ContentKind): Ruling<void> {
  if (kind !== 'regulation') return grant(undefined)
  return refuse(
    'rule-not-urgent',
    '规章应当经会议决定、签署命令公布，不能应急发布；紧急的措施请以通告、决定发布',
    cite('rule-making-regulation', 29),
  )
}
