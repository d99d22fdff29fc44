import type { DisputeFact, DisputeOutcome } from '../annual-report/counting/disputes.ts'
import { type Citation, cite } from '../citation.ts'
import type { Settings } from '../clock/settings.ts'
import type { DenialCode } from '../decision/content-field.ts'
import type { OutcomeCode } from '../decision/outcome-code.ts'
import type { PlainDate } from '../plain-date.ts'
import { remedyRoute } from './clause.ts'

/** 争议案件: a reconsideration or a lawsuit over a request, as the counting knows it, with what its handling needs. */
export type Dispute = DisputeFact &
  Readonly<{
    requestId: string | null
    /** The day the copy of the application or complaint reached the agency. */
    copyReceivedOn: PlainDate | null
    acceptedOn: PlainDate | null
    /** Reconsideration only: disclosure cases may go the simplified way (行政复议法 Art. 53). */
    procedure: 'ordinary' | 'simplified'
  }>

type ResultRow = Readonly<{ label: string; outcome: DisputeOutcome; basis: Citation }>

/** 复议结果, each with the column of table four that counts it. */
// biome-ignore format: a table
export const REVIEW_RESULTS = {
  upheld:             { label: '维持',                 outcome: 'upheld',    basis: cite('reconsideration', 68) },
  'claim-rejected':   { label: '驳回复议请求',         outcome: 'upheld',    basis: cite('reconsideration', 69) },
  changed:            { label: '变更',                 outcome: 'corrected', basis: cite('reconsideration', 63) },
  revoked:            { label: '撤销或者部分撤销',     outcome: 'corrected', basis: cite('reconsideration', 64) },
  unlawful:           { label: '确认违法',             outcome: 'corrected', basis: cite('reconsideration', 65) },
  'performance-ordered': { label: '责令履行',          outcome: 'corrected', basis: cite('reconsideration', 66) },
  void:               { label: '确认无效',             outcome: 'corrected', basis: cite('reconsideration', 67) },
  'not-accepted':     { label: '不予受理',             outcome: 'other',     basis: cite('reconsideration', 30, 2) },
  'application-rejected': { label: '驳回复议申请',     outcome: 'other',     basis: cite('reconsideration', 33) },
  ended:              { label: '终止（含撤回申请）',   outcome: 'other',     basis: cite('reconsideration', 41) },
  mediated:           { label: '调解',                 outcome: 'other',     basis: cite('reconsideration', 73) },
  settled:            { label: '和解',                 outcome: 'other',     basis: cite('reconsideration', 74) },
} as const satisfies Record<string, ResultRow>

/** 诉讼结果, likewise. */
// biome-ignore format: a table
export const LITIGATION_RESULTS = {
  'claim-rejected':   { label: '驳回诉讼请求',         outcome: 'upheld',    basis: cite('litigation', 69) },
  revoked:            { label: '撤销或者部分撤销',     outcome: 'corrected', basis: cite('litigation', 70) },
  'performance-ordered': { label: '责令履行',          outcome: 'corrected', basis: cite('litigation', 72) },
  'payment-ordered':  { label: '责令给付',             outcome: 'corrected', basis: cite('litigation', 73) },
  unlawful:           { label: '确认违法',             outcome: 'corrected', basis: cite('litigation', 74) },
  void:               { label: '确认无效',             outcome: 'corrected', basis: cite('litigation', 75) },
  changed:            { label: '变更',                 outcome: 'corrected', basis: cite('litigation', 77) },
  'not-filed':        { label: '不予立案',             outcome: 'other',     basis: cite('litigation', 51, 2) },
  'suit-rejected':    { label: '驳回起诉',             outcome: 'other',     basis: cite('litigation-interpretation', 69) },
  withdrawn:          { label: '撤诉',                 outcome: 'other',     basis: cite('litigation', 62) },
  ended:              { label: '终结诉讼',             outcome: 'other',     basis: cite('litigation-interpretation', 88) },
} as const satisfies Record<string, ResultRow>

export type ReviewResult = keyof typeof REVIEW_RESULTS
export type LitigationResult = keyof typeof LITIGATION_RESULTS

/** 值得核对: what does not fit between a dispute, the others of the same request, and the reply it attacks. */
export type DisputeDoubt = Readonly<{ code: string; text: string; basis: Citation }>

export function disputeDoubts(
  dispute: Dispute,
  others: readonly Dispute[],
  reply: Readonly<{
    outcome: OutcomeCode
    withheldUnder?: readonly DenialCode[]
    decidedOn: PlainDate
  }> | null,
  settings: Pick<Settings, 'partialRemedy'>,
): DisputeDoubt[] {
  const doubts: DisputeDoubt[] = []
  const reviewed = others.some(
    (other) => other.block === 'review' && other.requestId !== null && other.requestId === dispute.requestId,
  )
  if (dispute.block === 'litigation_after_review' && !reviewed) {
    const text = '登记为复议后起诉，但本件申请没有登记行政复议案件'
    doubts.push({ code: 'review-missing', text, basis: cite('litigation', 45) })
  }
  if (
    dispute.block === 'litigation_direct' &&
    reply !== null &&
    remedyRoute(reply, settings) === 'reconsideration-first'
  ) {
    const text = '该答复应当先申请行政复议，直接起诉可能不被受理'
    doubts.push({ code: 'reconsideration-first', text, basis: cite('reconsideration', 23, 1, 4) })
  }
  return doubts
}
