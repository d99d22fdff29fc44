import { readFileSync } from 'node:fs'
import {
  type HolidayNotice,
  type LocalHolidayNotice,
  noticeNumberText,
  type PlainDate,
  plainDateText,
  readHolidayNotice,
  type WorkingCalendar,
  weekdayText,
  yearOf,
} from '@mingfu/law'
import type { DeadlineMoved } from '@mingfu/server'
import type { Command } from 'commander'
import { keepNotice, loadCalendar, noticesOf } from '../calendar-store.ts'
import { type CommandContext, printJson } from '../command.ts'
import { CannotDo, type ExitCode } from '../exit-code.ts'
import { collected, dateOption, yearOption } from '../options.ts'
import type { Terminal } from '../terminal.ts'

type JsonOption = Readonly<{ json?: boolean }>
type CheckOptions = JsonOption & Readonly<{ region: readonly string[] }>

/** `mingfu calendar`: working days by the yearly holiday notices. */
export function addCalendar(program: Command, { terminal, act }: CommandContext) {
  const calendar = program.command('calendar').description('工作日历：依据国务院办公厅放假安排通知')
  calendar
    .command('check')
    .description('核对工作日历收录的年份，或者查询某一天是否工作日')
    .argument('[日期]', '要查询的日期', dateOption)
    .option('--region <地区>', '同时适用该地区的地方假日，可以重复给出', collected, [])
    .option('--json', '输出 JSON')
    .action(act((on: PlainDate | undefined, options: CheckOptions) => check(on, options, terminal)))
  calendar
    .command('show')
    .description('列出一年的放假、调休上班安排')
    .argument('<年度>', '年度，如 2025', yearOption)
    .option('--json', '输出 JSON')
    .action(act((year: number, options: JsonOption) => show(year, options, terminal)))
  calendar
    .command('import')
    .description('导入一年的放假安排通知：通知原文（txt）或者 JSON')
    .argument('<文件>', '通知文件')
    .option('--json', '输出 JSON')
    .action(act((file: string, options: JsonOption) => importNotice(file, options, terminal)))
}

function check(on: PlainDate | undefined, { json, region }: CheckOptions, terminal: Terminal): ExitCode {
  const calendar = loadCalendar(region)
  if (on !== undefined) return checkDay(on, calendar, json === true, terminal)
  const { notices, knownFrom, knownThrough } = calendar
  const unverified = notices.filter(({ number }) => number === null)
  if (json === true) {
    printJson(terminal, {
      knownFrom,
      knownThrough,
      notices: notices.map(({ year, title, number, amends }) => ({ year, title, number, amends })),
      unverified: unverified.map(({ year, title }) => ({ year, title })),
    })
    return 0
  }
  terminal.out(`工作日历收录${yearOf(knownFrom)}年至${yearOf(knownThrough)}年，共${notices.length}份通知。\n`)
  terminal.out(
    `${plainDateText(knownThrough)}以后的日期按星期推算，期限标注为暂定；通知公布后请用 mingfu calendar import 导入。\n`,
  )
  for (const { title } of unverified) terminal.out(`文号待核：${title}\n`)
  return 0
}

function checkDay(on: PlainDate, calendar: WorkingCalendar, json: boolean, terminal: Terminal): ExitCode {
  const kind = calendar.dayKind(on)
  const workingDay = calendar.isWorkingDay(on)
  const notice = 'notice' in kind ? kind.notice : undefined
  const provisional = calendar.isProvisional(on)
  const name = 'name' in kind ? kind.name : null
  if (json) {
    printJson(terminal, {
      on,
      workingDay,
      kind: kind.kind,
      name,
      notice: notice?.number ?? null,
      provisional,
    })
    return 0
  }
  const why =
    notice === undefined
      ? weekdayText(on)
      : `${weekdayText(on)}，${name}${workingDay ? '调休上班' : '放假'}，${noticeNumberText(notice)}`
  const tail = provisional ? '（暂定，该年度放假安排尚未公布）' : ''
  terminal.out(`${plainDateText(on)}${workingDay ? '是工作日' : '不是工作日'}（${why}）${tail}\n`)
  return 0
}

function show(year: number, { json }: JsonOption, terminal: Terminal): ExitCode {
  const calendar = loadCalendar()
  const notices = noticesOf(year)
  if (notices.length === 0) {
    throw new CannotDo(`没有${year}年的放假安排，通知公布后请用 mingfu calendar import 导入`)
  }
  const workingDays = calendar.workingDaysInYear(year)
  if (json === true) {
    printJson(terminal, { year, workingDays, notices })
    return 0
  }
  terminal.out(`${year}年共${workingDays}个工作日\n`)
  for (const notice of notices) terminal.out(`\n${noticeText(notice)}`)
  return 0
}

function noticeText(notice: HolidayNotice | LocalHolidayNotice): string {
  const region = 'region' in notice ? `${notice.region}：` : ''
  const lines = notice.holidays.map(({ name, from, to, workedOn }) => {
    const span = from === to ? plainDateText(from) : `${plainDateText(from)}至${plainDateText(to)}`
    const worked = workedOn.map((on) => `${plainDateText(on)}（${weekdayText(on)}）`).join('、')
    return `  ${name}：${span}放假${worked === '' ? '' : `；${worked}上班`}\n`
  })
  return `${region}${notice.title}（${noticeNumberText(notice)}）\n${lines.join('')}`
}

async function importNotice(file: string, { json }: JsonOption, terminal: Terminal): Promise<ExitCode> {
  const ruling = readHolidayNotice(textOf(readFileSync(file)))
  if (!ruling.granted) throw new CannotDo(`通知没有导入：${ruling.refusal.reason}`)
  const kept = keepNotice(ruling.value)
  const { knownThrough } = loadCalendar()
  const moved = await deadlinesMoved()
  if (json === true) {
    printJson(terminal, { file: kept, notice: ruling.value, knownThrough, moved })
    return 0
  }
  terminal.out(`${noticeText(ruling.value)}已存入${kept}，工作日历收录至${plainDateText(knownThrough)}\n`)
  if ('region' in ruling.value) {
    terminal.out(`地方假日只对适用“${ruling.value.region}”的机关计算，请在“系统—办理口径”中选择\n`)
  }
  if (moved !== null) terminal.out(movedText(moved))
  return 0
}

/** The open requests of the installation read again by the new notice; `null` where there is no installation. */
async function deadlinesMoved(): Promise<readonly DeadlineMoved[] | null> {
  const { readConfig, recomputeEverywhere } = await import('@mingfu/server')
  return recomputeEverywhere(readConfig(process.env))
}

function movedText(moved: readonly DeadlineMoved[]): string {
  if (moved.length === 0) return '没有在办申请的答复期限因此变动\n'
  const day = (on: PlainDate | null) => (on === null ? '未定' : plainDateText(on))
  const lines = moved.map(
    ({ agencyName, number, from, to }) => `  ${agencyName}  ${number}：${day(from)} → ${day(to)}\n`,
  )
  return `下列${moved.length}件在办申请的答复期限已经重新计算：\n${lines.join('')}`
}

/** UTF-8, or else the encoding that older Chinese programs write. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
