import type { Command } from 'commander'
import type { ExitCode } from './exit-code.ts'
import type { Terminal } from './terminal.ts'

/** What a command is given to work with. */
export type CommandContext = Readonly<{
  terminal: Terminal
  /** Wraps an action: what it returns becomes the exit code. */
  act: <Args extends readonly unknown[]>(
    action: (...args: Args) => ExitCode | Promise<ExitCode>,
  ) => (...args: Args) => Promise<void>
}>

/** A command of `mingfu`: adds itself to the program. */
export type AddCommand = (program: Command, context: CommandContext) => void

/** Prints the one JSON document of a command that was asked for `--json`. */
export function printJson(terminal: Terminal, value: unknown) {
  terminal.out(`${JSON.stringify(value, null, 2)}\n`)
}
