import type { Command } from 'commander'
import { type CommandContext, printJson } from '../command.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Terminal } from '../terminal.ts'

type Options = Readonly<{ dryRun?: boolean; json?: boolean }>

/** `mingfu migrate`: brings the database's schema up to date. */
export function addMigrate(program: Command, { terminal, act }: CommandContext) {
  program
    .command('migrate')
    .description('把数据库结构升级到本程序的版本（启动时也会自动进行）')
    .option('--dry-run', '只列出将要执行的，不执行')
    .option('--json', '输出 JSON')
    .action(act((options: Options) => migrate(options, terminal)))
}

async function migrate({ dryRun = false, json }: Options, terminal: Terminal): Promise<ExitCode> {
  const { migrateOnly, readConfig } = await import('@mingfu/server')
  const names = await migrateOnly(readConfig(process.env), { dryRun })
  if (json === true) printJson(terminal, { dryRun, migrations: names })
  else if (names.length === 0) terminal.out('数据库结构已经是最新的。\n')
  else terminal.out(`${dryRun ? '将要执行' : '已经执行'}：\n${names.map((name) => `  ${name}\n`).join('')}`)
  return 0
}
