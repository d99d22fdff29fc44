import { fontDirectories } from '@mingfu/documents'
import { cite, refuse } from '@mingfu/law'
import { type RedactionProof, redactPdf } from '@mingfu/screening'
import { tx } from '../../../db/transaction.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import { actorId, type Context } from '../../context.ts'
import { refuseSecretFile } from '../../screening/refuse-secret-file.ts'
import { uphold } from '../../uphold.ts'
import { keepSealed } from '../keep-attachment.ts'
import { openCase } from '../reading/open-case.ts'
import { insertEvidence } from '../record-evidence.ts'
import { insertRequestFile } from '../request-file-store.ts'
import { maskingTable } from './masking-table.ts'
import { lockRedaction, type OnRedaction, type StoredRedaction, writeRelease } from './redaction-store.ts'
import { orInvalid, readSourceFile } from './source-file.ts'

export type ReleaseRedaction = OnRedaction & Readonly<{ version: number }>

/**
 * 生成公开版本: somebody else than who drew the boxes checks them; the file is rebuilt with the boxes burned in and
 * proven clean, and lies among what goes to the applicant. The full copy, the masked one and the table of what was
 * masked are put on file as evidence. Answers the id of the released file.
 */
export async function releaseRedaction(
  ctx: Context,
  input: ReleaseRedaction,
): Promise<Readonly<{ fileId: string; proof: RedactionProof }>> {
  allow(ctx.actor, 'review-decision')
  const { redaction, name, bytes } = await tx(ctx, async (t) => {
    const locked = await lockRedaction(t, input)
    checkReleaser(ctx, locked)
    const { file, bytes: original } = await readSourceFile(t, ctx, { ...locked, fileId: locked.sourceFileId })
    return { redaction: locked, name: file.name, bytes: original }
  })
  await refuseSecretFile(bytes, name)
  const made = await orInvalid(redactPdf(bytes, redaction.marks, { fontDirectories: fontDirectories() }))
  const kept = await keepSealed(ctx, made.pdf)
  const table = await maskingTable(ctx, redaction, name, made.proof)
  const keptTable = table === null ? null : await keepSealed(ctx, table)
  return tx(ctx, async (t) => {
    const now = await lockRedaction(t, input)
    checkReleaser(ctx, now)
    const { number } = await openCase(t, ctx, { agencyId: now.agencyId, requestId: now.requestId })
    const pdf = { mediaType: 'application/pdf' }
    const fileId = await insertRequestFile(t, ctx, now, {
      ...kept,
      ...pdf,
      name: releasedName(name),
      purpose: 'answer',
    })
    await writeRelease(t, ctx, now, { fileId, proof: made.proof })
    if (keptTable !== null) {
      const file = { ...keptTable, ...pdf, name: `遮盖内容对照表（${withoutEnding(name)}）.pdf` }
      const tableId = await insertRequestFile(t, ctx, now, { ...file, purpose: 'evidence' })
      await insertEvidence(t, ctx, now, 'full-copy', { text: name, fileIds: [now.sourceFileId] })
      await insertEvidence(t, ctx, now, 'masked-copy', {
        text: made.proof.checks.join('；'),
        fileIds: [fileId],
      })
      await insertEvidence(t, ctx, now, 'masking-table', {
        text: `共遮盖${now.marks.length}处`,
        fileIds: [tableId],
      })
    }
    await recordAudit(t, ctx, {
      agencyId: now.agencyId,
      action: 'release-redaction',
      objectKind: 'request',
      objectId: now.requestId,
      detail: { number, redactionId: now.redactionId, fileId, marks: now.marks.length, sha256: kept.sha256 },
    })
    return { fileId, proof: made.proof }
  })
}

function checkReleaser(ctx: Context, { markedBy, releasedFileId }: StoredRedaction): void {
  if (releasedFileId !== null)
    uphold(
      refuse('already-released', '公开版本已经生成；需要改动的，请对原文件重新标注', cite('regulation', 37)),
    )
  if (markedBy !== null && markedBy === actorId(ctx.actor))
    uphold(
      refuse(
        'self-reviewed',
        '遮盖应当由标注人以外的人员复核，请由审查人复核后生成公开版本',
        cite('regulation', 17),
      ),
    )
}

function releasedName(name: string): string {
  return `${withoutEnding(name)}（公开版本）.pdf`
}

function withoutEnding(name: string): string {
  return name.replace(/\.(pdf|jpe?g|png)$/i, '')
}
