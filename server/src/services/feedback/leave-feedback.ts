import { randomInt } from 'node:crypto'
import { feedbackDue } from '@mingfu/law'
import { nextNumber } from '../../db/counter.ts'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import type { MessageChannel } from '../notifications/messengers.ts'
import { addressIn } from '../notifications/tell-somebody.ts'
import type { InletKind } from './feedback.ts'

export type LeaveFeedback = Readonly<{
  agencyId: string
  /** Marks the form, so that the same one is taken once. */
  formKey: string
  kind: InletKind
  title: string
  text: string
  contact: string
  pagePath: string
  /** 答复后提醒: by mail or message to the contact that was left. */
  notifyBy?: MessageChannel | null
}>

export type LeftFeedback = Readonly<{ number: string; code: string }>

/** 提交留言: kept sealed, with its number, its clock and a code to look it up by. */
export async function leaveFeedback(ctx: Context, input: LeaveFeedback): Promise<LeftFeedback> {
  allow(ctx.actor, 'leave-feedback')
  const [title, text] = [input.title.trim(), input.text.trim()]
  if (title === '') throw new Invalid('请填写标题', { title: '请填写标题' })
  if (text === '') throw new Invalid('请填写内容', { text: '请填写内容' })
  if (title.length > 100 || text.length > 2000 || input.contact.length > 200) {
    throw new Invalid('内容过长：标题不超过100字，内容不超过2000字', { text: '内容不超过2000字' })
  }
  const { agencyId, kind, notifyBy = null } = input
  requireAddress(notifyBy, input.contact)
  // Of the form, so that sending it twice gives the same code.
  const code = codeOf(ctx, input.formKey)
  return tx(ctx, async (t) => {
    const formIndex = ctx.seal.index(`feedback form ${input.formKey}`)
    const same = await t
      .selectFrom('feedback')
      .select('number')
      .where('agency_id', '=', agencyId)
      .where('form_index', '=', formIndex)
      .executeTakeFirst()
    if (same !== undefined) return { number: same.number, code }
    const year = Number(ctx.today.slice(0, 4))
    const number = `互动${year}-${String(await nextNumber(t, agencyId, year, 'feedback')).padStart(5, '0')}`
    await t
      .insertInto('feedback')
      .values({
        agency_id: agencyId,
        feedback_id: newId(),
        number,
        kind,
        title,
        text_sealed: ctx.seal.seal(text),
        contact_sealed: input.contact.trim() === '' ? null : ctx.seal.seal(input.contact.trim()),
        notify_by: notifyBy,
        page_path: input.pagePath.startsWith('/') ? input.pagePath.slice(0, 300) : '',
        form_index: formIndex,
        code_index: codeIndex(ctx, number, code),
        received_at: ctx.now,
        received_on: ctx.today,
        due_on: feedbackDue(kind, ctx.today, ctx.calendar),
        state: 'open',
      })
      .execute()
    return { number, code }
  })
}

/** Who wants to be told has to leave where. */
export function requireAddress(notifyBy: MessageChannel | null, contact: string): void {
  if (notifyBy === null || addressIn(contact, notifyBy) !== undefined) return
  const sentence = notifyBy === 'mail' ? '需要邮件提醒的，请填写电子邮箱' : '需要短信提醒的，请填写手机号码'
  throw new Invalid(sentence, { contact: sentence })
}

export function codeIndex({ seal }: Pick<Context, 'seal'>, number: string, code: string): Buffer {
  return seal.index(`feedback code ${number} ${code}`)
}

const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function codeOf({ seal }: Pick<Context, 'seal'>, formKey: string): string {
  const bytes = seal.index(`feedback follow ${formKey === '' ? String(randomInt(2 ** 40)) : formKey}`)
  return [...bytes.subarray(0, 8)].map((byte) => SIGNS[byte % SIGNS.length]).join('')
}
