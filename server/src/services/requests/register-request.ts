import type { ApplicantClass, Channel, PlainDate, RequestEvent } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Application, type Filed, openRequest } from './open-request.ts'

export type RegisterRequest = Application &
  Readonly<{
    channel: Channel
    /** The day it was handed over, signed for by anybody of the agency, or came in. */
    arrivedOn: PlainDate
    /** The day both sides confirmed it; only where the channel asks for that, and `null` until it happened. */
    confirmedOn: PlainDate | null
    applicantClass: ApplicantClass
    /** 邮件号码, 来电记录: what proves the days. */
    proof: string
  }>

/** 登记申请: enters an application from counter, post, fax, e-mail or word of mouth. The law says which day counts. */
export async function registerRequest(ctx: Context, input: RegisterRequest): Promise<Filed> {
  allow(ctx.actor, 'handle-request')
  const { channel, arrivedOn, confirmedOn, applicantClass, proof, ...application } = input
  if (confirmedOn !== null && confirmedOn < arrivedOn) {
    throw new Invalid('确认日期不能早于到达日期，请核对', { confirmedOn: '确认日期不能早于到达日期，请核对' })
  }
  return tx(ctx, (t) =>
    openRequest(t, ctx, {
      application,
      channel,
      events: intake(channel, arrivedOn, confirmedOn),
      applicantClass,
      office: proof === '' ? {} : { proof },
    }),
  )
}

function intake(channel: Channel, on: PlainDate, confirmedOn: PlainDate | null): readonly RequestEvent[] {
  const confirmed = confirmedOn === null ? [] : [{ kind: 'confirmed', on: confirmedOn } as const]
  switch (channel) {
    case 'in-person':
    case 'oral':
    case 'post-signed':
      return [{ kind: 'received', on, channel }]
    case 'post-ordinary':
    case 'fax':
      return [{ kind: 'arrived', on, channel }, ...confirmed]
    case 'online':
    case 'email':
      return [{ kind: 'submitted', on, channel }, ...confirmed]
  }
}
