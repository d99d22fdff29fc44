import type { FormatId, ReportSectionId, TableId } from '@mingfu/law'

export const ORG_TYPES = ['department', 'government', 'township', 'functional_zone'] as const
export type OrgType = (typeof ORG_TYPES)[number]

export const TABLE_IDS: readonly TableId[] = ['t2', 't3', 't4']

/** Row id → column id → the text printed in the cell. A cell that was not found is not there. */
export type CellTexts = Readonly<Record<string, Readonly<Record<string, string>>>>

/** 表二、表三、表四: one table of the report, with what stands in it beyond the format. */
export type ReportTable = Readonly<{
  cells: CellTexts
  /** The table is in the document only as a picture. */
  image?: boolean
  /** Rows beyond the format, as printed. */
  extraRows?: readonly ExtraRow[]
  /** Printed subtotal rows, by group id (`denied`, `unable`, `not_handled`, `other`). */
  subtotals?: CellTexts
  /** Row id → the printed subtotal of 法人或其他组织. */
  legalPersonSubtotal?: Readonly<Record<string, string>>
  /** Rows that the document prints more than once. Where the figures differ the row is not among `cells`. */
  repeatedRows?: readonly RepeatedRow[]
}>

/** 重复出现的一行 (in table four: a block): every place where it is printed. */
export type RepeatedRow = Readonly<{ row: string; printings: readonly Printing[] }>

/** Where a row is printed, and its texts by column id as far as it is known which is which. */
export type Printing = Readonly<{ where: string; values?: Readonly<Record<string, string>> }>

export type ExtraRow = Readonly<{ label: string; values: readonly string[] }>

export type ReportTables = Readonly<Partial<Record<TableId, ReportTable>>>

export type ReportMeta = Readonly<{
  orgName?: string
  orgType?: OrgType
  canMakeRegulations?: boolean
  reportYear?: number
  format?: FormatId
}>

export type ReportSection = Readonly<{ id: ReportSectionId; heading: string; text: string }>

export type StatPeriod = Readonly<{ from: string; to: string }>

/** Parts of the same organ's report of the year before. */
export type PriorReport = Readonly<{
  format?: FormatId
  reportYear?: number
  t2?: CellTexts
  t3?: CellTexts
  t4?: CellTexts
  texts?: Readonly<Partial<Record<ReportSectionId, string>>>
}>

/** A unit whose report was added up into this one. */
export type ReportComponent = Readonly<{
  orgName: string
  format?: FormatId
  reportYear?: number
  tables: ReportTables
}>

export type PublishedAttachment = Readonly<{ type: string; differences?: Readonly<Record<string, string>> }>

export type PublishedCapture = Readonly<{
  capturedOn: string
  changedCells: readonly string[]
  notice?: boolean | string
}>

export type Publication = Readonly<{
  publishedOn?: string
  localDeadline?: string
  column?: string
  webPage?: boolean | string
  attachments?: readonly PublishedAttachment[]
  captures?: readonly PublishedCapture[]
}>

export type LedgerApplication = Readonly<{
  id?: string
  applicantCategory: string
  receivedOn: string
  decidedOn: string | null
  result: string | null
}>

export type LedgerDispute = Readonly<{
  id?: string
  block: string
  filedOn: string
  concludedOn: string | null
  outcome: string | null
  role: 'original' | 'co-defendant-reviewer'
}>

/** 台账: a part that is not kept is left out. */
export type ReportLedger = Readonly<{
  applications?: readonly LedgerApplication[]
  disputes?: readonly LedgerDispute[]
}>

/** 政府信息公开工作年度报告 as data: numbers are kept as the text printed; what is not known is not there. */
export type Report = Readonly<{
  meta: ReportMeta
  title?: string
  statPeriod?: StatPeriod
  preamble?: string
  sections?: readonly ReportSection[]
  tables: ReportTables
  /** Row or column id → the label as printed, where it is not the canonical one. */
  printedLabels?: Readonly<Record<string, string>>
  prior?: PriorReport
  roster?: readonly string[]
  components?: readonly ReportComponent[]
  publication?: Publication
  ledger?: ReportLedger
}>
