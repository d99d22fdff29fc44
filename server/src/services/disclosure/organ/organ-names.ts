import { organNameOn, type PlainDate } from '@mingfu/law'
import type { Db, Tx } from '../../../db/database.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { getAgency } from '../../agencies/find-agency.ts'
import { recordAudit } from '../../audit.ts'
import { contentChanged } from '../../content-version.ts'
import { actorName, type Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'

export type FormerName = Readonly<{ name: string; shortName: string; usedUntil: PlainDate }>

/** 曾用名, the latest first. */
export async function formerNames(db: Db | Tx, agencyId: string): Promise<readonly FormerName[]> {
  const rows = await db
    .selectFrom('agency_name')
    .select(['name', 'short_name', 'used_until'])
    .where('agency_id', '=', agencyId)
    .orderBy('used_until', 'desc')
    .execute()
  return rows.map((row) => ({
    name: row.name,
    shortName: row.short_name,
    usedUntil: row.used_until as PlainDate,
  }))
}

/** 曾用名 for those who work here. */
export async function listFormerNames(ctx: Context, agencyId: string): Promise<readonly FormerName[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  return formerNames(ctx.db, agencyId)
}

/** 机关名称 as it was on a day, and as it is now. */
export async function organNames(
  db: Db | Tx,
  agencyId: string,
  day: PlainDate,
): Promise<Readonly<{ ofDay: string; now: string }>> {
  const { name: now } = await getAgency(db, agencyId)
  return { ofDay: organNameOn(now, await formerNames(db, agencyId), day), now }
}

export type SaveFormerName = Readonly<{ agencyId: string }> & FormerName

/** 登记曾用名: documents up to its last day are expected under it, and their pages say what the organ is called now. */
export async function saveFormerName(ctx: Context, input: SaveFormerName): Promise<void> {
  allowWithin(ctx, 'manage-agency', input.agencyId)
  if (input.usedUntil >= ctx.today) {
    throw new Invalid('曾用名的最后使用日期应当早于今天', { usedUntil: '曾用名的最后使用日期应当早于今天' })
  }
  await tx(ctx, async (t) => {
    await enterFormerName(t, ctx, input)
    await contentChanged(t, input.agencyId)
    await recordAudit(t, ctx, {
      agencyId: input.agencyId,
      action: 'save-former-name',
      objectKind: 'agency',
      objectId: input.agencyId,
      detail: { name: input.name, usedUntil: input.usedUntil },
    })
  })
}

/** Enters a name that another verb has changed. */
export async function enterFormerName(
  t: Tx,
  ctx: Context,
  { agencyId, name, shortName, usedUntil }: SaveFormerName,
): Promise<void> {
  const words = {
    name: name.trim(),
    short_name: shortName.trim(),
    recorded_at: ctx.now,
    recorded_by: actorName(ctx.actor),
  }
  await t
    .insertInto('agency_name')
    .values({ agency_id: agencyId, used_until: usedUntil, ...words })
    .onConflict((conflict) => conflict.columns(['agency_id', 'used_until']).doUpdateSet(words))
    .execute()
}
