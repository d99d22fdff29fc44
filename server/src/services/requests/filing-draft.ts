import { createHash } from 'node:crypto'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import type { KeptFile } from './keep-attachment.ts'

export type DraftFile = KeptFile & Readonly<{ purpose: 'attachment' | 'identity-proof' }>

/** 填写中的申请表: what was typed, field by field, and the files that lie in the store already. */
export type FilingDraft = Readonly<{ fields: Readonly<Record<string, string>>; files: readonly DraftFile[] }>

type Which = Readonly<{ agencyId: string; key: string }>

const KEPT_FOR_MS = 48 * 3_600_000

/** 暂存申请表: keeps a form, sealed, under its own unguessable key; what nobody filed is gone after two days. */
export async function saveFilingDraft(ctx: Context, which: Which, draft: FilingDraft): Promise<void> {
  allow(ctx.actor, 'file-request')
  const values = {
    content_sealed: ctx.seal.seal(JSON.stringify(draft)),
    saved_at: ctx.now,
    expires_at: new Date(ctx.now.getTime() + KEPT_FOR_MS),
  }
  await tx(ctx, async (t) => {
    await t
      .deleteFrom('filing_draft')
      .where('agency_id', '=', which.agencyId)
      .where('expires_at', '<', ctx.now)
      .execute()
    await t
      .insertInto('filing_draft')
      .values({ agency_id: which.agencyId, draft_key: digestOf(which.key), ...values })
      .onConflict((conflict) => conflict.columns(['agency_id', 'draft_key']).doUpdateSet(values))
      .execute()
  })
}

/** The form as it was left, or `undefined` when there is none or it is too old. */
export function findFilingDraft(ctx: Context, { agencyId, key }: Which): Promise<FilingDraft | undefined> {
  allow(ctx.actor, 'file-request')
  return tx(ctx, async (t) => {
    const row = await t
      .selectFrom('filing_draft')
      .select('content_sealed')
      .where('agency_id', '=', agencyId)
      .where('draft_key', '=', digestOf(key))
      .where('expires_at', '>=', ctx.now)
      .executeTakeFirst()
    return row && (JSON.parse(ctx.seal.open(row.content_sealed)) as FilingDraft)
  })
}

/** Only the digest lies in the database: who reads it cannot call up a form. */
function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
