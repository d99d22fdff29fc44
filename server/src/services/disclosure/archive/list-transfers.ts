import {
  DEPOSIT_RECIPIENTS,
  type DepositRecipient,
  type DepositState,
  depositDueOn,
  depositState,
  type PlainDate,
} from '@mingfu/law'
import { sql } from 'kysely'
import { tx } from '../../../db/transaction.ts'
import type { Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import { readTransfers, type TransferList } from './transfer-list.ts'

export type TransferMonth = Readonly<{
  month: string
  published: number
  dueOn: PlainDate
  recipients: readonly Readonly<{
    recipient: DepositRecipient
    state: DepositState
    list: TransferList | null
  }>[]
}>

/** 移送台账 of a year: each month that is over, newest first, with what was handed to whom and whether it was received. */
export async function listTransfers(
  ctx: Context,
  { agencyId, year }: Readonly<{ agencyId: string; year: number }>,
): Promise<readonly TransferMonth[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  return tx(ctx, async (t) => {
    const lists = await readTransfers(t, agencyId, { year })
    const month = sql<string>`to_char(published_at at time zone 'Asia/Shanghai', 'YYYY-MM')`
    const counts = await t
      .selectFrom('document')
      .select([month.as('month'), sql<number>`count(*)::int`.as('published')])
      .where('agency_id', '=', agencyId)
      .where('state', '=', 'published')
      .where(month, 'like', `${year}-%`)
      .groupBy(month)
      .execute()
    const recipients = Object.keys(DEPOSIT_RECIPIENTS) as DepositRecipient[]
    return Array.from({ length: 12 }, (_, index) => `${year}-${String(12 - index).padStart(2, '0')}`)
      .filter((one) => one < ctx.today.slice(0, 7))
      .map((one) => {
        const published = counts.find((row) => row.month === one)?.published ?? 0
        return {
          month: one,
          published,
          dueOn: depositDueOn(one),
          recipients: recipients.map((recipient) => {
            const list = lists.find((each) => each.month === one && each.recipient === recipient) ?? null
            const facts = { published, made: list !== null, received: list?.receivedOn != null }
            return { recipient, list, state: depositState(one, facts, ctx.today) }
          }),
        }
      })
  })
}
