import { userInfo } from 'node:os'
import type { Verdict } from '@mingfu/report'
import type { AddCommand } from '../../command.ts'
import { CannotDo, type ExitCode } from '../../exit-code.ts'
import { readReportFile } from '../../report-files.ts'
import type { Terminal } from '../../terminal.ts'
import { readVerdictFile, writeVerdictFile } from '../../verdict-file.ts'

type VerdictOptions = Readonly<{
  finding: string
  confirmed?: string
  explained?: string
  by?: string
  verdicts: string
}>

/** `mingfu report verdict`: a person answers for a finding; the next check remembers it. */
export const addVerdictCommand: AddCommand = (report, { terminal, act }) => {
  report
    .command('verdict')
    .description('对一个问题作出判定（属实或者说明理由），写入判定文件，以后核验时沿用')
    .argument('<文件>', '年度报告文件')
    .requiredOption('--finding <指纹>', '问题的指纹，见 mingfu report check 的输出；写前几位即可')
    .option('--confirmed <文字>', '属实，以及如何处理')
    .option('--explained <文字>', '有正当理由，说明是什么')
    .option('--by <姓名>', '判定人，默认为本机用户')
    .requiredOption('--verdicts <文件>', '判定文件，没有时新建')
    .action(act((file: string, options: VerdictOptions) => give(file, options, terminal)))
}

async function give(file: string, options: VerdictOptions, terminal: Terminal): Promise<ExitCode> {
  const { addVerdict, checkReport, VERDICT_KINDS } = await import('@mingfu/report')
  const kind = options.explained === undefined ? 'confirmed' : 'explained'
  const words = (options.explained ?? options.confirmed ?? '').trim()
  if (options.explained !== undefined && options.confirmed !== undefined)
    throw new CannotDo('--confirmed 和 --explained 只能给出一个')
  if (words === '') throw new CannotDo('请用 --confirmed 或者 --explained 写明判定的文字')
  const read = await readReportFile(file)
  const found = checkReport(read.report, file, read).findings.filter(({ fingerprint }) =>
    fingerprint.startsWith(options.finding),
  )
  const [finding] = found
  if (finding === undefined)
    throw new CannotDo(`${file}里没有指纹为${options.finding}的问题，请先核验一次，抄写最新的指纹`)
  if (found.length > 1) throw new CannotDo(`指纹${options.finding}对应${found.length}个问题，请多写几位`)
  const { fingerprint, rule, message } = finding
  const verdict: Verdict = {
    fingerprint,
    verdict: kind,
    words,
    by: options.by ?? userInfo().username,
    on: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()),
    rule,
    message,
    file,
  }
  await writeVerdictFile(options.verdicts, addVerdict(await readVerdictFile(options.verdicts), verdict))
  terminal.out(`${rule} ${VERDICT_KINDS[kind]}：${words}\n已写入${options.verdicts}\n`)
  return 0
}
