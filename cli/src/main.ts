import { CommanderError } from 'commander'
import { sentenceOfCommandLine } from './chinese-help.ts'
import { type ExitCode, sentenceOf } from './exit-code.ts'
import { makeProgram } from './program.ts'
import { processTerminal, type Terminal } from './terminal.ts'

/** Runs a command line, as after `mingfu`, and gives the exit code: 0 done, 1 faults found, 2 could not. */
export async function run(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  let exitCode: ExitCode = 0
  const program = makeProgram({
    terminal,
    act:
      (action) =>
      async (...args) => {
        exitCode = await action(...args)
      },
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exitCode
  } catch (error) {
    const sentence = error instanceof CommanderError ? sentenceOfCommandLine(error) : sentenceOf(error)
    if (sentence === undefined) return 0
    terminal.err(`${sentence}\n`)
    return 2
  }
}
