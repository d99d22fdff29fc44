import type { Command } from 'commander'
import { type CommandContext, printJson } from '../command.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Terminal } from '../terminal.ts'

type Options = Readonly<{ out?: string; withKeys?: boolean; json?: boolean }>

/** `mingfu backup`: everything that is kept, as of one moment, in a folder. */
export function addBackup(program: Command, { terminal, act }: CommandContext) {
  program
    .command('backup')
    .description('备份：同一时刻的全部数据表和文件，附清单和摘要；不影响正在进行的工作')
    .option('--out <目录>', '备份存放的新目录，不填即按时间命名')
    .option('--with-keys', '连同密钥一起备份；拿到备份的人就能读取申请人信息，请妥善保管')
    .option('--json', '输出 JSON')
    .action(act((options: Options) => backUp(options, terminal)))
}

async function backUp(
  { out = nameOfNow(), withKeys = false, json }: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const { backup, readConfig } = await import('@mingfu/server')
  const made = await backup(readConfig(process.env), {
    out,
    withKeys,
    onStep: (step) => terminal.err(`${step}\n`),
  })
  if (json === true) {
    printJson(terminal, made)
    return 0
  }
  const { folder, digest, tables, rows, files, keys } = made
  terminal.out(`备份完成：${folder}\n数据表${tables}张，${rows}行，文件${files}个\n清单摘要 ${digest}\n`)
  if (!keys)
    terminal.out('备份中没有密钥，请另行妥善保存数据目录下的 keys 目录，没有它不能恢复申请人信息。\n')
  return 0
}

function nameOfNow(): string {
  const now = new Date(Date.now() + 8 * 3600 * 1000).toISOString()
  return `mingfu-backup-${now.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}`
}
