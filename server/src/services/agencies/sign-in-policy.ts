import type { SecondFactorPolicy } from './second-factor/who-needs-it.ts'

/** 身份鉴别 of an installation, as its operator has set it. */
export type SignInPolicy = Readonly<{
  secondFactor: SecondFactorPolicy
  /** Accounts not used for so many days are disabled; `null` where the operator has another way. */
  unusedAfterDays: number | null
}>

export const SIGN_IN_POLICY: SignInPolicy = { secondFactor: 'optional', unusedAfterDays: 90 }
