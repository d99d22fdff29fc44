import { type ScreenedFile, type ScreeningFinding, screenFile } from '@mingfu/screening'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import type { DatedLists } from './lists-of-agency.ts'

type StoredFile = Readonly<{ agencyId: string; sha256: string; name: string }>

/**
 * 检查一个附件: in a thread with limits of time and memory, once for the same bytes and lists. Numbers in what is kept
 * are masked. Call it outside a transaction: it may take as long as a large file takes.
 */
export async function screenStoredFile(
  ctx: Context,
  { agencyId, sha256, name }: StoredFile,
  { lists, digest }: DatedLists,
): Promise<ScreenedFile> {
  const known = await tx(ctx, (t) =>
    t
      .selectFrom('screened_file')
      .select(['findings', 'unread'])
      .where('agency_id', '=', agencyId)
      .where('sha256', '=', sha256)
      .where('lists_digest', '=', digest)
      .executeTakeFirst(),
  )
  if (known !== undefined)
    return {
      findings: known.findings as readonly ScreeningFinding[],
      unread: known.unread as ScreenedFile['unread'],
    }
  const bytes = await ctx.files.find(sha256)
  if (bytes === undefined)
    return { findings: [], unread: [{ where: '文件', why: '附件已经丢失，请重新上传' }] }
  const screened = await screenFile(bytes, name, lists)
  // The name is screened where it is shown, for the same bytes may bear another.
  const findings = screened.findings.filter(({ where }) => where !== '文件名')
  await tx(ctx, (t) =>
    t
      .insertInto('screened_file')
      .values({
        agency_id: agencyId,
        sha256,
        lists_digest: digest,
        findings: JSON.stringify(findings),
        unread: JSON.stringify(screened.unread),
        screened_at: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return { findings, unread: screened.unread }
}
