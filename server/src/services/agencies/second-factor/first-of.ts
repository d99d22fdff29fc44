import type { Session } from '../session.ts'
import type { SignInPolicy } from '../sign-in-policy.ts'
import { needsSecondFactor } from './who-needs-it.ts'

/** What a session has to do before anything else; `null` when it is whole. */
export type First = 'code' | 'password' | 'second-factor' | null

/** 登录之后先办: enter the code, then choose a password, then set up the second factor that the role needs. */
export function firstOf(session: Session, policy: SignInPolicy): First {
  if (session.codeNeeded) return 'code'
  // Whoever came through the provider did not use the password, and may not even know it.
  if (session.mustChangePassword && session.byProvider === null) return 'password'
  const { roles } = session.actor
  const shown = session.secondFactorOn || session.byProvider === 'two-factors'
  return needsSecondFactor(policy.secondFactor, roles) && !shown ? 'second-factor' : null
}
