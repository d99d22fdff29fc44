import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ReadReport } from '../locate/locate-report.ts'
import { readReport } from '../read/read-report.ts'
import { compareReports } from './compare-reports.ts'

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)))
const json = (report: unknown) => readReport(new TextEncoder().encode(JSON.stringify(report)), 'report.json')

const LATER = {
  meta: { orgName: '示例市财政局', reportYear: 2024, format: '2021' },
  sections: [
    { id: 's1', heading: '一、总体情况', text: '2024年，本局公开信息642条。' },
    { id: 's5', heading: '五、存在的主要问题及改进情况', text: '一是深度不够。' },
  ],
  tables: {
    t2: {
      cells: {
        regulations: { issued: '2', repealed: '1', in_force: '12' },
        administrative_fees: { fee_amount: '312.5600' },
      },
    },
    t3: { cells: { carried_in: { natural_person: '9', total: '12' }, granted: { total: '' } } },
    t4: { cells: { review: { total: '2' } } },
  },
}
const EARLIER = {
  meta: { orgName: '示例市财政局', reportYear: 2023, format: '2021' },
  sections: [
    { id: 's1', heading: '一、总体情况', text: '2023年，本局公开信息580条。' },
    { id: 's5', heading: '五、存在的主要问题及改进情况', text: '队伍流动较快，解读形式单一。' },
  ],
  tables: {
    t2: {
      cells: {
        regulations: { issued: '0', repealed: '0', in_force: '11' },
        administrative_fees: { fee_amount: '312.56' },
      },
    },
    t3: { cells: { carried_out: { natural_person: '9', total: '13' }, granted: { total: '7' } } },
    t4: { cells: { review: { pending: '3' } } },
  },
}

let later: ReadReport
let earlier: ReadReport

beforeAll(async () => {
  later = await json(LATER)
  earlier = await json(EARLIER)
})

describe('two years of an organ', () => {
  test('the earlier report comes first, whichever way they are handed in', () => {
    for (const compared of [compareReports(later, earlier), compareReports(earlier, later)]) {
      expect(compared.kind).toBe('years')
      expect(compared.before.reportYear).toBe(2023)
      expect(compared.after.reportYear).toBe(2024)
    }
  })

  test('cell by cell: differences of numbers, two notations of one number, a blank against a number', () => {
    const cells = new Map(compareReports(earlier, later).cells.map((cell) => [cell.id, cell]))
    expect(cells.get('t2.regulations.in_force')).toMatchObject({ same: false, difference: 1 })
    expect(cells.get('t2.administrative_fees.fee_amount')).toMatchObject({ same: true, difference: 0 })
    expect(cells.get('t3.granted.total')).toMatchObject({
      name: '表三“（一）予以公开”行“总计”列',
      before: { raw: '7', value: 7 },
      after: { raw: '', value: null },
      same: false,
      difference: null,
    })
    expect(cells.get('t3.denied.state_secret.total')).toMatchObject({ before: null, after: null, same: true })
  })

  test('closing figures are carried into the next year', () => {
    const rolled = new Map(compareReports(earlier, later).rollForward.map((one) => [one.cells.join(), one]))
    expect(rolled.get('t3.carried_in.natural_person')).toMatchObject({
      expected: '9',
      actual: '9',
      holds: true,
    })
    expect(rolled.get('t3.carried_in.total')).toMatchObject({ expected: '13', actual: '12', holds: false })
    expect(rolled.get('t2.regulations.issued,t2.regulations.repealed,t2.regulations.in_force')).toMatchObject(
      {
        expected: '12',
        actual: '12',
        holds: true,
      },
    )
    expect(rolled.get('t4.review.total')).toMatchObject({ expected: '3', actual: '2', holds: false })
  })

  test('prose that differs in figures alone is the same prose', () => {
    const prose = new Map(compareReports(earlier, later).prose.map((one) => [one.section, one]))
    expect(prose.get('s1')?.similarity).toBe(1)
    expect(prose.get('s5')?.similarity).toBeLessThan(0.3)
    expect(prose.get('s6')?.similarity).toBeNull()
  })
})

test('two versions of one report: nothing is rolled forward', async () => {
  const compared = compareReports(
    later,
    await json({ ...LATER, tables: { ...LATER.tables, t4: { cells: { review: { total: '4' } } } } }),
  )
  expect(compared.kind).toBe('versions')
  expect(compared.rollForward).toEqual([])
  expect(compared.cells.filter((cell) => !cell.same).map((cell) => cell.id)).toEqual(['t4.review.total'])
  expect(compared.changed).toBe(1)
})

test('across the two formats only what means the same is compared', async () => {
  const trial = await readReport(fixture('reports/yahe-2019.txt'), 'yahe-2019.txt')
  const current = await readReport(fixture('report-2024.json'), 'report-2024.json')
  const cells = new Map(compareReports(trial, current).cells.map((cell) => [cell.id as string, cell]))

  expect(cells.get('t2.regulations.in_force')).toMatchObject({
    before: null,
    comparable: false,
    note: '对外公开总数量不是现行有效件数',
  })
  expect(cells.get('t3.other.total')).toMatchObject({
    before: { value: 0 },
    after: { value: 13 },
    difference: 13,
  })
  expect(cells.get('t3.granted.total')).toMatchObject({
    before: { value: 0 },
    after: { value: 49 },
    comparable: true,
  })
})
