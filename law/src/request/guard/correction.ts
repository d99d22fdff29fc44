import { plainDateText } from '../../plain-date.ts'
import { type ActOf, lastOf, type Objection, object } from './guard.ts'

/** What a correction may not ask for: since 2019 nobody owes a purpose. */
const PURPOSE = /用途|申请(?:的)?(?:目的|理由)|三需要|特殊需要/

/** 告知补正: once (again only for a stated reason), complete, with a period, about what is unclear, and before the deadline. */
export function guardCorrectionRequested({
  event,
  clock,
  settings,
}: ActOf<'correction-requested'>): Objection {
  const { kind, items, respondBy, on } = event
  if (items.every((item) => item.trim() === '')) {
    return object(kind, 'correction-without-items', '补正告知应当一次性列明需要补正的事项')
  }
  if (items.some((item) => PURPOSE.test(item))) {
    return object(kind, 'correction-for-purpose', '不得以补正要求申请人说明用途或者理由')
  }
  if (respondBy <= on) {
    return object(kind, 'correction-without-period', '补正告知应当给出合理的补正期限，期限应当在告知之后')
  }
  const excused = event.againReason !== undefined && event.againReason.trim() !== ''
  if (clock.correctionRounds >= settings.maxCorrectionRounds && !excused) {
    return object(kind, 'correction-again', '补正应当一次性告知；确需再次告知的，请写明再次告知补正的理由')
  }
  if (clock.dueOn !== null && on > clock.dueOn) {
    return object(kind, 'deadline-passed', '答复期限已经届满，不能再告知补正')
  }
  return null
}

/** 收到补正: in the period, or later for a good reason. */
export function guardCorrectionReceived({ event, clock }: ActOf<'correction-received'>): Objection {
  const { respondBy } = clock
  const excused = event.goodReason !== undefined && event.goodReason.trim() !== ''
  if (respondBy === null || event.on <= respondBy || excused) return null
  const reason = `补正期限已于${plainDateText(respondBy)}届满，请记录申请人逾期的正当理由，没有正当理由的视为放弃申请`
  return object(event.kind, 'correction-late', reason)
}

/** 逾期未补正: only when the notice is proved to have arrived and its period is over. */
export function guardCorrectionLapsed({ event, history, clock }: ActOf<'correction-lapsed'>): Objection {
  const notice = lastOf(history, 'correction-requested')
  const proved =
    notice?.deliveredOn !== undefined ||
    history.some((other) => other.kind === 'delivered' && other.document === 'correction-notice')
  if (!proved) {
    return object(event.kind, 'notice-unproven', '没有补正告知书的送达凭证，不能视为申请人放弃申请')
  }
  if (clock.respondBy !== null && event.on <= clock.respondBy) {
    const reason = `补正期限至${plainDateText(clock.respondBy)}，尚未届满，不能视为申请人放弃申请`
    return object(event.kind, 'correction-not-lapsed', reason)
  }
  return null
}
