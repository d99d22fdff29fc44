import type { EntryId } from './entries.ts'

const PATHS = {
  guide: 'M4 5.5c3-1.5 5.5-1.5 8 0v14c-2.5-1.5-5-1.5-8 0zM20 5.5c-3-1.5-5.5-1.5-8 0v14c2.5-1.5 5-1.5 8 0z',
  systems: 'M12 3v18M7 21h10M5 7h14M5 7l-2.5 6.5h5zM19 7l-2.5 6.5h5z',
  statutory: 'M6 3h9l4 4v14H6zM15 3v4h4M9 11.5h7M9 15h7M9 18h4',
  annual: 'M4 20.5h16M6.5 20.5v-7h3v7M11 20.5V5h3v15.5M15.5 20.5v-11h3v11',
  apply: 'M4 4h11v6M4 4v16h8M7 8h5M7 12h4M20.5 11.5l-7 7-2.5.75.75-2.5 7-7z',
} as const satisfies Record<EntryId, string>

/** A line drawing for an entry; the label beside it says everything, so it is hidden from screen readers. */
export function EntryIcon({ id }: { id: EntryId }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[id]} />
    </svg>
  )
}
