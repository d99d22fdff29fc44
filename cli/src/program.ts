import { Command } from 'commander'
import packageJson from '../package.json' with { type: 'json' }
import { CHINESE_HELP } from './chinese-help.ts'
import type { CommandContext } from './command.ts'
import { COMMANDS } from './commands/index.ts'

/** The command line of `mingfu` with every command. Nothing is run, and errors are thrown. */
export function makeProgram(context: CommandContext): Command {
  const { terminal } = context
  const program = new Command('mingfu')
    .description('明府：政府信息公开平台')
    .version(packageJson.version, '-V, --version', '显示版本')
  for (const add of COMMANDS) add(program, context)
  everyCommand(program, (command) => {
    command
      .helpOption('-h, --help', '显示帮助')
      .helpCommand(false)
      .exitOverride()
      .configureHelp(CHINESE_HELP)
      .configureOutput({
        writeOut: terminal.out,
        // Commander's own sentences are English; `main.ts` says them in Chinese. Help passes.
        writeErr: (text) => {
          if (!text.startsWith('error:')) terminal.err(text)
        },
        getOutHelpWidth: () => terminal.columns,
        getErrHelpWidth: () => terminal.columns,
      })
  })
  return program
}

function everyCommand(command: Command, configure: (command: Command) => void) {
  configure(command)
  for (const child of command.commands) everyCommand(child, configure)
}
