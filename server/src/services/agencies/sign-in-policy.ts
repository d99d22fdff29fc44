import type { SecondFactorPolicy } from './second-factor/who-needs-it.ts'

/** 身份鉴别 of an installation, as its operator has set it. */
export type SignInPolicy = Readonly<{
  secondFactor: SecondFactorPolicy
  /** Accounts not used for so many days are disabled; `null` where the operator has another way. */
  unusedAfterDays: number | null
  /** Minutes without a call after which a session ends. */
  idleMinutes: number
  /** Days after which a password has to be changed; `null` where the operator does not ask for it. */
  passwordDays: number | null
}>

export const SIGN_IN_POLICY: SignInPolicy = {
  secondFactor: 'optional',
  unusedAfterDays: 90,
  idleMinutes: 30,
  passwordDays: null,
}
