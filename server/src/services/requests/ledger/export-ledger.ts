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
}>

/** Cases in one transaction, and in memory at one time. */
const A_STEP = 200

/** 导出台账: all cases of an agency as a workbook, as a stream. Who took it, and why, stands in the audit trail. */
export async function exportLedger(ctx: Context, input: ExportLedger): Promise<AsyncGenerator<Uint8Array>> {
  allow(ctx.actor, input.identities ? 'export-ledger' : 'read-requests')
  const { agencyId, identities, reason } = input
  if (identities && reason.trim() === '') {
    const sentence = '导出申请人身份信息，请写明事由'
    throw new Invalid(sentence, { reason: sentence })
  }
  await tx(ctx, (t) =>
    recordAudit(t, ctx, { agencyId, action: 'export-ledger', detail: { identities, reason: reason.trim() } }),
  )
  return writeCaseLedger(linesOf(ctx, agencyId, identities))
}

async function* linesOf(ctx: Context, agencyId: string, identities: boolean): AsyncGenerator<CaseLine> {
  const ids = await tx(ctx, (t) => readLedgerIds(t, agencyId))
  for (let at = 0; at < ids.length; at += A_STEP) {
    const cases = await tx(ctx, (t) => readLedgerCases(t, ctx, agencyId, ids.slice(at, at + A_STEP)))
    for (const one of cases) yield caseLine(one, identities)
  }
}
