import { type Citation, KEY_AREAS, type KeyAreaId, type PlainDate } from '@mingfu/law'
import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import { keyContent } from './placement.ts'

/** 重点领域: what is published in it, and for each content that it asks for how many items and how new. */
export type KeyArea = Readonly<{
  areaId: KeyAreaId
  label: string
  norm: Citation | null
  count: number
  newestOn: PlainDate | null
  contents: readonly Readonly<{
    content: string
    target: string
    count: number
    newestOn: PlainDate | null
  }>[]
}>

export async function keyAreaCoverage(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly KeyArea[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  return keyAreasOf(ctx, agencyId)
}

type Row = Readonly<{ target: string; count: number; newest_on: PlainDate }>

export async function keyAreasOf(ctx: Pick<Context, 'db'>, agencyId: string): Promise<readonly KeyArea[]> {
  const { rows } = await sql<Row>`
    with shown as (
      select document_id, unnest(key_areas) as target from document where agency_id = ${agencyId}
      union
      select document_id, split_part(target, ':', 1) from document_placement
      where agency_id = ${agencyId} and kind = 'key-content'
      union
      select document_id, target from document_placement where agency_id = ${agencyId} and kind = 'key-content'
    )
    select target, count(*)::int as count, max((published_at at time zone 'Asia/Shanghai')::date)::text as newest_on
    from shown join document on document.agency_id = ${agencyId} and document.document_id = shown.document_id
    where published_at is not null and withdrawn_at is null
    group by target`.execute(ctx.db)
  const held = new Map(rows.map((row) => [row.target, row]))
  const of = (target: string) => ({
    count: held.get(target)?.count ?? 0,
    newestOn: held.get(target)?.newest_on ?? null,
  })
  return (Object.keys(KEY_AREAS) as KeyAreaId[]).map((areaId) => {
    const { label, norm, publish } = KEY_AREAS[areaId]
    const contents: readonly string[] = publish
    return {
      areaId,
      label,
      norm,
      ...of(areaId),
      contents: contents.map((content) => {
        const target = keyContent(areaId, content)
        return { content, target, ...of(target) }
      }),
    }
  })
}
