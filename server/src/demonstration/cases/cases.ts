import type { DemonstrationCase } from './demonstration-case.ts'
import { EARLIER_CASES } from './earlier-cases.ts'
import { RECENT_CASES } from './recent-cases.ts'

/** The applications of the demonstration year, oldest first. */
export const CASES: readonly DemonstrationCase[] = [...EARLIER_CASES, ...RECENT_CASES]
