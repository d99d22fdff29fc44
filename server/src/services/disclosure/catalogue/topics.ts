import type { PlainDate } from '@mingfu/law'
import { sql } from 'kysely'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { contentChanged } from '../../content-version.ts'
import type { Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'

/** 热点专题: a view over items that are published elsewhere already. */
export type Topic = Readonly<{
  code: string
  title: string
  description: string
  isOpen: boolean
  sortOrder: number
  /** Published items shown in it. */
  count: number
  newestOn: PlainDate | null
}>

export type SaveTopic = Omit<Topic, 'count' | 'newestOn'> & Readonly<{ agencyId: string }>

/** 设置专题: its code is part of its address and stays. A closed topic is no longer offered but still found. */
export async function saveTopic(ctx: Context, input: SaveTopic): Promise<void> {
  const { agencyId, code } = input
  allowWithin(ctx, 'edit-guide', agencyId)
  if (!/^[a-z0-9][a-z0-9-]{0,40}$/.test(code)) {
    throw new Invalid('专题代码只能用小写字母、数字和短横线', {
      code: '专题代码只能用小写字母、数字和短横线',
    })
  }
  await tx(ctx, async (t) => {
    const words = {
      title: input.title.trim(),
      description: input.description.trim(),
      is_open: input.isOpen,
      sort_order: input.sortOrder,
    }
    await t
      .insertInto('hot_topic')
      .values({
        agency_id: agencyId,
        code,
        ...words,
        opened_on: ctx.today,
        closed_on: input.isOpen ? null : ctx.today,
      })
      .onConflict((conflict) =>
        conflict.columns(['agency_id', 'code']).doUpdateSet({
          ...words,
          // Closed once: closing it again does not move the day, opening it again takes it back.
          closed_on: input.isOpen ? null : sql<PlainDate>`coalesce(hot_topic.closed_on, ${ctx.today}::date)`,
        }),
      )
      .execute()
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'save-topic',
      objectKind: 'topic',
      objectId: agencyId,
      detail: { code },
    })
  })
}

/** The organ's topics in their order, those that are open first. */
export async function topicsOf(ctx: Pick<Context, 'db'>, agencyId: string): Promise<readonly Topic[]> {
  const rows = await ctx.db
    .selectFrom('hot_topic as topic')
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('document_placement as placement')
          .innerJoin('document', (join) =>
            join
              .onRef('document.agency_id', '=', 'placement.agency_id')
              .onRef('document.document_id', '=', 'placement.document_id'),
          )
          .select('placement.target')
          .select(sql<number>`count(*)::int`.as('count'))
          .select(
            sql<PlainDate>`max((published_at at time zone 'Asia/Shanghai')::date)::text`.as('newest_on'),
          )
          .where('placement.agency_id', '=', agencyId)
          .where('placement.kind', '=', 'topic')
          .where('published_at', 'is not', null)
          .where('withdrawn_at', 'is', null)
          .groupBy('placement.target')
          .as('held'),
      (join) => join.onRef('held.target', '=', 'topic.code'),
    )
    .select(['code', 'title', 'description', 'is_open', 'sort_order', 'held.count', 'held.newest_on'])
    .where('topic.agency_id', '=', agencyId)
    .orderBy('is_open', 'desc')
    .orderBy('sort_order')
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    title: row.title,
    description: row.description,
    isOpen: row.is_open,
    sortOrder: row.sort_order,
    count: row.count ?? 0,
    newestOn: row.newest_on,
  }))
}
