/** A row of the table in document order: its id when the label was certain, else the ids it may be. */
export type OrderedRow = Readonly<{ id: string | null; may: readonly string[] | 'any' }>

/**
 * 按序推定: rows without a readable label that stand between two certain rows, when exactly as many rows of the
 * format are missing there and no piece of a label speaks against it. Returns index → id.
 */
export function inferByOrder(
  rows: readonly OrderedRow[],
  order: readonly string[],
): ReadonlyMap<number, string> {
  const inferred = new Map<number, string>()
  const known = new Set(rows.flatMap((row) => (row.id === null ? [] : [row.id])))
  let start = 0
  while (start < rows.length) {
    if (rows[start]?.id === null) {
      start++
      continue
    }
    let end = start + 1
    while (end < rows.length && rows[end]?.id === null) end++
    const from = order.indexOf(rows[start]?.id ?? '')
    const to = order.indexOf(rows[end]?.id ?? '')
    if (end < rows.length && to > from) {
      const missing = order.slice(from + 1, to).filter((id) => !known.has(id))
      const gap = rows.slice(start + 1, end)
      for (const [offset, id] of assign(gap, missing).entries()) inferred.set(start + 1 + offset, id)
    }
    start = end
  }
  return inferred
}

function assign(gap: readonly OrderedRow[], missing: readonly string[]): readonly string[] {
  if (gap.length === 0 || gap.length > missing.length) return []
  if (gap.length === missing.length) {
    const fits = gap.every((row, index) => row.may === 'any' || row.may.includes(missing[index] ?? ''))
    return fits ? missing : []
  }
  // Fewer rows than missing ones: only pieces of labels can tell, and only if they leave one way.
  if (gap.some((row) => row.may === 'any')) return []
  const ways = waysOf(gap, missing)
  return ways.length === 1 ? (ways[0] ?? []) : []
}

function waysOf(gap: readonly OrderedRow[], missing: readonly string[]): readonly (readonly string[])[] {
  const [first, ...rest] = gap
  if (first === undefined) return [[]]
  return missing.flatMap((id, index) => {
    if (first.may === 'any' || !first.may.includes(id)) return []
    return waysOf(rest, missing.slice(index + 1)).map((way) => [id, ...way])
  })
}
