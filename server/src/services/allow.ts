import { Forbidden } from '../errors.ts'
import type { Actor } from './context.ts'

export const ROLES = {
  clerk: '经办人',
  reviewer: '审查人',
  leader: '签发领导',
  'office-head': '公开工作机构负责人',
  supervisor: '主管部门监督员',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
} as const satisfies Record<string, string>

export type Role = keyof typeof ROLES

/** Who may do what. `public` and `system` stand for the portal's visitor and the program itself. */
export const PERMISSIONS = {
  'file-request': ['public', 'clerk', 'system'],
  'read-requests': ['clerk', 'reviewer', 'leader', 'office-head', 'supervisor', 'system'],
  'reveal-applicant': ['clerk', 'office-head', 'system'],
  'handle-request': ['clerk', 'office-head', 'system'],
  'review-decision': ['reviewer', 'office-head', 'system'],
  'approve-decision': ['leader', 'system'],
  'extend-deadline': ['clerk', 'office-head', 'system'],
  'export-ledger': ['clerk', 'office-head', 'system'],
  'import-ledger': ['clerk', 'office-head', 'system'],
  'send-messages': ['system'],
  subscribe: ['public', 'system'],
  'read-messages': ['clerk', 'office-head', 'system-admin', 'system'],
  'manage-messages': ['office-head', 'system-admin', 'system'],
  'lead-office': ['office-head', 'system'],
  'record-dispute': ['clerk', 'office-head', 'system'],
  supervise: ['supervisor', 'system'],
  'answer-supervision': ['clerk', 'office-head', 'system'],
  'read-documents': ['clerk', 'reviewer', 'leader', 'office-head', 'supervisor', 'system'],
  'draft-document': ['clerk', 'office-head', 'system'],
  // Which of them signs a level is the organ's own setting; the verb asks it.
  'pass-review-level': ['clerk', 'reviewer', 'leader', 'office-head', 'system'],
  'review-secrecy': ['reviewer', 'office-head', 'system'],
  'approve-document': ['leader', 'office-head', 'system'],
  'release-urgently': ['leader', 'system'],
  'publish-document': ['clerk', 'office-head', 'system'],
  'edit-screening-lists': ['reviewer', 'office-head', 'system'],
  'submit-channel-post': ['office-head', 'leader', 'system'],
  'edit-guide': ['clerk', 'office-head', 'system'],
  'leave-feedback': ['public', 'system'],
  'read-feedback': ['clerk', 'reviewer', 'leader', 'office-head', 'supervisor', 'system'],
  'answer-feedback': ['clerk', 'office-head', 'system'],
  'review-feedback': ['reviewer', 'leader', 'office-head', 'system'],
  'read-briefings': ['clerk', 'reviewer', 'leader', 'office-head', 'supervisor', 'system'],
  'submit-briefing': ['clerk', 'office-head', 'system'],
  'edit-briefings': ['office-head', 'system'],
  'issue-bulletin': ['leader', 'system'],
  'read-annual-report': ['clerk', 'reviewer', 'leader', 'office-head', 'supervisor', 'system'],
  'compile-annual-report': ['clerk', 'office-head', 'system'],
  'publish-annual-report': ['office-head', 'leader', 'system'],
  'record-activity': ['clerk', 'office-head', 'system'],
  'manage-agency': ['system-admin', 'system'],
  'read-staff': ['system-admin', 'security-admin', 'system'],
  'manage-staff': ['system-admin', 'system'],
  'assign-roles': ['security-admin', 'system'],
  'read-audit': ['audit-admin', 'system'],
  'read-retention': ['office-head', 'system-admin', 'security-admin', 'audit-admin', 'system'],
  'apply-retention': ['system'],
} as const satisfies Record<string, readonly (Role | 'public' | 'system')[]>

export type Permission = keyof typeof PERMISSIONS

export function may(actor: Actor, permission: Permission): boolean {
  const allowed: readonly string[] = PERMISSIONS[permission]
  if (actor.kind === 'staff') return actor.roles.some((role) => allowed.includes(role))
  return allowed.includes(actor.kind)
}

/** First line of every verb. Throws `Forbidden` when none of the actor's roles may do this. */
export function allow(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw new Forbidden('您没有办理这一事项的权限，请联系本机关系统管理员')
}
