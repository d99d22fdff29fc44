import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { findAgencyBySlug } from '../find-agency.ts'
import { openSession } from '../open-session.ts'
import type { ProvenIdentity } from './identity-provider.ts'

export type SignInByProvider = Readonly<{ identity: ProvenIdentity; userAgent: string | null }>

export type SignedInByProvider =
  | Readonly<{ token: string }>
  /** No account belongs to this person; or the one that does is disabled. */
  | Readonly<{ refused: 'unknown' | 'disabled' }>

/**
 * 统一身份认证登录: a token for the account that belongs to who was vouched for. Nobody gets an account by it, unless
 * the operator has named an agency for that; such an account has no role and no password. Our own code is asked for
 * where the account has a second factor and the provider has not used two.
 */
export async function signInByProvider(
  ctx: Context,
  { identity, userAgent }: SignInByProvider,
): Promise<SignedInByProvider> {
  return tx({ ...ctx, scope: 'all' }, async (t) => {
    const index = identityIndex(ctx, identity)
    const staff =
      (await accountOf(t, index)) ??
      ((await create(t, ctx, identity)) ? await accountOf(t, index) : undefined)
    if (staff === undefined) return { refused: 'unknown' }
    const { agency_id: agencyId, staff_id: staffId } = staff
    const audit = (action: string) =>
      recordAudit(t, ctx, {
        agencyId,
        action,
        objectKind: 'staff',
        objectId: staffId,
        by: { name: staff.name, id: staffId },
      })
    if (staff.disabled_at !== null) {
      await audit('sign-in-by-provider-refused')
      return { refused: 'disabled' }
    }
    const codeNeeded =
      staff.second_factor_at !== null && ctx.signIn.secondFactor !== 'off' && !identity.twoFactors
    if (!codeNeeded) {
      await t
        .updateTable('staff')
        .set({ failed_attempts: 0, locked_until: null, last_sign_in_at: ctx.now })
        .where('agency_id', '=', agencyId)
        .where('staff_id', '=', staffId)
        .execute()
    }
    const token = await openSession(
      t,
      ctx,
      { agencyId, staffId },
      {
        userAgent,
        codeNeeded,
        byProvider: {
          factors: identity.twoFactors ? 'two-factors' : 'one-factor',
          idToken: identity.idToken,
        },
      },
    )
    await audit(codeNeeded ? 'sign-in-awaits-code' : 'sign-in-by-provider')
    return { token }
  })
}

/** Only a digest under the installation's key is kept: a subject may be an identity number. */
export function identityIndex(ctx: Context, { key }: Pick<ProvenIdentity, 'key'>): Buffer {
  return ctx.seal.index(`identity ${key}`)
}

function accountOf(t: Tx, index: Buffer) {
  return t
    .selectFrom('staff')
    .select(['agency_id', 'staff_id', 'name', 'disabled_at', 'second_factor_at'])
    .where('identity_index', '=', index)
    .forUpdate()
    .executeTakeFirst()
}

/** An account without role and password for somebody new; answers whether one was to be made. */
async function create(t: Tx, ctx: Context, identity: ProvenIdentity): Promise<boolean> {
  const slug = ctx.identityProvider?.createIn ?? null
  const agency = slug === null ? undefined : await findAgencyBySlug(t, slug)
  if (agency === undefined) return false
  const { agencyId } = agency
  const staffId = newId()
  const wanted = identity.login?.toLowerCase().replace(/[^a-z0-9._-]/g, '') ?? ''
  const taken =
    wanted.length < 2 ||
    (await t.selectFrom('staff').select('staff_id').where('login', '=', wanted).executeTakeFirst()) !==
      undefined
  const login = taken ? `u${staffId.replaceAll('-', '').slice(-12)}` : wanted.slice(0, 60)
  const name = identity.name?.trim().slice(0, 40) || login
  await t
    .insertInto('staff')
    .values({
      agency_id: agencyId,
      staff_id: staffId,
      login,
      name,
      roles: [],
      // No password matches: the account is entered through the provider alone.
      password_hash: '',
      must_change_password: false,
      identity_index: identityIndex(ctx, identity),
      identity_linked_at: ctx.now,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await recordAudit(t, ctx, {
    agencyId,
    action: 'create-staff-by-provider',
    objectKind: 'staff',
    objectId: staffId,
    detail: { login, name },
    by: { name: '系统', id: null },
  })
  return true
}
