import { createHash, randomBytes } from 'node:crypto'
import type { Db, Tx } from '../../db/database.ts'
import type { Role } from '../allow.ts'
import type { StaffActor } from '../context.ts'
import { SIGN_IN_POLICY } from './sign-in-policy.ts'

const ABSOLUTE_HOURS = 12
/** How long the code of the second factor may be waited for. */
const CODE_MINUTES = 10

export type Session = Readonly<{
  actor: StaffActor
  login: string
  mustChangePassword: boolean
  passwordChangedAt: Date | null
  /** The password was right, and the code of the second factor is still to come. */
  codeNeeded: boolean
  secondFactorOn: boolean
  /** Through 统一身份认证, and how many factors it used; `null` by password. */
  byProvider: 'one-factor' | 'two-factors' | null
}>

/** 256 random bits; only their digest is stored, so a stolen database opens no session. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** What a page of ours knows and a page of another site cannot: goes along with every call that changes something. */
export function csrfTokenOf(token: string): string {
  return createHash('sha256').update(`csrf ${token}`).digest('base64url')
}

export function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000)
}

export function codeExpiryFrom(now: Date): Date {
  return new Date(now.getTime() + CODE_MINUTES * 60_000)
}

/** Who holds this token, while the session is neither idle nor too old and the account still stands. */
export async function findSession(
  db: Db,
  token: string,
  {
    now,
    ip,
    idleMinutes = SIGN_IN_POLICY.idleMinutes,
  }: { now: Date; ip: string | null; idleMinutes?: number },
): Promise<Session | undefined> {
  const digest = tokenHash(token)
  const row = await db
    .selectFrom('staff_session as session')
    .innerJoin('staff', (join) =>
      join
        .onRef('staff.agency_id', '=', 'session.agency_id')
        .onRef('staff.staff_id', '=', 'session.staff_id'),
    )
    .select([
      'staff.agency_id',
      'staff.staff_id',
      'staff.login',
      'staff.name',
      'staff.department_id',
      'staff.roles',
      'staff.must_change_password',
      'staff.password_changed_at',
      'staff.second_factor_at',
      'session.code_needed',
      'session.by_provider',
      'session.last_seen_at',
    ])
    .where('session.token_hash', '=', digest)
    .where('session.expires_at', '>', now)
    .where('session.last_seen_at', '>', new Date(now.getTime() - idleMinutes * 60_000))
    .where('staff.disabled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  // One write a minute is enough to know who is idle.
  if (now.getTime() - row.last_seen_at.getTime() > 60_000) {
    await db
      .updateTable('staff_session')
      .set({ last_seen_at: now })
      .where('token_hash', '=', digest)
      .execute()
  }
  return {
    actor: {
      kind: 'staff',
      staffId: row.staff_id,
      name: row.name,
      agencyId: row.agency_id,
      departmentId: row.department_id,
      roles: row.roles as Role[],
      ip,
    },
    login: row.login,
    mustChangePassword: row.must_change_password,
    passwordChangedAt: row.password_changed_at,
    codeNeeded: row.code_needed,
    secondFactorOn: row.second_factor_at !== null,
    byProvider: row.by_provider as Session['byProvider'],
  }
}

/** Ends the sessions of one member of staff, but for the one that is kept. Answers how many there were. */
export async function endSessions(
  tx: Tx,
  { agencyId, staffId }: { agencyId: string; staffId: string },
  keptToken?: string,
): Promise<number> {
  const ended = await tx
    .deleteFrom('staff_session')
    .where('agency_id', '=', agencyId)
    .where('staff_id', '=', staffId)
    .$if(keptToken !== undefined, (sessions) =>
      sessions.where('token_hash', '!=', tokenHash(keptToken ?? '')),
    )
    .executeTakeFirst()
  return Number(ended.numDeletedRows)
}
