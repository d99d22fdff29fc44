import { CONTENT_KINDS, type ContentKind } from '@mingfu/law'
import type { Db, Tx } from '../../../db/database.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid, NotFound } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { contentChanged } from '../../content-version.ts'
import type { Context } from '../../context.ts'
import { findColumnLimit } from '../column-limit.ts'
import { renewDueDays } from '../due/renew-due-days.ts'
import { allowWithin } from '../own-agency.ts'
import { mayHold } from '../submission-faults.ts'
import { isKeyContent, type Placement, type PlacementKind } from './placement.ts'

export type PlaceDocument = Readonly<{
  agencyId: string
  documentId: string
  placements: readonly Placement[]
}>

/** 一条信息多处展示: where else it is shown. The text stays one, so that no two places can differ. */
export async function placeDocument(ctx: Context, input: PlaceDocument): Promise<void> {
  const { agencyId, documentId, placements } = input
  allowWithin(ctx, 'draft-document', agencyId)
  await tx(ctx, async (t) => {
    const document = await t
      .selectFrom('document')
      .select(['node_id', 'kind'])
      .where('agency_id', '=', agencyId)
      .where('document_id', '=', documentId)
      .forUpdate()
      .executeTakeFirst()
    if (document === undefined) throw new NotFound('这条政府信息')
    await requireTargets(t, agencyId, placements)
    await requireKind(t, agencyId, placements, document.kind as ContentKind)
    await t
      .deleteFrom('document_placement')
      .where('agency_id', '=', agencyId)
      .where('document_id', '=', documentId)
      .execute()
    const rows = placements
      .filter(({ kind, target }) => kind !== 'column' || target !== document.node_id)
      .map((placement) => ({ agency_id: agencyId, document_id: documentId, ...placement }))
    if (rows.length > 0) {
      await t
        .insertInto('document_placement')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    await renewDueDays(t, ctx, agencyId, [documentId])
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'place-document',
      objectKind: 'document',
      objectId: documentId,
      detail: { placements },
    })
  })
}

/** Where a document is shown besides its own column. */
export async function placementsOf(
  db: Db | Tx,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
): Promise<readonly Placement[]> {
  const rows = await db
    .selectFrom('document_placement')
    .select(['kind', 'target'])
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .orderBy('kind')
    .orderBy('target')
    .execute()
  return rows.map(({ kind, target }) => ({ kind: kind as PlacementKind, target }))
}

/** 专栏姓专, wherever else it is shown. */
async function requireKind(
  t: Tx,
  agencyId: string,
  placements: readonly Placement[],
  kind: ContentKind,
): Promise<void> {
  for (const { target } of placements.filter((each) => each.kind === 'column')) {
    const column = await findColumnLimit(t, agencyId, target)
    if (column === null || mayHold(column, kind)) continue
    const sentence = `“${column.title}”栏目不放“${CONTENT_KINDS[kind].label}”，请另选栏目`
    throw new Invalid(sentence, { placements: sentence })
  }
}

async function requireTargets(t: Tx, agencyId: string, placements: readonly Placement[]): Promise<void> {
  const targets = (of: PlacementKind) =>
    placements.filter(({ kind }) => kind === of).map(({ target }) => target)
  const unknown = (what: string) =>
    new Invalid(`没有这个${what}，请重新选择`, { placements: `没有这个${what}，请重新选择` })
  if (!targets('key-content').every(isKeyContent)) throw unknown('重点领域内容')
  const columns = targets('column')
  if (columns.length > 0) {
    const found = await t
      .selectFrom('catalogue_node')
      .select('node_id')
      .where('agency_id', '=', agencyId)
      .where('node_id', 'in', columns)
      .execute()
    if (found.length !== new Set(columns).size) throw unknown('栏目')
  }
  const entries = targets('entry')
  if (entries.length > 0) {
    const found = await t
      .selectFrom('catalogue_entry')
      .select('entry_id')
      .distinct()
      .where('agency_id', '=', agencyId)
      .where('entry_id', 'in', entries)
      .execute()
    if (found.length !== new Set(entries).size) throw unknown('目录事项')
  }
  const topics = targets('topic')
  if (topics.length > 0) {
    const found = await t
      .selectFrom('hot_topic')
      .select('code')
      .where('agency_id', '=', agencyId)
      .where('code', 'in', topics)
      .execute()
    if (found.length !== new Set(topics).size) throw unknown('专题')
  }
}
