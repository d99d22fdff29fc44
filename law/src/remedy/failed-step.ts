import { type Citation, cite, citeItem } from '../citation.ts'
import { EVIDENCE, type EvidenceKind } from '../decision/evidence.ts'
import { type Evidence, missingEvidence, usedOnlyWordsOf } from '../request/evidence-on-file.ts'
import type { RequestFold } from '../request/fold.ts'

/** 出问题的环节 of a case that was corrected: where to look so that it does not happen again. */
export const FAILED_STEPS = {
  receipt: { label: '收到登记', basis: cite('regulation', 31) },
  correction: { label: '补正', basis: cite('regulation', 30) },
  search: { label: '检索', basis: citeItem('regulation', 36, 4) },
  consultation: { label: '征求意见', basis: cite('regulation', 32) },
  ground: { label: '不予公开的理由', basis: citeItem('regulation', 36, 3) },
  separation: { label: '区分处理', basis: cite('regulation', 37) },
  deadline: { label: '答复期限', basis: cite('regulation', 33) },
  letter: { label: '答复书内容', basis: cite('regulation', 36) },
  service: { label: '送达', basis: cite('letter-235') },
  other: { label: '其他', basis: cite('regulation', 51) },
} as const satisfies Record<string, Readonly<{ label: string; basis: Citation }>>

export type FailedStep = keyof typeof FAILED_STEPS

/** 案卷提示: a weak place that the file itself shows. A person says what failed. */
export type FailureHint = Readonly<{ step: FailedStep; text: string; basis: Citation }>

const STEP_OF_VIOLATION: Readonly<Record<string, FailedStep>> = {
  'confirmed-late': 'receipt',
  unconfirmed: 'receipt',
  'correction-expired': 'correction',
  'consultation-expired': 'consultation',
  'consultation-not-lapsed': 'consultation',
  'consultation-unproven': 'consultation',
  'answered-late': 'deadline',
  overdue: 'deadline',
  'risk-deadline-passed': 'deadline',
  'extension-not-approved': 'deadline',
  'letter-unproven': 'service',
  'not-by-courier': 'service',
  'electronic-not-chosen': 'service',
}

const STEP_OF_EVIDENCE: Readonly<Partial<Record<EvidenceKind, FailedStep>>> = {
  'search-record': 'search',
  'third-party-letter': 'consultation',
  'third-party-receipt': 'consultation',
  'third-party-answer': 'consultation',
  'public-interest-weighing': 'consultation',
  'separability-check': 'separation',
  'masked-copy': 'separation',
  'masking-table': 'separation',
  'correction-notice': 'correction',
  'correction-answer': 'correction',
  classification: 'ground',
  'special-law': 'ground',
  'safety-opinion': 'ground',
  'sub-kind': 'ground',
  'contrary-rule-check': 'ground',
  'secrecy-review': 'ground',
}

/** What the file shows of where a case may have gone wrong: faults of the clock, missing evidence, a narrow search. */
export function failureHints(
  { violations, decision, service }: Pick<RequestFold, 'violations' | 'decision' | 'service'>,
  evidence: Evidence,
  asked: string,
): FailureHint[] {
  const hints: FailureHint[] = violations.flatMap(({ code, text, basis }) => {
    const step = STEP_OF_VIOLATION[code]
    return step === undefined ? [] : [{ step, text, basis }]
  })
  if (decision === null) return hints
  for (const kind of missingEvidence(decision.outcome, evidence)) {
    const step = STEP_OF_EVIDENCE[kind] ?? 'other'
    hints.push({ step, text: `案卷中没有${EVIDENCE[kind]}`, basis: FAILED_STEPS[step].basis })
  }
  if (usedOnlyWordsOf(asked, evidence.searches)) {
    const text = '检索只用了申请人的原词，容易被认定没有尽到合理检索义务'
    hints.push({ step: 'search', text, basis: FAILED_STEPS.search.basis })
  }
  if (service !== null && service.remedyFrom === null) {
    hints.push({ step: 'service', text: '没有申请人签收的凭证', basis: FAILED_STEPS.service.basis })
  }
  return hints
}
