import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { actorName, type Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import { keyOf, titleOfCatalogue } from './catalogue-entry.ts'
import { listEntries } from './catalogue-store.ts'
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
    // One import at a time: the numbers of versions have no gap and no repeat.
    await t
      .selectFrom('agency')
      .select('agency_id')
      .where('agency_id', '=', agencyId)
      .forUpdate()
      .executeTakeFirst()
    const last = await t
      .selectFrom('catalogue_version')
      .select(({ fn }) => fn.max('version').as('version'))
      .where('agency_id', '=', agencyId)
      .where('catalogue', '=', catalogue)
      .executeTakeFirst()
    const previous = last?.version ?? 0
    const version = previous + 1
    const known = new Map(
      (await listEntries(t, { agencyId, catalogue, version: previous })).map((entry) => [
        keyOf(entry),
        entry.entryId,
      ]),
    )
    await t
      .updateTable('catalogue_version')
      .set({ state: 'superseded' })
      .where('agency_id', '=', agencyId)
      .where('catalogue', '=', catalogue)
      .where('state', '=', 'draft')
      .execute()
    await t
      .insertInto('catalogue_version')
      .values({
        agency_id: agencyId,
        catalogue,
        version,
        state: 'draft',
        file_name: file.name.slice(0, 200),
        made_at: ctx.now,
        made_by: actorName(ctx.actor),
      })
      .execute()
    await t
      .insertInto('catalogue_entry')
      .values(
        entries.map((entry, index) => ({
          agency_id: agencyId,
          catalogue,
          version,
          entry_id: known.get(keyOf(entry)) ?? newId(),
          sort_order: index,
          path: [...entry.path],
          content_required: entry.contentRequired,
          deadline_text: entry.deadlineText,
          deadline_limit: entry.deadlineLimit === null ? null : JSON.stringify(entry.deadlineLimit),
          basis: [...entry.basis],
          responsible_unit: entry.responsibleUnit,
          channels: JSON.stringify(entry.channels),
          audience: entry.audience,
          mode: entry.mode,
          level: entry.level,
          update_class: entry.updateClass,
          period: entry.period,
          legal_items: [...entry.legalItems],
          is_mandatory: entry.isMandatory,
          node_id: entry.nodeId,
        })),
      )
      .execute()
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
