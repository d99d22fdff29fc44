import { tx } from '../../../db/transaction.ts'
import { Invalid, NotFound } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { importLedger } from './import-ledger.ts'
import {
  getLedgerImport,
  type LedgerImport,
  ledgerContent,
  lockLedgerImport,
  saveLedgerImport,
} from './ledger-import-store.ts'

type Key = Readonly<{ agencyId: string; importId: string }>

/**
 * 后台导入台账: checks an uploaded ledger, or imports one that was confirmed. A run that broke off left nothing behind
 * and is tried again; a second run of the same finds nothing to do.
 */
export async function runLedgerImport(ctx: Context, key: Key): Promise<void> {
  allow(ctx.actor, 'import-ledger')
  const { agencyId, importId } = key
  const found = await tx(ctx, (t) => getLedgerImport(t, ctx, { agencyId, importId }))
  if (found.state !== 'checking' && found.state !== 'importing') return
  try {
    if (found.state === 'checking') await check(ctx, key)
    else await bring(ctx, key, found)
  } catch (error) {
    if (!(error instanceof Invalid || error instanceof NotFound)) throw error
    await tx(ctx, (t) => saveLedgerImport(t, ctx, key, { state: 'failed', faults: [error.message] }))
  }
}

async function check(ctx: Context, key: Key): Promise<void> {
  const { imported, known, faults } = await importLedger(ctx, {
    agencyId: key.agencyId,
    bytes: await tx(ctx, (t) => ledgerContent(t, ctx, key)),
    check: true,
    onProgress: progress(ctx, key),
  })
  await tx(ctx, async (t) => {
    if (!(await lockLedgerImport(t, key, 'checking'))) return
    const state = faults.length > 0 ? 'faulty' : 'checked'
    await saveLedgerImport(t, ctx, key, { state, total: imported, done: 0, known, faults })
  })
}

async function bring(ctx: Context, key: Key, { confirmedBy }: LedgerImport): Promise<void> {
  const { faults } = await importLedger(ctx, {
    agencyId: key.agencyId,
    bytes: await tx(ctx, (t) => ledgerContent(t, ctx, key)),
    check: false,
    ...(confirmedBy === null ? {} : { by: confirmedBy }),
    onProgress: progress(ctx, key),
    end: async (t, { imported, known }) => {
      // Whoever of two comes second throws everything away again.
      if (!(await lockLedgerImport(t, key, 'importing'))) throw new AlreadyDone()
      await saveLedgerImport(t, ctx, key, { state: 'imported', total: imported, done: imported, known })
    },
  }).catch((error) => {
    if (error instanceof AlreadyDone) return { faults: [] }
    throw error
  })
  // The register changed since the check, and the ledger no longer fits it.
  if (faults.length > 0) await tx(ctx, (t) => saveLedgerImport(t, ctx, key, { state: 'faulty', faults }))
}

class AlreadyDone extends Error {
  override readonly name = 'AlreadyDone'
}

/** In a transaction of its own, so that the page sees it while the import is still open. */
function progress(ctx: Context, key: Key) {
  return (done: number, total: number) => tx(ctx, (t) => saveLedgerImport(t, ctx, key, { done, total }))
}
