import type { PlacedFindingView } from '@mingfu/contract'
import type { ReactNode } from 'react'
import { Tooltip } from '../ui/index.ts'

/** The text as it was pasted, with every finding marked where it stands. */
export function MarkedText({ text, findings }: { text: string; findings: readonly PlacedFindingView[] }) {
  const placed = findings.filter(({ length }) => length > 0).toSorted((a, b) => a.at - b.at)
  const pieces: ReactNode[] = []
  let end = 0
  for (const { id, at, length, level, message } of placed) {
    if (at < end) continue
    pieces.push(text.slice(end, at))
    pieces.push(
      <Tooltip key={id} title={message}>
        <mark className={`found-${level}`}>{text.slice(at, at + length)}</mark>
      </Tooltip>,
    )
    end = at + length
  }
  return (
    <section aria-label="标出问题的文字" className="marked-text">
      {pieces}
      {text.slice(end)}
    </section>
  )
}
