import type { Channel, OutcomeCode, PlainDate, RequestEvent } from '@mingfu/law'

/** What an old ledger knows of a case: two dates and a result. */
export type EarlierCase = Readonly<{
  channel: Channel
  receivedOn: PlainDate
  concludedOn: PlainDate | null
  outcome: OutcomeCode | null
  documentNumber: string
}>

const UNKNOWN = '（原台账没有记载）'

/** 旧台账的办理经过: the fewest events that give the dates and the result which the old ledger has. */
export function earlierCourse(known: EarlierCase): readonly RequestEvent[] {
  const { concludedOn, outcome } = known
  const received = intake(known)
  if (concludedOn === null || outcome === null) return received
  return [...received, ...conclusion(known, concludedOn, outcome)]
}

function intake({ channel, receivedOn: on }: EarlierCase): readonly RequestEvent[] {
  switch (channel) {
    case 'in-person':
    case 'oral':
    case 'post-signed':
      return [{ kind: 'received', on, channel }]
    case 'post-ordinary':
      return [
        { kind: 'arrived', on, channel },
        { kind: 'confirmed', on },
      ]
    case 'fax':
    case 'online':
    case 'email':
      return [
        { kind: 'submitted', on, channel },
        { kind: 'confirmed', on },
      ]
  }
}

function conclusion(known: EarlierCase, on: PlainDate, outcome: OutcomeCode): readonly RequestEvent[] {
  const { receivedOn } = known
  if (outcome === 'other-no-correction') {
    return [
      {
        kind: 'correction-requested',
        on: receivedOn,
        items: [UNKNOWN],
        respondBy: on,
        deliveredOn: receivedOn,
      },
      { kind: 'correction-lapsed', on },
    ]
  }
  const started: RequestEvent = { kind: 'review-started', on: receivedOn }
  if (outcome === 'other-fee-unpaid') {
    return [
      started,
      { kind: 'fee-noticed', on: receivedOn, method: 'by-item', amountInYuan: 0, deliveredOn: receivedOn },
      { kind: 'fee-lapsed', on },
    ]
  }
  return [
    started,
    { kind: 'decision-drafted', on, outcome },
    { kind: 'decision-approved', on, outcome, documentNumber: known.documentNumber },
    { kind: 'served', on, method: 'direct', sentOn: on, receivedOn: on },
  ]
}
