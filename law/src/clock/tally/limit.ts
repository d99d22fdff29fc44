import { cite } from '../../citation.ts'
import { earlier, later, plainDateText } from '../../plain-date.ts'
import type { RequestEvent } from '../../request/event.ts'
import { extendDeadline } from '../extension.ts'
import { amendCount, beginCount, fault, note, type Running, type Tally, warn } from './tally.ts'

type Of<Kind extends RequestEvent['kind']> = Extract<RequestEvent, { kind: Kind }>

const VOLUME = cite('regulation', 35)

/** 延长答复期限: counts only when approved and told before the limit ends, within the total. */
export function recordExtended({ tally, count, rules, dueOn }: Running, event: Of<'extended'>): void {
  if (count.fixed !== null) {
    const text = '答复期限已经由延迟答复告知、复议决定或者判决确定，不适用延长'
    fault(tally, event.on, 'limit-fixed', text, rules.reply)
    return
  }
  const ruling = extendDeadline(
    { dueOn, extendedBy: count.extendedBy },
    {
      workingDays: event.workingDays,
      approvedBy: event.approvedBy,
      today: later(event.on, event.approvedOn),
    },
    tally.calendar,
    { atMost: rules.extensionAtMost, basis: rules.reply },
  )
  if (!ruling.granted) {
    const { code, reason, basis } = ruling.refusal
    fault(tally, event.on, code, reason, basis)
    return
  }
  amendCount(tally, { extendedBy: ruling.value.extendedBy, extensions: count.extensions + 1 })
  if (count.extensions >= tally.settings.maxExtensions) {
    warn(tally, event.on, 'extended-again', '答复期限已经延长过', rules.reply)
  }
  const text = `经${event.approvedBy}同意，延长答复期限${event.workingDays}个工作日，并告知申请人`
  note(tally, event.on, 'extension', text, rules.reply)
}

/** 要求说明理由: the count runs on, unless the switch leaves the time out. */
export function recordReasonsAsked({ tally, dueOn }: Running, event: Of<'reasons-asked'>): void {
  tally.reasons = 'asked'
  tally.reasonsRespondBy = event.respondBy
  const text = `要求申请人最迟于${plainDateText(event.respondBy)}说明理由`
  if (!tally.settings.pauseForReasons || event.on > dueOn) {
    note(tally, event.on, 'notice', text, VOLUME)
    return
  }

  tally.pauses.set('reasons', {
    from: event.on,
    to: event.respondBy,
    open: true,
    why: 'reasons',
    basis: VOLUME,
  })
  note(tally, event.on, 'pause-start', `${text}，所需时间不计算在答复期限内`, VOLUME)
}

export function recordReasonsEnded(
  { tally }: Running,
  event: Of<'reasons-given'> | Of<'reasons-lapsed'>,
): void {
  tally.reasons = event.kind === 'reasons-lapsed' ? 'none' : event.reasonable ? 'reasonable' : 'unreasonable'
  const text = event.kind === 'reasons-lapsed' ? '申请人逾期没有说明理由' : '申请人说明理由'
  const pause = tally.pauses.get('reasons')
  if (pause === undefined || !pause.open) {
    note(tally, event.on, 'notice', text, VOLUME)
    return
  }

  const to = earlier(event.on, pause.to)
  tally.pauses.set('reasons', { ...pause, to, open: false })
  note(tally, to, 'pause-end', `${text}，次日起继续计算`, VOLUME)
}

/** 延迟答复: in volume cases with good reasons, a reasonable day told before the limit takes its place. */
export function recordDelayedReply({ tally, count, dueOn }: Running, event: Of<'delayed-reply-fixed'>): void {
  if (count.fixed?.by === 'review') {
    const text = '答复期限已经由复议决定或者判决确定，不适用延迟答复'
    fault(tally, event.on, 'limit-fixed', text, VOLUME)
    return
  }
  if (tally.reasons !== 'reasonable') {
    const text = '确定延迟答复的期限，以要求申请人说明理由并且理由合理为前提'
    fault(tally, event.on, 'delay-without-reasons', text, VOLUME)
    return
  }
  if (event.on > dueOn) {
    fault(tally, event.on, 'deadline-passed', '答复期限已经届满，不能再确定延迟答复的期限', VOLUME)
    return
  }
  amendCount(tally, { fixed: { dueOn: event.dueOn, by: 'delayed-reply', since: event.on } })
  note(
    tally,
    event.on,
    'limit-fixed',
    `确定延迟答复的合理期限至${plainDateText(event.dueOn)}，并告知申请人`,
    VOLUME,
  )
}

/** 重新答复: the reconsideration decision or the judgment sets the limit, and nothing in the house moves it. */
export function recordOrderedAgain(tally: Tally, event: Of<'ordered-again'>): void {
  tally.stopped = null
  tally.waiting = null
  tally.fee = null
  tally.reasons = null
  beginCount(tally, event.on, 'ordered-again', { dueOn: event.dueOn, by: 'review', since: event.on })
  const [who, basis] = ORDERED_BY[event.by]
  note(tally, event.on, 'limit-fixed', `${who}重新答复，期限至${plainDateText(event.dueOn)}`, basis)
}

const ORDERED_BY = {
  court: ['人民法院判决', cite('litigation', 70)],
  reconsideration: ['行政复议机关决定', cite('reconsideration', 64)],
} as const
