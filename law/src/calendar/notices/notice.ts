import { type PlainDate, parsePlainDate } from '../../plain-date.ts'
import type { HolidayNotice } from '../holiday-notice.ts'

/** A line of a notice: holiday, first day off, last day off, weekend days worked. */
type Row = readonly [name: string, from: string, to: string, ...workedOn: string[]]

/** The yearly notice for `year`. */
export function notice(year: number, number: string | null, issuedOn: string | null, rows: readonly Row[]) {
  return build(year, `国务院办公厅关于${year}年部分节假日安排的通知`, number, issuedOn, false, rows)
}

/** A notice that changes days of a year already announced. */
export function amendment(
  year: number,
  title: string,
  number: string | null,
  issuedOn: string | null,
  rows: readonly Row[],
) {
  return build(year, title, number, issuedOn, true, rows)
}

function build(
  year: number,
  title: string,
  number: string | null,
  issuedOn: string | null,
  amends: boolean,
  rows: readonly Row[],
): HolidayNotice {
  const holidays = rows.map(([name, from, to, ...workedOn]) => ({
    name,
    from: parsePlainDate(from),
    to: parsePlainDate(to),
    workedOn: workedOn.map((day): PlainDate => parsePlainDate(day)),
  }))
  return {
    year,
    title,
    number,
    issuedOn: issuedOn === null ? null : parsePlainDate(issuedOn),
    amends,
    holidays,
  }
}
