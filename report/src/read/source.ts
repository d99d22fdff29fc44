/** What a file was taken for. */
export type SourceKind = 'txt' | 'md' | 'html' | 'docx' | 'doc' | 'xlsx' | 'pdf' | 'json'

/** Something that stands in the file, or should, and was not read, with the reason in words for people. */
export type Unread = Readonly<{ what: string; why: string }>

/** One field of a table. `continued` marks the copies that a row span leaves in the rows below its first. */
export type GridCell = Readonly<{
  text: string
  /** First grid column, counted from 0, and the number of columns it covers. */
  column: number
  span: number
  continued: boolean
  where: string
}>

export type GridRow = Readonly<{ cells: readonly GridCell[]; where: string }>

/** A line or paragraph outside any table. */
export type TextBlock = Readonly<{
  kind: 'text'
  text: string
  where: string
  /** Empty lines directly before it; in texts with one cell a line they stand for blank cells. */
  blanksBefore: number
  /** Lines before it that hold nothing but white space: explicit blank cells in some exports. */
  spacesBefore: number
}>

/**
 * A table. `exact` when the columns are those of the original (spans expanded); otherwise the fields were cut at
 * tabs or bars and dropped spans may have shifted them. In a `placed` one columns are distances from the left edge of
 * the page. In a `stream` even the row ends are lost.
 */
export type GridBlock = Readonly<{
  kind: 'grid'
  layout: 'exact' | 'ragged' | 'placed' | 'stream'
  rows: readonly GridRow[]
  where: string
}>

export type ImageBlock = Readonly<{ kind: 'image'; text: string; where: string }>

export type Block = TextBlock | GridBlock | ImageBlock

/** A document as every reader hands it over: text, tables and pictures in reading order. */
export type Source = Readonly<{
  kind: SourceKind
  /** The title that the file itself carries outside its text (page title, document property). */
  title?: string
  /** The day that the page states for its publication, `YYYY-MM-DD`. */
  publishedOn?: string
  blocks: readonly Block[]
  /** Names of files that the page offers for download. */
  attachments?: readonly string[]
  /** The file ends in the middle of something. */
  truncated: boolean
  /** Lines were broken by a page width and belong together. */
  wrapped: boolean
  unread: readonly Unread[]
}>
