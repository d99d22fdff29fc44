import { readFileSync, writeFileSync } from 'node:fs'
import type { FormatId } from '@mingfu/law'
import type { OrgType } from '@mingfu/report'
import { Option } from 'commander'
import { type AddCommand, printJson } from '../../command.ts'
import { CannotDo, type ExitCode } from '../../exit-code.ts'
import { findingsText } from '../../findings-text.ts'
import { yearOption } from '../../options.ts'
import { readReportFile } from '../../report-files.ts'
import { writeReport } from '../../report-output.ts'
import type { Terminal } from '../../terminal.ts'

type CompileOptions = Readonly<{
  agency: string
  year: number
  out?: string
  orgType?: OrgType
  regulations?: boolean
  previous?: string
  json?: boolean
}>

const ORG_TYPES = ['department', 'government', 'township', 'functional_zone'] as const

/** The kind of organ, where its name does not tell. */
export function orgTypeOption(): Option {
  return new Option('--org-type <类型>', '机关类型，不给出时按名称判断').choices([...ORG_TYPES])
}

/** `mingfu report ledger-template`: the blank ledger. */
export const addLedgerTemplate: AddCommand = (report, { terminal, act }) => {
  report
    .command('ledger-template')
    .description('生成空白台账（xlsx），带下拉菜单和填写说明')
    .argument('<输出文件>', '台账文件，如 台账.xlsx')
    .addOption(
      new Option('--format <格式>', '2021 为现行格式，2019 为试行格式')
        .choices(['2021', '2019'])
        .default('2021', '2021'),
    )
    .action(
      act(async (file: string, { format }: Readonly<{ format: FormatId }>): Promise<ExitCode> => {
        const { ledgerTemplate } = await import('@mingfu/report')
        writeFileSync(file, await ledgerTemplate(format))
        terminal.out(`台账已写入${file}\n`)
        return 0
      }),
    )
}

/** `mingfu report compile`: a report from a ledger, in all its forms, with its findings. */
export const addCompile: AddCommand = (report, { terminal, act }) => {
  report
    .command('compile')
    .description('由台账编制年度报告：docx、pdf、html、xlsx、json 和核验结果')
    .argument('<台账>', '填好的台账（xlsx）')
    .requiredOption('--agency <名称>', '机关名称')
    .requiredOption('--year <年度>', '报告年度', yearOption)
    .option('--out <目录>', '输出目录，默认为当前目录下的 report-年度')
    .addOption(orgTypeOption())
    .option('--regulations', '本机关有规章制定权')
    .option('--previous <文件>', '上一年度的报告，用于跨年度核验')
    .option('--json', '输出 JSON')
    .action(act((file: string, options: CompileOptions) => compile(file, options, terminal)))
}

async function compile(file: string, options: CompileOptions, terminal: Terminal): Promise<ExitCode> {
  const { agency, year, orgType, regulations } = options
  const { checkReport, compileReport, readLedger } = await import('@mingfu/report')
  const { formatForYear } = await import('@mingfu/law')
  const format = formatForYear(year)
  const { ledger, faults } = readLedger(readFileSync(file), format)
  if (faults.length > 0) {
    for (const { message } of faults) terminal.err(`${message}\n`)
    throw new CannotDo(`台账有${faults.length}处需要更正，没有生成报告`)
  }
  const previous = options.previous === undefined ? undefined : await readReportFile(options.previous)
  const report = compileReport(ledger, {
    agency,
    year,
    format,
    ...(orgType === undefined ? {} : { orgType }),
    ...(regulations === undefined ? {} : { canMakeRegulations: regulations }),
    ...(previous === undefined ? {} : { previous: previous.report }),
  })
  const checked = checkReport(report, file)
  const files = await writeReport(report, checked, options.out ?? `report-${year}`, terminal)
  if (options.json === true) printJson(terminal, { files, findings: checked })
  else terminal.out(`${files.map((each) => `已写入${each}\n`).join('')}\n${findingsText([checked])}`)
  return checked.summary.errors + checked.summary.warnings > 0 ? 1 : 0
}
