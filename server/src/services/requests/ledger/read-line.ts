import {
  APPLICANT_CLASSES,
  type ApplicantClass,
  CHANNELS,
  type Channel,
  IDENTITY_KINDS,
  type IdentityKind,
  isPlainDate,
  OUTCOME_CODES,
  OUTCOMES,
  type OutcomeCode,
  type PlainDate,
  REQUEST_EVENTS,
  type RequestEvent,
  type RequestEventKind,
  rowOfOutcome,
  WANTED_DELIVERIES,
  WANTED_MEDIA,
} from '@mingfu/law'
import { type CaseColumn, type CaseLine, findResultRow } from '@mingfu/report'
import type { MessageChannel } from '../../notifications/messengers.ts'
import type { Applicant } from '../applicant.ts'
import type { OfficeFacts } from '../event-store.ts'
import { KIND_WORDS, NO, NOTE, REMINDER_WORDS } from './case-line.ts'
import { earlierCourse } from './earlier-course.ts'

/** A case of a ledger in the program's own terms. */
export type ImportedCase = Readonly<{
  row: number
  number: string
  channel: Channel
  applicant: Applicant
  applicantClass: ApplicantClass
  wish: Readonly<{
    description: string
    infoTitle: string
    infoDocumentNumber: string
    infoIndexNumber: string
    wantedMedium: string
    wantedDelivery: string
  }>
  purpose: string
  acceptsOtherForm: boolean
  handlerName: string
  notifyBy: MessageChannel | null
  createdAt: Date | null
  queryCodeHash: Buffer | null
  events: readonly ImportedEvent[]
  notes: readonly Readonly<{ body: string; at: Date | null; actor: string | null }>[]
}>

export type ImportedEvent = Readonly<{
  event: RequestEvent
  office: OfficeFacts
  note: string | null
  /** Both `null` for an event that the old ledger implies. */
  recordedAt: Date | null
  actor: string | null
}>

/** Reads the lines of a case; what is wrong with it goes to `fault`, and the case is then `null`. */
export function readLine(
  line: CaseLine,
  fault: (column: CaseColumn, what: string) => void,
): ImportedCase | null {
  const { cells } = line
  let wrong = false
  const say = (column: CaseColumn, what: string) => {
    wrong = true
    fault(column, what)
  }
  const choice = <Code extends string>(
    column: CaseColumn,
    table: Readonly<Record<Code, { label: string }>>,
    empty: Code,
  ): Code => {
    const text = cells[column].trim()
    if (text === '') return empty
    const codes = Object.keys(table) as Code[]
    const found = codes.find((code) => table[code].label === text || code === text)
    if (found !== undefined) return found
    say(column, `填的是“${text}”，请从以下选项中选择：${codes.map((code) => table[code].label).join('、')}`)
    return empty
  }
  const applicantClass = choice('申请人类别', APPLICANT_CLASSES, 'natural-person')
  const channel = choice('申请渠道', CHANNELS, 'in-person')
  if (/\*/.test(`${cells.姓名或者名称}${cells.证件号码}`))
    say('证件号码', '已经遮盖，请用含身份信息的台账导入')
  const applicant = applicantOf(cells, applicantClass, choice)
  const events = line.course.length > 0 ? courseEvents(line, say) : earlierEvents(line, channel, say)
  if (wrong || events === null) return null
  return {
    row: line.row,
    number: cells.申请编号.trim(),
    channel,
    applicant,
    applicantClass,
    wish: {
      description: cells.内容描述,
      infoTitle: cells.信息名称,
      infoDocumentNumber: cells.文号,
      infoIndexNumber: cells.索引号,
      wantedMedium: codeOf(WANTED_MEDIA, cells.提供方式),
      wantedDelivery: codeOf(WANTED_DELIVERIES, cells.获取方式),
    },
    purpose: cells.用途,
    acceptsOtherForm: cells.接受其他方式 !== NO,
    handlerName: cells.经办人.trim(),
    notifyBy: reminderOf(cells.提醒方式),
    createdAt: momentOf(cells.登记时间),
    queryCodeHash: /^[0-9a-f]{64}$/.test(cells.查询码摘要) ? Buffer.from(cells.查询码摘要, 'hex') : null,
    events,
    notes: notesOf(line),
  }
}

type Cells = CaseLine['cells']
type Choice = <Code extends string>(
  column: CaseColumn,
  table: Readonly<Record<Code, { label: string }>>,
  empty: Code,
) => Code

