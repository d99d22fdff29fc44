import type { FormatId } from '../../annual-report/report-format.ts'
import type { T3ResultRowId } from '../../annual-report/table-three.ts'
import type { Citation } from '../../citation.ts'
import type { RequestEventKind } from '../../request/event.ts'
import type { ContentField } from '../content-field.ts'
import type { EvidenceKind } from '../evidence.ts'

/** The five headings of 三、本年度办理结果, with 部分公开 apart. */
export type OutcomeGroup = 'granted' | 'partial' | 'denied' | 'unable' | 'not-processed' | 'other'

/** 答复书, 告知书, 不再处理告知书: the kind of letter that carries an outcome. */
export type ReplyKind = 'reply' | 'notice' | 'no-longer-processed'

/** 处理决定: one choice that fixes the article, the letter, the remedy clause and the row of the annual report. */
export type Outcome = Readonly<{
  label: string
  group: OutcomeGroup
  /** What the letter cites, in this order. Empty only where the law names no article. */
  basis: readonly Citation[]
  appliesWhen: string
  /** What the letter says beyond the common elements. */
  content: readonly ContentField[]
  evidence: readonly EvidenceKind[]
  /** Events that must have happened before this outcome may be drafted. */
  after: readonly RequestEventKind[]
  rows: Readonly<Record<FormatId, T3ResultRowId>>
  /** 复议前置: a refusal under 条例 第十四条至第十六条 goes to reconsideration before any court. */
  reconsiderationFirst: boolean
  document: ReplyKind
  /** Whether pages leave the house with the letter. */
  releases: boolean
}>

/** Both formats have the row under the same id. */
export function sameRow<const Row extends T3ResultRowId>(row: Row): Record<FormatId, Row> {
  return { 2019: row, 2021: row }
}
