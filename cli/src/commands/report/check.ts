import { existsSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { JudgedReport, PriorReport, ReadReport, UnreadFile } from '@mingfu/report'
import { checkEach } from '../../check-each.ts'
import { openJournal } from '../../check-journal.ts'
import { type CheckResult, checkInPool } from '../../check-pool.ts'
import { type AddCommand, printJson } from '../../command.ts'
import { CannotDo, type ExitCode, sentenceOf } from '../../exit-code.ts'
import { findingsText, summaryText } from '../../findings-text.ts'
import { inParallel, startProgress } from '../../progress.ts'
import { readReportFile, reportFiles } from '../../report-files.ts'
import type { Terminal } from '../../terminal.ts'
import { readVerdictFile } from '../../verdict-file.ts'

type CheckOptions = Readonly<{
  previous?: string
  verdicts?: string
  resume?: string
  json?: boolean
  html?: string
  xlsx?: string
}>

/** `mingfu report check`: every rule over every file. */
export const addCheck: AddCommand = (report, { terminal, act }) => {
  report
    .command('check')
    .description('核验年度报告：格式、勾稽关系、文字与表格、跨年度、公布')
    .argument('<文件...>', '年度报告文件，也可以是目录或者通配符')
    .option('--previous <文件或目录>', '上一年度的报告，用于跨年度核验；目录里的报告按机关名称对应')
    .option('--verdicts <文件>', '判定文件：已说明的问题不再计入结果（见 mingfu report verdict）')
    .option('--resume <文件>', '进度文件：中断后再次运行时跳过已经核验的文件')
    .option('--json', '输出 JSON')
    .option('--html <文件>', '把核验结果写成网页；多个文件时是可以筛选的总览')
    .option('--xlsx <文件>', '把汇总表和全部问题写成电子表格')
    .action(act((names: readonly string[], options: CheckOptions) => check(names, options, terminal)))
}

async function check(names: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const files = reportFiles(names)
  const verdicts = options.verdicts === undefined ? [] : await readVerdictFile(options.verdicts)
  const results = await checkAll(files, options, terminal)
  for (const result of results) {
    if ('unreadable' in result) terminal.err(`${result.file}：${result.unreadable}\n`)
  }
  const { withVerdicts } = await import('@mingfu/report')
  const checked = results.flatMap((result) =>
    'checked' in result ? [result.checked, ...(result.others ?? [])] : [],
  )
  if (checked.length === 0) return 2
  const judged = checked.map((one) => withVerdicts(one, verdicts))
  const unreadable = results.flatMap((result) =>
    'unreadable' in result ? [{ file: result.file, why: result.unreadable }] : [],
  )
  await writeFiles(judged, unreadable, options)
  if (options.json === true) printJson(terminal, options.verdicts === undefined ? checked : judged)
  else
    terminal.out(
      `${findingsText(judged)}${results.length > 1 || judged.length > 1 ? `\n${summaryText(judged, unreadable.length)}` : ''}`,
    )
  return judged.some(isFaulty) || unreadable.length > 0 ? 1 : 0
}

/** Errors and warnings that nobody has explained. */
function isFaulty({ findings }: JudgedReport): boolean {
  return findings.some(({ severity, verdict }) => severity !== 'info' && verdict?.verdict !== 'explained')
}

async function writeFiles(
  judged: readonly JudgedReport[],
  unreadable: readonly UnreadFile[],
  { html, xlsx }: CheckOptions,
): Promise<void> {
  const { findingsHtml, findingsOverviewHtml, findingsXlsx } = await import('@mingfu/report')
  if (html !== undefined) {
    const isOne = judged.length === 1 && unreadable.length === 0
    writeFileSync(html, isOne ? findingsHtml(judged) : findingsOverviewHtml(judged, unreadable))
  }
  if (xlsx !== undefined) writeFileSync(xlsx, await findingsXlsx(judged, unreadable))
}

async function checkAll(
  files: readonly string[],
  { previous, resume }: CheckOptions,
  terminal: Terminal,
): Promise<readonly CheckResult[]> {
  const journal = resume === undefined ? undefined : openJournal(resume)
  const results = new Map<string, CheckResult>()
  for (const file of files) {
    const before = journal?.find(file)
    if (before !== undefined) results.set(file, before)
  }
  const open = files.filter((file) => !results.has(file))
  if (results.size > 0) terminal.err(`已核验过${results.size}个文件，继续核验其余${open.length}个\n`)
  const previousOf = previous === undefined ? undefined : await previousReports(previous, files.length === 1)
  const progress = startProgress(terminal, '正在核验', open.length)
  const keep = (result: CheckResult) => {
    results.set(result.file, result)
    journal?.keep(result)
    progress.step()
  }
  if (open.length === 1 && open[0] !== undefined) keep(await checkOne(open[0], previousOf))
  else {
    const workers = availableParallelism()
    await checkInPool(open, { workers, ...(previousOf ? { previousOf } : {}), onResult: keep })
  }
  progress.done()
  return files.flatMap((file) => results.get(file) ?? [])
}

/** A single file needs no pool. */
async function checkOne(file: string, previousOf: PreviousOf | undefined): Promise<CheckResult> {
  try {
    const read = await readReportFile(file)
    return await checkEach(file, read, (orgName) => previousOf?.(orgName) ?? null)
  } catch (error) {
    return { file, unreadable: sentenceOf(error) }
  }
}

type PreviousOf = (orgName: string | null) => PriorReport | null

/** One file of last year belongs to a file alone, or to the files of the same organ; a directory is matched by name. */
async function previousReports(path: string, alone: boolean): Promise<PreviousOf> {
  if (!existsSync(path)) throw new CannotDo(`找不到上一年度的报告“${path}”，请检查文件名或者目录`)
  const { withPrevious } = await import('@mingfu/report')
  const priorOf = ({ report }: ReadReport) => withPrevious(report, report).prior ?? null
  if (!statSync(path).isDirectory()) {
    const read = await readReportFile(path)
    const prior = priorOf(read)
    return (orgName) => (alone || orgName === read.report.meta.orgName ? prior : null)
  }
  const byName = new Map<string, PriorReport | null>()
  await inParallel(reportFiles([path]), availableParallelism(), async (file) => {
    try {
      const read = await readReportFile(file)
      const { orgName } = read.report.meta
      if (orgName !== undefined) byName.set(orgName, priorOf(read))
    } catch {
      // A report of last year that cannot be read leaves the rules across years open for its organ.
    }
  })
  return (orgName) => (orgName === null ? null : (byName.get(orgName) ?? null))
}
