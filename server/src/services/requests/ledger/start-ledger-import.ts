import { enqueue } from '../../../db/enqueue.ts'
import { tx } from '../../../db/transaction.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { insertLedgerImport } from './ledger-import-store.ts'

export type StartLedgerImport = Readonly<{ agencyId: string; name: string; bytes: Uint8Array }>

/** 上传台账: keeps the file sealed and has the worker check it. Answers the id by which its progress is followed. */
export async function startLedgerImport(ctx: Context, input: StartLedgerImport): Promise<string> {
  allow(ctx.actor, 'import-ledger')
  const { agencyId, bytes } = input
  const fileName = input.name.slice(-100)
  return tx(ctx, async (t) => {
    const importId = await insertLedgerImport(t, ctx, { agencyId, fileName, bytes })
    await enqueue(t, 'import-ledger', { agencyId, importId })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'upload-ledger',
      objectKind: 'ledger-import',
      objectId: importId,
      detail: { bytes: bytes.byteLength },
    })
    return importId
  })
}
