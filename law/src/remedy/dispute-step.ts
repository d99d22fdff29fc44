import { type Citation, cite } from '../citation.ts'
import type { PlainDate } from '../plain-date.ts'

type StepRow = Readonly<{ label: string; review: Citation; suit: Citation }>

/** 案件进展: what happens in a case between its filing and its end, with its article in either kind of case. */
// biome-ignore format: a table
export const DISPUTE_STEPS = {
  answered:            { label: '提交答复、答辩和证据',   review: cite('reconsideration', 48),    suit: cite('litigation', 67, 1) },
  heard:               { label: '听取意见、听证、开庭',   review: cite('reconsideration', 49),    suit: cite('litigation', 54) },
  suspended:           { label: '中止审理',               review: cite('reconsideration', 39),    suit: cite('litigation-interpretation', 87) },
  resumed:             { label: '恢复审理',               review: cite('reconsideration', 39),    suit: cite('litigation-interpretation', 87) },
  extended:            { label: '延长审理期限',           review: cite('reconsideration', 62, 1), suit: cite('litigation', 81) },
  'document-received': { label: '收到决定书、裁判文书',   review: cite('litigation', 45),         suit: cite('litigation', 85) },
  performed:           { label: '履行决定、判决',         review: cite('reconsideration', 77),    suit: cite('litigation', 94) },
  other:               { label: '其他',                   review: cite('reconsideration', 36),    suit: cite('litigation', 101) },
} as const satisfies Record<string, StepRow>

export type DisputeStepKind = keyof typeof DISPUTE_STEPS

/** 一项进展; `until` is the day that a court extended to. */
export type DisputeStep = Readonly<{ kind: DisputeStepKind; on: PlainDate; until: PlainDate | null }>
