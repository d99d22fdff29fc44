import type { Db, Tx } from '../../db/database.ts'
import { NotFound } from '../../errors.ts'

const COLUMNS = [
  'agency_id',
  'parent_id',
  'path',
  'slug',
  'name',
  'short_name',
  'org_type',
  'can_make_regulations',
  'credit_code',
  'region_code',
  'document_word',
  'reconsideration_organ',
  'court',
  'site_id_code',
  'site_domain',
] as const

export type OrgTypeId = 'department' | 'government' | 'township' | 'functional_zone'

/** 行政机关, as every area needs it. All of it is public. */
export type Agency = Readonly<{
  agencyId: string
  parentId: string | null
  path: string
  slug: string
  name: string
  shortName: string
  orgType: OrgTypeId
  canMakeRegulations: boolean
  creditCode: string | null
  regionCode: string | null
  documentWord: string
  reconsiderationOrgan: string
  court: string
  siteIdCode: string | null
  siteDomain: string | null
}>

export async function findAgencyBySlug(db: Db | Tx, slug: string): Promise<Agency | undefined> {
  const row = await db
    .selectFrom('agency')
    .select(COLUMNS)
    .where('slug', '=', slug)
    .where('is_active', '=', true)
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function getAgency(db: Db | Tx, agencyId: string): Promise<Agency> {
  const row = await db
    .selectFrom('agency')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这个机关')
  return fromRow(row)
}

/** Every active agency, parents before children. */
export async function listAgencies(db: Db | Tx): Promise<readonly Agency[]> {
  const rows = await db
    .selectFrom('agency')
    .select(COLUMNS)
    .where('is_active', '=', true)
    .orderBy('path')
    .execute()
  return rows.map(fromRow)
}

type Row = Readonly<{
  agency_id: string
  parent_id: string | null
  path: string
  slug: string
  name: string
  short_name: string
  org_type: string
  can_make_regulations: boolean
  credit_code: string | null
  region_code: string | null
  document_word: string
  reconsideration_organ: string
  court: string
  site_id_code: string | null
  site_domain: string | null
}>

function fromRow(row: Row): Agency {
  return {
    agencyId: row.agency_id,
    parentId: row.parent_id,
    path: row.path,
    slug: row.slug,
    name: row.name,
    shortName: row.short_name,
    orgType: row.org_type as OrgTypeId,
    canMakeRegulations: row.can_make_regulations,
    creditCode: row.credit_code,
    regionCode: row.region_code,
    documentWord: row.document_word,
    reconsiderationOrgan: row.reconsideration_organ,
    court: row.court,
    siteIdCode: row.site_id_code,
    siteDomain: row.site_domain,
  }
}
