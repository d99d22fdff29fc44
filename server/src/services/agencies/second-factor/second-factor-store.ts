import { randomInt } from 'node:crypto'
import type { Tx } from '../../../db/database.ts'
import type { Context } from '../../context.ts'
import { stepOfCode } from './totp.ts'

type Of = Readonly<{ agencyId: string; staffId: string }>

const CODES = 10
const LENGTH = 12
/** Without characters that look alike; 31 of them: 12 make 59 bits. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** Keeps a secret that still has to be confirmed by a code, in place of an older unconfirmed one. */
export async function writeSecret(t: Tx, ctx: Context, { agencyId, staffId }: Of, secret: string) {
  const values = { secret_sealed: ctx.seal.seal(secret), made_at: ctx.now, confirmed_at: null, last_step: 0 }
  await t
    .insertInto('staff_second_factor')
    .values({ agency_id: agencyId, staff_id: staffId, ...values })
    .onConflict((conflict) => conflict.columns(['agency_id', 'staff_id']).doUpdateSet(values))
    .execute()
}

/** Whether the code is that of the moment and was not used before; then it is used up. */
export async function useCode(t: Tx, ctx: Context, of: Of, code: string): Promise<boolean> {
  const row = await t
    .selectFrom('staff_second_factor')
    .select(['secret_sealed', 'last_step'])
    .where('agency_id', '=', of.agencyId)
    .where('staff_id', '=', of.staffId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return false
  const secret = ctx.seal.open(row.secret_sealed)
  const step = stepOfCode(secret, code, { now: ctx.now, lastStep: row.last_step })
  if (step === undefined) return false
  await t
    .updateTable('staff_second_factor')
    .set({ last_step: step })
    .where('agency_id', '=', of.agencyId)
    .where('staff_id', '=', of.staffId)
    .execute()
  return true
}

export async function confirmSecret(t: Tx, ctx: Context, { agencyId, staffId }: Of): Promise<void> {
  await t
    .updateTable('staff_second_factor')
    .set({ confirmed_at: ctx.now })
    .where('agency_id', '=', agencyId)
    .where('staff_id', '=', staffId)
    .execute()
  await markOn(t, { agencyId, staffId }, ctx.now)
}

/** Nothing of a second factor is left. Answers whether there was one. */
export async function dropSecondFactor(t: Tx, { agencyId, staffId }: Of): Promise<boolean> {
  for (const table of ['staff_recovery_code', 'staff_second_factor'] as const) {
    await t.deleteFrom(table).where('agency_id', '=', agencyId).where('staff_id', '=', staffId).execute()
  }
  return markOn(t, { agencyId, staffId }, null)
}

async function markOn(t: Tx, { agencyId, staffId }: Of, at: Date | null): Promise<boolean> {
  const changed = await t
    .updateTable('staff')
    .set({ second_factor_at: at })
    .where('agency_id', '=', agencyId)
    .where('staff_id', '=', staffId)
    .$if(at === null, (staff) => staff.where('second_factor_at', 'is not', null))
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** 恢复码: new ones in place of all older; what is kept are digests under the installation's key. */
export async function makeRecoveryCodes(
  t: Tx,
  ctx: Context,
  { agencyId, staffId }: Of,
): Promise<readonly string[]> {
  const codes = Array.from({ length: CODES }, () =>
    Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join(''),
  )
  await t
    .deleteFrom('staff_recovery_code')
    .where('agency_id', '=', agencyId)
    .where('staff_id', '=', staffId)
    .execute()
  await t
    .insertInto('staff_recovery_code')
    .values(
      codes.map((code) => ({
        agency_id: agencyId,
        staff_id: staffId,
        code_digest: digestOf(ctx, staffId, code),
      })),
    )
    .execute()
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'))
}

/** Whether this recovery code was given and not used yet; then it is used up. */
export async function useRecoveryCode(
  t: Tx,
  ctx: Context,
  { agencyId, staffId }: Of,
  code: string,
): Promise<boolean> {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const used = await t
    .updateTable('staff_recovery_code')
    .set({ used_at: ctx.now })
    .where('agency_id', '=', agencyId)
    .where('staff_id', '=', staffId)
    .where('code_digest', '=', digestOf(ctx, staffId, plain))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

export async function recoveryCodesLeft(t: Tx, { agencyId, staffId }: Of): Promise<number> {
  const { left } = await t
    .selectFrom('staff_recovery_code')
    .select((of) => of.fn.countAll<string>().as('left'))
    .where('agency_id', '=', agencyId)
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(left)
}

function digestOf(ctx: Context, staffId: string, code: string): Buffer {
  return ctx.seal.index(`recovery code ${staffId} ${code}`)
}
