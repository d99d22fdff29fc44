import { enqueue } from '../../../db/enqueue.ts'
import { tx } from '../../../db/transaction.ts'
import { Stale } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { actorId, actorName, type Context } from '../../context.ts'
import { lockLedgerImport, saveLedgerImport } from './ledger-import-store.ts'

/** 确认导入: once the check found nothing wrong, the worker imports; whoever confirms it stands in the audit trail. */
export async function confirmLedgerImport(
  ctx: Context,
  key: Readonly<{ agencyId: string; importId: string }>,
): Promise<void> {
  allow(ctx.actor, 'import-ledger')
  await tx(ctx, async (t) => {
    if (!(await lockLedgerImport(t, key, 'checked'))) throw new Stale('这次导入')
    const confirmedBy = { name: actorName(ctx.actor), id: actorId(ctx.actor) }
    await saveLedgerImport(t, ctx, key, { state: 'importing', done: 0, confirmedBy })
    await enqueue(t, 'import-ledger', key)
  })
}
