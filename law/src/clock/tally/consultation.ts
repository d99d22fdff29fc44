import { dueDayText } from '../../calendar/working-calendar.ts'
import { earlier, type PlainDate, plainDateText } from '../../plain-date.ts'
import type { ConsultedParty, RequestEvent } from '../../request/event.ts'
import { CONSULTED_PARTIES } from '../consulted-party.ts'
import type { ReplyRules } from '../reply-rules.ts'
import { type Consultation, fault, note, type Running, type Tally, warn } from './tally.ts'

type Of<Kind extends RequestEvent['kind']> = Extract<RequestEvent, { kind: Kind }>

/** 征求意见: from the day after sending, the time is not counted. */
export function recordConsultationOpened(
  { tally, rules, dueOn }: Running,
  event: Of<'consultation-opened'>,
): void {
  const { label, basis } = CONSULTED_PARTIES[event.with]
  if (event.on > dueOn) {
    fault(
      tally,
      event.on,
      'consultation-after-deadline',
      '答复期限已经届满，此后征求意见不使期限恢复',
      rules.pause,
    )
  }
  setConsultation(tally, rules, {
    consultation: event.consultation,
    with: event.with,
    sentOn: event.on,
    deliveredOn: null,
    respondBy: null,
    closedOn: null,
    answer: null,
    reasonable: null,
  })
  if (isPausing(tally, rules, event.with)) {
    note(tally, event.on, 'pause-start', `书面征求${label}意见，所需时间不计算在答复期限内`, rules.pause)
  } else {
    note(tally, event.on, 'notice', `征求${label}意见，期限继续计算`, basis)
  }
}

/** The letter has arrived: the asked party's period runs. */
export function recordConsultationDelivered(
  { tally, rules }: Running,
  event: Of<'consultation-delivered'>,
): void {
  const asked = tally.consultations.get(event.consultation)
  if (asked === undefined) return
  const within = answerWithin(rules, asked.with)
  const respondBy = within === null ? null : tally.calendar.addWorkingDays(event.on, within)
  setConsultation(tally, rules, { ...asked, deliveredOn: event.on, respondBy })
  const { label, basis } = CONSULTED_PARTIES[asked.with]
  const until = respondBy === null ? '' : `，最迟应当于${dueDayText(respondBy, tally.calendar)}提出意见`
  note(tally, event.on, 'notice', `${label}收到征求意见书${until}`, basis)
}

/** The opinion has come in, or the period has run out in silence: counting goes on the day after. */
export function recordConsultationClosed(
  { tally, rules }: Running,
  event: Of<'consultation-answered'> | Of<'consultation-lapsed'>,
): void {
  const asked = tally.consultations.get(event.consultation)
  if (asked === undefined || asked.closedOn !== null) return
  const { label, basis, silenceText } = CONSULTED_PARTIES[asked.with]
  const answered = event.kind === 'consultation-answered'

  if (asked.deliveredOn === null) {
    const text = `没有记录${label}收到征求意见书的日期，不计算的时间缺少依据`
    warn(tally, event.on, 'consultation-delivery-unproven', text, basis)
  }
  if (!answered && asked.respondBy !== null && event.on <= asked.respondBy) {
    fault(tally, event.on, 'consultation-not-lapsed', `${label}提出意见的期限尚未届满`, basis)
  }
  setConsultation(tally, rules, {
    ...asked,
    closedOn: event.on,
    answer: answered ? event.answer : 'silence',
    reasonable: answered ? (event.reasonable ?? null) : null,
  })

  const pause = tally.pauses.get(event.consultation)
  const what = answered ? `收到${label}意见` : `${label}逾期没有提出意见，${silenceText}`
  if (pause === undefined) {
    note(tally, event.on, 'notice', what, basis)
    return
  }
  const text =
    pause.to < event.on && answered
      ? `${label}提出意见的期限届满（意见${plainDateText(event.on)}收到），次日起继续计算`
      : `${what}，次日起继续计算`
  note(tally, pause.to, 'pause-end', text, rules.pause)
}

function setConsultation(tally: Tally, rules: ReplyRules, consultation: Consultation): void {
  tally.consultations.set(consultation.consultation, consultation)
  if (!isPausing(tally, rules, consultation.with)) return
  tally.pauses.set(consultation.consultation, {
    from: consultation.sentOn,
    to: pausedThrough(tally, rules, consultation),
    open: consultation.closedOn === null,
    why: consultation.with,
    basis: rules.pause,
  })
}

/**
 * The last day not counted: the answer, or the last day allowed for it, whichever is first. Without proof of arrival
 * an open question is planned for from the day of sending; without any period it is taken as answered at once.
 */
function pausedThrough(tally: Tally, rules: ReplyRules, asked: Consultation): PlainDate {
  const within = answerWithin(rules, asked.with)
  const { sentOn, respondBy, closedOn, answer } = asked
  if (within === null) return closedOn ?? sentOn
  const atLatest = respondBy ?? tally.calendar.addWorkingDays(sentOn, within)
  if (closedOn === null || answer === 'silence') return atLatest
  return respondBy === null && !tally.careful ? closedOn : earlier(closedOn, atLatest)
}

function answerWithin(rules: ReplyRules, party: ConsultedParty): number | null {
  return party === 'secrecy-authority' ? null : rules.consultationWithin
}

function isPausing(tally: Tally, rules: ReplyRules, party: ConsultedParty): boolean {
  if (party === 'secrecy-authority') return tally.settings.pauseForSecrecyReferral
  return rules.pausedFor.includes(party)
}
