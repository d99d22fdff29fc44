import type { ReadReport } from '@mingfu/report'
import { type AddCommand, printJson } from '../../command.ts'
import type { ExitCode } from '../../exit-code.ts'
import { othersText, REPORT_KINDS, readReportFile, unreadText } from '../../report-files.ts'

/** `mingfu report read`: what stands in a report, cell by cell. */
export const addRead: AddCommand = (report, { terminal, act }) => {
  report
    .command('read')
    .description(`读取年度报告（${REPORT_KINDS}），得出各单元格`)
    .argument('<文件>', '年度报告文件')
    .option('--json', '输出 JSON')
    .action(
      act(async (file: string, { json }: Readonly<{ json?: boolean }>): Promise<ExitCode> => {
        const read = await readReportFile(file)
        if (json === true) {
          printJson(terminal, presented(read))
          return 0
        }
        terminal.out(`${summary(file, read)}${othersText(read)}`)
        terminal.err(unreadText(file, read))
        return 0
      }),
    )
}

type Presented = Pick<ReadReport, 'report' | 'unread'> & {
  cells: Record<string, unknown>
  others?: readonly Presented[]
}

/** Of several reports in one file the first is the answer; the others come beside it, in the same form. */
function presented({ report, cells, unread, others = [] }: ReadReport): Presented {
  const shown = Object.entries(cells).map(([id, { raw, value, where }]) => [id, { raw, value, where }])
  const first = { report, cells: Object.fromEntries(shown), unread }
  return others.length === 0 ? first : { ...first, others: others.map(presented) }
}

function summary(file: string, { report, cells }: ReadReport): string {
  const { orgName, reportYear, format } = report.meta
  const all = Object.values(cells)
  const lines = [
    `文件：${file}`,
    `机关：${orgName ?? '未识别'}`,
    `年度：${reportYear ?? '未识别'}`,
    `格式：${format === undefined ? '未识别' : format === '2019' ? '试行格式（2019、2020年度）' : '现行格式（2021年度起）'}`,
    `单元格：读出${all.length}个，其中数字${all.filter(({ value }) => value !== null).length}个`,
    `部分：${(report.sections ?? []).map(({ heading }) => heading).join('，') || '未识别'}`,
    '',
  ]
  const figures = Object.entries(cells).map(([id, { raw }]) => `${id}\t${raw}`)
  return `${[...lines, ...figures].join('\n')}\n`
}
