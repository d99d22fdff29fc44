import { CHANNELS, RECEIPT_RULES, type RequestEvent, type WorkingCalendar } from '@mingfu/law'
import { type ClockFacts, isConfirmed } from './clock-form.ts'

/** Where a notice does not say until when to correct, offices usually give this long. */
const CORRECTION_WORKING_DAYS = 15

/** The history that the form tells, as the law reads it, and what was taken for granted in it. */
export function clockEvents(
  facts: ClockFacts,
  calendar: WorkingCalendar,
): Readonly<{ events: readonly RequestEvent[]; notes: readonly string[] }> {
  const notes: string[] = []
  const events = [
    ...receiptEvents(facts, notes),
    ...correctionEvents(facts, calendar, notes),
    ...consultationEvents(facts),
    ...extensionEvents(facts),
    ...feeEvents(facts),
    ...(facts.served === undefined
      ? []
      : [{ kind: 'served', on: facts.served, method: 'post', sentOn: facts.served } as const]),
  ]
  return { events, notes }
}

function receiptEvents({ channel, received: on, confirmed }: ClockFacts, notes: string[]): RequestEvent[] {
  const { label } = CHANNELS[channel]
  if (!isConfirmed(channel) && confirmed !== undefined) {
    notes.push(`${label}以${RECEIPT_RULES[channel].rule}为收到申请之日，确认日期没有计入。`)
  }
  if (isConfirmed(channel) && confirmed === undefined) {
    notes.push(`${label}以双方确认之日为收到申请之日；没有填写确认日期，按当日确认计算。`)
  }
  const confirmation: RequestEvent = { kind: 'confirmed', on: confirmed ?? on }
  switch (channel) {
    case 'in-person':
    case 'oral':
    case 'post-signed':
      return [{ kind: 'received', on, channel }]
    case 'post-ordinary':
      return [{ kind: 'arrived', on, channel }, confirmation]
    case 'online':
    case 'email':
    case 'fax':
      return [{ kind: 'submitted', on, channel }, confirmation]
  }
}

function correctionEvents(
  { correctionNotice: on, correctionBy, correctionReceived }: ClockFacts,
  calendar: WorkingCalendar,
  notes: string[],
): RequestEvent[] {
  if (on === undefined) return []
  if (correctionBy === undefined) {
    notes.push(`没有填写补正期限，按告知后${CORRECTION_WORKING_DAYS}个工作日计算。`)
  }
  const respondBy = correctionBy ?? calendar.addWorkingDays(on, CORRECTION_WORKING_DAYS)
  const requested: RequestEvent = { kind: 'correction-requested', on, items: [], respondBy }
  if (correctionReceived === undefined) return [requested]
  return [requested, { kind: 'correction-received', on: correctionReceived, channel: 'post-signed' }]
}

function consultationEvents({ consulted, consultedArrived, consultedAnswered }: ClockFacts): RequestEvent[] {
  const consultation = '第三方'
  const events: RequestEvent[] = []
  if (consulted !== undefined) {
    events.push({ kind: 'consultation-opened', on: consulted, consultation, with: 'third-party' })
  }
  if (consultedArrived !== undefined) {
    events.push({ kind: 'consultation-delivered', on: consultedArrived, consultation })
  }
  if (consultedAnswered !== undefined) {
    events.push({ kind: 'consultation-answered', on: consultedAnswered, consultation, answer: 'consent' })
  }
  return events
}

function extensionEvents({ extendedOn: on, extendedDays: workingDays }: ClockFacts): RequestEvent[] {
  if (on === undefined || workingDays === undefined) return []
  const approvedBy = '政府信息公开工作机构负责人'
  return [{ kind: 'extended', on, workingDays, approvedBy, approvedOn: on, reason: '' }]
}

function feeEvents({ feeNotice, feeInYuan = 0, feeArrived, feePaid }: ClockFacts): RequestEvent[] {
  const events: RequestEvent[] = []
  if (feeNotice !== undefined) {
    const deliveredOn = feeArrived === undefined ? {} : { deliveredOn: feeArrived }
    events.push({
      kind: 'fee-noticed',
      on: feeNotice,
      method: 'by-item',
      amountInYuan: feeInYuan,
      ...deliveredOn,
    })
  }
  if (feePaid !== undefined) events.push({ kind: 'fee-paid', on: feePaid })
  return events
}
