import { describe, expect, it } from 'vitest'
import { shippedMigrations } from './migrate.ts'

/** What some engine that a province may grow into cannot do; each with the sentence that the offender reads. */
const AVOID: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bdo\s+\$/i, 'no PL/pgSQL: write the statements out'],
  [/\blanguage\s+(plpgsql|sql)\b/i, 'no stored functions: compute in the program'],
  [/\bcreate\s+(or\s+replace\s+)?(function|procedure|trigger|rule)\b/i, 'no functions, triggers or rules'],
  [/\binherits\s*\(/i, 'no table inheritance'],
  [/\b(big|small)?serial\b/i, 'no sequences: ids are made by the program, numbers come from counter'],
  [/\bcreate\s+sequence\b|\bnextval\s*\(/i, 'no sequences: ids are made by the program'],
  [
    /\bgenerated\s+(always|by\s+default)\s+as\b/i,
    'no identity and no generated columns: compute in the program',
  ],
  [/\b(gen_random_uuid|uuidv[47]|uuid_generate_\w+)\s*\(/i, 'ids are made by the program (newId)'],
  [/\bpg_(try_)?advisory\w*/i, 'no advisory locks: lock a row'],
  [/\b(listen|notify)\s+\w+\s*;|\bpg_notify\s*\(/i, 'no LISTEN and NOTIFY'],
  [/\bexclude\s+(using|\()/i, 'no exclusion constraints'],
  [/\bdeferrable\b/i, 'no deferrable constraints'],
  [/\busing\s+(gist|spgist|brin|hash)\b/i, 'B-tree, or GIN over one column'],
  [/\busing\s+gin\s*\([^)]*,/i, 'GIN over one column only'],
  [/\bcreate\s+extension\b/i, 'no extensions'],
  [/\bcreate\s+(unlogged|temp|temporary)\b/i, 'plain tables only'],
  [/\bcompression\s+(lz4|pglz)\b/i, 'no compression method: not every server was built with it'],
  [/\bmerge\s+into\b|\bjson_table\s*\(|\bany_value\s*\(/i, 'the feature set of PostgreSQL 15, and plain'],
  [/\bcreate\s+materialized\s+view\b/i, 'no materialised views: keep a table and refresh it by a job'],
  [/\bconcurrently\b/i, 'a migration is one transaction'],
  [/^\s*(begin|commit|rollback)\s*;/im, 'a migration is one transaction, and opens none itself'],
]

/** Small tables that every cell has whole; their keys need no agency. */
const REFERENCE_TABLES = ['holiday_notice']

/** Unique without the agency: `agency` is a reference table, and who signs in has not said of which agency. */
const UNIQUE_EVERYWHERE = ['agency.path', 'agency.slug', 'staff.login', 'staff.identity_index']

const files = shippedMigrations().map(({ name, sql }) => ({ name, sql: withoutComments(sql) }))

describe.each(files)('$name', ({ sql }) => {
  it('uses nothing of the avoid list', () => {
    const found = AVOID.filter(([pattern]) => pattern.test(sql)).map(([, instead]) => instead)
    expect(found).toEqual([])
  })

  it('starts every primary key, unique key and foreign key with the agency', () => {
    const tables = [...sql.matchAll(/create table (?:if not exists )?(\w+) \(([\s\S]*?)\n\)/g)]
    const offenders = tables
      .filter(([, name]) => name !== undefined && !REFERENCE_TABLES.includes(name))
      .filter(([, , body = '']) => !startsWithAgency(body))
      .map(([, name]) => name)
    expect(offenders).toEqual([])
  })

  it('asks for no uniqueness across agencies', () => {
    const tables = [...sql.matchAll(/(?:create table|alter table) (\w+)([^;]*);/g)]
    const columns = tables.flatMap(([, table, body = '']) =>
      [...body.matchAll(/^\s*(?:add column )?(\w+) [^,(]*\bunique\b/gm)].map(
        ([, column]) => `${table}.${column}`,
      ),
    )
    expect(columns.filter((column) => !UNIQUE_EVERYWHERE.includes(column))).toEqual([])
    const keys = [...sql.matchAll(/\bunique (?:index \w+ on \w+ )?\((\w+)/g)].map(([, first]) => first)
    expect(keys.filter((first) => first !== 'agency_id')).toEqual([])
  })

  it('partitions on one level', () => {
    const partitionsOfPartitions = [...sql.matchAll(/partition of \w+[^;]*partition by/g)]
    expect(partitionsOfPartitions).toEqual([])
  })

  it('gives each table that it creates to the running program', () => {
    const created = [...sql.matchAll(/create table (\w+) \(/g)].map(([, name]) => name)
    const granted = sql.match(/grant [^;]* to mingfu_app/g)?.join('\n') ?? ''
    // The first five are one installation; the fifth grants for all of them.
    const offenders = /grant [^;]* on all tables/.test(granted) || isFirstInstallation(sql) ? [] : created
    expect(offenders.filter((name) => !new RegExp(`\\b${name}\\b`).test(granted))).toEqual([])
  })
})

describe('the lint itself', () => {
  it.each([
    ['create table t (agency_id uuid not null, id bigserial, primary key (agency_id, id));', 'no sequences'],
    ['do $$ begin end $$;', 'no PL/pgSQL'],
    ['create index i on t using gin (agency_id, words);', 'GIN over one column only'],
    ['alter table t add constraint c unique (a) deferrable;', 'no deferrable constraints'],
  ])('finds the fault in %s', (sql, words) => {
    const found = AVOID.filter(([pattern]) => pattern.test(sql)).map(([, instead]) => instead)
    expect(found.some((sentence) => sentence.startsWith(words))).toBe(true)
  })
})

function startsWithAgency(body: string): boolean {
  const inline = /^\s*(\w+) uuid primary key/m.exec(body)
  if (inline) return inline[1] === 'agency_id'
  const keys = [...body.matchAll(/(?:primary key|foreign key|unique) \((\w+)/g)].map(([, first]) => first)
  return keys.length > 0 && keys.every((first) => first === 'agency_id')
}

function isFirstInstallation(sql: string): boolean {
  return files.slice(0, 5).some((file) => file.sql === sql)
}

function withoutComments(sql: string): string {
  return sql.replace(/--.*$/gm, '').replace(/^comment on [\s\S]*?';$/gm, '')
}
