import { cite } from '../../citation.ts'
import { extendDeadline } from '../../clock/extension.ts'
import { later, plainDateText } from '../../plain-date.ts'
import { type ActOf, type Objection, object } from './guard.ts'

/** 延长答复期限: approved, told before the limit, once, and by no more than the law gives. */
export function guardExtended({ event, clock, calendar, settings }: ActOf<'extended'>): Objection {
  const count = clock.counts.at(-1)
  const { rules, dueOn } = clock
  if (count === undefined || rules === null || dueOn === null) return null
  if (count.fixed !== null) {
    return object(event.kind, 'limit-fixed', '答复期限已经由延迟答复告知、复议决定或者判决确定，不能延长')
  }
  if (event.approvedOn > event.on) {
    return object(
      event.kind,
      'extension-not-approved',
      '应当先经政府信息公开工作机构负责人同意，再告知申请人',
    )
  }
  const ruling = extendDeadline(
    { dueOn, extendedBy: count.extendedBy },
    {
      workingDays: event.workingDays,
      approvedBy: event.approvedBy,
      today: later(event.on, event.approvedOn),
    },
    calendar,
    { atMost: rules.extensionAtMost, basis: rules.reply },
  )
  if (!ruling.granted) return ruling.refusal
  if (count.extensions >= settings.maxExtensions) {
    return object(event.kind, 'extended-already', '答复期限已经延长过，不能再次延长')
  }
  return null
}

/** 要求说明理由: for a counted number of requests, with a period. */
export function guardReasonsAsked({ event }: ActOf<'reasons-asked'>): Objection {
  if (!Number.isInteger(event.requestCount) || event.requestCount < 1) {
    return object(event.kind, 'without-request-count', '要求说明理由，应当写明申请的件数')
  }
  if (event.respondBy <= event.on) {
    return object(event.kind, 'without-period', '要求说明理由，应当给出期限，期限应当在告知之后')
  }
  return null
}

export function guardReasonsLapsed({ event, clock }: ActOf<'reasons-lapsed'>): Objection {
  const { reasonsRespondBy } = clock
  if (reasonsRespondBy === null || event.on > reasonsRespondBy) return null
  const reason = `说明理由的期限至${plainDateText(reasonsRespondBy)}，尚未届满`
  return object(event.kind, 'reasons-not-lapsed', reason)
}

/** 延迟答复: the reasons hold, the notice comes before the limit, and the new day lies after it. */
export function guardDelayedReply({ event, history, clock }: ActOf<'delayed-reply-fixed'>): Objection {
  const given = history.findLast(({ kind }) => kind === 'reasons-given')
  if (given?.kind !== 'reasons-given' || !given.reasonable) {
    return object(event.kind, 'delay-without-reasons', '延迟答复以要求申请人说明理由并且理由合理为前提')
  }
  if (clock.counts.at(-1)?.fixed?.by === 'review') {
    return object(event.kind, 'limit-fixed', '答复期限已经由复议决定或者判决确定，不能延迟')
  }
  if (clock.dueOn !== null && event.on > clock.dueOn) {
    return object(event.kind, 'deadline-passed', '答复期限已经届满，不能再确定延迟答复的期限')
  }
  if (clock.dueOn !== null && event.dueOn <= clock.dueOn) {
    return object(event.kind, 'delay-not-later', '延迟答复的期限应当晚于原答复期限')
  }
  return null
}

/** 责令重新答复: with a limit to come. */
export function guardOrderedAgain({ event }: ActOf<'ordered-again'>): Objection {
  if (event.dueOn > event.on) return null
  const basis = event.by === 'court' ? cite('litigation', 70) : cite('reconsideration', 64)
  return { code: 'order-without-period', reason: '请登记复议决定或者判决确定的答复期限', basis }
}
