import type { Agency } from '../services/agencies/find-agency.ts'
import type { ColumnLink } from './column-link.ts'
import { columnPath, type EntryId, entriesOf, entryPath } from './entries.ts'
import { EntryIcon } from './entry-icon.tsx'
import type { Frame } from './layout.tsx'

type Props = Readonly<{
  agency: Agency
  frame: Frame
  entry: EntryId | undefined
  node: string | undefined
}>

/** 栏目导航: the standard's columns in order at the left of every page, with the third one open. */
export function ColumnNav({ agency, frame, entry, node }: Props) {
  return (
    <nav class="column-nav" aria-label="政府信息公开平台">
      <p class="column-head">政府信息公开</p>
      <ul>
        {entriesOf(frame.theme).map(({ id, label }) => (
          <li>
            <a
              class={entry === id ? 'here' : undefined}
              href={entryPath(agency, id)}
              aria-current={entry === id && node === undefined ? 'page' : undefined}
            >
              <EntryIcon id={id} />
              {label}
            </a>
            {id === 'statutory' && <ColumnTree agency={agency} tree={frame.columns} current={node} />}
          </li>
        ))}
      </ul>
    </nav>
  )
}

type Tree = Readonly<{
  agency: Agency
  tree: readonly ColumnLink[]
  current: string | undefined
}>

/** 公开目录 as a tree of links, each with what it holds where that was counted. */
export function ColumnTree({ agency, tree, current }: Tree) {
  const link = (column: ColumnLink) => (
    <a href={columnPath(agency, column)} aria-current={column.code === current ? 'page' : undefined}>
      {column.title}
      {column.count !== undefined && (
        <span class="count">
          <span class="sr">共</span>
          {column.count}
          <span class="sr">条</span>
        </span>
      )}
    </a>
  )
  return (
    <ul>
      <li>
        <a href={`/${agency.slug}/catalogue`}>主动公开基本目录</a>
      </li>
      <li>
        <a href={`/${agency.slug}/key-areas`}>重点领域和专题</a>
      </li>
      {tree.map((column) => (
        <li>
          {link(column)}
          {column.below.length > 0 && (
            <ul>
              {column.below.map((child) => (
                <li>{link(child)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
