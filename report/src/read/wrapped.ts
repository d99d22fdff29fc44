/**
 * Whether the lines of a text were broken by a page width: most full lines end in the middle of a sentence and are
 * about equally long.
 */
export function looksWrapped(lines: readonly string[]): boolean {
  const lengths = lines.map((line) => line.trim().length).filter((length) => length >= 20)
  if (lengths.length < 8) return false
  const sorted = lengths.toSorted((a, b) => a - b)
  const widest = sorted[Math.floor(sorted.length * 0.95)] ?? 0
  if (widest > 60) return false
  const full = lines.map((line) => line.trim()).filter((line) => line.length >= widest * 0.85)
  const open = full.filter((line) => !/[。！？；：.!?;:]["”’）)]?$/.test(line))
  return full.length >= 6 && open.length > full.length * 0.6
}
