import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../plain-date.ts'
import {
  BRIEFING_ACTS,
  BRIEFING_STATES,
  type BriefingAct,
  type BriefingState,
  briefingMove,
} from './briefing-item.ts'
import { briefLength, depthMarks } from './quality.ts'
import { rankUnits } from './ranking.ts'
import { type ScoreEntry, scoreTableFault, USUAL_SCORES } from './score-table.ts'

const day = parsePlainDate

describe('every act is decided in every state', () => {
  // biome-ignore format: a table
  const MOVES: Readonly<Record<BriefingState, Partial<Record<BriefingAct, BriefingState>>>> = {
    draft:         { write: 'draft', submit: 'submitted' },
    submitted:     { edit: 'editing', return: 'returned', adopt: 'adopted', decline: 'not-adopted' },
    editing:       { edit: 'editing', return: 'returned', adopt: 'adopted', decline: 'not-adopted' },
    returned:      { write: 'returned', submit: 'submitted' },
    adopted:       { edit: 'adopted', adopt: 'adopted' },
    'not-adopted': { adopt: 'adopted' },
  }
  test.each(Object.keys(BRIEFING_STATES) as BriefingState[])('from %s', (state) => {
    const allowed = (Object.keys(BRIEFING_ACTS) as BriefingAct[]).flatMap((act) => {
      const to = briefingMove(state, act)
      return to === null ? [] : [[act, to]]
    })
    expect(Object.fromEntries(allowed)).toEqual(MOVES[state])
  })
})

describe('分值表', () => {
  const entry = (change: Partial<ScoreEntry>): ScoreEntry => ({
    code: 'own',
    kind: 'adoption',
    level: 'own',
    label: '本级采用',
    points: 5,
    ...change,
  })
  const base = { itemsAMonth: 2, points: 10 }
  // biome-ignore format: a table
  const TABLES: readonly (readonly [string, readonly ScoreEntry[], string | null])[] = [
    ['the usual one',              USUAL_SCORES.entries,                                             null],
    ['nothing adopted',            [entry({ kind: 'instruction' })],                                 '分值表至少要有一种采用'],
    ['two of one code',            [entry({}), entry({ label: '又一种' })],                          '每一项的代码应当填写，不得重复'],
    ['one without a name',         [entry({ label: ' ' })],                                          '每一项的名称应当填写'],
    ['an adoption for nothing',    [entry({ points: 0 })],                                           '“本级采用”的分值应当大于0'],
    ['a deduction that gives',     [entry({}), entry({ code: 'late', kind: 'deduction', label: '迟报', points: 3 })], '“迟报”的分值应当小于0'],
  ]
  test.each(TABLES)('%s', (_case, entries, fault) => {
    expect(scoreTableFault({ entries, base })).toBe(fault)
  })
})

test('units are ranked by points of the period, with base points for every month with enough items', () => {
  const submitted = [
    ...['2026-01-05', '2026-01-20', '2026-02-03'].map((on) => ({ unitId: '财政局', submittedOn: day(on) })),
    ...['2026-01-10', '2026-01-11'].map((on) => ({ unitId: '社会事务局', submittedOn: day(on) })),
    { unitId: '财政局', submittedOn: day('2026-03-01') },
  ]
  const credits = [
    { unitId: '财政局', on: day('2026-01-25'), kind: 'adoption', points: 10 },
    { unitId: '财政局', on: day('2026-02-10'), kind: 'deduction', points: -10 },
    { unitId: '社会事务局', on: day('2026-02-28'), kind: 'adoption', points: 20 },
    { unitId: '社会事务局', on: day('2026-02-28'), kind: 'instruction', points: 50 },
    { unitId: '社会事务局', on: day('2026-03-01'), kind: 'adoption', points: 80 },
  ] as const
  const units = ['财政局', '社会事务局', '生态环境局', '审计局']
  const table = { ...USUAL_SCORES, base: { itemsAMonth: 2, points: 10 } }
  // January and February: 财政局 10 base + 10 − 10; 社会事务局 10 base + 70; the others nothing.
  const ranked = rankUnits(units, ['2026-01', '2026-02'], { submitted, credits }, table)
  expect(
    ranked.map(
      ({ unitId, rank, submitted: handedIn, adopted, instructions, basePoints, deductions, total }) => [
        unitId,
        rank,
        handedIn,
        adopted,
        instructions,
        basePoints,
        deductions,
        total,
      ],
    ),
  ).toEqual([
    ['社会事务局', 1, 2, 1, 1, 10, 0, 80],
    ['财政局', 2, 3, 1, 0, 10, -10, 10],
    ['生态环境局', 3, 0, 0, 0, 0, 0, 0],
    ['审计局', 3, 0, 0, 0, 0, 0, 0],
  ])
})

test('深 and 精 are facts about the words', () => {
  expect(depthMarks('清洁取暖补贴审核环节偏多，主要是村镇两级重复公示。建议合并。')).toEqual({
    problem: false,
    cause: true,
    advice: true,
  })
  expect(depthMarks('区召开工作会议。')).toEqual({ problem: false, cause: false, advice: false })
  expect(briefLength('发放 253 万元。\n')).toBe(8)
})
