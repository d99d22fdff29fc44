import type { Config, DemonstrationLogin, Runtime, ServeParts } from '@mingfu/server'
import type { Command } from 'commander'
import type { CommandContext } from '../command.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Terminal } from '../terminal.ts'
import { loginLine } from './demo.ts'

type Server = typeof import('@mingfu/server')

/** `mingfu start`, `serve`, `work`: the program itself, as one process or as several. */
export function addServe(program: Command, { terminal, act }: CommandContext) {
  program
    .command('start')
    .description('启动全部：数据库、网站、管理台、后台任务；数据目录是新的，就写入示范机关')
    .action(
      act(() =>
        runParts(terminal, (server) => ({ ...web(server), ...jobs(server), seed: seed(server, terminal) })),
      ),
    )
  program
    .command('serve')
    .description('只启动网站、管理台和接口；后台任务另由 mingfu work 承担')
    .action(act(() => runParts(terminal, web)))
  program
    .command('work')
    .description('只承担后台任务：生成文书、编入检索等')
    .action(act(() => runParts(terminal, jobs)))
}

async function runParts(terminal: Terminal, choose: (server: Server) => ServeParts): Promise<ExitCode> {
  const server = await import('@mingfu/server')
  const config = server.readConfig(process.env)
  const told = server.untilToldToStop()
  const log: Runtime['log'] = (message, detail) => {
    terminal.err(
      `${new Date().toISOString()} ${message}${detail === undefined ? '' : ` ${String(detail)}`}\n`,
    )
  }
  const serving = await server.serve(config, choose(server), log)
  terminal.out(greeting(config, serving.addresses, server.demonstrationLogins(config.home)))
  await told
  terminal.err('正在停止……\n')
  await serving.stop()
  return 0
}

function web({ buildApp }: Server): ServeParts {
  return { buildApp }
}

function jobs({ HANDLERS, SCHEDULED }: Server): ServeParts {
  return { jobs: { handlers: HANDLERS, scheduled: SCHEDULED } }
}

function seed({ seedOnce }: Server, terminal: Terminal): NonNullable<ServeParts['seed']> {
  return async (runtime) => {
    terminal.err('正在准备数据……\n')
    if (await seedOnce(runtime)) terminal.err('数据目录是新的，已经写入示范机关。\n')
  }
}

function greeting(
  { home }: Config,
  addresses: readonly string[],
  logins: readonly DemonstrationLogin[],
): string {
  if (addresses.length === 0) return '后台任务已经启动，按 Ctrl+C 停止。\n'
  const pages = addresses.map((address) => `  门户      ${address}/\n  管理台    ${address}/console/`)
  const lines = ['', '明府已经启动：', ...pages, `  数据目录  ${home}`]
  if (logins.length > 0) lines.push('', '示范账户（首次启动时生成）：', ...logins.map(loginLine))
  return [...lines, '', '按 Ctrl+C 停止。', ''].join('\n')
}
