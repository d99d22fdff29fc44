import type {
  ApplicantColumn,
  DisputeFact,
  DocumentFact,
  FormatId,
  PlainDate,
  T3ResultRowId,
  YearlyFigures,
} from '@mingfu/law'

/** A line of the sheet 申请. */
export type LedgerApplicationLine = Readonly<{
  id: string
  receivedOn: PlainDate
  column: ApplicantColumn
  concludedOn: PlainDate | null
  /** A row of the format the ledger is kept for. */
  row: T3ResultRowId | null
  feeInYuan: number
}>

/** What the prose of the report takes from the sheet 文字. */
export type TextId =
  | 'disclosure'
  | 'requests'
  | 'management'
  | 'platform'
  | 'supervision'
  | 'problems'
  | 'improvements'
  | 'others'

/** 台账: the cases, documents and figures a report is made of, as a workbook holds them. */
export type Ledger = Readonly<{
  format: FormatId
  applications: readonly LedgerApplicationLine[]
  disputes: readonly DisputeFact[]
  documents: readonly DocumentFact[]
  figures: YearlyFigures
  texts: Readonly<Partial<Record<TextId, string>>>
}>

/** What is wrong in a line of the ledger: where, and what to do, in one Chinese sentence. */
export type LedgerFault = Readonly<{
  sheet: string
  /** As the spreadsheet program numbers it; null when the fault is the sheet's. */
  row: number | null
  column: string | null
  message: string
}>
