/** 处理决定: the closed set of outcomes. The table with articles, letters, remedies and rows is `outcome.ts`. */
export const OUTCOME_CODES = [
  'grant-already-public',
  'grant-provided',
  'grant-later',
  'partial',
  'deny-state-secret',
  'deny-law-forbids',
  'deny-safety',
  'deny-third-party',
  'deny-internal',
  'deny-process',
  'deny-enforcement-file',
  'deny-admin-query',
  'unable-not-exist',
  'unable-other-agency',
  'unable-needs-creation',
  'unable-unclear',
  'noproc-petition',
  'noproc-repeat',
  'noproc-publication',
  'noproc-excessive',
  'noproc-confirm',
  'other-no-correction',
  'other-fee-unpaid',
  'other-misc',
] as const

export type OutcomeCode = (typeof OUTCOME_CODES)[number]
