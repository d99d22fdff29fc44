import { expect, test } from 'vitest'
import { readReport } from './read-report.ts'
import { chooser } from './testing/chooser.ts'
import {
  type DamagedReport,
  damagedFile,
  damagedReport,
  isKnowable,
  wrongCellsOf,
} from './testing/damaged-report.ts'
import { LAYOUTS } from './testing/layouts.ts'
import { figuresThatTie, print } from './testing/printed-report.ts'

// Fixed, so that the same commit always has the same answer; `npm run fuzz` hunts with seeds of its own.
const SEED = 20190515
const CASES = 300

test('a damaged or cut report may leave cells unread, but never gives a wrong one', async () => {
  for (let seed = SEED; seed < SEED + CASES; seed++) {
    const one = damagedReport(seed)
    if (isKnowable(one)) expect([one, await wrongCellsOf(one)]).toEqual([one, []])
  }
})

test('nor does a damaged Word file or workbook, and a PDF', async () => {
  const one = (seed: number) => ({ ...damagedFile(seed), ...(seed === SEED ? { layout: 'PDF' } : {}) })
  for (let seed = SEED; seed < SEED + 60; seed++) {
    const file = one(seed)
    if (isKnowable(file)) expect([file, await wrongCellsOf(file)]).toEqual([file, []])
  }
})

/** What the hunt has caught. */
const CAUGHT: Readonly<Record<string, DamagedReport>> = {
  'a cut row behind the blanks of a span, its first figures in the last columns': {
    seed: 0,
    format: '2019',
    layout: 'tabs, spans dropped in front',
    damages: [],
    share: 0.3729619565217392,
  },
  'the same, cut right behind a tab': {
    seed: 1519,
    format: '2021',
    layout: 'tabs, spans dropped in front',
    damages: [],
    share: 0.294,
  },
  'a lost cell behind the blanks of a span, under a head with notes': {
    seed: 105_663,
    format: '2021',
    layout: 'web page, spans filled with blanks',
    damages: ['cells lost all over', 'two rows exchanged', 'notes in labels'],
  },
  'a lost cell among blanks, under a whole head': {
    seed: 524401,
    format: '2021',
    layout: 'web page, spans filled with blanks',
    damages: ['blanks here and there', 'a cell lost'],
  },
  'figures of a nameless row run on from the row above': {
    seed: 533923,
    format: '2021',
    layout: 'a field a line, blanks lost',
    damages: ['three rows lost', 'a label lost', 'zeros left out'],
  },
  'blank lines miscounted where cells were lost': {
    seed: 708806,
    format: '2021',
    layout: 'a field a line, empty line behind every one',
    damages: ['cells lost all over', 'zeros left out', 'clause lines lost'],
  },
  'blank cells parted like filled ones, taken for two blanks each': {
    seed: 721895,
    format: '2019',
    layout: 'a field a line, empty line behind every one',
    damages: ['blanks here and there', 'full-width digits', 'cells lost all over'],
  },
  'a cut row whose blanks are empty lines': {
    seed: 4167,
    format: '2021',
    layout: 'a field a line, empty line behind every one',
    damages: ['zeros left out', 'notes in labels', 'clause lines lost'],
    share: 0.345,
  },
  'a row printed twice, once with a lost figure': {
    seed: 327868,
    format: '2021',
    layout: 'web page, every field a paragraph',
    damages: ['a row printed twice', 'a misprinted label', 'cells lost all over'],
  },
  'exchanged heads on one line, with notes and spaces between and inside them': {
    seed: 41_001_881,
    format: '2019',
    layout: 'spaces',
    damages: ['columns exchanged under their heads', 'notes in labels', 'spaces inside labels'],
  },
  'figures of a nameless 总计 run on behind a row that has none of its own': {
    seed: 54875,
    format: '2021',
    layout: 'a field a line, blanks lost',
    damages: ['a label lost', 'zeros left out'],
  },
  'two rows run together, of one length with their neighbour': {
    seed: 2_008_670,
    format: '2019',
    layout: 'a field a line, empty line behind filled ones',
    damages: ['only totals filled', 'a label lost'],
  },
  'a blank of one printing that leaves no trace, a figure in the other': {
    seed: 1977,
    format: '2019',
    layout: 'columns held apart by spaces',
    damages: ['a table printed twice', 'other numbering', 'blanks here and there'],
  },
  'exchanged heads with notes, in fields of which only the number is known': {
    seed: 1003,
    format: '2021',
    layout: 'tabs, ragged',
    damages: ['notes in labels', 'two classes of organisations exchanged'],
  },
  'a column left out, its room filled with the blank of a span': {
    seed: 1009,
    format: '2021',
    layout: 'Markdown table',
    damages: ['subtotals of groups', 'a cell lost', 'a column of table three lost'],
  },
  'a subtotal of organisations before a blank total, without a head': {
    seed: 1060,
    format: '2019',
    layout: 'old workbook',
    damages: ['a subtotal of organisations', 'cells lost all over', 'head of table three lost'],
  },
  '其他 of 法人或其他组织, broken over lines, taken for the column': {
    seed: 700_117,
    format: '2019',
    layout: 'Markdown table',
    damages: ['notes in labels', 'two rows exchanged', 'labels broken over lines'],
  },
  'the blank of a span and a lost cell in a row with a subtotal': {
    seed: 700_373,
    format: '2021',
    layout: 'tabs, spans dropped in front',
    damages: ['other numbering', 'cells lost all over', 'a subtotal of organisations'],
  },
  'a column left out, under a head that the first known row does not follow at once': {
    seed: 20_263_896,
    format: '2019',
    layout: 'web page, tables drawn with boxes',
    damages: ['a table printed twice', 'two rows exchanged', 'a column of table three lost'],
  },
  'words that stand for figures': {
    seed: 1015,
    format: '2021',
    layout: 'Markdown table',
    damages: ['columns exchanged under their heads', 'words for zeros'],
  },
  'table four printed twice, whole and with cells lost': {
    seed: 20_081_306,
    format: '2019',
    layout: 'web page',
    damages: ['a table printed twice', 'cells lost all over'],
  },
  'a row that lost a cell under a head with a subtotal, in a table of uneven rows': {
    seed: 20_212_317,
    format: '2019',
    layout: 'web page',
    damages: ['a subtotal of organisations', 'a cell lost', 'group name and label in one field'],
  },
  'a later head that names the columns in another order': {
    seed: 19_543_721,
    format: '2021',
    layout: 'a field a line, bar on the next',
    damages: ['head repeated', 'two classes of organisations exchanged', 'page marks in tables'],
  },
  'a page cut inside a cell': { seed: 685, format: '2021', layout: 'web page', damages: [], share: 0.328 },
}

