/**
 * What the log keeps of an error: what it is and where it came from. PostgreSQL repeats the row that it refused in
 * `detail` and `where`, with names and numbers in it; what hangs on an error beside its message stays out.
 */
export function loggable(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as { code?: unknown }
  const stack = error.stack ?? `${error.name}: ${error.message}`
  const told = typeof code === 'string' ? `${stack}\n  code: ${code}` : stack
  return error.cause === undefined ? told : `${told}\n  cause: ${loggable(error.cause)}`
}
