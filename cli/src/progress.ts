import type { Terminal } from './terminal.ts'

const WIDTH = 24

export type Progress = Readonly<{ step: () => void; done: () => void }>

/** A bar that appears once the work takes longer than a second, and only where a person is watching. */
export function startProgress(terminal: Terminal, what: string, total: number): Progress {
  if (!terminal.watched) return { step: () => {}, done: () => {} }
  let finished = 0
  let shown = false
  const draw = () => {
    shown = true
    const filled = Math.round((finished / total) * WIDTH)
    terminal.err(`\r${what} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${finished}/${total}`)
  }
  const timer = setTimeout(draw, 1000)
  return {
    step: () => {
      finished += 1
      if (shown) draw()
    },
    done: () => {
      clearTimeout(timer)
      if (shown) terminal.err(`\r${' '.repeat(what.length * 2 + WIDTH + 20)}\r`)
    },
  }
}

/** Runs work over items, a few at a time; results keep the order of the items. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  let next = 0
  const lane = async () => {
    while (next < items.length) {
      const index = next
      next += 1
      results[index] = await work(items[index] as Item)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane))
  return results
}
