import type { Selectable } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { BriefingBulletinTable } from '../../db/rows.ts'
import { NotFound, Stale } from '../../errors.ts'

/** One item of an issue, in the words that were signed. */
export type BulletinContent = Readonly<{ itemId: string; unitName: string; title: string; body: string }>

/** 期刊: an issue of an internal paper; numbered and fixed when a leader signs it. */
export type Bulletin = Readonly<{
  agencyId: string
  bulletinId: string
  paper: string
  editor: string
  year: number | null
  issue: number | null
  totalIssue: number | null
  scoreCode: string
  itemIds: readonly string[]
  reportTo: string
  sendTo: string
  issuedOn: string | null
  signedBy: string | null
  contents: readonly BulletinContent[] | null
  draftedBy: string
  draftedById: string | null
  version: number
}>

export function bulletinOf(row: Selectable<BriefingBulletinTable>): Bulletin {
  return {
    agencyId: row.agency_id,
    bulletinId: row.bulletin_id,
    paper: row.paper,
    editor: row.editor,
    year: row.year,
    issue: row.issue,
    totalIssue: row.total_issue,
    scoreCode: row.score_code,
    itemIds: row.item_ids,
    reportTo: row.report_to,
    sendTo: row.send_to,
    issuedOn: row.issued_on,
    signedBy: row.signed_by,
    contents: row.contents as readonly BulletinContent[] | null,
    draftedBy: row.drafted_by,
    draftedById: row.drafted_by_id,
    version: row.version,
  }
}

export type OnBulletin = Readonly<{ agencyId: string; bulletinId: string; version: number }>

export async function lockBulletin(t: Tx, what: OnBulletin): Promise<Bulletin> {
  const row = await t
    .selectFrom('briefing_bulletin')
    .selectAll()
    .where('agency_id', '=', what.agencyId)
    .where('bulletin_id', '=', what.bulletinId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这一期')
  if (row.version !== what.version) throw new Stale('这一期')
  return bulletinOf(row)
}

/** The items as they stand now, in the order of the issue; what may not be in it is left out. */
export async function contentsOf(
  t: Tx,
  agencyId: string,
  itemIds: readonly string[],
): Promise<readonly (BulletinContent & Readonly<{ state: string; unitId: string; version: number }>)[]> {
  if (itemIds.length === 0) return []
  const rows = await t
    .selectFrom('briefing_item as item')
    .innerJoin('department as unit', (join) =>
      join
        .onRef('unit.agency_id', '=', 'item.agency_id')
        .onRef('unit.department_id', '=', 'item.department_id'),
    )
    .select(['item.item_id', 'unit.name', 'item.title', 'item.body', 'item.state', 'item.department_id'])
    .select('item.version')
    .where('item.agency_id', '=', agencyId)
    .where('item.item_id', 'in', [...itemIds])
    .where('item.submitted_at', 'is not', null)
    .where('item.state', 'not in', ['draft', 'returned'])
    .execute()
  return itemIds.flatMap((itemId) =>
    rows
      .filter((row) => row.item_id === itemId)
      .map((row) => ({
        itemId,
        unitName: row.name,
        title: row.title,
        body: row.body,
        state: row.state,
        unitId: row.department_id,
        version: row.version,
      })),
  )
}
