import { z } from 'zod'

/** 角色: what a member of staff is; the three administrators stand apart (三员分立). */
export const RoleId = z
  .enum([
    'clerk',
    'reviewer',
    'leader',
    'office-head',
    'supervisor',
    'system-admin',
    'security-admin',
    'audit-admin',
  ])
  .meta({ title: '角色' })
export type RoleId = z.infer<typeof RoleId>

/** What a page may ask before it shows a button. The server decides again, in the verb. */
export const PermissionId = z.enum([
  'file-request',
  'read-requests',
  'reveal-applicant',
  'handle-request',
  'review-decision',
  'approve-decision',
  'extend-deadline',
  'export-ledger',
  'import-ledger',
  'send-messages',
  'subscribe',
  'read-messages',
  'manage-messages',
  'lead-office',
  'record-dispute',
  'supervise',
  'answer-supervision',
  'read-documents',
  'draft-document',
  'pass-review-level',
  'review-secrecy',
  'approve-document',
  'release-urgently',
  'publish-document',
  'submit-channel-post',
  'edit-guide',
  'edit-screening-lists',
  'leave-feedback',
  'read-feedback',
  'answer-feedback',
  'review-feedback',
  'read-briefings',
  'submit-briefing',
  'edit-briefings',
  'issue-bulletin',
  'read-annual-report',
  'compile-annual-report',
  'publish-annual-report',
  'record-activity',
  'manage-agency',
  'read-staff',
  'manage-staff',
  'assign-roles',
  'read-audit',
  'read-retention',
  'apply-retention',
])
export type PermissionId = z.infer<typeof PermissionId>
