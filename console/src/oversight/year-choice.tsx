import { useSession } from '../session/use-session.ts'
import { Select, useFilters } from '../ui/index.ts'

const YEARS_BACK = 6

/** The year that a page is about, kept in the address; the running one unless chosen. */
export function useYear(): number {
  const [filters] = useFilters('year')
  const today = useSession().data?.today ?? ''
  return Number(filters.year ?? today.slice(0, 4))
}

export function YearChoice() {
  const [, setFilters] = useFilters('year')
  const thisYear = Number((useSession().data?.today ?? '').slice(0, 4))
  const years = Array.from({ length: YEARS_BACK }, (_, back) => thisYear - back)
  return (
    <Select
      aria-label="年度"
      value={useYear()}
      onChange={(year) => setFilters({ year: String(year) })}
      options={years.map((year) => ({ value: year, label: `${year}年` }))}
    />
  )
}
