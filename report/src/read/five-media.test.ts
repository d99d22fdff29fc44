import { utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { renderReport } from '../render/render-report.ts'
import type { Report } from '../report.ts'
import { sampleReport } from '../testing/sample-report.ts'
import { trialReport } from '../testing/trial-report.ts'
import { readReport } from './read-report.ts'
import { LAYOUTS } from './testing/layouts.ts'
import { type PrintedReport, print } from './testing/printed-report.ts'
import { turnedPdf } from './testing/turned-pdf.ts'

/** The case: figures, and beside them a blank, a zero, a slash, a dash and a thousands separator. */
function caseOf(report: Report): Report {
  const rows = report.tables.t3?.cells ?? {}
  const changed = {
    ...rows,
    new_received: { ...rows.new_received, natural_person: '1,250' },
    granted: { ...rows.granted, business: '', research: '0', legal_service: '/', other_org: '—' },
  }
  return { ...report, tables: { ...report.tables, t3: { ...report.tables.t3, cells: changed } } }
}

const FORMATS = [
  ['the format in force', caseOf(sampleReport())],
  ['the trial format', caseOf(trialReport())],
] as const

/** Every cell of the case with its text, as it must come back. */
function cellsOf(report: Report): Record<string, string> {
  return Object.fromEntries(
    (['t2', 't3', 't4'] as const).flatMap((table) =>
      Object.entries(report.tables[table]?.cells ?? {}).flatMap(([row, columns]) =>
        Object.entries(columns).map(([column, text]) => [`${table}.${row}.${column}`, text]),
      ),
    ),
  )
}

/** The case as lines of text, in one of the layouts of published files. */
function asText(report: Report, layout: string): Uint8Array {
  const texts = cellsOf(report)
  const format = report.meta.format ?? '2021'
  const figures = Object.fromEntries(Object.keys(texts).map((id) => [id, 0]))
  const printed: PrintedReport = print(format, report.meta.reportYear ?? 2024, figures)
  for (const row of printed.rows) {
    if (row.id === null) continue
    const front = row.table === 't4' ? 't4' : `${row.table}.${row.id}`
    row.values = row.columns.map((column) => texts[`${front}.${column}`] ?? null)
  }
  const made = LAYOUTS[layout]?.(printed, () => 0)
  return new TextEncoder().encode(made?.text)
}

async function asXls(report: Report): Promise<Uint8Array> {
  const rows: string[][] = [[`${report.meta.orgName}${report.meta.reportYear}年政府信息公开工作年度报告`]]
  const text = new TextDecoder().decode(asText(report, 'tabs, spans dropped in front'))
  for (const line of text.split('\n').slice(1)) rows.push(line.split('\t'))
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '年报')
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer)
}

type Medium = readonly [name: string, make: (report: Report) => Promise<Uint8Array> | Uint8Array]

const MEDIA: readonly Medium[] = [
  ['a.html', (report) => renderReport(report, 'html')],
  ['a.docx', (report) => renderReport(report, 'docx')],
  ['a.xlsx', (report) => renderReport(report, 'xlsx')],
  ['a.xls', asXls],
  ['a.pdf', (report) => renderReport(report, 'pdf')],
  ['turned.pdf', async (report) => turnedPdf(await renderReport(report, 'pdf'))],
  ['a.json', (report) => renderReport(report, 'json')],
  ['a.txt', (report) => asText(report, 'tabs, ragged')],
  ['lines.txt', (report) => asText(report, 'a field a line')],
  ['a.md', (report) => asText(report, 'Markdown table')],
]

describe.each(FORMATS)('one case file in %s', (_format, report) => {
  test.each(MEDIA)('%s gives the same cells', async (name, make) => {
    const { cells, unread } = await readReport(await make(report), name)
    expect(Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, cell.raw]))).toEqual(
      cellsOf(report),
    )
    expect(cells['t3.new_received.natural_person']?.value).toBe(1250)
    expect(cells['t3.granted.business']).toMatchObject({ value: null, status: 'blank' })
    expect(cells['t3.granted.research']).toMatchObject({ value: 0, status: 'number' })
    expect(cells['t3.granted.legal_service']).toMatchObject({ value: null, status: 'placeholder' })
    expect(cells['t3.granted.other_org']).toMatchObject({ value: null, status: 'placeholder' })
    expect(unread).toEqual([])
  })
})
