import type { WatchedRuntime } from './reads/watched-runtime.ts'
import type { PageMemory, SiteMemory } from './site-memory.ts'
import { readAt } from './site-memory.ts'

/** 仍然有效: whether everything that a page of the last export read would be read the same now. Each is asked once. */
export function whatHolds(memory: SiteMemory, { digestNow }: Pick<WatchedRuntime, 'digestNow'>) {
  const asked = new Map<number, Promise<boolean>>()

  function readHolds(place: number): Promise<boolean> {
    const known = asked.get(place)
    if (known !== undefined) return known
    const kept = readAt(memory, place)
    const answer =
      kept === undefined
        ? Promise.resolve(false)
        : digestNow(kept.read).then(
            (digest) => digest === kept.digest,
            // What can no longer be asked (a column is gone after an upgrade) is read anew by the page itself.
            () => false,
          )
    asked.set(place, answer)
    return answer
  }

  /** The first read that differs settles it. */
  return async ({ reads }: PageMemory): Promise<boolean> => {
    for (const place of reads) if (!(await readHolds(place))) return false
    return true
  }
}
