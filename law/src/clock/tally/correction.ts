import type { PlainDate } from '../../plain-date.ts'
import { plainDateText } from '../../plain-date.ts'
import type { RequestEvent } from '../../request/event.ts'
import { asReceived } from '../receipt.ts'
import type { ReplyRules } from '../reply-rules.ts'
import { beginCount, fault, note, type Running, stop, type Tally, waitFor, warn } from './tally.ts'

type Requested = Extract<RequestEvent, { kind: 'correction-requested' }>
type Received = Extract<RequestEvent, { kind: 'correction-received' }>

/** The last day to ask for a correction, counted from the receipt of what is to be corrected. */
export function correctionNoticeBy(tally: Tally): PlainDate | null {
  const within = tally.rules?.correctionNoticeWithin ?? null
  const count = tally.counts.findLast(({ why }) => why === 'receipt' || why === 'correction')
  if (within === null || count === undefined) return null
  return tally.calendar.addWorkingDays(count.from, within)
}

/** 告知补正: the count is left until the corrected request comes in; a notice after the deadline changes nothing. */
export function recordCorrectionRequested({ tally, count, rules, dueOn }: Running, event: Requested): void {
  const noticeBy = correctionNoticeBy(tally)
  const late = noticeBy !== null && event.on > noticeBy
  tally.correctionRounds += 1
  tally.respondBy = event.respondBy

  if (late) {
    const text = `补正告知应当在收到申请之日起${rules.correctionNoticeWithin}个工作日内作出，最迟为${plainDateText(noticeBy)}`
    fault(tally, event.on, 'correction-notice-late', text, rules.correction)
  }
  if (tally.correctionRounds > tally.settings.maxCorrectionRounds) {
    warn(tally, event.on, 'correction-again', '需要补正的内容应当一次性告知', rules.correction)
  }
  note(
    tally,
    event.on,
    'correction-notice',
    `告知补正，补正期限至${plainDateText(event.respondBy)}`,
    rules.correction,
  )

  if (event.deliveredOn !== undefined) questionPeriod(tally, event.deliveredOn, event.respondBy, rules)

  if (count.fixed?.by === 'review') return
  if (event.on > dueOn) {
    const text = '答复期限已经届满，此后告知补正不使期限重新计算'
    fault(tally, event.on, 'correction-after-deadline', text, rules.correction)
    return
  }
  if (late && tally.careful && tally.settings.lateCorrectionNotice === 'keep-risk-deadline') return
  waitFor(tally, { for: 'correction', since: event.on, until: event.respondBy })
}

/** 补正告知书送达: now it is known how long the applicant has. */
export function recordCorrectionNoticeDelivered({ tally, rules }: Running, on: PlainDate): void {
  if (tally.respondBy === null) return
  questionPeriod(tally, on, tally.respondBy, rules)
  note(tally, on, 'notice', '申请人收到补正告知书', rules.correction)
}

/** 合理的补正期限: the text gives no number; practice gives five to fifteen working days. */
function questionPeriod(
  tally: Tally,
  deliveredOn: PlainDate,
  respondBy: PlainDate,
  { correction, correctionNoticeWithin }: ReplyRules,
): void {
  if (correctionNoticeWithin === null) return
  const given = tally.calendar.workingDaysBetween(deliveredOn, respondBy)
  if (given >= USUAL_PERIOD.atLeast && given <= USUAL_PERIOD.atMost) return
  const { atLeast, atMost } = USUAL_PERIOD
  const text = `申请人收到补正告知书后有${Math.max(0, given)}个工作日补正，合理的补正期限一般为${atLeast}至${atMost}个工作日`
  warn(tally, deliveredOn, 'correction-period-unusual', text, correction)
}

const USUAL_PERIOD = { atLeast: 5, atMost: 15 } as const

/** 收到补正: the count begins anew from that day. */
export function recordCorrectionReceived({ tally, rules }: Running, event: Received): void {
  if (tally.waiting?.for !== 'correction') return
  const { until } = tally.waiting
  if (until !== null && event.on > until && event.goodReason === undefined) {
    warn(tally, event.on, 'correction-late', '补正已超过补正期限，且没有记录正当理由', rules.correction)
  }
  tally.waiting = null
  const receivedOn = asReceived(event.on, tally.calendar, tally.settings)
  beginCount(tally, receivedOn, 'correction')
  note(tally, receivedOn, 'restart', '收到补正的申请，答复期限自次日起重新计算', rules.correction)
}

/** 逾期不补正: the request is taken as given up. */
export function recordCorrectionLapsed({ tally, rules }: Running, on: PlainDate): void {
  if (tally.respondBy !== null && on <= tally.respondBy) {
    fault(tally, on, 'correction-not-lapsed', '补正期限尚未届满，不能视为放弃申请', rules.correction)
  }
  stop(tally, on, 'abandonment', '申请人无正当理由逾期不补正，视为放弃申请，不再处理', rules.correction)
}
