import type { DocumentCode } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import { actorId, actorName, type Context } from '../../context.ts'
import { checkTemplate } from './check-template.ts'

export type KeptTemplate = Readonly<{
  code: DocumentCode
  name: string
  uploadedBy: string
  uploadedAt: Date
}>

export async function listTemplates(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly KeptTemplate[]> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, async (t) => {
    const rows = await t
      .selectFrom('letter_template')
      .select(['code', 'name', 'uploaded_by', 'uploaded_at'])
      .where('agency_id', '=', agencyId)
      .orderBy('code')
      .execute()
    return rows.map((row) => ({
      code: row.code as DocumentCode,
      name: row.name,
      uploadedBy: row.uploaded_by,
      uploadedAt: row.uploaded_at,
    }))
  })
}

/** The office's own template for a document, if it has one. */
export async function readTemplate(
  t: Tx,
  ctx: Context,
  agencyId: string,
  code: DocumentCode,
): Promise<Uint8Array | null> {
  const row = await t
    .selectFrom('letter_template')
    .innerJoin('file', (join) =>
      join
        .onRef('file.agency_id', '=', 'letter_template.agency_id')
        .onRef('file.file_id', '=', 'letter_template.file_id'),
    )
    .select('file.sha256')
    .where('letter_template.agency_id', '=', agencyId)
    .where('letter_template.code', '=', code)
    .executeTakeFirst()
  return row === undefined ? null : ((await ctx.files.find(row.sha256)) ?? null)
}

type Upload = Readonly<{ agencyId: string; code: DocumentCode; name: string; bytes: Uint8Array }>

/** 上传模板: refused while a mandatory element has no place in it. Letters issued before stay as they are. */
export async function saveTemplate(ctx: Context, { agencyId, code, name, bytes }: Upload): Promise<void> {
  allow(ctx.actor, 'lead-office')
  await checkTemplate(code, bytes)
  const { sha256, sm3, sizeBytes } = await ctx.files.put(bytes)
  const fileId = newId()
  await tx(ctx, async (t) => {
    await t
      .insertInto('file')
      .values({
        agency_id: agencyId,
        file_id: fileId,
        name,
        media_type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        size_bytes: sizeBytes,
        sha256,
        sm3,
        created_at: ctx.now,
        created_by: actorId(ctx.actor),
      })
      .execute()
    const row = { file_id: fileId, name, uploaded_by: actorName(ctx.actor), uploaded_at: ctx.now }
    await t
      .insertInto('letter_template')
      .values({ agency_id: agencyId, code, ...row })
      .onConflict((conflict) => conflict.columns(['agency_id', 'code']).doUpdateSet(row))
      .execute()
    await recordAudit(t, ctx, { agencyId, action: 'save-letter-template', detail: { code, name, sha256 } })
  })
}

/** 删除模板: letters are drawn in the statutory layout again. */
export async function deleteTemplate(
  ctx: Context,
  { agencyId, code }: Readonly<{ agencyId: string; code: DocumentCode }>,
): Promise<void> {
  allow(ctx.actor, 'lead-office')
  await tx(ctx, async (t) => {
    await t.deleteFrom('letter_template').where('agency_id', '=', agencyId).where('code', '=', code).execute()
    await recordAudit(t, ctx, { agencyId, action: 'delete-letter-template', detail: { code } })
  })
}
