import {
  CHANNELS,
  type Channel,
  type Clock,
  calendarPicture,
  citationText,
  type LedgerStep,
  ledgerDays,
  ledgerText,
  otherReadings,
  type PlainDate,
  plainDateText,
  RECEIPT_RULES,
  type Reading,
  type RequestEvent,
  readClock,
  readSettings,
  readToday,
  SETTING_CHOICES,
  type SettingQuestion,
  type Settings,
  type Violation,
  type WorkingCalendar,
  weekdayText,
} from '@mingfu/law'
import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { loadCalendar } from '../calendar-store.ts'
import { type CommandContext, printJson } from '../command.ts'
import { CannotDo, type ExitCode } from '../exit-code.ts'
import { collected, dateOption, kebabCase } from '../options.ts'
import type { Terminal } from '../terminal.ts'
import { eventHelp, readEvents } from './clock-events.ts'

type ClockOptions = Readonly<{
  received: PlainDate
  channel: Channel
  event: readonly string[]
  setting: readonly string[]
  today?: PlainDate
  brief?: boolean
  json?: boolean
}>

/** `mingfu clock`: the deadline of a request from its dates, with every day and its article. */
export function addClock(program: Command, { terminal, act }: CommandContext) {
  program
    .command('clock')
    .description('计算答复期限：从收到申请之日和经过的事件，得出期限届满日和逐日依据')
    .requiredOption('--received <日期>', '收到申请之日（网上、传真、平常信函为提交或者到达之日）', dateOption)
    .option('--channel <渠道>', `申请渠道：${channelHelp()}`, channelOption, 'in-person')
    .option('--event <种类@日期>', '经过的事件，可以重复给出', collected, [])
    .option('--setting <名称=值>', '法律没有规定的算法口径，可以重复给出', collected, [])
    .option('--today <日期>', '显示这一天的状态', dateOption)
    .option('--brief', '只列关键节点，不画日历、不逐日列出')
    .option('--json', '输出 JSON')
    .addHelpText('after', `\n事件的种类：\n${eventHelp()}\n\n算法口径：\n${settingHelp()}`)
    .action(act((options: ClockOptions) => clock(options, terminal)))
}

function clock(options: ClockOptions, terminal: Terminal): ExitCode {
  const settings = settingsOf(options.setting)
  const calendar = loadCalendar(settings.regionalHolidays)
  const { events, notes } = readEvents(options.event, calendar)
  const all = [...receiptEvents(options, events), ...events]
  const read = readClock(all, calendar, settings)
  const readings = otherReadings(all, calendar, settings)
  if (options.json === true) printJson(terminal, { ...presented(read, calendar, options.today), readings })
  else printClock(read, readings, calendar, options, terminal)
  for (const note of notes) terminal.err(`提示：${note}\n`)
  return read.violations.some(({ severity }) => severity === 'error') ? 1 : 0
}

/** The receipt by channel. Without a confirmation of its own, what needs one counts as confirmed at once. */
function receiptEvents(
  { received: on, channel }: ClockOptions,
  events: readonly RequestEvent[],
): readonly RequestEvent[] {
  const confirmed: readonly RequestEvent[] =
    RECEIPT_RULES[channel].confirmed && !events.some(({ kind }) => kind === 'confirmed')
      ? [{ kind: 'confirmed', on }]
      : []
  switch (channel) {
    case 'in-person':
    case 'oral':
    case 'post-signed':
      return [{ kind: 'received', on, channel }]
    case 'post-ordinary':
      return [{ kind: 'arrived', on, channel }, ...confirmed]
    case 'online':
    case 'email':
    case 'fax':
      return [{ kind: 'submitted', on, channel }, ...confirmed]
  }
}

/** The clock as other programs read it: days as text, articles in words. */
function presented(read: Clock, calendar: WorkingCalendar, today: PlainDate | undefined) {
  const { receipt, steps, violations, gaps, waiting, stopped } = read
  return {
    receivedOn: read.receivedOn,
    dueOn: read.dueOn,
    provisional: read.provisional,
    baseDueOn: read.baseDueOn,
    riskDueOn: read.riskDueOn,
    restartedOn: read.restartedOn,
    channel: receipt?.channel ?? null,
    limitInWorkingDays: read.limitInWorkingDays,
    extendedByWorkingDays: read.extendedByWorkingDays,
    correctionDueOn: read.correctionDueOn,
    respondBy: read.respondBy,
    feePayBy: read.feePayBy,
    paused: read.paused,
    waiting,
    gaps,
    stopped,
    ...(today === undefined ? {} : { today: readToday(read, today, calendar) }),
    violations: violations.map(presentedViolation),
    steps: steps.map(presentedStep),
    days: ledgerDays(read, calendar).map(presentedStep),
  }
}

