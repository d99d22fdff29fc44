import {
  DEPOSIT_RECIPIENTS,
  type DepositRecipient,
  depositState,
  type PlainDate,
  weekdayOf,
} from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { listAgencies } from '../agencies/find-agency.ts'
import { allow, type Role } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Matter, notifyStaff } from '../notifications/notify-staff.ts'
import type { StaffOccasion } from '../notifications/occasions.ts'
import { colleaguesOf } from '../requests/staff-of-agency.ts'
import { publishedInMonth, readTransfers } from './archive/transfer-list.ts'
import { listWithheld } from './list-withheld.ts'

type Told = Readonly<{
  occasion: StaffOccasion
  path: string
  roles: readonly Role[]
  matters: readonly Matter[]
}>

/**
 * 发布提醒, once a day: a later review that is due every day until it is done; what is to be looked at again and what
 * is to be handed to archive and library on Mondays.
 */
export async function remindRelease(ctx: Context): Promise<number> {
  allow(ctx.actor, 'publish-document')
  let told = 0
  for (const { agencyId } of await tx(ctx, (t) => listAgencies(t))) {
    const own = { ...ctx, scope: agencyId }
    const withheld = isMonday(ctx) ? await listWithheld(own, { agencyId }) : []
    told += await tx(own, async (t) => {
      const all = [
        await laterReviews(t, ctx, agencyId),
        {
          occasion: 're-review',
          path: '/disclosure/withheld',
          roles: ['reviewer'],
          matters: withheld.filter(({ due }) => due).map(() => matter(ctx.today, ctx.today)),
        } as const,
        ...(isMonday(ctx) ? [await transfers(t, ctx, agencyId)] : []),
      ].filter(({ matters }) => matters.length > 0)
      const colleagues = await colleaguesOf(t, agencyId)
      for (const { occasion, path, roles, matters } of all) {
        for (const { staffId } of colleagues.filter((one) => one.roles.some((role) => roles.includes(role))))
          await notifyStaff(t, own, { agencyId, staffId }, { occasion, path, matters })
      }
      return all.reduce((sum, { matters }) => sum + matters.length, 0)
    })
  }
  return told
}

function isMonday({ today }: Context): boolean {
  return weekdayOf(today) === 1
}

function matter(dueOn: PlainDate, today: PlainDate, number: string | null = null): Matter {
  return { level: dueOn < today ? 'overdue' : 'urgent', number }
}

async function laterReviews(t: Tx, { today }: Context, agencyId: string): Promise<Told> {
  const rows = await t
    .selectFrom('document')
    .select(['index_number', 'later_review_due_on'])
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'published')
    .where('later_reviewed_at', 'is', null)
    .where('later_review_due_on', '<=', today)
    .execute()
  return {
    occasion: 'later-review',
    path: '/disclosure/release',
    roles: ['reviewer', 'office-head'],
    matters: rows.map((row) =>
      matter((row.later_review_due_on ?? today) as PlainDate, today, row.index_number),
    ),
  }
}

/** The month that is over: until both receipts are in. */
async function transfers(t: Tx, { today }: Context, agencyId: string): Promise<Told> {
  const month = monthBefore(today)
  const published = (await publishedInMonth(t, agencyId, month)).length
  const lists = await readTransfers(t, agencyId, { year: Number(month.slice(0, 4)) })
  const matters = (Object.keys(DEPOSIT_RECIPIENTS) as DepositRecipient[]).flatMap((recipient) => {
    const list = lists.find((one) => one.month === month && one.recipient === recipient)
    const facts = { published, made: list !== undefined, received: list?.receivedOn != null }
    const state = depositState(month, facts, today)
    return state === 'nothing' || state === 'received' ? [] : [{ level: 'soon', number: null } as const]
  })
  return { occasion: 'transfer', path: '/disclosure/transfers', roles: ['clerk', 'office-head'], matters }
}

function monthBefore(today: PlainDate): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}
