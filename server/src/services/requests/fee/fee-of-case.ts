import type { PlainDate } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import type { StoredEvent } from '../event-store.ts'

/** 信息处理费 of a case: what was asked for, whether it was paid, what was given back; `null` where none was asked. */
export type FeeOfCase = Readonly<{
  noticedYuan: number
  paidOn: PlainDate | null
  paidYuan: number
  refundedYuan: number
}>

export async function feeOfCase(
  t: Tx,
  { agencyId, requestId }: Readonly<{ agencyId: string; requestId: string }>,
  history: readonly StoredEvent[],
): Promise<FeeOfCase | null> {
  const noticed = history.findLast(({ event }) => event.kind === 'fee-noticed')?.event
  if (noticed?.kind !== 'fee-noticed') return null
  const paidOn = history.findLast(({ event }) => event.kind === 'fee-paid')?.event.on ?? null
  const { refunded } = await t
    .selectFrom('fee_refund')
    .select(({ fn }) => fn.sum<string | null>('amount_in_yuan').as('refunded'))
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  const noticedYuan = noticed.amountInYuan
  return {
    noticedYuan,
    paidOn,
    paidYuan: paidOn === null ? 0 : noticedYuan,
    refundedYuan: Number(refunded ?? 0),
  }
}
