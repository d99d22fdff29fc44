import { tx } from '../../db/transaction.ts'
import { Forbidden, NotFound } from '../../errors.ts'
import type { Context } from '../context.ts'
import { allowBriefing, ownUnitOnly } from './briefing-access.ts'
import { type Bulletin, type BulletinContent, bulletinOf, contentsOf } from './bulletin.ts'

/** 期刊: those to be signed first, then the newest issue. A unit's clerk sees the issues that are out. */
export async function listBulletins(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly Bulletin[]> {
  allowBriefing(ctx, 'read-briefings', agencyId)
  const own = ownUnitOnly(ctx.actor)
  return tx(ctx, async (t) => {
    const rows = await t
      .selectFrom('briefing_bulletin')
      .selectAll()
      .where('agency_id', '=', agencyId)
      .orderBy((eb) => eb('issued_on', 'is not', null))
      .orderBy('issued_on', 'desc')
      .orderBy('bulletin_id', 'desc')
      .limit(300)
      .execute()
    return rows.map(bulletinOf).filter(({ issuedOn }) => own === null || issuedOn !== null)
  })
}

export type BulletinFile = Bulletin & Readonly<{ shown: readonly BulletinContent[] }>

/** One issue with its items: as signed, or as they stand while it is being edited. */
export async function getBulletin(
  ctx: Context,
  what: Readonly<{ agencyId: string; bulletinId: string }>,
): Promise<BulletinFile> {
  allowBriefing(ctx, 'read-briefings', what.agencyId)
  return tx(ctx, async (t) => {
    const row = await t
      .selectFrom('briefing_bulletin')
      .selectAll()
      .where('agency_id', '=', what.agencyId)
      .where('bulletin_id', '=', what.bulletinId)
      .executeTakeFirst()
    if (row === undefined) throw new NotFound('这一期')
    const bulletin = bulletinOf(row)
    if (bulletin.contents === null && ownUnitOnly(ctx.actor) !== null) throw new Forbidden('这一期还没有签发')
    const shown = bulletin.contents ?? (await contentsOf(t, what.agencyId, bulletin.itemIds))
    return {
      ...bulletin,
      shown: shown.map(({ itemId, unitName, title, body }) => ({ itemId, unitName, title, body })),
    }
  })
}
