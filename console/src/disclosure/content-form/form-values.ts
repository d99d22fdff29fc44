import type { ContentForm, FormRow, FormValue } from '@mingfu/law'

/** What the fields gave, as the contract takes it: an empty one is none. */
export function formOf(values: unknown): ContentForm {
  if (typeof values !== 'object' || values === null) return {}
  const kept = Object.entries(values).flatMap(([name, value]): [string, FormValue][] => {
    if (typeof value === 'string') return [[name, value]]
    if (!Array.isArray(value)) return []
    const words = value.filter((word): word is string => typeof word === 'string')
    return [[name, words.length > 0 ? words : value.flatMap(rowOf)]]
  })
  return Object.fromEntries(kept)
}

function rowOf(row: unknown): readonly FormRow[] {
  if (typeof row !== 'object' || row === null) return []
  return [Object.fromEntries(Object.entries(row).filter(([, cell]) => typeof cell === 'string'))]
}
