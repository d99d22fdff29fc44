import {
  isPlainDate,
  OUTCOME_CODES,
  type OutcomeCode,
  type PlainDate,
  type RequestEvent,
  type WorkingCalendar,
} from '@mingfu/law'
import { CannotDo } from '../exit-code.ts'
import { kebabCase } from '../options.ts'

/** An event of the command line before it is one of the law: consultations still have to be told apart. */
type Given = Readonly<{ name: string; on: PlainDate; detail: string }>

/** What the events so far leave open. */
type Open = { calendar: WorkingCalendar; consultations: string[]; notes: string[] }

type Known = Readonly<{
  names: readonly string[]
  label: string
  detail?: string
  make: (given: Given, open: Open) => RequestEvent
}>

const DEFAULT_CORRECTION = 15

// biome-ignore format: a table
const KNOWN: readonly Known[] = [
  { names: ['confirmed', 'confirm'], label: '双方确认收到', make: ({ on }) => ({ kind: 'confirmed', on }) },
  { names: ['review-started', 'start-review'], label: '开始办理', make: ({ on }) => ({ kind: 'review-started', on }) },
  { names: ['correction-requested', 'request-supplement', 'request-correction'], label: '告知补正', detail: '补正期限（日期或工作日数）',
    make: (given, open) => ({ kind: 'correction-requested', on: given.on, items: [], respondBy: respondBy(given, open) }) },
  { names: ['correction-delivered', 'supplement-notice-delivered'], label: '补正告知书送达', make: ({ on }) => ({ kind: 'delivered', on, document: 'correction-notice' }) },
  { names: ['correction-received', 'supplement', 'correction'], label: '收到补正', make: ({ on }) => ({ kind: 'correction-received', on, channel: 'post-signed' }) },
  { names: ['correction-lapsed', 'supplement-expired', 'correction-expired'], label: '逾期未补正', make: ({ on }) => ({ kind: 'correction-lapsed', on }) },
  { names: ['extended', 'extend', 'extension'], label: '告知延长答复期限', detail: '工作日数，默认 20',
    make: (given) => ({ kind: 'extended', on: given.on, workingDays: wholeNumber(given, 20), approvedBy: '负责人', approvedOn: given.on, reason: '延长答复期限' }) },
  { names: ['consultation-opened', 'open-consultation', 'consultation'], label: '发出征求意见书', detail: '第三方 third-party、机关 co-maker、保密部门 secrecy-authority，可加“/名称”',
    make: openConsultation },
  { names: ['consultation-delivered'], label: '征求意见书送达', detail: '名称', make: (given, open) => ({ kind: 'consultation-delivered', on: given.on, consultation: consultationOf(given, open) }) },
  { names: ['consultation-answered'], label: '收到意见', detail: '名称，或 consent、refusal', make: answerConsultation },
  { names: ['consultation-lapsed', 'consultation-expired'], label: '逾期未反馈意见', detail: '名称', make: (given, open) => ({ kind: 'consultation-lapsed', on: given.on, consultation: closed(consultationOf(given, open), open) }) },
  { names: ['reasons-asked', 'ask-reasons'], label: '要求说明理由', detail: '说明期限（日期或工作日数）',
    make: (given, open) => ({ kind: 'reasons-asked', on: given.on, respondBy: respondBy(given, open), requestCount: 1 }) },
  { names: ['reasons-given'], label: '收到理由', make: ({ on }) => ({ kind: 'reasons-given', on, reasonable: true }) },
  { names: ['reasons-lapsed', 'reasons-expired'], label: '逾期未说明理由', make: ({ on }) => ({ kind: 'reasons-lapsed', on }) },
  { names: ['delayed-reply-fixed', 'fix-delayed-reply'], label: '确定延迟答复的期限', detail: '日期，必填',
    make: (given) => ({ kind: 'delayed-reply-fixed', on: given.on, dueOn: requiredDay(given), reason: '延迟答复' }) },
  { names: ['fee-noticed', 'notice-fee', 'fee-notice'], label: '发出收费通知', detail: '通知送达日期',
    make: (given) => ({ kind: 'fee-noticed', on: given.on, method: 'by-item', amountInYuan: 0, ...(given.detail === '' ? {} : { deliveredOn: requiredDay(given) }) }) },
  { names: ['fee-delivered', 'fee-notice-delivered'], label: '收费通知送达', make: ({ on }) => ({ kind: 'delivered', on, document: 'fee-notice' }) },
  { names: ['fee-paid', 'paid', 'payment'], label: '缴费', make: ({ on }) => ({ kind: 'fee-paid', on }) },
  { names: ['fee-lapsed', 'payment-expired', 'fee-expired'], label: '逾期未缴费', make: ({ on }) => ({ kind: 'fee-lapsed', on }) },
  { names: ['replied-on-spot', 'reply-on-spot'], label: '当场答复', detail: '决定代码', make: (given) => ({ kind: 'replied-on-spot', on: given.on, outcome: outcomeOf(given) }) },
  { names: ['decision-approved', 'approve'], label: '签发', detail: '决定代码', make: (given) => ({ kind: 'decision-approved', on: given.on, outcome: outcomeOf(given), documentNumber: '' }) },
  { names: ['served', 'serve', 'replied'], label: '送出答复', make: ({ on }) => ({ kind: 'served', on, method: 'post', sentOn: on }) },
  { names: ['closed', 'close'], label: '办结', make: ({ on }) => ({ kind: 'closed', on }) },
  { names: ['withdrawn', 'withdraw'], label: '申请人撤回', make: ({ on }) => ({ kind: 'withdrawn', on }) },
  { names: ['ordered-again'], label: '责令重新答复', detail: '答复期限（日期），必填', make: (given) => ({ kind: 'ordered-again', on: given.on, by: 'reconsideration', dueOn: requiredDay(given) }) },
]

