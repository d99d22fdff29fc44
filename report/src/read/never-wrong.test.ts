import { expect, test } from 'vitest'
import { readReport } from './read-report.ts'
import { chooser } from './testing/chooser.ts'
import { type DamagedReport, damagedReport, isKnowable, wrongCellsOf } from './testing/damaged-report.ts'
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
