import type { Portal } from '../portal.ts'
import { registerClock } from './clock/clock-page.tsx'
import { registerReportCheck } from './report-check/report-check-page.tsx'

/** 便民工具: the calculator and the checker, for anyone, keeping nothing. */
export function registerTools(portal: Portal): void {
  registerClock(portal)
  registerReportCheck(portal)
}
