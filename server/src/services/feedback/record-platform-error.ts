import { feedbackDue, type PlainDate } from '@mingfu/law'
import { nextNumber } from '../../db/counter.ts'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { allowFor } from './feedback.ts'

/** A report from the national platform, as its export or its page says it. */
export type PlatformError = Readonly<{
  /** 平台的留言编号. */
  originNumber: string
  title: string
  text: string
  /** The page that is reported, an address. */
  page: string
  /** 网民提交的日期: the month for settling it runs from here. */
  receivedOn: PlainDate
}>

/** 登记找错平台的留言, by hand; the same number is taken once. Answers this site's number. */
export async function recordPlatformError(
  ctx: Context,
  { agencyId, ...report }: PlatformError & Readonly<{ agencyId: string }>,
): Promise<{ number: string }> {
  allowFor(ctx, 'answer-feedback', agencyId)
  return tx(ctx, async (t) => {
    const number = await takePlatformError(t, ctx, agencyId, report)
    if (number === null) {
      const sentence = `编号${report.originNumber}已经登记过`
      throw new Invalid(sentence, { originNumber: sentence })
    }
    await recordAudit(t, ctx, {
      agencyId,
      action: 'record-platform-error',
      objectKind: 'feedback',
      detail: { originNumber: report.originNumber },
    })
    return { number }
  })
}

/** One report as a message of this site; `null` when it is here already. */
export async function takePlatformError(
  t: Tx,
  ctx: Context,
  agencyId: string,
  { originNumber, title, text, page, receivedOn }: PlatformError,
): Promise<string | null> {
  if (receivedOn > ctx.today) {
    throw new Invalid('提交日期不能晚于今天', { receivedOn: '提交日期不能晚于今天' })
  }
  const held = await t
    .selectFrom('feedback')
    .select('feedback_id')
    .where('agency_id', '=', agencyId)
    .where('origin', '=', 'national-platform')
    .where('origin_number', '=', originNumber)
    .executeTakeFirst()
  if (held !== undefined) return null
  const year = Number(ctx.today.slice(0, 4))
  const number = `互动${year}-${String(await nextNumber(t, agencyId, year, 'feedback')).padStart(5, '0')}`
  const feedbackId = newId()
  await t
    .insertInto('feedback')
    .values({
      agency_id: agencyId,
      feedback_id: feedbackId,
      number,
      kind: 'site-error',
      title: title.trim().slice(0, 100) || '网站找错',
      text_sealed: ctx.seal.seal(text.trim()),
      contact_sealed: null,
      page_path: page.trim().slice(0, 300),
      origin: 'national-platform',
      origin_number: originNumber,
      form_index: ctx.seal.index(`feedback platform ${agencyId} ${originNumber}`),
      code_index: ctx.seal.index(`feedback platform code ${feedbackId}`),
      received_at: ctx.now,
      received_on: receivedOn,
      due_on: feedbackDue('site-error', receivedOn, ctx.calendar),
      state: 'open',
    })
    .execute()
  return number
}
