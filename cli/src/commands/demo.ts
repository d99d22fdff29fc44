import type { DemonstrationLogin } from '@mingfu/server'
import type { Command } from 'commander'
import { type CommandContext, printJson } from '../command.ts'
import { CannotDo, type ExitCode } from '../exit-code.ts'
import { inInstallation } from '../installation.ts'
import { padded, type Terminal } from '../terminal.ts'

type Options = Readonly<{ json?: boolean }>

/** `mingfu demo`: the demonstration office in a new installation, without starting the web server. */
export function addDemo(program: Command, { terminal, act }: CommandContext) {
  program
    .command('demo')
    .description('在全新的数据目录中写入示范机关，输出示范账户')
    .option('--json', '输出 JSON')
    .action(act((options: Options) => demonstrate(options, terminal)))
}

function demonstrate({ json }: Options, terminal: Terminal): Promise<ExitCode> {
  return inInstallation(
    async ({ server, runtime }) => {
      if (!(await server.seedOnce(runtime))) {
        throw new CannotDo('这里已经有数据，示范机关只能写入全新的数据目录，请用 MINGFU_HOME 指定另一个目录')
      }
      const logins = server.demonstrationLogins(runtime.home)
      if (json === true) printJson(terminal, logins)
      else for (const login of logins) terminal.out(`${loginLine(login)}\n`)
      return 0
    },
    { create: true },
  )
}

/** An account of the demonstration on one line: login, password, whose it is. */
export function loginLine({ login, name, password }: DemonstrationLogin): string {
  return `  ${padded(login, 14)}${padded(password, 18)}${name}`
}