function applicantOf(cells: Cells, applicantClass: ApplicantClass, choice: Choice): Applicant {
  const said = Object.entries(KIND_WORDS).find(([, word]) => word === cells.申请人.trim())?.[0]
  const kind = (said ??
    (applicantClass === 'natural-person' ? 'person' : 'organisation')) as Applicant['kind']
  const usual: IdentityKind = kind === 'person' ? 'resident-id' : 'credit-code'
  return {
    kind,
    name: cells.姓名或者名称,
    identityKind: choice('证件名称', IDENTITY_KINDS, usual),
    identityNumber: cells.证件号码,
    employer: cells.工作单位,
    legalRepresentative: cells.法定代表人,
    contactName: cells.联系人,
    contact: {
      phone: cells.联系电话,
      email: cells.电子邮箱,
      address: cells.通信地址,
      postcode: cells.邮政编码,
      fax: cells.传真号码,
    },
    agent:
      cells.代理人 === ''
        ? null
        : {
            name: cells.代理人,
            identityKind: choice('代理人证件名称', IDENTITY_KINDS, 'resident-id'),
            identityNumber: cells.代理人证件号码,
            phone: cells.代理人电话,
            authority: cells.代理权限,
          },
  }
}

const KINDS = new Map(
  (Object.keys(REQUEST_EVENTS) as RequestEventKind[]).map((kind) => [
    REQUEST_EVENTS[kind].label as string,
    kind,
  ]),
)

function courseEvents(
  { course }: CaseLine,
  say: (column: CaseColumn, what: string) => void,
): readonly ImportedEvent[] | null {
  const events: ImportedEvent[] = []
  for (const step of course) {
    if (step.事项 === NOTE) continue
    const kind = KINDS.get(step.事项)
    const facts = factsOf(step.记录数据)
    if (kind === undefined || facts === null || !isPlainDate(step.日期)) {
      say('申请编号', `的办理经过第${step.序号}步“${step.事项}”不能识别，请从原系统重新导出`)
      return null
    }
    const { office, ...own } = facts
    events.push({
      event: { ...own, kind, on: step.日期 } as RequestEvent,
      office: (office ?? {}) as OfficeFacts,
      note: step.说明 === '' ? null : step.说明,
      recordedAt: momentOf(step.登记时间),
      actor: step.登记人,
    })
  }
  return events
}

function earlierEvents(
  { cells }: CaseLine,
  channel: Channel,
  say: (column: CaseColumn, what: string) => void,
): readonly ImportedEvent[] | null {
  const [receivedOn, concludedOn] = [cells.收到日期, cells.办结日期]
  const result = cells.办理结果.trim()
  if (!isPlainDate(receivedOn)) return null
  if ((concludedOn === '') !== (result === '')) {
    const [missing, there] =
      concludedOn === '' ? (['办结日期', '办理结果'] as const) : (['办理结果', '办结日期'] as const)
    say(missing, `没有填写，已填${there}的应当填写${missing}`)
    return null
  }
  if (concludedOn !== '' && concludedOn < receivedOn) {
    say('办结日期', `（${concludedOn}）早于收到日期（${receivedOn}），请核对`)
    return null
  }
  const outcome = result === '' ? null : outcomeOf(result)
  if (outcome === undefined) {
    say('办理结果', `填的是“${result}”，无法识别，请按年度报告表三的名称填写`)
    return null
  }
  const known = {
    channel,
    receivedOn,
    concludedOn: concludedOn === '' ? null : (concludedOn as PlainDate),
    outcome,
    documentNumber: cells.答复文号.trim(),
  }
  return earlierCourse(known).map((event) => ({
    event,
    office: {},
    note: null,
    recordedAt: null,
    actor: null,
  }))
}

/** An outcome by its own name, or the first that table three counts in the row named. */
function outcomeOf(entry: string): OutcomeCode | undefined {
  const named = OUTCOME_CODES.find((code) => OUTCOMES[code].label === entry)
  if (named !== undefined) return named
  const row = findResultRow(entry, '2021')
  return OUTCOME_CODES.find((code) => rowOfOutcome(code, '2021') === row)
}

function notesOf({ cells, course }: CaseLine): ImportedCase['notes'] {
  const told = course.filter(({ 事项 }) => 事项 === NOTE)
  const remark = cells.备注.trim()
  return [
    ...told.map((step) => ({ body: step.说明, at: momentOf(step.登记时间), actor: step.登记人 })),
    ...(remark === '' ? [] : [{ body: `台账备注：${remark}`, at: null, actor: null }]),
  ]
}

function factsOf(text: string): Record<string, unknown> | null {
  try {
    const facts: unknown = JSON.parse(text)
    return typeof facts === 'object' && facts !== null ? (facts as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function momentOf(text: string): Date | null {
  const moment = new Date(text)
  return text === '' || Number.isNaN(moment.getTime()) ? null : moment
}

function codeOf(table: Readonly<Record<string, { label: string }>>, text: string): string {
  return Object.keys(table).find((code) => table[code]?.label === text.trim()) ?? text.trim()
}

function reminderOf(text: string): MessageChannel | null {
  if (text.trim() === REMINDER_WORDS.mail) return 'mail'
  return text.trim() === REMINDER_WORDS.sms ? 'sms' : null
}
