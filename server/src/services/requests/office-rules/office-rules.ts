import type { Tx } from '../../../db/database.ts'
import type { ReadScope } from '../reading/may-read.ts'

/** 会签环节 before the leader signs, in order. */
export const SIGN_OFF_STEPS = {
  review: '审查人审核',
  'office-head': '公开工作机构负责人审核',
} as const

export type SignOffStep = keyof typeof SIGN_OFF_STEPS

/** 内部办理规则: what an office settles for itself, beside the readings of the law. */
export type OfficeRules = Readonly<{
  /** Steps that a draft passes before it is signed; none means that the leader signs at once. */
  signOff: readonly SignOffStep[]
  /** Working days before the deadline on which the handler is reminded; 0 is the day itself. */
  remindAt: readonly number[]
  /** Hours of the day (China) in which nobody is reminded: from, to. */
  quietFrom: number
  quietTo: number
  /** 缴纳方式 as the fee notice says it, to begin with. */
  feePayment: string
  /** How many different applicants make an answer worth publishing (条例 第四十四条). */
  publishAfterApplicants: number
  /** 知悉范围 of cases for which none was set. */
  readScope: ReadScope
}>

export const DEFAULT_OFFICE_RULES: OfficeRules = {
  signOff: [],
  remindAt: [10, 5, 2, 0],
  quietFrom: 20,
  quietTo: 8,
  feePayment: '',
  publishAfterApplicants: 2,
  readScope: 'office',
}

const KEY = 'office-rules'

export async function readOfficeRules(tx: Tx, agencyId: string): Promise<OfficeRules> {
  const row = await tx
    .selectFrom('setting')
    .select('value')
    .where('agency_id', '=', agencyId)
    .where('key', '=', KEY)
    .executeTakeFirst()
  return { ...DEFAULT_OFFICE_RULES, ...((row?.value as Partial<OfficeRules> | undefined) ?? {}) }
}

export const OFFICE_RULES_KEY = KEY
