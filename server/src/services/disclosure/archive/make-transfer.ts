import { createHash } from 'node:crypto'
import type { DepositRecipient } from '@mingfu/law'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid, NotFound, Stale } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { actorName, type Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import { publishedInMonth } from './transfer-list.ts'

export type MakeTransfer = Readonly<{
  agencyId: string
  /** `YYYY-MM`, over. */
  month: string
  recipient: DepositRecipient
  recipientName: string
}>

/** 移送: fixes the list of what a month brought, for the state archive or the public library. Once a month and recipient. */
export async function makeTransfer(ctx: Context, input: MakeTransfer): Promise<{ transferId: string }> {
  allowWithin(ctx, 'publish-document', input.agencyId)
  const { agencyId, month, recipient } = input
  const recipientName = input.recipientName.trim()
  if (recipientName === '')
    throw new Invalid('请填写接收单位的名称', { recipientName: '请填写接收单位的名称' })
  if (month >= ctx.today.slice(0, 7))
    throw new Invalid('这个月还没有结束，下个月再移送', { month: '请选择已经结束的月份' })
  const transferId = newId()
  await tx(ctx, async (t) => {
    const before = await t
      .selectFrom('transfer_list')
      .select('transfer_id')
      .where('agency_id', '=', agencyId)
      .where('month', '=', month)
      .where('recipient', '=', recipient)
      .executeTakeFirst()
    if (before !== undefined) throw new Stale('这个月的移送清单')
    const documents = await publishedInMonth(t, agencyId, month)
    if (documents.length === 0) throw new Invalid('这个月没有发布的信息，不需要移送')
    const listDigest = createHash('sha256').update(JSON.stringify(documents)).digest('hex')
    await t
      .insertInto('transfer_list')
      .values({
        agency_id: agencyId,
        transfer_id: transferId,
        month,
        recipient,
        recipient_name: recipientName,
        documents: JSON.stringify(documents),
        list_digest: listDigest,
        made_on: ctx.today,
        made_by: actorName(ctx.actor),
      })
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'make-transfer-list',
      objectKind: 'transfer-list',
      objectId: transferId,
      detail: { month, recipient, documents: documents.length, listDigest },
    })
  })
  return { transferId }
}

export type RegisterReceipt = Readonly<{
  agencyId: string
  transferId: string
  version: number
  receiptNumber: string
  receivedOn: string
  receivedBy: string
  note: string
}>

/** 登记回执: who took the list in, when and under which number. */
export async function registerReceipt(ctx: Context, input: RegisterReceipt): Promise<{ version: number }> {
  allowWithin(ctx, 'publish-document', input.agencyId)
  const receivedBy = input.receivedBy.trim()
  if (receivedBy === '') throw new Invalid('请填写接收人', { receivedBy: '请填写接收人' })
  return tx(ctx, async (t) => {
    const list = await t
      .selectFrom('transfer_list')
      .select(['version', 'made_on', 'received_on'])
      .where('agency_id', '=', input.agencyId)
      .where('transfer_id', '=', input.transferId)
      .forUpdate()
      .executeTakeFirst()
    if (list === undefined) throw new NotFound('这份移送清单')
    if (list.version !== input.version || list.received_on !== null) throw new Stale('这份移送清单')
    if (input.receivedOn < list.made_on || input.receivedOn > ctx.today) {
      const sentence = '接收日期应当不早于移送日期，不晚于今天'
      throw new Invalid(sentence, { receivedOn: sentence })
    }
    await t
      .updateTable('transfer_list')
      .set({
        receipt_number: input.receiptNumber.trim() || null,
        received_on: input.receivedOn,
        received_by: receivedBy,
        receipt_note: input.note.trim(),
        registered_by: actorName(ctx.actor),
        version: list.version + 1,
      })
      .where('agency_id', '=', input.agencyId)
      .where('transfer_id', '=', input.transferId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId: input.agencyId,
      action: 'register-transfer-receipt',
      objectKind: 'transfer-list',
      objectId: input.transferId,
      detail: { receivedOn: input.receivedOn },
    })
    return { version: list.version + 1 }
  })
}
