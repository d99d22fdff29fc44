/** What the examination of an installation found, one sentence a matter. */
export type Finding = Readonly<{
  /** Kebab-case, for programs: `files`. */
  check: string
  level: 'ok' | 'warning' | 'fault'
  sentence: string
  /** Single cases, the first of them when there are many. */
  details?: readonly string[]
}>

const MOST = 20

export function ok(check: string, sentence: string): Finding {
  return { check, level: 'ok', sentence }
}

export function warning(check: string, sentence: string, details: readonly string[] = []): Finding {
  return { check, level: 'warning', sentence, ...some(details) }
}

export function fault(check: string, sentence: string, details: readonly string[] = []): Finding {
  return { check, level: 'fault', sentence, ...some(details) }
}

function some(details: readonly string[]): Pick<Finding, 'details'> {
  if (details.length === 0) return {}
  return {
    details: details.length > MOST ? [...details.slice(0, MOST), `……共${details.length}项`] : details,
  }
}
