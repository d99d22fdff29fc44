import { sql } from 'kysely'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { overWalls } from '../oversight/below.ts'

/** The setting by which a demonstration organ is known, whatever it is called since. */
export const DEMONSTRATION = 'demonstration'

/** 示范数据: what of it is still here and usable. */
export type DemonstrationLeft = Readonly<{
  organs: readonly string[]
  /** Accounts that may sign in, and those of them whose password is still the one that was printed. */
  accounts: number
  unchanged: number
  /** 正式使用: organs of one's own stand beside it, or the installation has been told its public address. */
  isLive: boolean
}>

/** 示范数据 for the system administrator; null where there is none, or it has been closed. */
export async function demonstrationLeft(ctx: Context): Promise<DemonstrationLeft | null> {
  allow(ctx.actor, 'manage-agency')
  return findDemonstration(ctx)
}

export async function findDemonstration(ctx: Context): Promise<DemonstrationLeft | null> {
  const { rows } = await tx(overWalls(ctx), (t) =>
    sql<{ organs: string[] | null; accounts: number; unchanged: number; others: number }>`
      with shown as (
        select distinct agency.agency_id, agency.name, agency.path, agency.is_active
        from setting
        join agency as top on top.agency_id = setting.agency_id
        join agency on agency.path like top.path || '%'
        where setting.key = ${DEMONSTRATION}
      )
      select
        (select array_agg(name order by path) from shown where is_active) as organs,
        (select count(*)::int from staff join shown using (agency_id) where disabled_at is null) as accounts,
        (select count(*)::int from staff join shown using (agency_id) where disabled_at is null
           and (password_changed_at is null or password_changed_at <= created_at + interval '1 minute')) as unchanged,
        (select count(*)::int from agency where agency_id not in (select agency_id from shown)) as others`.execute(
      t,
    ),
  )
  const { organs, accounts = 0, unchanged = 0, others = 0 } = rows[0] ?? {}
  if (!organs?.length && accounts === 0) return null
  return { organs: organs ?? [], accounts, unchanged, isLive: others > 0 || ctx.publicUrl !== null }
}
