import { Invalid } from '../../errors.ts'
import type { Role } from '../allow.ts'

const ADMINISTRATORS: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin']

/** 三员分立: system, security and audit administration lie in three hands, and none of them handles cases. */
export function requireSeparation(roles: readonly Role[]): void {
  if (roles.length < 2 || !roles.some((role) => ADMINISTRATORS.includes(role))) return
  const sentence = '系统管理员、安全管理员、审计管理员应当分设，不能与其他角色兼任'
  throw new Invalid(sentence, { roles: sentence })
}
