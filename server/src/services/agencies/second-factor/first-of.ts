import type { Session } from '../session.ts'
import type { SignInPolicy } from '../sign-in-policy.ts'
import { needsSecondFactor } from './who-needs-it.ts'

/** What a session has to do before anything else; `null` when it is whole. */
export type First = 'code' | 'password' | 'password-expired' | 'second-factor' | null

const DAY = 86_400_000

/** 登录之后先办: enter the code, then choose a password, then set up the second factor that the role needs. */
export function firstOf(session: Session, policy: SignInPolicy, now: Date): First {
  if (session.codeNeeded) return 'code'
  // Whoever came through the provider did not use the password, and may not even know it.
  if (session.mustChangePassword && session.byProvider === null) return 'password'
  if (session.byProvider === null && isExpired(session, policy, now)) return 'password-expired'
  const { roles } = session.actor
  const shown = session.secondFactorOn || session.byProvider === 'two-factors'
  return needsSecondFactor(policy.secondFactor, roles) && !shown ? 'second-factor' : null
}

function isExpired({ passwordChangedAt }: Session, { passwordDays }: SignInPolicy, now: Date): boolean {
  if (passwordDays === null || passwordChangedAt === null) return false
  return now.getTime() - passwordChangedAt.getTime() > passwordDays * DAY
}
