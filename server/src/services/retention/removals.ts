import { RETENTION, type RetentionKey } from '@mingfu/law'
import type { AliasableExpression } from 'kysely'
import type { Tx } from '../../db/database.ts'

const DAY = 86_400_000

/** What a step looks at: one agency, at one moment. */
type At = Readonly<{ agencyId: string; now: Date }>

type Removal = Readonly<{
  /** How much of an agency is due now. */
  due(t: Tx, at: At): Promise<number>
  /** Removes it; answers how much. Running it again removes nothing more. */
  carryOut(t: Tx, at: At): Promise<number>
}>

/** Rows of the schedule that are removed agency by agency; files without an owner have a sweep of their own. */
export type RemovedKey = Extract<
  RetentionKey,
  'feedback-contacts' | 'notification-addresses' | 'left-staff' | 'reminders' | 'sessions' | 'drafts'
>

/** 到期清除: how each row of the schedule is carried out. Nothing of a case, a document or the trail stands here. */
export const REMOVALS: Readonly<Record<RemovedKey, Removal>> = {
  'feedback-contacts': {
    due: (t, at) => countOf(t, contactsDue(t, at)),
    async carryOut(t, at) {
      const { numUpdatedRows } = await t
        .updateTable('feedback')
        .set({ contact_sealed: null })
        .where('agency_id', '=', at.agencyId)
        .where('feedback_id', 'in', contactsDue(t, at))
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
  },
  'notification-addresses': {
    due: (t, at) => countOf(t, addressesDue(t, at)),
    async carryOut(t, at) {
      const { numUpdatedRows } = await t
        .updateTable('notification')
        .set({ to_sealed: ERASED })
        .where('agency_id', '=', at.agencyId)
        .where('notification_id', 'in', addressesDue(t, at))
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
  },
  'left-staff': {
    due: (t, at) => countOf(t, leftStaff(t, at)),
    async carryOut(t, at) {
      const left = await leftStaff(t, at).execute()
      const ids = left.map(({ id }) => id)
      if (ids.length === 0) return 0
      for (const table of ['staff_contact', 'staff_recovery_code', 'staff_second_factor'] as const)
        await t.deleteFrom(table).where('agency_id', '=', at.agencyId).where('staff_id', 'in', ids).execute()
      await t
        .updateTable('staff')
        .set({ second_factor_at: null })
        .where('agency_id', '=', at.agencyId)
        .where('staff_id', 'in', ids)
        .execute()
      return ids.length
    },
  },
  reminders: {
    due: (t, at) => countOf(t, remindersDue(t, at)),
    async carryOut(t, at) {
      const { numDeletedRows } = await t
        .deleteFrom('staff_reminder')
        .where('agency_id', '=', at.agencyId)
        .where('reminder_id', 'in', remindersDue(t, at))
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  },
  sessions: {
    due: (t, at) => countOf(t, sessionsDue(t, at)),
    async carryOut(t, { agencyId, now }) {
      const { numDeletedRows } = await t
        .deleteFrom('staff_session')
        .where('agency_id', '=', agencyId)
        .where('expires_at', '<', now)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  },
  drafts: {
    due: (t, at) => countOf(t, draftsDue(t, at)),
    async carryOut(t, { agencyId, now }) {
      const { numDeletedRows } = await t
        .deleteFrom('filing_draft')
        .where('agency_id', '=', agencyId)
        .where('expires_at', '<', now)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  },
}

const ERASED = Buffer.alloc(0)

/** Before this moment something of a row has had its days. */
export function dueBefore(key: RetentionKey, now: Date): Date {
  const { days } = RETENTION[key]
  if (days === null) throw new Error(`${key} is never removed`)
  return new Date(now.getTime() - days * DAY)
}

function contactsDue(t: Tx, { agencyId, now }: At) {
  return t
    .selectFrom('feedback')
    .select('feedback_id as id')
    .where('agency_id', '=', agencyId)
    .where('answered_at', '<', dueBefore('feedback-contacts', now))
    .where('contact_sealed', 'is not', null)
}

/** A message that still waits keeps its address, however old it is. */
function addressesDue(t: Tx, { agencyId, now }: At) {
  return t
    .selectFrom('notification')
    .select('notification_id as id')
    .where('agency_id', '=', agencyId)
    .where('state', '!=', 'waiting')
    .where('created_at', '<', dueBefore('notification-addresses', now))
    .where((row) =>
      row.or([row('tried_at', 'is', null), row('tried_at', '<', dueBefore('notification-addresses', now))]),
    )
    .where('to_sealed', '!=', ERASED)
}

function leftStaff(t: Tx, { agencyId, now }: At) {
  return t
    .selectFrom('staff')
    .select('staff.staff_id as id')
    .where('staff.agency_id', '=', agencyId)
    .where('staff.disabled_at', '<', dueBefore('left-staff', now))
    .where(({ or, exists, selectFrom }) =>
      or(
        (['staff_contact', 'staff_second_factor'] as const).map((table) =>
          exists(
            selectFrom(table)
              .select('staff_id')
              .whereRef(`${table}.agency_id`, '=', 'staff.agency_id')
              .whereRef(`${table}.staff_id`, '=', 'staff.staff_id'),
          ),
        ),
      ),
    )
}

function sessionsDue(t: Tx, { agencyId, now }: At) {
  return t
    .selectFrom('staff_session')
    .select('token_hash as id')
    .where('agency_id', '=', agencyId)
    .where('expires_at', '<', now)
}

function draftsDue(t: Tx, { agencyId, now }: At) {
  return t
    .selectFrom('filing_draft')
    .select('draft_key as id')
    .where('agency_id', '=', agencyId)
    .where('expires_at', '<', now)
}

function remindersDue(t: Tx, { agencyId, now }: At) {
  return t
    .selectFrom('staff_reminder')
    .select('reminder_id as id')
    .where('agency_id', '=', agencyId)
    .where('read_at', '<', dueBefore('reminders', now))
}

async function countOf(t: Tx, due: AliasableExpression<Readonly<{ id: string | Buffer }>>): Promise<number> {
  const { n } = await t
    .selectFrom(due.as('due'))
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}
