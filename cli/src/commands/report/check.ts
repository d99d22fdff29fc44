import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { CheckedReport, ReadReport } from '@mingfu/report'
import { type AddCommand, printJson } from '../../command.ts'
import { type ExitCode, sentenceOf } from '../../exit-code.ts'
import { findingsText } from '../../findings-text.ts'
import { inParallel, startProgress } from '../../progress.ts'
import { readReportFile, reportFiles } from '../../report-files.ts'
import type { Terminal } from '../../terminal.ts'

type CheckOptions = Readonly<{ previous?: string; json?: boolean; html?: string }>

type Checked =
  | Readonly<{ file: string; checked: CheckedReport }>
  | Readonly<{ file: string; unreadable: string }>

/** `mingfu report check`: every rule over every file. */
export const addCheck: AddCommand = (report, { terminal, act }) => {
  report
    .command('check')
    .description('核验年度报告：格式、勾稽关系、文字与表格、跨年度、公布')
    .argument('<文件...>', '年度报告文件，也可以是目录或者通配符')
    .option('--previous <文件>', '上一年度的报告，用于跨年度核验')
    .option('--json', '输出 JSON')
    .option('--html <文件>', '把核验结果写成网页')
    .action(act((names: readonly string[], options: CheckOptions) => check(names, options, terminal)))
}

async function check(names: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const files = reportFiles(names)
  const previous = options.previous === undefined ? undefined : await readReportFile(options.previous)
  const progress = startProgress(terminal, '正在核验', files.length)
  const results = await inParallel(files, availableParallelism(), async (file) => {
    const result = await checkFile(file, files.length === 1, previous)
    progress.step()
    return result
  })
  progress.done()
  for (const result of results) {
    if ('unreadable' in result) terminal.err(`${result.file}：${result.unreadable}\n`)
  }
  const checked = results.flatMap((result) => ('checked' in result ? [result.checked] : []))
  if (checked.length === 0) return 2
  if (options.html !== undefined) {
    const { findingsHtml } = await import('@mingfu/report')
    writeFileSync(options.html, findingsHtml(checked))
  }
  if (options.json === true) printJson(terminal, checked)
  else terminal.out(findingsText(checked))
  const faulty = checked.some(({ summary }) => summary.errors + summary.warnings > 0)
  return faulty || checked.length < files.length ? 1 : 0
}

/** The report of the year before belongs to a file alone, or to the files of the same organ. */
async function checkFile(file: string, alone: boolean, previous: ReadReport | undefined): Promise<Checked> {
  try {
    const { checkReport, withPrevious } = await import('@mingfu/report')
    const read = await readReportFile(file)
    const isSameOrgan = previous?.report.meta.orgName === read.report.meta.orgName
    const report =
      previous !== undefined && (alone || isSameOrgan)
        ? withPrevious(read.report, previous.report)
        : read.report
    return { file, checked: checkReport(report, file, read) }
  } catch (error) {
    return { file, unreadable: sentenceOf(error) }
  }
}
