import type { Settings } from '../clock/settings.ts'
import { outcomeOf } from '../decision/outcome.ts'
import type { OutcomeCode } from '../decision/outcome-code.ts'
import type { PlainDate } from '../plain-date.ts'
import { type FeeMethod, feeOfItem, feeOfPages, feeScheduleFor } from './fee.ts'

/** A request as the monthly count sees it. `applicant` identifies the person, not the form. */
export type CountedRequest = Readonly<{
  id: string
  applicant: string
  agency: string
  receivedOn: PlainDate
}>

/** 当月第几件: the running number of a request among those of the same applicant in the calendar month of receipt. */
export function runningNumber(
  request: CountedRequest,
  others: readonly CountedRequest[],
  settings: Pick<Settings, 'feeScope'>,
): number {
  const month = request.receivedOn.slice(0, 7)
  const before = others.filter(
    (other) =>
      other.id !== request.id &&
      other.applicant === request.applicant &&
      other.receivedOn.slice(0, 7) === month &&
      (settings.feeScope === 'installation' || other.agency === request.agency) &&
      (other.receivedOn < request.receivedOn ||
        (other.receivedOn === request.receivedOn && other.id < request.id)),
  )
  return before.length + 1
}

/** A fee that may be charged: the office picks one method for a request, never both. */
export type FeeOption = Readonly<{ method: FeeMethod; quantity: number; amountInYuan: number }>

/** 可以收取的费用: by item for any outcome, by volume only where pages are handed over; empty where nothing is due. */
export function feeOptions(
  file: Readonly<{ receivedOn: PlainDate; number: number; outcome: OutcomeCode | null; pages: number }>,
): FeeOption[] {
  const schedule = feeScheduleFor(file.receivedOn)
  if (schedule === null) return []
  const handsOver = file.outcome !== null && outcomeOf(file.outcome).releases
  const pages = handsOver ? file.pages : 0
  const options: FeeOption[] = [
    { method: 'by-item', quantity: file.number, amountInYuan: feeOfItem(file.number, schedule) },
    { method: 'by-volume', quantity: pages, amountInYuan: feeOfPages(pages, schedule) },
  ]
  return options.filter(({ amountInYuan }) => amountInYuan > 0)
}
