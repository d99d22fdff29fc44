const LONGEST = 30_000

/**
 * 文字相似度, 0 to 1: matching characters over all characters (twice the longest common subsequence by both lengths)
 * after figures, white space and punctuation are removed. Two empty texts are alike.
 */
export function proseSimilarity(a: string, b: string): number {
  const left = essence(a)
  const right = essence(b)
  const all = left.length + right.length
  if (all === 0) return 1
  return 1 - editsBetween(left, right) / all
}

/** Letters and words only: figures change from year to year in any honest report. */
function essence(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\d〇零一二三四五六七八九十百千万%.]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, LONGEST)
}

/** Characters to delete and insert between two texts (Myers 1986). */
function editsBetween(a: string, b: string): number {
  const most = a.length + b.length
  const reach = new Int32Array(2 * most + 3)
  const centre = most + 1
  for (let edits = 0; edits <= most; edits++) {
    for (let line = -edits; line <= edits; line += 2) {
      const down = reach[centre + line + 1] ?? 0
      const right = reach[centre + line - 1] ?? 0
      let x = line === -edits || (line !== edits && right < down) ? down : right + 1
      while (x < a.length && x - line < b.length && a.charCodeAt(x) === b.charCodeAt(x - line)) x++
      reach[centre + line] = x
      if (x >= a.length && x - line >= b.length) return edits
    }
  }
  return most
}
