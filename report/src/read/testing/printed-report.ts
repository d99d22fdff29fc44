import { type FormatId, REPORT_FORMATS, T3_COLUMNS, T4_BLOCKS, T4_COLUMNS } from '@mingfu/law'

/** A source of choices: a number from 0 up to, but not including, `below`. */
export type Choose = (below: number) => number

/** What a printed report holds: figures that tie, by cell id. */
export type Figures = Readonly<Record<string, number>>

/** A row as it is printed: `null` where the cell itself was lost on the way. */
export type PrintedRow = {
  table: 't2' | 't3' | 't4'
  /** Row id; null for heads, clause lines and rows beyond the format. */
  id: string | null
  /** Label fields from the left; a group name stands only before the first row of its group. */
  labels: string[]
  /** How many label columns of the original grid the fields cover: what a span leaves behind when it is dropped. */
  covered: number
  values: (string | null)[]
  /** Ids of the columns, in the order in which they are printed. */
  columns: string[]
}

export type PrintedReport = {
  format: FormatId
  year: number
  rows: PrintedRow[]
  /** Pieces of header text for tables three and four. */
  headThree: string[][]
}

/** Random figures whose sums are right in every table. */
export function figuresThatTie(format: FormatId, choose: Choose): Figures {
  const figures: Record<string, number> = {}
  const spec = REPORT_FORMATS[format]
  for (const cell of spec.cells) {
    if (cell.table === 't2')
      figures[cell.id] = cell.valueType === 'signedCount' ? choose(9) - 4 : choose(3) * choose(2000)
  }
  const columns = T3_COLUMNS.map((column) => column.id)
  const leaves = spec.t3.rows.filter((row) => row.role === 'result')
  for (const column of columns.slice(0, -1)) {
    let results = 0
    for (const row of leaves) {
      const value = choose(3) === 0 ? choose(column === 'natural_person' ? 400 : 20) : 0
      figures[`t3.${row.id}.${column}`] = value
      results += value
    }
    const out = choose(30)
    const carried = choose(Math.min(20, results + out + 1))
    figures[`t3.results_total.${column}`] = results
    figures[`t3.carried_out.${column}`] = out
    figures[`t3.carried_in.${column}`] = carried
    figures[`t3.new_received.${column}`] = results + out - carried
  }
  for (const row of spec.t3.rows) {
    figures[`t3.${row.id}.total`] = columns
      .slice(0, -1)
      .reduce((sum, column) => sum + (figures[`t3.${row.id}.${column}`] ?? 0), 0)
  }
  for (const block of T4_BLOCKS) {
    let total = 0
    for (const column of T4_COLUMNS.slice(0, -1)) {
      const value = choose(2) * choose(90)
      figures[`t4.${block.id}.${column.id}`] = value
      total += value
    }
    figures[`t4.${block.id}.total`] = total
  }
  return figures
}

/** The report as a faithful print of the form. */
export function print(format: FormatId, year: number, figures: Figures): PrintedReport {
  const spec = REPORT_FORMATS[format]
  const rows: PrintedRow[] = []
  const line = (table: PrintedRow['table'], labels: string[]): PrintedRow => ({
    table,
    id: null,
    labels,
    covered: 1,
    values: [],
    columns: [],
  })
  for (const block of spec.t2.blocks) {
    rows.push(line('t2', [block.clause]))
    rows.push(line('t2', ['信息内容', ...block.columns.map((column) => column.label)]))
    for (const row of block.rows) {
      const columns = block.columns.map((column) => column.id)
      rows.push({
        table: 't2',
        id: row.id,
        labels: [row.label],
        covered: 1,
        values: columns.map((column) => String(figures[`t2.${row.id}.${column}`])),
        columns,
      })
    }
  }
  const groups = new Map(spec.t3.groups.map((group) => [group.id, group.label]))
  const seen = new Set<string>()
  for (const row of spec.t3.rows) {
    const labels: string[] = []
    const path = row.group === null ? [] : row.group === 'results' ? ['results'] : ['results', row.group]
    for (const id of path) {
      const label = groups.get(id as 'results')
      if (label !== undefined && !seen.has(id)) labels.push(label)
      seen.add(id)
    }
    const columns = T3_COLUMNS.map((column) => column.id)
    rows.push({
      table: 't3',
      id: row.id,
      labels: [...labels, row.label],
      covered: 3 - path.length,
      values: columns.map((column) => String(figures[`t3.${row.id}.${column}`])),
      columns,
    })
  }
  const cells = T4_BLOCKS.flatMap((block) => T4_COLUMNS.map((column) => `${block.id}.${column.id}`))
  rows.push({
    table: 't4',
    id: '',
    labels: [],
    covered: 0,
    values: cells.map((cell) => String(figures[`t4.${cell}`])),
    columns: cells,
  })
  return {
    format,
    year,
    rows,
    headThree: [
      ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况'],
      ['自然人', '法人或其他组织', '总计'],
      ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
    ],
  }
}

/** What a reader may give for each cell of the print: its text, or null where nothing may be given. */
export function truthOf(printed: PrintedReport): Readonly<Record<string, string | null>> {
  const truth: Record<string, string | null> = {}
  for (const row of printed.rows) {
    if (row.id === null) continue
    for (const [index, column] of row.columns.entries()) {
      const id = row.table === 't4' ? `t4.${column}` : `${row.table}.${row.id}.${column}`
      const text = row.values[index] ?? null
      // Printed twice with different figures: nobody can say which holds.
      truth[id] = id in truth && truth[id] !== text ? null : text
    }
  }
  return truth
}
