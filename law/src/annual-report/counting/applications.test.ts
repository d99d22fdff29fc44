import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OUTCOME_CODES } from '../../decision/outcome-code.ts'
import { fromDayNumber, parsePlainDate } from '../../plain-date.ts'
import { APPLICANT_CLASSES, type ApplicantClass } from '../../request/applicant.ts'
import { REPORT_FORMATS } from '../report-format.ts'
import { checkTables } from '../rules/check-tables.ts'
import { cellOf } from '../rules/read-cell.ts'
import type { ReadCells } from '../rules/report-facts.ts'
import { T3_APPLICANT_COLUMNS } from '../table-three.ts'
import { type ApplicationFact, countApplications } from './applications.ts'
import { countDisputes, type DisputeFact } from './disputes.ts'

const on = parsePlainDate

function application(
  id: string,
  received: string,
  concluded: string | null,
  outcome: ApplicationFact['outcome'],
) {
  return {
    id,
    applicantClass: 'natural-person' as const,
    receivedOn: on(received),
    concludedOn: concluded === null ? null : on(concluded),
    outcome,
  }
}

describe('which year, which row (CR-01 to CR-03)', () => {
  // biome-ignore format: a table
  const CASES = [
    // case                                          received      concluded     outcome                 rows in 2024
    ['received and answered in the year',            '2024-03-01', '2024-03-28', 'grant-provided',       ['new_received', 'granted', 'results_total']],
    ['received on 1 January',                        '2024-01-01', '2024-12-31', 'unable-other-agency',  ['new_received', 'unable.not_held', 'results_total']],
    ['received on 31 December, answered in January', '2024-12-31', '2025-01-20', 'grant-provided',       ['new_received', 'carried_out']],
    ['open, however overdue',                        '2022-05-05', null,         null,                   ['carried_in', 'carried_out']],
    ['carried in and answered',                      '2023-12-25', '2024-01-05', 'partial',              ['carried_in', 'partially_granted', 'results_total']],
    ['answered the year before',                     '2023-03-01', '2023-03-20', 'partial',              []],
    ['received the year after',                      '2025-01-01', '2025-01-02', 'grant-provided',       []],
    ['a result without a day is open',               '2024-03-01', null,         'grant-provided',       ['new_received', 'carried_out']],
    ['a day without a result is open',               '2024-03-01', '2024-03-20', null,                   ['new_received', 'carried_out']],
    ['a day before receipt counts from receipt',     '2024-03-01', '2023-03-20', 'grant-provided',       ['new_received', 'granted', 'results_total']],
    ['already public is 予以公开 (CR-11)',            '2024-03-01', '2024-03-02', 'grant-already-public', ['new_received', 'granted', 'results_total']],
    ['withdrawn is 3.其他 (CR-04)',                   '2024-03-01', '2024-03-02', 'other-misc',           ['new_received', 'other.misc', 'results_total']],
  ] as const
  test.each(CASES)('%s', (_case, received, concluded, outcome, rows) => {
    const { members } = countApplications([application('A1', received, concluded, outcome)], 2024, '2021')
    const standing = Object.entries(members).filter(
      ([id, cases]) => id.endsWith('.natural_person') && cases.length > 0,
    )
    expect(standing.map(([id]) => id)).toEqual(rows.map((row) => `t3.${row}.natural_person`))
  })

  test('the three outcomes of 其他处理 fold into the one row of the trial format', () => {
    const facts = (['other-no-correction', 'other-fee-unpaid', 'other-misc'] as const).map((outcome, index) =>
      application(`A${index}`, '2020-03-01', '2020-04-01', outcome),
    )
    const { cells, members } = countApplications(facts, 2020, '2019')
    expect(cells['t3.other.total']).toBe(3)
    expect(members['t3.other.natural_person']).toEqual(['A0', 'A1', 'A2'])
    expect(cells['t3.other.misc.total']).toBeUndefined()
  })
})

