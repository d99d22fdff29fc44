import { type CatalogueEntry, catalogueEntryFaults, legalItemsFor, readDeadlineText } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid, NotFound } from '../../../errors.ts'
import { getAgency } from '../../agencies/find-agency.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import { columnsOf, lockCatalogues, workingDraft } from './catalogue-draft.ts'
import { type EntryContent, keyOf, titleOfCatalogue } from './catalogue-entry.ts'
import { listEntries } from './catalogue-store.ts'

export type SaveEntry = Omit<EntryContent, 'deadlineLimit'> &
  Readonly<{
    agencyId: string
    catalogue: string
    /** None for a new one. */
    entryId: string | null
  }>

/**
 * 修改公开事项, or add one: in the draft that waits for approval, or in a new one made from what is in force. What is in
 * force stays as it is until the draft is approved.
 */
export async function saveEntry(
  ctx: Context,
  input: SaveEntry,
): Promise<{ version: number; entryId: string }> {
  const { agencyId, catalogue, entryId: asked, ...words } = input
  allowWithin(ctx, 'edit-guide', agencyId)
  titleOfCatalogue(catalogue)
  const entry = trimmed(words)
  await requireWhole(ctx, agencyId, entry)
  return tx(ctx, async (t) => {
    await lockCatalogues(t, agencyId)
    const version = await workingDraft(t, ctx, { agencyId, catalogue })
    const others = await listEntries(t, { agencyId, catalogue, version })
    const old = others.find(({ entryId }) => entryId === asked)
    if (asked !== null && old === undefined) throw new NotFound('这个公开事项')
    if (others.some((other) => other.entryId !== asked && keyOf(other) === keyOf(entry))) {
      const sentence = `已经有“${entry.path.join(' › ')}”这个公开事项，而且公开内容相同`
      throw new Invalid(sentence, { contentRequired: sentence })
    }
    await requireColumn(t, agencyId, entry.nodeId)
    const entryId = asked ?? newId()
    const key = { agency_id: agencyId, catalogue, version }
    if (old === undefined) {
      const sortOrder = placeAfter(others, entry)
      await t
        .updateTable('catalogue_entry')
        .set(({ eb }) => ({ sort_order: eb('sort_order', '+', 1) }))
        .where('agency_id', '=', agencyId)
        .where('catalogue', '=', catalogue)
        .where('version', '=', version)
        .where('sort_order', '>=', sortOrder)
        .execute()
      await t
        .insertInto('catalogue_entry')
        .values({ ...key, entry_id: entryId, sort_order: sortOrder, ...columnsOf(entry) })
        .execute()
    } else {
      await t
        .updateTable('catalogue_entry')
        .set(columnsOf(entry))
        .where('agency_id', '=', agencyId)
        .where('catalogue', '=', catalogue)
        .where('version', '=', version)
        .where('entry_id', '=', entryId)
        .execute()
    }
    await recordAudit(t, ctx, {
      agencyId,
      action: 'save-catalogue-entry',
      objectKind: 'catalogue',
      objectId: agencyId,
      detail: { catalogue, version, entry: entry.path.join(' › ') },
    })
    return { version, entryId }
  })
}

/** A new line stands after the last one under the same heading, otherwise at the end. */
export function placeAfter(
  entries: readonly Pick<EntryContent, 'path'>[],
  { path }: Pick<EntryContent, 'path'>,
): number {
  const last = entries.findLastIndex((entry) => entry.path[0] === path[0])
  return last === -1 ? entries.length : last + 1
}

function trimmed(words: Omit<EntryContent, 'deadlineLimit'>): EntryContent {
  const deadlineText = words.deadlineText.trim()
  return {
    ...words,
    path: words.path.map((text) => text.trim()).filter((text) => text !== ''),
    contentRequired: words.contentRequired.trim(),
    deadlineText,
    deadlineLimit: readDeadlineText(deadlineText) ?? null,
    basis: words.basis.map((text) => text.trim()).filter((text) => text !== ''),
    responsibleUnit: words.responsibleUnit.trim(),
    channels: Object.fromEntries(Object.entries(words.channels).filter(([, duty]) => duty !== 'none')),
    period: words.updateClass === 'periodic' ? words.period : null,
  }
}

async function requireWhole(ctx: Context, agencyId: string, entry: EntryContent): Promise<void> {
  const asked: CatalogueEntry = { ...entry, name: entry.path.at(-1) ?? '', deadline: entry.deadlineText }
  const [fault] = catalogueEntryFaults(asked)
  if (fault !== undefined) throw new Invalid(fault)
  const { orgType } = await getAgency(ctx.db, agencyId)
  const allowed = legalItemsFor(orgType === 'township' ? 'town' : 'city-county')
  if (entry.legalItems.some((code) => !allowed.includes(code))) {
    const sentence =
      orgType === 'township'
        ? '乡镇选用条例第二十一条中乡镇的事项，请重新选择法定事项'
        : '条例第二十一条中乡镇的事项只由乡镇选用，请重新选择法定事项'
    throw new Invalid(sentence, { legalItems: sentence })
  }
}

async function requireColumn(t: Tx, agencyId: string, nodeId: string | null): Promise<void> {
  if (nodeId === null) return
  const node = await t
    .selectFrom('catalogue_node')
    .select('node_id')
    .where('agency_id', '=', agencyId)
    .where('node_id', '=', nodeId)
    .executeTakeFirst()
  if (node === undefined)
    throw new Invalid('没有这个栏目，请重新选择', { nodeId: '没有这个栏目，请重新选择' })
}
