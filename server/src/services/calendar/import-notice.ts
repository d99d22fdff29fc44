import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { enqueue } from '../../db/enqueue.ts'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Forbidden, Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { noticeFrom } from './read-notice.ts'

/** Every process reads the notices anew within a minute; deadlines are computed again when all have. */
const UNTIL_ALL_KNOW = 90_000

/**
 * 导入放假安排通知: for the whole installation, so by the administrator of its topmost organ. Open cases of every agency
 * are computed again. Answers the year.
 */
export async function importNotice(ctx: Context, { text }: { text: string }): Promise<number> {
  allow(ctx.actor, 'manage-agency')
  const notice = noticeFrom(text)
  await tx(ctx, async (t) => {
    const hostId = await requireTopmost(t, ctx)
    await refuseSecond(t, ctx, notice)
    await t
      .insertInto('holiday_notice')
      .values({
        notice_id: newId(),
        year: notice.year,
        document_number: notice.number,
        content: JSON.stringify(notice),
        imported_at: ctx.now,
        imported_by: ctx.actor.kind === 'staff' ? ctx.actor.staffId : null,
      })
      .execute()
    const agencies = await t.selectFrom('agency').select('agency_id').where('is_active', '=', true).execute()
    for (const { agency_id: agencyId } of agencies) {
      const after = new Date(ctx.now.getTime() + UNTIL_ALL_KNOW)
      await enqueue(t, 'recompute-deadlines', { agencyId }, { after })
    }
    await recordAudit(t, ctx, {
      agencyId: hostId,
      action: 'import-holiday-notice',
      detail: { year: notice.year, title: notice.title, number: notice.number },
    })
  })
  return notice.year
}

async function requireTopmost(t: Tx, ctx: Context): Promise<string> {
  const host = await t
    .selectFrom('agency')
    .select('agency_id')
    .where('parent_id', 'is', null)
    .orderBy('path')
    .limit(1)
    .executeTakeFirst()
  if (host === undefined) throw new Forbidden('请先建立机关')
  if (ctx.actor.kind === 'staff' && ctx.actor.agencyId !== host.agency_id) {
    throw new Forbidden('放假安排适用于全部机关，请由主办单位的系统管理员导入')
  }
  return host.agency_id
}

/** One yearly notice a year; what changes a year afterwards says so. Two at once take turns. */
async function refuseSecond(t: Tx, ctx: Context, notice: ReturnType<typeof noticeFrom>): Promise<void> {
  await sql`lock table holiday_notice in share row exclusive mode`.execute(t)
  if (notice.amends || 'region' in notice) return
  const shipped = ctx.calendar.notices.some(({ year, amends }) => year === notice.year && !amends)
  const kept = await t
    .selectFrom('holiday_notice')
    .select('notice_id')
    .where('year', '=', notice.year)
    .where(sql<boolean>`content ->> 'amends' = 'false' and content -> 'region' is null`)
    .limit(1)
    .executeTakeFirst()
  if (!shipped && kept === undefined) return
  const sentence = `${notice.year}年的放假安排已经收录，只有对它作出调整的通知才需要再导入`
  throw new Invalid(sentence, { text: sentence })
}