const CLASSES = Object.keys(APPLICANT_CLASSES) as ApplicantClass[]
const DAY = fc.integer({ min: 18_628, max: 20_453 }).map(fromDayNumber) // 2021-01-01 … 2025-12-31
const APPLICATIONS = fc
  .array(
    fc.record({
      applicantClass: fc.constantFrom(...CLASSES),
      receivedOn: DAY,
      concludedOn: fc.option(DAY),
      outcome: fc.option(fc.constantFrom(...OUTCOME_CODES)),
    }),
    { maxLength: 60 },
  )
  .map((facts): ApplicationFact[] => facts.map((fact, index) => ({ id: `A${index}`, ...fact })))
const DISPUTES = fc
  .array(
    fc.record({
      block: fc.constantFrom(
        'review' as const,
        'litigation_direct' as const,
        'litigation_after_review' as const,
      ),
      filedOn: DAY,
      concludedOn: fc.option(DAY),
      outcome: fc.option(fc.constantFrom('upheld' as const, 'corrected' as const, 'other' as const)),
      role: fc.constantFrom('original' as const, 'co-defendant-reviewer' as const),
    }),
    { maxLength: 40 },
  )
  .map((facts): DisputeFact[] => facts.map((fact, index) => ({ id: `D${index}`, ...fact })))
const YEAR = fc.integer({ min: 2021, max: 2025 })
const FORMAT = fc.constantFrom('2019' as const, '2021' as const)

function read(cells: Readonly<Record<string, number | undefined>>): ReadCells {
  return Object.fromEntries(Object.entries(cells).map(([id, value]) => [id, cellOf(value ?? 0, id)]))
}

describe('any cases tie out', () => {
  test('AR-24, AR-25, AR-26 and AR-36 hold whatever the facts', () => {
    fc.assert(
      fc.property(APPLICATIONS, DISPUTES, YEAR, FORMAT, (applications, disputes, year, format) => {
        const cells = {
          ...read(countApplications(applications, year, format).cells),
          ...read(countDisputes(disputes, year).cells),
        }
        const { findings } = checkTables({ format, reportYear: year, cells, canMakeRegulations: false })
        const rules = findings
          .map(({ rule }) => rule)
          .filter((rule) => rule !== 'AR-13' && rule !== 'AR-37' && rule !== 'AR-38')
        expect(rules).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('each case stands in one entry row, one leaving row and one applicant column', () => {
    fc.assert(
      fc.property(APPLICATIONS, YEAR, FORMAT, (applications, year, format) => {
        const { members } = countApplications(applications, year, format)
        const results = REPORT_FORMATS[format].t3.rows
          .filter(({ role }) => role === 'result')
          .map(({ id }) => id)
        const places = (id: string, rows: readonly string[]) =>
          rows.flatMap((row) =>
            T3_APPLICANT_COLUMNS.filter((column) =>
              Object.entries(members).some(
                ([cell, cases]) => cell === `t3.${row}.${column}` && cases.includes(id),
              ),
            ),
          )
        for (const { id } of applications) {
          const entries = places(id, ['new_received', 'carried_in'])
          const exits = places(id, [...results, 'carried_out'])
          expect(entries.length).toBeLessThanOrEqual(1)
          expect(exits).toEqual(entries)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('what one year carries out the next year carries in, column by column', () => {
    fc.assert(
      fc.property(APPLICATIONS, fc.integer({ min: 2021, max: 2024 }), (applications, year) => {
        const closing = countApplications(applications, year, '2021').members
        const opening = countApplications(applications, year + 1, '2021').members
        for (const column of [...T3_APPLICANT_COLUMNS, 'total'] as const) {
          expect(opening[`t3.carried_in.${column}`]).toEqual(closing[`t3.carried_out.${column}`])
        }
      }),
      { numRuns: 60 },
    )
  })

  test('every figure opens to as many cases', () => {
    fc.assert(
      fc.property(APPLICATIONS, YEAR, FORMAT, (applications, year, format) => {
        const { cells, members } = countApplications(applications, year, format)
        for (const [id, count] of Object.entries(cells)) {
          expect(Object.entries(members).find(([cell]) => cell === id)?.[1]).toHaveLength(count)
        }
      }),
      { numRuns: 20 },
    )
  })
})
