// One source with all its mutants in it, each asleep until its number is called.

/** The source with `__m(7) ? changed : as it was` at every place; `number` gives the next mutant its number. */
export function instrument(source, places, number) {
  const bytes = Buffer.from(source)
  const numbered = places.map((place) => ({ ...place, id: number() }))
  const roots = nest(numbered)
  return {
    code: render({ start: 0, end: bytes.length, children: roots, mutants: [] }, bytes),
    mutants: numbered,
  }
}

/** Places by range, the wider around the narrower. */
function nest(mutants) {
  const ranges = new Map()
  for (const mutant of mutants) {
    const key = `${mutant.start}-${mutant.end}`
    const range = ranges.get(key) ?? { start: mutant.start, end: mutant.end, children: [], mutants: [] }
    range.mutants.push(mutant)
    ranges.set(key, range)
  }
  const ordered = [...ranges.values()].sort((a, b) => a.start - b.start || b.end - a.end)
  const roots = []
  const open = []
  for (const range of ordered) {
    while (open.length > 0 && open.at(-1).end <= range.start) open.pop()
    const into = open.at(-1)?.children ?? roots
    into.push(range)
    open.push(range)
  }
  return roots
}

function render({ start, end, children, mutants }, bytes) {
  let inner = ''
  let at = start
  for (const child of children) {
    inner += bytes.subarray(at, child.start).toString() + render(child, bytes)
    at = child.end
  }
  inner += bytes.subarray(at, end).toString()
  return mutants.reduce((code, mutant) => wrap(code, mutant), inner)
}

function wrap(code, { id, shape, change, was }) {
  switch (shape) {
    case 'member':
      return `[__m(${id}) ? '${change}' : '${was}']`
    case 'block':
      return `{ if (__m(${id})) return;${code.slice(1)}`
    default:
      return `(__m(${id}) ? (${change}) : (${code}))`
  }
}
