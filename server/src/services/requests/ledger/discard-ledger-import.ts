import { tx } from '../../../db/transaction.ts'
import { Stale } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { lockLedgerImport, saveLedgerImport } from './ledger-import-store.ts'

/** 放弃导入: a ledger that was checked and is not wanted; its file is deleted at once. */
export async function discardLedgerImport(
  ctx: Context,
  key: Readonly<{ agencyId: string; importId: string }>,
): Promise<void> {
  allow(ctx.actor, 'import-ledger')
  await tx(ctx, async (t) => {
    if (!(await lockLedgerImport(t, key, 'checked'))) throw new Stale('这次导入')
    await saveLedgerImport(t, ctx, key, { state: 'discarded' })
    await recordAudit(t, ctx, {
      agencyId: key.agencyId,
      action: 'discard-ledger',
      objectKind: 'ledger-import',
      objectId: key.importId,
    })
  })
}

const WAITS_FOR_MS = 48 * 3_600_000

/** 清除逾期未确认的台账: checked, and confirmed by nobody in two days. */
export async function discardExpiredImports(ctx: Context): Promise<void> {
  allow(ctx.actor, 'import-ledger')
  const before = new Date(ctx.now.getTime() - WAITS_FOR_MS)
  await tx(ctx, (t) =>
    t
      .updateTable('ledger_import')
      .set({ state: 'discarded', content_sealed: null, ended_at: ctx.now })
      .where('state', '=', 'checked')
      .where('started_at', '<', before)
      .execute(),
  )
}