test.each(Object.entries(CAUGHT))('caught: %s', async (_case, one) => {
  expect(await wrongCellsOf(one)).toEqual([])
})

test.each(Object.keys(LAYOUTS))('an undamaged report comes through whole: %s', async (layout) => {
  for (const format of ['2019', '2021'] as const) {
    const figures = figuresThatTie(format, chooser(20_240_131))
    const printed = print(format, format === '2019' ? 2020 : 2024, figures)
    const { name, text } = (LAYOUTS[layout] as (typeof LAYOUTS)[string])(printed, chooser(1))
    const read = await readReport(new TextEncoder().encode(text), name)
    const values = Object.fromEntries(Object.entries(read.cells).map(([id, cell]) => [id, cell.value]))
    expect(values).toEqual(figures)
    expect(read.unread).toEqual([])
  }
})

test('a row whose label was lost is found between its neighbours when the total bears it out', async () => {
  const choose = chooser(7)
  const figures = figuresThatTie('2021', choose)
  const printed = print('2021', 2024, figures)
  const row = printed.rows.find((one) => one.id === 'not_handled.repeat')
  if (row !== undefined) row.labels = []
  const { name, text } = (LAYOUTS['bars on both sides'] as (typeof LAYOUTS)[string])(printed, choose)
  const read = await readReport(new TextEncoder().encode(text), name)
  expect(read.cells['t3.not_handled.repeat.total']?.value).toBe(figures['t3.not_handled.repeat.total'])
  expect(read.cells['t3.not_handled.repeat.total']?.matchedBy).toBe('order')
})
