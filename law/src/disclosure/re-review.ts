import { type Citation, cite } from '../citation.ts'
import { addMonths, type PlainDate } from '../plain-date.ts'
import type { DisclosureAttribute } from './attribute.ts'

/** 动态调整, 条例 第十八条: what was not opened is looked at again; the law says regularly, the default is a year. */
export const RE_REVIEW: Readonly<{ everyMonths: number; applicationsThatAsk: number; basis: Citation }> = {
  everyMonths: 12,
  applicationsThatAsk: 3,
  basis: cite('regulation', 18),
}

/** Why a look is due: the day has come, or something changed before it. */
export type ReReviewCause = 'due' | 'asked-again' | 'basis-repealed' | 'published-elsewhere'

export const RE_REVIEW_CAUSES = {
  due: '定期评估到期',
  'asked-again': '多次被申请公开',
  'basis-repealed': '不公开的依据已废止或者修改',
  'published-elsewhere': '其他机关已经公开',
} as const satisfies Record<ReReviewCause, string>

export const RE_REVIEW_OUTCOMES = {
  keep: { label: '继续不公开', publishes: false },
  open: { label: '转为主动公开', publishes: true },
  'open-in-part': { label: '区分处理后公开', publishes: true },
} as const

export type ReReviewOutcome = keyof typeof RE_REVIEW_OUTCOMES

export type WithheldFacts = Readonly<{
  attribute: DisclosureAttribute
  reviewedOn: PlainDate
  applications: number
  basisRepealed: boolean
  publishedElsewhere: boolean
}>

/** The next day on which something withheld has to be looked at; null for what is open. */
export function nextReviewOn(
  { attribute, reviewedOn }: Pick<WithheldFacts, 'attribute' | 'reviewedOn'>,
  everyMonths = RE_REVIEW.everyMonths,
): PlainDate | null {
  return attribute === 'proactive' ? null : addMonths(reviewedOn, everyMonths)
}

/** Why an item has to be looked at today; none while it may rest. */
export function reReviewCauses(facts: WithheldFacts, today: PlainDate): readonly ReReviewCause[] {
  const dueOn = nextReviewOn(facts)
  if (dueOn === null) return []
  const holds: Readonly<Record<ReReviewCause, boolean>> = {
    due: dueOn <= today,
    'asked-again': facts.applications >= RE_REVIEW.applicationsThatAsk,
    'basis-repealed': facts.basisRepealed,
    'published-elsewhere': facts.publishedElsewhere,
  }
  return (Object.keys(holds) as ReReviewCause[]).filter((cause) => holds[cause])
}

/** 转为主动公开, 条例 第四十四条第一款: the law says several applicants; a platform may set another number. */
export const PROACTIVE_AFTER: Readonly<{ applicants: number; basis: Citation }> = {
  applicants: 2,
  basis: cite('regulation', 44, 1),
}

/** Whether an item that was given to so many different applicants should be offered to everybody. */
export function suggestsProactive(
  item: Readonly<{ attribute: DisclosureAttribute; distinctApplicantsGranted: number }>,
  applicants = PROACTIVE_AFTER.applicants,
): boolean {
  return item.attribute !== 'proactive' && item.distinctApplicantsGranted >= applicants
}
