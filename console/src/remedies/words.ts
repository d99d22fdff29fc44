export const BLOCKS = {
  review: '行政复议',
  litigation_direct: '未经复议直接起诉',
  litigation_after_review: '复议后起诉',
} as const

export const OUTCOMES = { upheld: '结果维持', corrected: '结果纠正', other: '其他结果' } as const

export function optionsOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
