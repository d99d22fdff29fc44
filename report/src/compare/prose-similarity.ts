const LONGEST = 30_000

/**
 * 文字相似度, 0 to 1: matching characters over all characters (twice the longest common subsequence by both lengths)
 * after figures, white space and punctuation are removed. Two empty texts are alike.
 */
export function proseSimilarity(a: string, b: string): number {
  return similarityOfEssence(essence(a), essence(b), 0) ?? 0
}

/** The same between two essences; `null` as soon as it is certain to be below `atLeast`. */
export function similarityOfEssence(a: string, b: string, atLeast: number): number | null {
  const all = a.length + b.length
  if (all === 0) return 1
  // Small slack: 1 - 0.9 is not a tenth in binary.
  const most = Math.floor((1 - atLeast) * all + 1e-9)
  const edits = editsBetween(a, b, most)
  return edits === null ? null : 1 - edits / all
}

/** Letters and words only: figures change from year to year in any honest report. */
export function essence(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\d〇零一二三四五六七八九十百千万%.]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, LONGEST)
}

/** Characters to delete and insert between two texts (Myers 1986); `null` when more than `most` are needed. */
function editsBetween(a: string, b: string, most: number): number | null {
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
  return null
}
