import { useNavigate, useSearch } from '@tanstack/react-router'

/**
 * What a list is narrowed to, kept in the address: it can be sent to a colleague, and the way back leads to it.
 * `const [{ due }, setFilters] = useFilters('due', 'state')`; an empty value takes a filter off.
 */
export function useFilters<Name extends string>(
  ...names: readonly Name[]
): readonly [
  Readonly<Partial<Record<Name, string>>>,
  (change: Readonly<Partial<Record<Name, string | undefined>>>) => void,
] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const current = Object.fromEntries(
    names.flatMap((name) => (search[name] === undefined ? [] : [[name, String(search[name])]])),
  ) as Partial<Record<Name, string>>
  const change = (to: Readonly<Partial<Record<Name, string | undefined>>>) => {
    const next = Object.entries({ ...search, ...to }).filter(
      ([, value]) => value !== undefined && value !== '',
    )
    void navigate({ to: '.', search: Object.fromEntries(next), replace: true })
  }
  return [current, change]
}
