import type { Command } from 'commander'
import { type CommandContext, printJson } from '../command.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Terminal } from '../terminal.ts'

type Options = Readonly<{ json?: boolean }>

/** `mingfu restore`: a backup back into an installation that has nothing in it. */
export function addRestore(program: Command, { terminal, act }: CommandContext) {
  program
    .command('restore')
    .description('恢复：把备份恢复到全新的数据目录或者空库；先核对摘要，要么全部恢复，要么不动')
    .argument('<备份目录>')
    .option('--json', '输出 JSON')
    .action(act((from: string, options: Options) => bringBack(from, options, terminal)))
}

async function bringBack(from: string, { json }: Options, terminal: Terminal): Promise<ExitCode> {
  const { readConfig, restore } = await import('@mingfu/server')
  const config = readConfig(process.env)
  const restored = await restore(config, { from, onStep: (step) => terminal.err(`${step}\n`) })
  const { tables, rows, files } = restored
  if (json === true) printJson(terminal, { home: config.home, ...restored })
  else
    terminal.out(
      `恢复完成：数据表${tables}张，${rows}行，文件${files}个，在 ${config.home}。建议执行 mingfu doctor 检查。\n`,
    )
  return 0
}
