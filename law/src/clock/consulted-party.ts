import { type Citation, cite } from '../citation.ts'
import type { ConsultedParty } from '../request/event.ts'
import type { Consultation } from './tally/tally.ts'

/** What an asked party's answer leads to: its consent, its refusal, or a decision of the agency's own. */
export type AnswerEffect = 'consent' | 'refusal' | 'agency-decides'

/** 被征求意见的一方, with the article under which it is asked and what that article makes of its silence. */
export const CONSULTED_PARTIES = {
  'third-party': {
    label: '第三方',
    basis: cite('regulation', 32),
    silence: 'agency-decides',
    silenceText: '由本机关依照条例的规定决定是否公开',
  },
  'co-maker': {
    label: '共同制作该政府信息的其他行政机关',
    basis: cite('regulation', 34),
    silence: 'consent',
    silenceText: '视为同意公开',
  },
  'secrecy-authority': {
    label: '有关主管部门或者保密行政管理部门',
    basis: cite('regulation', 17, 3),
    silence: 'agency-decides',
    silenceText: '由本机关依法审查后决定',
  },
} as const satisfies Record<
  ConsultedParty,
  { label: string; basis: Citation; silence: AnswerEffect; silenceText: string }
>

/**
 * 意见的效力: an agency that took part in making and stays silent consents (Art. 34); a third party's silence is
 * neither consent nor refusal (Art. 32). `null` while the question is open.
 */
export function effectOfAnswer(asked: Pick<Consultation, 'with' | 'answer'>): AnswerEffect | null {
  return asked.answer === 'silence' ? CONSULTED_PARTIES[asked.with].silence : asked.answer
}
