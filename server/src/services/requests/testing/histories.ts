import type { RequestEvent, RequestState } from '@mingfu/law'
import { day } from './office.ts'

/** The consultations of the history that waits for opinions: one delivered, one not. */
export const ASKED = '00000000-0000-7000-8000-0000000000a1'
export const SECOND = '00000000-0000-7000-8000-0000000000a2'

const RECEIVED = day('2024-06-03')
const NEXT = day('2024-06-04')

const submitted = { kind: 'submitted', on: RECEIVED, channel: 'email' } as const
const opened: readonly RequestEvent[] = [submitted, { kind: 'confirmed', on: RECEIVED }]
const corrected: readonly RequestEvent[] = [
  ...opened,
  { kind: 'review-started', on: RECEIVED },
  {
    kind: 'correction-requested',
    on: RECEIVED,
    items: ['请写明项目名称'],
    respondBy: day('2024-06-20'),
    deliveredOn: RECEIVED,
  },
]
const reasons: readonly RequestEvent[] = [
  ...corrected,
  { kind: 'correction-received', on: RECEIVED, channel: 'online' },
  { kind: 'reasons-asked', on: RECEIVED, requestCount: 12, respondBy: day('2024-06-20') },
]
const underReview: readonly RequestEvent[] = [
  ...reasons,
  { kind: 'reasons-given', on: RECEIVED, reasonable: true },
]
const payable: readonly RequestEvent[] = [
  ...underReview,
  {
    kind: 'fee-noticed',
    on: RECEIVED,
    method: 'by-volume',
    amountInYuan: 100,
    quantity: 40,
    deliveredOn: RECEIVED,
  },
]
const drafted: readonly RequestEvent[] = [
  ...underReview,
  { kind: 'decision-drafted', on: RECEIVED, outcome: 'unable-not-exist' },
]
const approved: readonly RequestEvent[] = [
  ...drafted,
  {
    kind: 'decision-approved',
    on: NEXT,
    outcome: 'unable-not-exist',
    documentNumber: '测管公开〔2024〕900号',
  },
]
const served: readonly RequestEvent[] = [
  ...approved,
  { kind: 'served', on: NEXT, method: 'electronic', sentOn: NEXT, receivedOn: NEXT },
]

/** For each state a history that ends in it, rich enough that every event the state allows can follow. */
export const HISTORIES: Readonly<Record<Exclude<RequestState, 'draft'>, readonly RequestEvent[]>> = {
  submitted: [submitted],
  'received-unconfirmed': [{ kind: 'arrived', on: RECEIVED, channel: 'post-ordinary' }],
  registered: opened,
  'awaiting-correction': corrected,
  'under-review': underReview,
  'awaiting-reasons': reasons,
  consulting: [
    ...underReview,
    { kind: 'consultation-opened', on: RECEIVED, consultation: ASKED, with: 'third-party' },
    { kind: 'consultation-delivered', on: RECEIVED, consultation: ASKED },
    { kind: 'consultation-opened', on: RECEIVED, consultation: SECOND, with: 'co-maker' },
  ],
  'awaiting-payment': payable,
  'decision-drafted': drafted,
  'decision-approved': approved,
  served,
  closed: [...served, { kind: 'closed', on: NEXT }],
  'abandoned-correction': [...corrected, { kind: 'correction-lapsed', on: day('2024-06-21') }],
  'abandoned-fee': [...payable, { kind: 'fee-lapsed', on: day('2024-07-03') }],
  withdrawn: [...opened, { kind: 'withdrawn', on: RECEIVED }],
  reopened: [...served, { kind: 'ordered-again', on: NEXT, by: 'court', dueOn: day('2024-07-05') }],
}

/** A correction is asked for once only, so this one needs a history without. */
export const NOT_YET_CORRECTED: readonly RequestEvent[] = [
  ...opened,
  { kind: 'review-started', on: RECEIVED },
]
