import type { LedgerApplication, LedgerDispute, ReportLedger } from '../report.ts'
import { isObject, type Loose, list } from './loose.ts'

/** 台账 of a report from elsewhere: a part that is no list is not there, so that its rules are not assessable. */
export function usableLedger(value: unknown): ReportLedger | undefined {
  if (!isObject(value)) return undefined
  const applications = linesOf(value.applications)
  const disputes = linesOf(value.disputes)
  if (applications === undefined && disputes === undefined) return undefined
  return {
    ...(applications === undefined
      ? {}
      : { applications: applications as readonly Loose[] as readonly LedgerApplication[] }),
    ...(disputes === undefined ? {} : { disputes: disputes as readonly Loose[] as readonly LedgerDispute[] }),
  }
}

function linesOf(value: unknown): readonly Loose[] | undefined {
  return list(value)?.filter(isObject)
}
