import { cite } from '../../citation.ts'
import { effectOfAnswer } from '../../clock/consulted-party.ts'
import { EVIDENCE } from '../../decision/evidence.ts'
import { outcomeOf } from '../../decision/outcome.ts'
import type { OutcomeCode } from '../../decision/outcome-code.ts'
import type { PlainDate } from '../../plain-date.ts'
import { missingEvidence, NO_EVIDENCE } from '../evidence-on-file.ts'
import { REQUEST_EVENTS } from '../life-cycle.ts'
import { type Act, type ActFacts, type ActOf, type Objection, object } from './guard.ts'

/** 拟出处理决定: what has to have happened has happened, and the evidence is on file, for every item. */
export function guardDecisionDrafted(act: ActOf<'decision-drafted'>): Objection {
  return guardOutcomes(act, act.event)
}

/** 当场答复: on the day of receipt, and with the same evidence as any answer. */
export function guardRepliedOnSpot(act: ActOf<'replied-on-spot'>): Objection {
  const { event, clock } = act
  const startsOn = clock.counts.at(-1)?.from
  if (startsOn === undefined || event.on > startsOn) {
    return object(event.kind, 'not-on-spot', '当场答复应当在收到申请的当日作出，请改用一般答复')
  }
  return guardOutcomes(act, event)
}

/** 签发: the outcome that was drafted, by someone else than the drafter, and reviewed before release. */
export function guardDecisionApproved({ event, now, facts }: ActOf<'decision-approved'>): Objection {
  const { kind, outcome, documentNumber } = event
  if (now.decision !== null && now.decision.outcome !== outcome) {
    return object(kind, 'outcome-changed', '签发的处理决定与拟稿不一致，请退回修改')
  }
  if (documentNumber.trim() === '') {
    return object(kind, 'without-number', '签发处理决定应当编排文号')
  }
  if (facts.drafter !== undefined && facts.drafter === facts.approver) {
    return object(kind, 'self-approved', '拟稿人不能签发自己拟写的处理决定')
  }
  const reviewed = facts.evidence?.onFile.includes('secrecy-review') ?? false
  if (outcomeOf(outcome).releases && !reviewed) {
    return object(kind, 'not-reviewed', '公开政府信息前应当依法审查，请先完成公开前审查')
  }
  return null
}

function guardOutcomes(
  act: Act,
  decided: { outcome: OutcomeCode; items?: readonly OutcomeCode[] },
): Objection {
  for (const outcome of new Set([decided.outcome, ...(decided.items ?? [])])) {
    const objection =
      guardCourse(act, outcome) ?? guardThirdParty(act, outcome) ?? guardEvidence(act, outcome)
    if (objection !== null) return objection
  }
  return null
}

/** The steps that an outcome presupposes. */
function guardCourse({ history, event }: Act, outcome: OutcomeCode): Objection {
  const { after, basis, label } = outcomeOf(outcome)
  if (outcome === 'other-no-correction' || outcome === 'other-fee-unpaid') {
    const reason = `“${label}”在期限届满后以逾期办结，不作为答复拟稿`
    return { code: 'outcome-by-lapse', reason, basis: basis[0] ?? REQUEST_EVENTS[event.kind].basis }
  }
  const missing = after.find((kind) => !history.some((other) => other.kind === kind))
  if (missing !== undefined) {
    const reason = `作出“${label}”的决定前，应当先有“${REQUEST_EVENTS[missing].label}”`
    return { code: `needs-${missing}`, reason, basis: REQUEST_EVENTS[missing].basis }
  }
  if (outcome !== 'noproc-excessive') return null
  const given = history.findLast(({ kind }) => kind === 'reasons-given' || kind === 'reasons-lapsed')
  if (given?.kind === 'reasons-given' && given.reasonable) {
    const reason = '申请人说明的理由合理，不能以大量反复申请为由不予处理'
    return { code: 'reasons-hold', reason, basis: cite('regulation', 35) }
  }
  if (given !== undefined) return null
  const reason = '尚未收到申请人说明的理由，说明理由的期限也未届满'
  return { code: 'reasons-pending', reason, basis: cite('regulation', 35) }
}

/** 第三方: its consent, its refusal and its silence each bind the decision in another way. */
function guardThirdParty({ event, clock, facts }: Act, outcome: OutcomeCode): Objection {
  const basis = cite('regulation', 32)
  const asked = clock.consultations.filter(({ with: party }) => party === 'third-party')
  if (outcome === 'deny-third-party') {
    if (!asked.some(({ closedOn }) => closedOn !== null)) {
      return {
        code: 'third-party-not-asked',
        reason: '应当先书面征求第三方意见，并有其意见或者逾期的记录',
        basis,
      }
    }
    if (asked.every((each) => effectOfAnswer(each) === 'consent')) {
      return { code: 'third-party-consented', reason: '第三方同意公开，不能以保护其权益为由不予公开', basis }
    }
    return null
  }
  const refused = asked.some(({ answer, reasonable }) => answer === 'refusal' && reasonable === true)
  if (!refused || !outcomeOf(outcome).releases || outcome === 'partial') return null
  if (isTold(facts.overrideNotice, event.on)) return null
  const reason =
    '第三方不同意公开且有合理理由；认为不公开会对公共利益造成重大影响的，应当先将决定公开的内容和理由书面告知第三方'
  return { code: 'third-party-refused', reason, basis }
}

/** 条例 第三十二条: what is disclosed and why, told in writing, and not after the decision to release. */
function isTold(notice: ActFacts['overrideNotice'], decidedOn: PlainDate): boolean {
  if (notice === undefined || notice.on > decidedOn) return false
  return notice.content.trim() !== '' && notice.reason.trim() !== ''
}

function guardEvidence({ event, facts }: Act, outcome: OutcomeCode): Objection {
  const missing = missingEvidence(outcome, facts.evidence ?? NO_EVIDENCE)
  if (missing.length === 0) return null
  const { label, basis } = outcomeOf(outcome)
  const reason = `作出“${label}”的决定，案卷中还缺：${missing.map((kind) => EVIDENCE[kind]).join('；')}`
  return { code: 'evidence-missing', reason, basis: basis[0] ?? REQUEST_EVENTS[event.kind].basis }
}
