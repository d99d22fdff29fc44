import { CLOCK } from './request/clock.ts'
import { COUNTING_AND_PRIVACY } from './request/counting-and-privacy.ts'
import { FEE } from './request/fee.ts'
import { FILING_AND_RECEIPT } from './request/filing-and-receipt.ts'
import { LETTER_AND_REMEDY } from './request/letter-and-remedy.ts'
import { OUTCOME } from './request/outcome.ts'

/** 依申请公开规则 by topic, in the order in which a request meets them. */
export const REQUEST_RULE_TOPICS = {
  提出和收到申请: FILING_AND_RECEIPT,
  '补正、答复期限、延期、征求意见': CLOCK,
  处理决定和证据: OUTCOME,
  '答复书、送达、救济告知': LETTER_AND_REMEDY,
  信息处理费: FEE,
  '统计、隐私、记录': COUNTING_AND_PRIVACY,
} as const

/** 依申请公开规则 REQ-01 to REQ-100. */
export const REQUEST_RULES = {
  ...FILING_AND_RECEIPT,
  ...CLOCK,
  ...OUTCOME,
  ...LETTER_AND_REMEDY,
  ...FEE,
  ...COUNTING_AND_PRIVACY,
} as const

export type RequestRuleId = keyof typeof REQUEST_RULES
