import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ReadReport } from '../locate/locate-report.ts'
import { readReport } from './read-report.ts'

const FIXTURES = new URL('../../fixtures/', import.meta.url)
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, FIXTURES)))

type Truth = { file: string; format: string; year: number; cells: Record<string, string | number | null> }

const TRUTHS = readdirSync(new URL('reports/truth/', FIXTURES))
  .toSorted()
  .map((name) => JSON.parse(readFileSync(new URL(`reports/truth/${name}`, FIXTURES), 'utf8')) as Truth)

/** What the truth says of a cell: a number, the text of a placeholder or amount, or null for a blank or lost one. */
function asTruth(read: ReadReport, id: string, expected: string | number | null): string | number | null {
  const cell = read.cells[id]
  if (cell === undefined || cell.status === 'blank') return null
  return typeof expected === 'number' ? cell.value : cell.raw
}

describe('published reports are read as they were checked by hand', () => {
  test.each(TRUTHS.map((truth) => [truth.file, truth] as const))(
    '%s',
    async (file, truth) => {
      const read = await readReport(bytesOf(`reports/${file}`), file)
      const found = Object.fromEntries(
        Object.entries(truth.cells).map(([id, expected]) => [id, asTruth(read, id, expected)]),
      )
      expect(found).toEqual(truth.cells)
      expect(read.report.meta.format).toBe(truth.format)
    },
    30_000,
  )
})

describe('the report of 鸭河工区 for 2019', () => {
  test('予以公开 has five blanks and one lost cell, and none of them is a zero', async () => {
    const { cells } = await readReport(bytesOf('reports/yahe-2019.txt'), 'yahe-2019.txt')

    expect(Object.keys(cells)).toHaveLength(197)
    expect(cells['t3.granted.natural_person']).toBeUndefined()
    for (const column of ['business', 'research', 'public_welfare', 'legal_service', 'other_org']) {
      expect(cells[`t3.granted.${column}`]).toMatchObject({ raw: '', value: null, status: 'blank' })
    }
    expect(cells['t3.granted.total']).toMatchObject({ raw: '0', value: 0, status: 'number' })
  })

  test('title, organ, year and the six sections are found', async () => {
    const { report } = await readReport(bytesOf('reports/yahe-2019.txt'), 'yahe-2019.txt')

    expect(report.title).toBe('鸭河工区管委会2019年政府信息公开工作年度报告')
    expect(report.meta).toEqual({
      orgName: '鸭河工区管委会',
      orgType: 'functional_zone',
      reportYear: 2019,
      format: '2019',
    })
    expect(report.sections?.map((section) => section.heading)).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ])
    expect(report.sections?.find((section) => section.id === 's6')?.text).toBe('无')
    expect(report.printedLabels).toEqual({ 'denied.prohibited_by_law': '2.其他法律法规禁止公开' })
  })
})

test('the blank form has every cell, and none is a zero', async () => {
  const { cells } = await readReport(bytesOf('reports/blank-form-2021.docx'), 'blank-form-2021.docx')

  expect(Object.keys(cells)).toHaveLength(200)
  for (const cell of Object.values(cells)) expect(cell).toMatchObject({ value: null, status: 'blank' })
})

test('a report that is data already keeps every cell and key', async () => {
  const { report, cells, unread } = await readReport(bytesOf('report-2024.json'), 'report-2024.json')

  expect(Object.keys(cells)).toHaveLength(200)
  expect(unread).toEqual([])
  expect(cells['t2.administrative_license.decisions']).toMatchObject({ raw: '1250', value: 1250 })
  expect(cells['t3.carried_in.natural_person']).toMatchObject({ raw: '9', value: 9 })
  expect(cells['t4.litigation_after_review.total']).toMatchObject({ raw: '3', value: 3 })
  expect(report.meta.orgName).toBe('示例市住房和城乡建设局')
  expect(report.sections).toHaveLength(6)
  expect(report.prior?.reportYear).toBe(2023)
})
