import { tx } from '../../../db/transaction.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { getLedgerImport, type LedgerImport, readLedgerImports } from './ledger-import-store.ts'

export type { LedgerImport } from './ledger-import-store.ts'

/** 导入进度: where one import stands, and what was wrong with its file. */
export async function followLedgerImport(
  ctx: Context,
  key: Readonly<{ agencyId: string; importId: string }>,
): Promise<LedgerImport> {
  allow(ctx.actor, 'import-ledger')
  return tx(ctx, (t) => getLedgerImport(t, ctx, key))
}

/** The last imports of the agency, the newest first. */
export async function listLedgerImports(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly LedgerImport[]> {
  allow(ctx.actor, 'import-ledger')
  return tx(ctx, (t) => readLedgerImports(t, ctx, agencyId))
}
