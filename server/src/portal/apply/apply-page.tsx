import type { ComponentChildren } from 'preact'
import { entryLabel, entryPath } from '../entries.ts'
import { type Frame, Layout } from '../layout.tsx'

/** The frame of a page about applications to one agency. */
export type ApplyFrame = Frame & Readonly<{ agency: NonNullable<Frame['agency']> }>

/** One step of an application: below the entry 依申请公开, and kept out of search engines. */
export function ApplyPage(props: {
  frame: ApplyFrame
  title: string
  /** Static scripts that make the page more comfortable; it works without them. */
  scripts?: readonly string[]
  children: ComponentChildren
}) {
  const { frame, title, scripts = [], children } = props
  const entry = { text: entryLabel('apply'), href: entryPath(frame.agency, 'apply') }
  return (
    <Layout frame={frame} title={title} entry="apply" crumbs={[entry]} wide unlisted scripts={scripts}>
      {children}
    </Layout>
  )
}
