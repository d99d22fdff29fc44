import type { ActFacts, PlainDate, ServiceMethod } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'
import type { StoredRequest } from './request-store.ts'

export type ServeDecision = OnRequest &
  Readonly<{
    method: ServiceMethod
    /** The day it was handed over, posted, sent or put up. */
    sentOn: PlainDate
    /** The day it was signed for or arrived; `null` until that is known. */
    receivedOn: PlainDate | null
    carrier: NonNullable<ActFacts['carrier']> | null
    /** 邮件号码, 送达回证: what proves it. */
    proof: string
    receiver: string
    /** 与受送达人的关系, where somebody else signed. */
    relation?: string
    /** 留置送达: why it was not taken, and who saw it. */
    refusalReason?: string
    witnesses?: readonly string[]
  }>

/** 送达: records how and when the answer went out; the law reads off the day that counts for the office and for the applicant. */
export async function serveDecision(ctx: Context, input: ServeDecision): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  const { method, sentOn, receivedOn, carrier, proof, receiver } = input
  if (method === 'left') checkRefusal(input)
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    const event = {
      kind: 'served',
      on: sentOn,
      method,
      sentOn,
      ...(receivedOn === null ? {} : { receivedOn }),
    } as const
    const recorded = await recordEvent(t, ctx, locked, event, {
      office: { proof, receiver, ...refusalOf(input), ...(carrier === null ? {} : { carrier }) },
      facts: {
        electronicChosen: choseElectronic(locked.request),
        ...(carrier === null ? {} : { carrier }),
      },
    })
    return handled(recorded)
  })
}

function checkRefusal({ refusalReason = '', witnesses = [] }: ServeDecision): void {
  if (refusalReason === '')
    throw new Invalid('留置送达应当写明拒收事由', { refusalReason: '留置送达应当写明拒收事由' })
  if (witnesses.length === 0)
    throw new Invalid('留置送达应当有见证人，请填写见证人', {
      witnesses: '留置送达应当有见证人，请填写见证人',
    })
}

function refusalOf({ relation = '', refusalReason = '', witnesses = [] }: ServeDecision) {
  return {
    ...(relation === '' ? {} : { relation }),
    ...(refusalReason === '' ? {} : { refusalReason, witnesses }),
  }
}

function choseElectronic({ wantedDelivery, wantedMedium, channel }: StoredRequest): boolean {
  if (wantedDelivery === 'online' || wantedDelivery === 'email' || wantedMedium === 'electronic') return true
  return wantedDelivery === '' && (channel === 'online' || channel === 'email')
}
