import { cite } from '../citation.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'
import { nextState } from './life-cycle.ts'
import { REQUEST_STATES, type RequestState } from './state.ts'

/** 申请人可以办理的事项 after filing, with the article that each stands on. */
export const APPLICANT_ACTS = {
  correction: { label: '提交补正', basis: cite('regulation', 30) },
  reasons: { label: '说明理由', basis: cite('regulation', 35) },
  payment: { label: '缴费说明', basis: cite('fee-measures', 6) },
  withdrawal: { label: '撤回申请', basis: cite('regulation', 29) },
  explanation: { label: '请求解释说明', basis: cite('regulation', 28) },
} as const satisfies Record<string, Readonly<{ label: string; basis: ReturnType<typeof cite> }>>

export type ApplicantAct = keyof typeof APPLICANT_ACTS

/** What is open to the applicant where the request stands: what the office waits for, first. */
export function applicantActs(state: RequestState): readonly ApplicantAct[] {
  return (Object.keys(APPLICANT_ACTS) as ApplicantAct[]).filter((act) => isOpen(act, state))
}

/** 申请人可否办理: refused with the article when the request does not stand where the act belongs. */
export function applicantMay(act: ApplicantAct, state: RequestState): Ruling<ApplicantAct> {
  if (isOpen(act, state)) return grant(act)
  const { label, basis } = APPLICANT_ACTS[act]
  const { publicLabel } = REQUEST_STATES[state]
  return refuse('not-open-to-applicant', `申请目前“${publicLabel}”，不能“${label}”`, basis)
}

function isOpen(act: ApplicantAct, state: RequestState): boolean {
  switch (act) {
    case 'correction':
      return state === 'awaiting-correction'
    case 'reasons':
      return state === 'awaiting-reasons'
    case 'payment':
      return state === 'awaiting-payment'
    case 'withdrawal':
      return state !== 'draft' && nextState(state, 'withdrawn', 0) !== null
    case 'explanation':
      return state !== 'draft'
  }
}
