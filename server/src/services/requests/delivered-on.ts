import type { DeliveredDocument, PlainDate } from '@mingfu/law'
import type { StoredEvent } from './event-store.ts'

const SENT_BY = {
  'correction-notice': 'correction-requested',
  'fee-notice': 'fee-noticed',
} as const

/** The day a notice reached the applicant: told with the notice, or recorded when it was signed for. */
export function deliveredOn(
  history: readonly StoredEvent[],
  document: Exclude<DeliveredDocument, 'decision'>,
): PlainDate | null {
  const later = history.findLast(({ event }) => event.kind === 'delivered' && event.document === document)
  if (later !== undefined) return later.event.on
  const sent = history.findLast(({ event }) => event.kind === SENT_BY[document])?.event
  if (sent?.kind !== 'correction-requested' && sent?.kind !== 'fee-noticed') return null
  return sent.deliveredOn ?? null
}
