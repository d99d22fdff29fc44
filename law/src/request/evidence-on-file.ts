import type { EvidenceKind } from '../decision/evidence.ts'
import { outcomeOf } from '../decision/outcome.ts'
import type { OutcomeCode } from '../decision/outcome-code.ts'
import type { PlainDate } from '../plain-date.ts'

/** 检索记录: where was searched, with which words, over which time, by whom (指导案例101号). */
export type SearchRecord = Readonly<{
  systems: readonly string[]
  words: readonly string[]
  period: string
  searchedBy: string
  searchedOn: PlainDate
  unitsAsked: readonly string[]
}>

/** 在案证据: what is on file when a decision is drafted or approved. */
export type Evidence = Readonly<{
  onFile: readonly EvidenceKind[]
  searches: readonly SearchRecord[]
}>

export const NO_EVIDENCE: Evidence = { onFile: [], searches: [] }

/** 尚缺证据: what an outcome needs and the file has not. A search counts only when its record is complete. */
export function missingEvidence(outcome: OutcomeCode, evidence: Evidence): EvidenceKind[] {
  return outcomeOf(outcome).evidence.filter((kind) =>
    kind === 'search-record' ? !evidence.searches.some(isComplete) : !evidence.onFile.includes(kind),
  )
}

export function isComplete({ systems, words, period, searchedBy }: SearchRecord): boolean {
  return systems.some(isFilled) && words.some(isFilled) && isFilled(period) && isFilled(searchedBy)
}

/** 仅以申请人原词检索: a search that tried no other word is easily held insufficient. */
export function usedOnlyWordsOf(applicantText: string, searches: readonly SearchRecord[]): boolean {
  const words = searches.flatMap((search) => search.words).filter(isFilled)
  return words.length > 0 && words.every((word) => applicantText.includes(word.trim()))
}

function isFilled(text: string): boolean {
  return text.trim() !== ''
}
