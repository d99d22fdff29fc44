import { outcomeOf } from '../decision/outcome.ts'
import type { OutcomeCode } from '../decision/outcome-code.ts'
import type { PlainDate } from '../plain-date.ts'
import { type FeeMethod, feeOfItem, feeOfPages, feeScheduleFor } from './fee.ts'

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