function presentedStep({ on, kind, text, basis, workingDay, count }: LedgerStep) {
  return { on, kind, text, basis: basis === null ? null : citationText(basis), workingDay, count }
}

function presentedViolation({ code, on, text, basis, severity }: Violation) {
  return { code, on, text, basis: citationText(basis), severity }
}

function printClock(
  read: Clock,
  readings: readonly Reading[],
  calendar: WorkingCalendar,
  { today, brief }: ClockOptions,
  terminal: Terminal,
) {
  const day = (on: PlainDate) => `${plainDateText(on)}（${weekdayText(on)}）`
  const lines = [
    `收到申请之日：${read.receivedOn === null ? '尚未确认收到' : day(read.receivedOn)}`,
    read.dueOn === null
      ? `答复期限：${whyNoDeadline(read)}`
      : `答复期限届满：${day(read.dueOn)}${read.provisional ? '（暂定，该年度放假安排尚未公布）' : ''}`,
    ...(read.riskDueOn === null || read.riskDueOn === read.dueOn
      ? []
      : [`按最严格的理解：${day(read.riskDueOn)}`]),
    ...readings.map(({ text, dueOn }) => `另一种算法：${day(dueOn)}（${text}）`),
    ...(read.correctionDueOn === null
      ? []
      : [`告知补正最迟：${day(read.correctionDueOn)}${provisionalMark(read.correctionDueOn, calendar)}`]),
    ...(read.feePayBy === null
      ? []
      : [`缴费最迟：${day(read.feePayBy)}${provisionalMark(read.feePayBy, calendar)}`]),
    ...(today === undefined ? [] : [todayLine(read, today, calendar)]),
    ...read.violations.map(({ text, basis }) => `程序问题：${text}（${citationText(basis)}）`),
  ]
  const parts = [lines.join('\n'), ledgerText(read.steps)]
  const days = ledgerDays(read, calendar)
  if (brief !== true && days.length > 0) {
    parts.push(calendarPicture(read, calendar), `逐日计算：\n${ledgerText(days)}`)
  }
  terminal.out(`${parts.join('\n\n')}\n`)
}

function provisionalMark(on: PlainDate, calendar: WorkingCalendar): string {
  return calendar.isProvisional(on) ? '（暂定）' : ''
}

function whyNoDeadline({ waiting, stopped }: Clock): string {
  if (waiting !== null)
    return waiting.for === 'payment'
      ? '等待申请人缴费，缴费次日起计算'
      : '等待申请人补正，收到补正之日起重新计算'
  return stopped === null ? '收到申请后起算' : '已经终止'
}

function todayLine(read: Clock, today: PlainDate, calendar: WorkingCalendar): string {
  const { workingDaysUsed, workingDaysLeft, workingDaysLate } = readToday(read, today, calendar)
  const left =
    workingDaysLeft === null
      ? ''
      : workingDaysLate > 0
        ? `，逾期${workingDaysLate}个工作日`
        : `，剩余${workingDaysLeft}个工作日`
  return `截至${plainDateText(today)}：已用${workingDaysUsed}个工作日${left}`
}

function channelHelp(): string {
  return Object.entries(CHANNELS)
    .map(([id, { label }]) => `${id} ${label}`)
    .join('、')
}

function channelOption(text: string): Channel {
  const id = kebabCase(text)
  const found = Object.entries(CHANNELS).find(([each, { label }]) => each === id || label === text)
  if (found === undefined) throw new InvalidArgumentError(`没有“${text}”这种申请渠道，可选：${channelHelp()}`)
  return found[0] as Channel
}

function settingHelp(): string {
  const lines = Object.entries<SettingQuestion>(SETTING_CHOICES).map(([name, { label, choices }]) => {
    const readings = choices.map(({ value, text }) => `\n      ${value}　${text}`).join('')
    return `  ${name}　${label}${readings}`
  })
  return [...lines, '  regionalHolidays=地区　适用已导入的地方假日，可以重复给出'].join('\n')
}

function settingsOf(texts: readonly string[]): Settings {
  const given: Record<string, unknown> = {}
  const regions: string[] = []
  for (const text of texts) {
    const [name = '', value = ''] = text.split('=')
    if (name === 'regionalHolidays') regions.push(value)
    else given[name] = typed(name, value)
  }
  const ruling = readSettings({ ...given, regionalHolidays: regions })
  if (!ruling.granted) throw new CannotDo(`${ruling.refusal.reason}。可用的口径见 mingfu clock --help`)
  return ruling.value
}

/** The value of that name which is written so; what is none stays text, to be refused by name. */
function typed(name: string, value: string): unknown {
  const asked = (SETTING_CHOICES as Readonly<Record<string, SettingQuestion>>)[name]
  return asked?.choices.find((choice) => String(choice.value) === value)?.value ?? value
}
