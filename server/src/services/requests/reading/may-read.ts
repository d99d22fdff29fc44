import { may, type Permission, type Role } from '../../allow.ts'
import type { Actor } from '../../context.ts'

/** 知悉范围 of a case within its organ. */
export const READ_SCOPES = {
  office: '本机关',
  department: '经办人所在机构',
  handler: '本件经办人员',
} as const

export type ReadScope = keyof typeof READ_SCOPES

/** What the decision is taken from; `standsIn` and `hasTask` are about the reader and this case. */
export type CaseFacts = Readonly<{
  agencyId: string
  scope: ReadScope
  handlerId: string | null
  handlerDepartmentId: string | null
  /** The reader stands in today for whom the case is with. */
  standsIn: boolean
  /** The reader has something open to do on it. */
  hasTask: boolean
}>

/** What of a case is asked for: its contents, who applied, who was consulted. */
export type CasePart = 'content' | 'identity' | 'party'

export type Reading = Readonly<{ granted: true }> | Readonly<{ granted: false; why: string }>

const PART_PERMISSION = {
  content: 'read-requests',
  identity: 'reveal-applicant',
  party: 'reveal-applicant',
} as const satisfies Record<CasePart, Permission>

/** Who reviews, signs or answers for any case of the organ has to be able to read it. */
const WHOLE_ORGAN: readonly Role[] = ['office-head', 'leader', 'reviewer']

const NOT_THIS_ROLE = '您没有办理这一事项的权限，请联系本机关系统管理员'
const NOT_THIS_ORGAN = '这件申请由其他机关办理'
const OUT_OF_SCOPE =
  '本件申请限定了知悉范围，您不在其内。因工作需要查阅的，请联系经办人或者公开工作机构负责人'

/**
 * 能否查阅: the one decision on who may read what of which case — by role, organ, department, handler and the scope
 * within which the case is known. Every read verb and every list asks it; `readable-cases.ts` says the same in SQL.
 */
export function mayRead(reader: Actor, of: CaseFacts, part: CasePart = 'content'): Reading {
  if (reader.kind === 'system') return { granted: true }
  if (reader.kind === 'public') return { granted: false, why: NOT_THIS_ROLE }
  if (reader.agencyId !== of.agencyId) return { granted: false, why: NOT_THIS_ORGAN }
  if (!may(reader, PART_PERMISSION[part])) return { granted: false, why: NOT_THIS_ROLE }
  if (of.scope === 'office' || readsWholeOrgan(reader.roles)) return { granted: true }
  if (of.handlerId === reader.staffId || of.standsIn || of.hasTask) return { granted: true }
  if (reader.roles.includes('clerk')) {
    // Somebody has to take up what nobody handles yet.
    if (of.handlerId === null) return { granted: true }
    const near = reader.departmentId !== null && reader.departmentId === of.handlerDepartmentId
    if (of.scope === 'department' && near) return { granted: true }
  }
  return { granted: false, why: OUT_OF_SCOPE }
}

export function readsWholeOrgan(roles: readonly Role[]): boolean {
  return roles.some((role) => WHOLE_ORGAN.includes(role))
}
