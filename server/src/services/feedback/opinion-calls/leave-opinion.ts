import { plainDateText } from '@mingfu/law'
import { nextNumber } from '../../../db/counter.ts'
import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { actorName, type Context } from '../../context.ts'
import type { MessageChannel } from '../../notifications/messengers.ts'
import { allowFor } from '../feedback.ts'
import { requireAddress } from '../leave-feedback.ts'
import { type OpinionCall, type OpinionWay, readCall } from './opinion-call.ts'

export type LeaveOpinion = Readonly<{
  agencyId: string
  callId: string
  /** Marks the form, so that the same one is taken once. */
  formKey: string
  clause: string
  text: string
  name: string
  contact: string
  notifyBy: MessageChannel | null
}>

/** 提交意见 on a draft, within its days: kept sealed, with a number. */
export async function leaveOpinion(ctx: Context, input: LeaveOpinion): Promise<{ number: string }> {
  allow(ctx.actor, 'leave-feedback')
  return tx(ctx, async (t) => {
    const call = await readCall(t, input, ctx.today)
    if (call.state !== 'open') throw new Invalid(closedSentence(call), { text: closedSentence(call) })
    return keepOpinion(t, ctx, input, 'online')
  })
}

export type RecordOpinion = Omit<LeaveOpinion, 'formKey' | 'notifyBy'> &
  Readonly<{ way: Exclude<OpinionWay, 'online'> }>

/** 登记来信、座谈中的意见: also after the closing day, for letters arrive late; not once the result is out. */
export async function recordOpinion(ctx: Context, input: RecordOpinion): Promise<{ number: string }> {
  allowFor(ctx, 'answer-feedback', input.agencyId)
  return tx(ctx, async (t) => {
    const { state } = await readCall(t, input, ctx.today)
    if (state === 'concluded' || state === 'cancelled' || state === 'coming') {
      throw new Invalid('这次征集现在不能登记意见', { text: '这次征集现在不能登记意见' })
    }
    return keepOpinion(t, ctx, { ...input, formKey: newId(), notifyBy: null }, input.way)
  })
}

async function keepOpinion(t: Tx, ctx: Context, input: LeaveOpinion, way: OpinionWay) {
  const { agencyId, callId, notifyBy } = input
  const [text, name, contact] = [input.text.trim(), input.name.trim(), input.contact.trim()]
  if (text === '') throw new Invalid('请填写意见和理由', { text: '请填写意见和理由' })
  if (text.length > 4000 || input.clause.length > 100 || name.length > 50 || contact.length > 200) {
    throw new Invalid('内容过长：意见不超过4000字', { text: '意见不超过4000字' })
  }
  requireAddress(notifyBy, contact)
  const formIndex = ctx.seal.index(`opinion form ${callId} ${input.formKey}`)
  const same = await t
    .selectFrom('opinion')
    .select('number')
    .where('agency_id', '=', agencyId)
    .where('form_index', '=', formIndex)
    .executeTakeFirst()
  if (same !== undefined) return same
  const year = Number(ctx.today.slice(0, 4))
  const number = `意见${year}-${String(await nextNumber(t, agencyId, year, 'opinion')).padStart(5, '0')}`
  await t
    .insertInto('opinion')
    .values({
      agency_id: agencyId,
      opinion_id: newId(),
      call_id: callId,
      number,
      way,
      clause: input.clause.trim(),
      text_sealed: ctx.seal.seal(text),
      name_sealed: name === '' ? null : ctx.seal.seal(name),
      contact_sealed: contact === '' ? null : ctx.seal.seal(contact),
      notify_by: notifyBy,
      form_index: formIndex,
      received_at: ctx.now,
      received_on: ctx.today,
      recorded_by: way === 'online' ? null : actorName(ctx.actor),
    })
    .execute()
  return { number }
}

function closedSentence({ state, opensOn, closesOn }: OpinionCall): string {
  if (state === 'coming') return `征集从${plainDateText(opensOn)}开始，请届时提交`
  if (state === 'cancelled') return '这次征集已经终止'
  return `征集已经在${plainDateText(closesOn)}截止，感谢关注`
}
