/** nDCG@10: how near the first ten are to the best possible ten, a later place counting less. */
export function ndcgAt10(grades: readonly number[], ideal: readonly number[]): number {
  const best = gain([...ideal].sort((a, b) => b - a))
  return best === 0 ? 0 : gain(grades) / best
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0)
}

/** Of what was looked for, the share among the first hundred, as far as a hundred can hold it. */
export function recallAt100(grades: readonly number[], wanted: number): number {
  if (wanted === 0) return 0
  return grades.slice(0, 100).filter((grade) => grade === 2).length / Math.min(100, wanted)
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
