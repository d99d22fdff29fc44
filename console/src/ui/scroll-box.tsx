import type { ReactNode } from 'react'

/** A wide table in a box of its own that scrolls sideways, by keyboard too; the page around it never does. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus (WCAG 2.1.1)
    <section className="scroll-box" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
