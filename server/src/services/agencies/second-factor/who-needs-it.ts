import type { Role } from '../../allow.ts'

/** 第二种身份鉴别 in an installation: not used; whoever wants it; of administrators and approvers, required. */
export const SECOND_FACTOR_CHOICES = ['off', 'optional', 'required'] as const
export type SecondFactorPolicy = (typeof SECOND_FACTOR_CHOICES)[number]

/** 三员 and those who approve what leaves the house (GB/T 22239-2019 8.1.4.1 d). */
const ROLES_THAT_NEED_IT: readonly Role[] = [
  'system-admin',
  'security-admin',
  'audit-admin',
  'reviewer',
  'leader',
  'office-head',
]

/** Whether somebody with these roles may do nothing before a second factor is set up. */
export function needsSecondFactor(policy: SecondFactorPolicy, roles: readonly Role[]): boolean {
  return policy === 'required' && roles.some((role) => ROLES_THAT_NEED_IT.includes(role))
}
