import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { type Citation, cite, citeItem } from '../citation.ts'
import type { PlainDate } from '../plain-date.ts'
import { CHANNELS, type Channel } from '../request/channel.ts'
import type { RequestEvent } from '../request/event.ts'
import type { ClockSettings } from './settings.ts'

/** 收到申请之日 by the channel's rule, and the earlier day that a careful office counts from. */
export type Receipt = Readonly<{
  channel: Channel
  /** The day the request was sent in or arrived, whatever was confirmed later. */
  arrivedOn: PlainDate
  /** The day of the fact that fixes receipt; `null` while the confirmation that the channel asks for is missing. */
  fixedOn: PlainDate | null
  /** 收到申请之日: the same day, or the next working day where the office counts a day off so. */
  receivedOn: PlainDate | null
  basis: Citation
}>

type ReceiptRule = Readonly<{ rule: string; confirmed: boolean; basis: Citation }>

/** Which fact fixes the day of receipt, channel by channel. */
export const RECEIPT_RULES = {
  'in-person': { rule: '提交之日', confirmed: false, basis: citeItem('regulation', 31, 1) },
  oral: { rule: '确认代填内容之日', confirmed: false, basis: cite('regulation', 29, 1) },
  'post-signed': { rule: '签收之日', confirmed: false, basis: citeItem('regulation', 31, 2) },
  'post-ordinary': { rule: '与申请人确认之日', confirmed: true, basis: citeItem('regulation', 31, 2) },
  fax: { rule: '双方确认之日', confirmed: true, basis: citeItem('regulation', 31, 3) },
  online: { rule: '双方确认之日', confirmed: true, basis: citeItem('regulation', 31, 3) },
  email: { rule: '双方确认之日', confirmed: true, basis: citeItem('regulation', 31, 3) },
} as const satisfies Record<Channel, ReceiptRule>

/** Reads the receipt off the history; `null` when nothing has been sent in yet. */
export function readReceipt(
  events: readonly RequestEvent[],
  calendar: WorkingCalendar,
  settings: Pick<ClockSettings, 'nonWorkdayReceipt'>,
): Receipt | null {
  const first = events.find(
    (event) => event.kind === 'received' || event.kind === 'submitted' || event.kind === 'arrived',
  )
  if (first === undefined) return null
  const { channel, on: arrivedOn } = first
  const { confirmed, basis } = RECEIPT_RULES[channel]
  const fixing = confirmed
    ? events.find((event) => event.kind === 'confirmed' && event.on >= arrivedOn)
    : first
  return {
    channel,
    arrivedOn,
    fixedOn: fixing?.on ?? null,
    receivedOn: fixing === undefined ? null : asReceived(fixing.on, calendar, settings),
    basis,
  }
}

/** A day of receipt under the switch for days off. */
export function asReceived(
  on: PlainDate,
  calendar: WorkingCalendar,
  settings: Pick<ClockSettings, 'nonWorkdayReceipt'>,
): PlainDate {
  return settings.nonWorkdayReceipt === 'roll-forward' ? calendar.rollForward(on) : on
}

/** The receipt as a line of the ledger. */
export function receiptText(receipt: Receipt): string {
  const { label } = CHANNELS[receipt.channel]
  return `收到申请（${label}，以${RECEIPT_RULES[receipt.channel].rule}为收到申请之日），次日起计算`
}
