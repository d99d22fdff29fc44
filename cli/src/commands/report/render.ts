import { writeFileSync } from 'node:fs'
import type { ReportOutput } from '@mingfu/report'
import { Option } from 'commander'
import type { AddCommand } from '../../command.ts'
import type { ExitCode } from '../../exit-code.ts'
import { readReportFile, unreadText } from '../../report-files.ts'

const OUTPUTS = ['docx', 'pdf', 'html', 'xlsx', 'json'] as const satisfies readonly ReportOutput[]

type RenderOptions = Readonly<{ to: ReportOutput; out: string }>

/** `mingfu report render`: a report of any form in another, in the statutory form. */
export const addRender: AddCommand = (report, { terminal, act }) => {
  report
    .command('render')
    .description('把年度报告按法定格式转换为 docx、pdf、html、xlsx 或者 json')
    .argument('<文件>', '年度报告文件')
    .addOption(new Option('--to <格式>', '输出格式').choices([...OUTPUTS]).makeOptionMandatory())
    .requiredOption('--out <文件>', '输出文件')
    .action(
      act(async (file: string, { to, out }: RenderOptions): Promise<ExitCode> => {
        const { missingInReport, renderReport } = await import('@mingfu/report')
        const read = await readReportFile(file)
        terminal.err(unreadText(file, read))
        const missing = to === 'pdf' ? missingInReport(read.report) : []
        if (missing.length > 0) terminal.err(`提示：字体中没有“${missing.join('”“')}”，PDF 中以〓代替\n`)
        writeFileSync(out, await renderReport(read.report, to, { missing: 'mark' }))
        terminal.out(`已写入${out}\n`)
        return 0
      }),
    )
}
