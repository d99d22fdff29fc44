import type { Agency } from '../agencies/find-agency.ts'
import type { Context } from '../context.ts'
import type { OfficialAccount } from './official-account.ts'

/** The account that this agency posts on; `null` when none is configured, or it is another agency's. */
export function accountOf(
  { officialAccount }: Pick<Context, 'officialAccount'>,
  { slug }: Pick<Agency, 'slug'>,
): OfficialAccount | null {
  if (officialAccount === null) return null
  return officialAccount.agency === null || officialAccount.agency === slug ? officialAccount : null
}

export const NO_ACCOUNT = '本机关没有接通公众号，请系统管理员在运行环境中配置'
