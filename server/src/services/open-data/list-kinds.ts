import { CONTENT_KINDS, type ContentKind } from '@mingfu/law'
import type { Context } from '../context.ts'

export type KindCount = Readonly<{ kind: ContentKind; count: number }>

/** How much of each kind of content an organ has published, in the order of the kinds. */
export async function listKinds(ctx: Pick<Context, 'db'>, agencyId: string): Promise<readonly KindCount[]> {
  const rows = await ctx.db
    .selectFrom('document')
    .select(({ fn }) => ['kind', fn.countAll<string>().as('count')])
    .where('agency_id', '=', agencyId)
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .groupBy('kind')
    .execute()
  const held = new Map(rows.map(({ kind, count }) => [kind, Number(count)]))
  return (Object.keys(CONTENT_KINDS) as ContentKind[]).flatMap((kind) => {
    const count = held.get(kind) ?? 0
    return count === 0 ? [] : [{ kind, count }]
  })
}
