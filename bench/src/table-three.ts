// A year with a million cases counted into table three: one pass of the law beside the same grouping in PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  APPLICANT_CLASSES,
  type ApplicantClass,
  type ApplicationFact,
  countApplications,
  dayNumber,
  fromDayNumber,
  OUTCOME_CODES,
  type OutcomeCode,
  type PlainDate,
  plainDate,
  rowOfOutcome,
  type T3CellId,
  t3Cell,
} from '@mingfu/law'
import { startEmbeddedPostgres } from '@mingfu/server/embedded-postgres'
import pg from 'pg'

const CASES = 1_000_000
const YEAR = 2024
const FIRST = dayNumber(plainDate(YEAR - 1, 10, 1))
const CLASSES = Object.keys(APPLICANT_CLASSES) as ApplicantClass[]

const cases = Array.from({ length: CASES }, (_, index) => aCase(index))
const counted = countApplications(cases, YEAR, '2021')
const onePass = await best(async () => countApplications(cases, YEAR, '2021'))
console.log(`${CASES.toLocaleString('en')} cases, one pass of the law       ${seconds(onePass)}`)

const home = mkdtempSync(join(tmpdir(), 'mingfu-bench-'))
const server = await startEmbeddedPostgres(home, { settings: { shared_buffers: '256MB' } })
try {
  const client = new pg.Client(server.connection)
  await client.connect()
  await fill(client)
  const counts = await group(client, 'count(*)::int as n')
  // The law keeps which cases stand behind each figure; so does this one.
  const withCases = await group(client, 'count(*)::int as n, array_agg(id) as ids')
  await client.end()
  console.log(`grouped by PostgreSQL, figures only       ${seconds(counts.milliseconds)}`)
  console.log(`grouped by PostgreSQL, with their cases   ${seconds(withCases.milliseconds)}`)
  console.log(`ratio to the latter                       ${(withCases.milliseconds / onePass).toFixed(1)}`)
  compare(counts.grouped)
} finally {
  await server.stop()
  rmSync(home, { recursive: true, force: true })
}

/** Received from October of the year before to the end of the year, open or concluded after up to two months. */
function aCase(index: number): ApplicationFact {
  const received = FIRST + ((index * 7919) % 457)
  const concluded = index % 11 === 0 ? null : received + ((index * 31) % 61)
  return {
    id: String(index),
    applicantClass: CLASSES[index % CLASSES.length] ?? 'natural-person',
    receivedOn: fromDayNumber(received),
    concludedOn: concluded === null ? null : fromDayNumber(concluded),
    outcome: concluded === null ? null : (OUTCOME_CODES[index % OUTCOME_CODES.length] ?? null),
  }
}

async function fill(client: pg.Client): Promise<void> {
  await client.query(`create temp table application (
    id text not null, applicant_class text not null, received_on date not null, concluded_on date, outcome text)`)
  const step = 50_000
  for (let at = 0; at < CASES; at += step) {
    const some = cases.slice(at, at + step)
    const column = (value: (fact: ApplicationFact) => string | null) => some.map(value)
    await client.query(
      'insert into application select * from unnest($1::text[], $2::text[], $3::date[], $4::date[], $5::text[])',
      [
        column(({ id }) => id),
        column(({ applicantClass }) => applicantClass),
        column(({ receivedOn }) => receivedOn),
        column(({ concludedOn }) => concludedOn),
        column(({ outcome }) => outcome),
      ],
    )
  }
  await client.query('analyze application')
}

type Group = Readonly<{
  applicant_class: ApplicantClass
  is_new: boolean
  outcome: OutcomeCode | null
  n: number
}>

async function group(
  client: pg.Client,
  what: string,
): Promise<{ grouped: readonly Group[]; milliseconds: number }> {
  const query = `
    select applicant_class, received_on >= $1 as is_new,
           case when concluded_on <= $2 then outcome end as outcome, ${what}
    from application
    where received_on <= $2 and (concluded_on is null or concluded_on >= $1)
    group by 1, 2, 3`
  const days: [PlainDate, PlainDate] = [plainDate(YEAR, 1, 1), plainDate(YEAR, 12, 31)]
  const { rows } = await client.query<Group>(query, days)
  const milliseconds = await best(() => client.query<Group>(query, days))
  return { grouped: rows, milliseconds }
}

/** The best of three, after a first that warmed up: what else runs on the machine only ever adds. */
async function best(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let time = 0; time < 3; time++) {
    const began = performance.now()
    await work()
    least = Math.min(least, performance.now() - began)
  }
  return least
}

/** The groups of the database as cells of the table; the two have to agree on every one. */
function compare(grouped: readonly Group[]): void {
  const cells = new Map<T3CellId, number>()
  const add = (cell: T3CellId, n: number) => cells.set(cell, (cells.get(cell) ?? 0) + n)
  for (const { applicant_class, is_new, outcome, n } of grouped) {
    const { column } = APPLICANT_CLASSES[applicant_class]
    const exit =
      outcome === null
        ? (['carried_out'] as const)
        : ([rowOfOutcome(outcome, '2021'), 'results_total'] as const)
    for (const row of [is_new ? 'new_received' : 'carried_in', ...exit] as const) {
      add(t3Cell(row, column), n)
      add(t3Cell(row, 'total'), n)
    }
  }
  for (const [cell, figure] of Object.entries(counted.cells)) {
    const other = cells.get(cell as T3CellId) ?? 0
    if (other !== figure) throw new Error(`the two disagree on ${cell}: ${figure} and ${other}`)
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
