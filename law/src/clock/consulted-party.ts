import { type Citation, cite } from '../citation.ts'
import type { ConsultedParty } from '../request/event.ts'

/** 被征求意见的一方, with the article under which it is asked. */
export const CONSULTED_PARTIES = {
  'third-party': { label: '第三方', basis: cite('regulation', 32) },
  'co-maker': { label: '共同制作该政府信息的其他行政机关', basis: cite('regulation', 34) },
  'secrecy-authority': { label: '有关主管部门或者保密行政管理部门', basis: cite('regulation', 17, 3) },
} as const satisfies Record<ConsultedParty, { label: string; basis: Citation }>