/** The events of a command line, as the law knows them, in the order of their days, and what was taken for granted. */
export function readEvents(
  texts: readonly string[],
  calendar: WorkingCalendar,
): Readonly<{ events: readonly RequestEvent[]; notes: readonly string[] }> {
  const open: Open = { calendar, consultations: [], notes: [] }
  const given = texts.map(readEvent).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const events = given.map((each) => knownEvent(each.name).make(each, open))
  return { events, notes: open.notes }
}

/** The table of events for the help: `extended@日期[:工作日数，默认 20]  告知延长答复期限`. */
export function eventHelp(): string {
  const lines = KNOWN.map(({ names, label, detail }) => {
    const also = names.length > 1 ? `（也可写作 ${names.slice(1).map(camelCase).join('、')}）` : ''
    return `  ${names[0]}@日期${detail === undefined ? '' : `[:${detail}]`}\n      ${label}${also}`
  })
  return lines.join('\n')
}

function readEvent(text: string): Given {
  const match = /^([A-Za-z_-]+)@(\d{4}-\d{2}-\d{2})(?::(.*))?$/.exec(text)
  const [, name = '', on = '', detail = ''] = match ?? []
  if (match === null)
    throw new CannotDo(`事件“${text}”的写法不对，请写成 种类@日期，如 extended@2023-09-28:20`)
  if (!isPlainDate(on)) throw new CannotDo(`事件“${text}”的日期不存在，请按 2024-09-30 的样式填写`)
  return { name: kebabCase(name), on, detail: detail.trim() }
}

function knownEvent(name: string): Known {
  const known = KNOWN.find(({ names }) => names.includes(name))
  if (known === undefined) throw new CannotDo(`没有“${name}”这种事件，可用的种类见 mingfu clock --help`)
  return known
}

function respondBy(given: Given, { calendar, notes }: Open): PlainDate {
  if (isPlainDate(given.detail)) return given.detail
  if (given.detail !== '') return calendar.addWorkingDays(given.on, wholeNumber(given, DEFAULT_CORRECTION))
  notes.push(`${given.on}的通知没有写明期限，按${DEFAULT_CORRECTION}个工作日计算`)
  return calendar.addWorkingDays(given.on, DEFAULT_CORRECTION)
}

function wholeNumber({ name, on, detail }: Given, otherwise: number): number {
  if (detail === '') return otherwise
  const days = /^(\d{1,3})(?:个?工作日|天|日)?$/.exec(detail)?.[1]
  if (days === undefined) throw new CannotDo(`事件“${name}@${on}:${detail}”冒号后应当是工作日数`)
  return Number(days)
}

function requiredDay({ name, on, detail }: Given): PlainDate {
  if (!isPlainDate(detail))
    throw new CannotDo(`事件“${name}@${on}”冒号后应当是日期，如 ${name}@${on}:2024-09-30`)
  return detail
}

const PARTIES = ['third-party', 'co-maker', 'secrecy-authority'] as const

function openConsultation({ on, detail }: Given, open: Open): RequestEvent {
  const [first = '', name] = detail.split('/')
  const party = PARTIES.find((each) => each === kebabCase(first))
  const given = party === undefined ? detail : (name ?? '')
  const consultation = given === '' ? String(open.consultations.length + 1) : given
  open.consultations.push(consultation)
  return { kind: 'consultation-opened', on, consultation, with: party ?? 'third-party' }
}

/** The consultation an event names, or the one that has been open longest. */
function consultationOf({ name, on, detail }: Given, { consultations }: Open): string {
  if (detail !== '' && consultations.includes(detail)) return detail
  const [longest] = consultations
  if (longest === undefined || (detail !== '' && !/^(?:consent|refusal)$/.test(detail))) {
    throw new CannotDo(`事件“${name}@${on}”之前没有相应的征求意见（consultation-opened），请补充`)
  }
  return longest
}

function answerConsultation(given: Given, open: Open): RequestEvent {
  const answer = given.detail === 'refusal' ? 'refusal' : 'consent'
  return {
    kind: 'consultation-answered',
    on: given.on,
    consultation: closed(consultationOf(given, open), open),
    answer,
  }
}

function closed(consultation: string, open: Open): string {
  open.consultations = open.consultations.filter((each) => each !== consultation)
  return consultation
}

function outcomeOf({ name, on, detail }: Given): OutcomeCode {
  const outcome = OUTCOME_CODES.find(
    (code) => code === (detail === '' ? 'grant-provided' : kebabCase(detail)),
  )
  if (outcome === undefined)
    throw new CannotDo(`事件“${name}@${on}:${detail}”冒号后应当是决定代码，如 grant-provided`)
  return outcome
}

function camelCase(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
