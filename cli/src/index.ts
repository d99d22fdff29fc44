export { type AddCommand, type CommandContext, printJson } from './command.ts'
export { CannotDo, type ExitCode } from './exit-code.ts'
export { run } from './main.ts'
export type { Terminal } from './terminal.ts'
