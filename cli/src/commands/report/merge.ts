import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { OrgType, Reconciliation } from '@mingfu/report'
import { type AddCommand, printJson } from '../../command.ts'
import { CannotDo, type ExitCode } from '../../exit-code.ts'
import { findingsText } from '../../findings-text.ts'
import { yearOption } from '../../options.ts'
import { inParallel, startProgress } from '../../progress.ts'
import { readReportFile, reportFiles } from '../../report-files.ts'
import { writeReport } from '../../report-output.ts'
import type { Terminal } from '../../terminal.ts'
import { orgTypeOption } from './compile.ts'

type MergeOptions = Readonly<{
  agency: string
  year: number
  out?: string
  orgType?: OrgType
  roster?: string
  against?: string
  json?: boolean
}>

/** `mingfu report merge`: the sum over units, with a line for each. */
export const addMerge: AddCommand = (report, { terminal, act }) => {
  report
    .command('merge')
    .description('汇总各单位的年度报告，并逐单位对账')
    .argument('<文件...>', '各单位的年度报告，也可以是目录或者通配符')
    .requiredOption('--agency <名称>', '汇总机关名称')
    .requiredOption('--year <年度>', '报告年度', yearOption)
    .option('--out <目录>', '输出目录，默认为当前目录下的 report-年度')
    .option('--roster <文件>', '应报单位名册，一行一个单位')
    .option('--against <文件>', '已有的汇总报告，逐格核对并指出先问哪个单位')
    .addOption(orgTypeOption())
    .option('--json', '输出 JSON')
    .action(act((names: readonly string[], options: MergeOptions) => merge(names, options, terminal)))
}

async function merge(names: readonly string[], options: MergeOptions, terminal: Terminal): Promise<ExitCode> {
  const { agency, year, orgType } = options
  const { checkReport, mergeReports, reconcile, reconciliationXlsx } = await import('@mingfu/report')
  const files = reportFiles(names)
  const progress = startProgress(terminal, '正在读取', files.length)
  const read = await inParallel(files, availableParallelism(), async (file) => {
    const { report } = await readReportFile(file)
    progress.step()
    return report
  })
  progress.done()
  const roster = options.roster === undefined ? undefined : rosterOf(options.roster)
  const merged = mergeReports(read, {
    agency,
    year,
    ...(orgType === undefined ? {} : { orgType }),
    ...(roster === undefined ? {} : { roster }),
  })
  for (const { message } of merged.faults) terminal.err(`${message}\n`)
  if (merged.units.length === 0) throw new CannotDo(`没有可以汇总的${year}年度报告`)
  const directory = options.out ?? `report-${year}`
  const checked = checkReport(merged.report, agency)
  const written = await writeReport(merged.report, checked, directory, terminal)
  const reconciliation = join(directory, 'reconciliation.xlsx')
  const format = merged.report.meta.format ?? '2021'
  const stated = options.against === undefined ? undefined : (await readReportFile(options.against)).report
  const accounts = reconcile(merged, read, {
    format,
    ...(roster === undefined ? {} : { roster }),
    ...(stated === undefined ? {} : { stated }),
  })
  writeFileSync(reconciliation, await reconciliationXlsx(merged, format, accounts))
  const all = [...written, reconciliation]
  if (options.json === true)
    printJson(terminal, {
      files: all,
      units: merged.units.length,
      faults: merged.faults,
      reconciliation: accounts,
      findings: checked,
    })
  else {
    terminal.out(
      `汇总${merged.units.length}个单位\n${accountsText(accounts)}${all.map((each) => `已写入${each}\n`).join('')}\n${findingsText([checked])}`,
    )
  }
  const faulty =
    merged.faults.length > 0 ||
    accounts.unitFaults.length + accounts.differences.length > 0 ||
    checked.summary.errors + checked.summary.warnings > 0
  return faulty ? 1 : 0
}

function accountsText({ unitFaults, missing, strangers, repeated, differences }: Reconciliation): string {
  const lines = [
    ...missing.map((unit) => `缺少报告：${unit}`),
    ...strangers.map((unit) => `不在名册：${unit}`),
    ...repeated.map((unit) => `重复汇入：${unit}`),
    ...unitFaults.map(({ unit, rule, message }) => `${unit}的数字有误：${rule} ${message}`),
    ...differences.map(({ name, stated, sum, suspects }) => {
      const ask = suspects.map(({ unit, why }) => `${unit}（${why}）`).join('、')
      return `${name}：汇总报告为${stated}，各单位之和为${sum}${ask === '' ? '' : `，先问${ask}`}`
    }),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function rosterOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
