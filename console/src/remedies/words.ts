import { FAILED_STEPS, LITIGATION_RESULTS, REVIEW_RESULTS } from '@mingfu/law'

export const BLOCKS = {
  review: '行政复议',
  litigation_direct: '未经复议直接起诉',
  litigation_after_review: '复议后起诉',
} as const

export const OUTCOMES = { upheld: '结果维持', corrected: '结果纠正', other: '其他结果' } as const

export const ROLES = { original: '作出答复的机关', 'co-defendant-reviewer': '共同被告的复议机关' } as const

export const PROCEDURES = { ordinary: '普通程序', simplified: '简易程序' } as const

export function optionsOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

/** 环节 to choose from, each with its article. */
export const stepOptions = Object.entries(FAILED_STEPS).map(([value, { label }]) => ({ value, label }))

/** How a case is called: by its number, or by who hears it. */
export function nameOf({
  block,
  organ,
  caseNumber,
}: Readonly<{ block: keyof typeof BLOCKS; organ: string; caseNumber: string }>): string {
  return caseNumber === '' ? `${BLOCKS[block]}（${organ}）` : caseNumber
}

type Result = Readonly<{ label: string; outcome: keyof typeof OUTCOMES }>

/** The results that a kind of case may end with, each with the column of table four that counts it. */
export function resultsOf(block: keyof typeof BLOCKS) {
  const results: Readonly<Record<string, Result>> = block === 'review' ? REVIEW_RESULTS : LITIGATION_RESULTS
  return Object.entries(results).map(([value, { label, outcome }]) => ({
    value,
    label: `${label}（${OUTCOMES[outcome]}）`,
    outcome,
  }))
}
