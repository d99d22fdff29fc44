import { type PlainDate, yearOf } from '../../plain-date.ts'
import type { CellId } from '../cell-id.ts'
import { cellsOf, type FormatId } from '../report-format.ts'
import type { T2CellId, T2CellId2019, T2CellId2021 } from '../table-two.ts'

/** 规章 or 规范性文件 of the reporting organ itself; a joint document belongs to its leading organ (CR-22). */
export type DocumentFact = Readonly<{
  id: string
  kind: 'regulation' | 'normative'
  issuedOn: PlainDate
  publishedOn: PlainDate | null
  repealedOn: PlainDate | null
  /** 失效: the stated validity ran out; kept apart from 废止. */
  lapsedOn?: PlainDate | null
  /** False for a joint document that another organ leads. */
  leading?: boolean
}>

/** Catalogue of items at the end of two years, for 上一年项目数量 and 本年增/减 of the trial format (CR-23). */
export type CatalogueFact = Readonly<{ priorYear: number; thisYear: number }>

/** What table two takes from elsewhere than documents. An unknown figure leaves its cell out; it is never taken as 0. */
export type YearlyFigures = Readonly<{
  decisions?: Readonly<
    Partial<
      Record<
        | 'administrative_license'
        | 'other_external_services'
        | 'administrative_penalty'
        | 'administrative_compulsion',
        number
      >
    >
  >
  /** 行政事业性收费 collected in the year, in yuan: whole yuan are exactly four decimals of 万元 (CR-24). */
  feesInYuan?: number
  catalogues?: Readonly<
    Partial<
      Record<
        | 'administrative_license'
        | 'other_external_services'
        | 'administrative_penalty'
        | 'administrative_compulsion'
        | 'administrative_fees',
        CatalogueFact
      >
    >
  >
  procurement?: Readonly<{ items: number; amountInYuan: number }>
}>

export type Table2Facts = Readonly<{ documents: Iterable<DocumentFact>; figures: YearlyFigures }>

/** Whether 本年废止件数 takes in documents whose validity ran out; no text settles it. */
export type Table2Practice = Readonly<{ lapseCountsAsRepeal: boolean }>

export const TABLE2_PRACTICE: Table2Practice = { lapseCountsAsRepeal: false }

/** Counts are numbers; amounts are decimal text in 万元 with four places. */
export type CountedTable2 = Readonly<{
  cells: Readonly<Partial<Record<T2CellId, number | string>>>
  /** The documents behind the cells of 第二十条第（一）项. */
  members: Readonly<Partial<Record<T2CellId, readonly string[]>>>
}>

const ROWS = { regulation: 'regulations', normative: 'normative_documents' } as const

/** Table two of either format from documents and the figures of the year. */
export function countTable2(
  facts: Table2Facts,
  year: number,
  format: FormatId,
  practice: Table2Practice = TABLE2_PRACTICE,
): CountedTable2 {
  const columns = format === '2019' ? columns2019(year) : columns2021(year, practice)
  const members = documentMembers(facts.documents, columns)
  const counts = Object.entries(members).map(([id, documents]) => [id, documents.length])
  const figures = format === '2019' ? figures2019(facts.figures) : figures2021(facts.figures)
  return { cells: inPrintOrder(format, { ...Object.fromEntries(counts), ...figures }), members }
}

/** `yuanToWanYuan(3125600)` → `312.5600`: exact, as the report prints it. */
export function yuanToWanYuan(yuan: number): string {
  if (!Number.isSafeInteger(yuan)) throw new RangeError(`金额应当以元为单位填写整数：${yuan}`)
  const sign = yuan < 0 ? '-' : ''
  const digits = String(Math.abs(yuan)).padStart(5, '0')
  return `${sign}${digits.slice(0, -4)}.${digits.slice(-4)}`
}

type Columns = Readonly<Record<string, (document: DocumentFact) => boolean>>

function columns2021(year: number, { lapseCountsAsRepeal }: Table2Practice): Columns {
  return {
    issued: ({ issuedOn }) => yearOf(issuedOn) === year,
    repealed: (document) =>
      inYear(document.repealedOn, year) ||
      (lapseCountsAsRepeal && document.repealedOn === null && inYear(document.lapsedOn ?? null, year)),
    in_force: (document) => yearOf(document.issuedOn) <= year && !hasEnded(document, year),
  }
}

function columns2019(year: number): Columns {
  return {
    newly_made: ({ issuedOn }) => yearOf(issuedOn) === year,
    newly_disclosed: ({ publishedOn }) => inYear(publishedOn, year),
    // Repealed documents stay on the page with their mark, so they stay in this figure; it is not 现行有效.
    total_disclosed: ({ publishedOn }) => publishedOn !== null && yearOf(publishedOn) <= year,
  }
}

function inYear(day: PlainDate | null, year: number): boolean {
  return day !== null && yearOf(day) === year
}

function hasEnded({ repealedOn, lapsedOn }: DocumentFact, year: number): boolean {
  return [repealedOn, lapsedOn ?? null].some((day) => day !== null && yearOf(day) <= year)
}

function documentMembers(
  documents: Iterable<DocumentFact>,
  columns: Columns,
): Partial<Record<T2CellId, string[]>> {
  const members: Record<string, string[]> = {}
  for (const row of Object.values(ROWS)) {
    for (const column of Object.keys(columns)) members[`t2.${row}.${column}`] = []
  }
  for (const document of documents) {
    if (document.leading === false) continue
    for (const [column, holds] of Object.entries(columns)) {
      if (holds(document)) members[`t2.${ROWS[document.kind]}.${column}`]?.push(document.id)
    }
  }
  return members
}

function figures2021({
  decisions = {},
  feesInYuan,
}: YearlyFigures): Partial<Record<T2CellId2021, number | string>> {
  return defined<T2CellId2021>({
    't2.administrative_license.decisions': decisions.administrative_license,
    't2.administrative_penalty.decisions': decisions.administrative_penalty,
    't2.administrative_compulsion.decisions': decisions.administrative_compulsion,
    't2.administrative_fees.fee_amount': feesInYuan === undefined ? undefined : yuanToWanYuan(feesInYuan),
  })
}

function figures2019(figures: YearlyFigures): Partial<Record<T2CellId2019, number | string>> {
  const { decisions = {}, catalogues = {}, procurement } = figures
  const items = Object.entries(catalogues).flatMap(([row, { priorYear, thisYear }]) => [
    [`t2.${row}.prior_year_items`, priorYear],
    [`t2.${row}.change`, thisYear - priorYear],
  ])
  return {
    ...Object.fromEntries(items),
    ...defined<T2CellId2019>({
      't2.administrative_license.decisions': decisions.administrative_license,
      't2.other_external_services.decisions': decisions.other_external_services,
      't2.administrative_penalty.decisions': decisions.administrative_penalty,
      't2.administrative_compulsion.decisions': decisions.administrative_compulsion,
      't2.centralized_procurement.procurement_items': procurement?.items,
      't2.centralized_procurement.procurement_amount':
        procurement === undefined ? undefined : yuanToWanYuan(procurement.amountInYuan),
    }),
  }
}

function defined<Id extends CellId>(cells: Partial<Record<Id, number | string | undefined>>) {
  const known = Object.entries(cells).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as Partial<Record<Id, number | string>>
}

function inPrintOrder(
  format: FormatId,
  cells: Readonly<Record<string, number | string>>,
): CountedTable2['cells'] {
  const known = cellsOf(format).filter(({ id }) => cells[id] !== undefined)
  return Object.fromEntries(known.map(({ id }) => [id, cells[id]]))
}
