import { dueDayText, type WorkingCalendar } from '../calendar/working-calendar.ts'
import { type Citation, cite } from '../citation.ts'
import { isOverdue, workingDaysLeft } from '../clock/clock-today.ts'
import { CONSULTED_PARTIES } from '../clock/consulted-party.ts'
import type { Settings } from '../clock/settings.ts'
import { type PlainDate, plainDateText } from '../plain-date.ts'
import { silenceWindow } from '../remedy/window.ts'
import type { RequestFold } from './fold.ts'
import type { RequestState } from './state.ts'

/** 催办提示: what a request needs on a day, most pressing first. */
export type Reminder = Readonly<{
  code: string
  level: 'overdue' | 'urgent' | 'soon' | 'note'
  text: string
  basis: Citation
}>

/** Working days without proof of arrival after which a consultation letter is asked after. */
const PROOF_WORKING_DAYS = 5
const LEVELS = ['overdue', 'urgent', 'soon', 'note'] as const

export function remindersOf(
  fold: RequestFold,
  today: PlainDate,
  calendar: WorkingCalendar,
  settings: Settings,
): Reminder[] {
  if (fold.clock.stopped !== null) return []
  return [
    ...receiptReminders(fold),
    ...deadlineReminders(fold, today, calendar, settings),
    ...correctionReminders(fold, today, calendar),
    ...consultationReminders(fold, today, calendar),
    ...paymentReminders(fold, today),
  ].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
}

function receiptReminders({ state, clock }: RequestFold): Reminder[] {
  if (state !== 'submitted' && state !== 'received-unconfirmed') return []
  const text = '申请尚未与申请人确认，请当日确认，以免期限自到达之日起计算'
  return [
    { code: 'unconfirmed', level: 'urgent', text, basis: clock.receipt?.basis ?? cite('regulation', 31) },
  ]
}

/** How few working days may be left in a state before it is called late in its course. */
const COURSE: Readonly<Partial<Record<RequestState, { left: number; text: string }>>> = {
  registered: { left: 5, text: '尚未开始办理' },
  'under-review': { left: 5, text: '尚未拟稿' },
  consulting: { left: 5, text: '尚未拟稿' },
  'awaiting-reasons': { left: 5, text: '尚未拟稿' },
  reopened: { left: 5, text: '尚未开始重新办理' },
  'decision-drafted': { left: 2, text: '尚未签发' },
  'decision-approved': { left: 0, text: '尚未送达' },
}

function deadlineReminders(
  { state, clock }: RequestFold,
  today: PlainDate,
  calendar: WorkingCalendar,
  settings: Settings,
): Reminder[] {
  const left = workingDaysLeft(clock, today, calendar)
  const { dueOn, riskDueOn, rules } = clock
  if (left === null || dueOn === null || rules === null) {
    return []
  }
  if (isOverdue(clock, today)) {
    const { reconsiderationBy, suitBy } = silenceWindow(dueOn, calendar, settings)
    const suit = suitBy === null ? '' : `，可以在${plainDateText(suitBy)}前提起行政诉讼`
    const text = `答复已逾期${-left}个工作日；申请人可以在${plainDateText(reconsiderationBy)}前申请行政复议${suit}`
    return [{ code: 'overdue', level: 'overdue', text, basis: cite('regulation', 51) }]
  }
  const course = COURSE[state]
  const reminders: Reminder[] = []
  if (course !== undefined && left <= course.left) {
    const text = `距答复期限还有${left}个工作日，${course.text}`
    reminders.push({ code: 'deadline-near', level: left <= 2 ? 'urgent' : 'soon', text, basis: rules.reply })
  }
  if (riskDueOn !== null && riskDueOn < dueOn && today > riskDueOn) {
    const text = `按最严格的算法，期限已于${plainDateText(riskDueOn)}届满，请尽快答复`
    reminders.push({ code: 'risk-deadline-passed', level: 'urgent', text, basis: rules.reply })
  }
  return reminders
}

function correctionReminders(
  { state, clock }: RequestFold,
  today: PlainDate,
  calendar: WorkingCalendar,
): Reminder[] {
  const basis = cite('regulation', 30)
  const { correctionDueOn, respondBy } = clock
  if (state === 'awaiting-correction' && respondBy !== null && today > respondBy) {
    const text = `补正期限已于${plainDateText(respondBy)}届满，没有正当理由的，可以按视为放弃申请办结`
    return [{ code: 'correction-expired', level: 'note', text, basis }]
  }
  const stillOpen = state === 'registered' || state === 'under-review'
  if (!stillOpen || correctionDueOn === null || clock.correctionRounds > 0 || today > correctionDueOn)
    return []
  const left = calendar.workingDaysBetween(today, correctionDueOn)
  if (left > 2) return []
  const text = `申请内容不明确的，最迟于${dueDayText(correctionDueOn, calendar)}告知补正`
  return [{ code: 'correction-notice-near', level: 'soon', text, basis }]
}

function consultationReminders(
  { clock }: RequestFold,
  today: PlainDate,
  calendar: WorkingCalendar,
): Reminder[] {
  return clock.consultations.flatMap(
    ({ with: party, sentOn, deliveredOn, respondBy, closedOn }): Reminder[] => {
      if (closedOn !== null) return []
      const { label, basis } = CONSULTED_PARTIES[party]
      if (respondBy !== null && today > respondBy) {
        const text = `${label}提出意见的期限已于${plainDateText(respondBy)}届满，期限次日起继续计算，请登记结果`
        return [{ code: 'consultation-expired', level: 'urgent', text, basis }]
      }
      if (deliveredOn === null && calendar.workingDaysBetween(sentOn, today) >= PROOF_WORKING_DAYS) {
        const text = `征求意见书${plainDateText(sentOn)}发出后没有登记${label}收到的日期，请补充送达凭证`
        return [{ code: 'consultation-unproven', level: 'soon', text, basis }]
      }
      return []
    },
  )
}

function paymentReminders({ state, clock }: RequestFold, today: PlainDate): Reminder[] {
  if (state !== 'awaiting-payment') return []
  const basis = cite('fee-measures', 6)
  if (clock.feePayBy === null) {
    const text = '没有登记申请人收到收费通知书的日期，缴费期限无法起算'
    return [{ code: 'fee-notice-unproven', level: 'soon', text, basis }]
  }
  if (today <= clock.feePayBy) return []
  const text = `缴费期限已于${plainDateText(clock.feePayBy)}届满，未缴费的，可以按视为放弃申请办结`
  return [{ code: 'fee-expired', level: 'note', text, basis }]
}
