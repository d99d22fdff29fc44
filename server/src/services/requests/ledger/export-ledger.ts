import { type CaseLine, writeCaseLedger } from '@mingfu/report'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { caseLine } from './case-line.ts'
import { readLedgerCases, readLedgerIds } from './ledger-store.ts'

export type ExportLedger = Readonly<{
  agencyId: string
  /** With names, numbers and addresses; without, they are masked and the ledger cannot be imported again. */
  identities: boolean
  /** Why identities are taken out of the house; noted in the audit trail. */
  reason: string
  /** Only these; all of the agency's when left out. */
  requestIds?: readonly string[] | undefined
}>

/** Cases in one transaction, and in memory at one time. */
const A_STEP = 200

/** 导出台账: all cases of an agency as a workbook, as a stream. Who took it, and why, stands in the audit trail. */
export async function exportLedger(ctx: Context, input: ExportLedger): Promise<AsyncGenerator<Uint8Array>> {
  allow(ctx.actor, input.identities ? 'export-ledger' : 'read-requests')
  const { agencyId, identities, reason, requestIds } = input
  if (identities && reason.trim() === '') {
    const sentence = '导出申请人身份信息，请写明事由'
    throw new Invalid(sentence, { reason: sentence })
  }
  await tx(ctx, (t) =>
    recordAudit(t, ctx, {
      agencyId,
      action: 'export-ledger',
      detail: { identities, reason: reason.trim(), ...(requestIds ? { cases: requestIds.length } : {}) },
    }),
  )
  return writeCaseLedger(linesOf(ctx, input))
}

async function* linesOf(
  ctx: Context,
  { agencyId, identities, requestIds }: ExportLedger,
): AsyncGenerator<CaseLine> {
  const all = await tx(ctx, (t) => readLedgerIds(t, ctx, agencyId))
  const ids = requestIds === undefined ? all : all.filter((id) => requestIds.includes(id))
  for (let at = 0; at < ids.length; at += A_STEP) {
    const cases = await tx(ctx, (t) => readLedgerCases(t, ctx, agencyId, ids.slice(at, at + A_STEP)))
    for (const one of cases) yield caseLine(one, identities)
  }
}
