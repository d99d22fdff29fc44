import { createWriteStream, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { type CommandContext, printJson } from '../command.ts'
import type { ExitCode } from '../exit-code.ts'
import { agencyOf, inInstallation } from '../installation.ts'
import type { Terminal } from '../terminal.ts'

type ExportOptions = Readonly<{ agency?: string; masked?: boolean; reason: string; json?: boolean }>
type ImportOptions = Readonly<{ agency?: string; check?: boolean; json?: boolean }>

/** `mingfu ledger`: the Excel ledger of applications, out and in. */
export function addLedger(program: Command, { terminal, act }: CommandContext) {
  const ledger = program.command('ledger').description('依申请公开台账（xlsx）的导出和导入')
  ledger
    .command('export')
    .description('导出全部申请和办理经过')
    .argument('<输出文件>', '如 台账.xlsx')
    .option('--agency <网址名称>', '所在机关；只有一个机关时不必填写')
    .option('--masked', '遮盖申请人身份信息；遮盖的台账不能再导入')
    .option('--reason <事由>', '导出事由，记入审计日志', '命令行导出')
    .option('--json', '输出 JSON')
    .action(act((file: string, options: ExportOptions) => exportTo(file, options, terminal)))
  ledger
    .command('import')
    .description('导入台账；有一处错误就全部不导入，已有的编号不重复导入')
    .argument('<台账>', '从本系统导出的台账，或者按其样式填写的旧台账')
    .option('--agency <网址名称>', '所在机关；只有一个机关时不必填写')
    .option('--check', '只检查，不导入')
    .option('--json', '输出 JSON')
    .action(act((file: string, options: ImportOptions) => importFrom(file, options, terminal)))
}

function exportTo(file: string, options: ExportOptions, terminal: Terminal): Promise<ExitCode> {
  return inInstallation(async (installation) => {
    const { server, ctx } = installation
    const { agencyId } = await agencyOf(installation, options.agency)
    const identities = options.masked !== true
    const bytes = await server.exportLedger(ctx, { agencyId, identities, reason: options.reason })
    try {
      await pipeline(Readable.from(bytes), createWriteStream(file))
    } catch (error) {
      await rm(file, { force: true })
      throw error
    }
    if (options.json === true) printJson(terminal, { file })
    else terminal.out(`台账已写入${file}\n`)
    return 0
  })
}

function importFrom(file: string, options: ImportOptions, terminal: Terminal): Promise<ExitCode> {
  const bytes = readFileSync(file)
  return inInstallation(async (installation) => {
    const { server, ctx } = installation
    const { agencyId } = await agencyOf(installation, options.agency)
    const check = options.check === true
    const { imported, known, faults } = await server.importLedger(ctx, { agencyId, bytes, check })
    if (options.json === true) printJson(terminal, { imported, known, faults })
    else if (faults.length > 0)
      terminal.err(`${faults.join('\n')}\n台账有${faults.length}处需要更正，没有导入\n`)
    else
      terminal.out(
        `${check ? '可以导入' : '已导入'}${imported}件${known > 0 ? `，另有${known}件系统中已有` : ''}\n`,
      )
    return faults.length > 0 ? 1 : 0
  })
}
