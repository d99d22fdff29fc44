import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import { lockCatalogues, makeDraft, withKnownIds } from './catalogue-draft.ts'
import { titleOfCatalogue } from './catalogue-entry.ts'
import { type CatalogueFile, readFor } from './preview-catalogue.ts'

/** 导入目录: the whole file as a new version to be approved, or nothing of it. */
export async function importCatalogue(
  ctx: Context,
  file: CatalogueFile,
): Promise<{ version: number; entries: number }> {
  const { agencyId, catalogue } = file
  allowWithin(ctx, 'edit-guide', agencyId)
  titleOfCatalogue(catalogue)
  const { entries, faults } = await readFor(ctx, file)
  const [first] = faults
  if (first !== undefined) {
    const sentence = `表格有${faults.length}处需要改正，没有导入。${first.where}：${first.message}`
    throw new Invalid(sentence, { file: sentence })
  }
  return tx(ctx, async (t) => {
    await lockCatalogues(t, agencyId)
    const version = await makeDraft(t, ctx, {
      agencyId,
      catalogue,
      source: 'file',
      fileName: file.name,
      entries: await withKnownIds(t, { agencyId, catalogue }, entries),
    })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'import-catalogue',
      objectKind: 'catalogue',
      objectId: agencyId,
      detail: { catalogue, version, entries: entries.length, fileName: file.name },
    })
    return { version, entries: entries.length }
  })
}
