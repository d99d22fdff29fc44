import type { PlainDate } from '@mingfu/law'

/**
 * 公文: one document as blocks. Word, PDF and HTML are drawn from the same value, so that they cannot differ in
 * content. `letter` is the 信函格式 of GB/T 9704 with a red head; `report` is a report, a form or a register; `bulletin`
 * is an issue of an internal paper under its red masthead, whose title is read out and not printed.
 */
export type OfficialDocument = Readonly<{
  layout: 'letter' | 'report' | 'bulletin'
  /** 标题. A line feed fixes where the title breaks; otherwise it is broken at words, evenly. */
  title: string
  /** 发文机关标志: the red head of a letter. */
  issuer?: string
  /** 刊头 of a bulletin: issue, who edits it, and its day. The name of the paper is the issuer. */
  masthead?: Masthead
  /** 发文字号, such as 示住建复〔2024〕12号. */
  number?: string
  /** Day of the document in the file's own data; without it the date of the signature, or of drawing. */
  writtenOn?: PlainDate
  /** 主送: whom a letter addresses, without the colon. */
  addressee?: string
  blocks: readonly Block[]
}>

/** `第3期（总第45期）`, `党政办公室编`. */
export type Masthead = Readonly<{ issue: string; editor: string; on: PlainDate | null; mark: string }>

export type Block =
  | Heading
  | Paragraph
  | Picture
  | List
  | Table
  | Remedy
  | Attachments
  | Signature
  | Note
  | PageBreak

/** Levels 1 to 4 are 一、, （一）, 1. and （1）; the ordinal is part of the text. Centred, it heads an item of a bulletin. */
export type Heading = Readonly<{
  kind: 'heading'
  level: 1 | 2 | 3 | 4
  text: string
  align?: 'start' | 'center'
}>

/** 正文. Two characters in, unless `indent` is false or it is not aligned at the start. */
export type Paragraph = Readonly<{
  kind: 'paragraph'
  text: string
  indent?: boolean
  align?: 'start' | 'center' | 'end'
}>

/**
 * 图, in the middle of a line of its own, no larger than the type area. `width` and `height` are in points of a screen, 96 to
 * the inch, as it is seen; `turned` is how a JPEG says it was held (1 to 8, as EXIF counts). `alt` is read out. A picture that cannot be drawn gives way to its words, （图：…）.
 */
export type Picture = Readonly<{
  kind: 'picture'
  type: 'png' | 'jpeg' | 'gif'
  bytes: Uint8Array
  width: number
  height: number
  turned?: number
  alt: string
}>

export type List = Readonly<{ kind: 'list'; ordered: boolean; items: readonly string[] }>

/** 救济告知: how to contest a decision; printed as a paragraph, marked as a section of its own in HTML. */
export type Remedy = Readonly<{ kind: 'remedy'; text: string }>

/** 附件说明. */
export type Attachments = Readonly<{ kind: 'attachments'; items: readonly string[] }>

/**
 * 署名、成文日期. Under a seal (`sealed`) the names stand centred over the date; without one they end two
 * characters from the margin. A missing date leaves room to write it.
 */
export type Signature = Readonly<{
  kind: 'signature'
  agencies: readonly string[]
  on: PlainDate | null
  sealed: boolean
}>

/** 附注, printed in brackets: （联系人：…）. */
export type Note = Readonly<{ kind: 'note'; text: string }>

export type PageBreak = Readonly<{ kind: 'page-break' }>

/**
 * 表格. `columns` are relative widths. Rows hold only the cells that start in them, as in HTML. The first
 * `headerRows` rows repeat when the table runs over a page.
 */
export type Table = Readonly<{
  kind: 'table'
  /** What the table is; read out, and printed above it when `captionShown`. */
  caption: string
  captionShown?: boolean
  columns: readonly number[]
  headerRows: number
  rows: readonly (readonly Cell[])[]
  /** `compact` is for the statutory tables: small type, one page. */
  size: 'compact' | 'body'
}>

export type Cell = Readonly<{
  text: string
  colSpan?: number
  rowSpan?: number
  /** What the cell heads: the columns below it, or the rows to its right. */
  header?: 'column' | 'row'
  align?: 'start' | 'center' | 'end'
}>
