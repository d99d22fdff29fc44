// How fast search answers over a large collection: questions of one, two and three words, each with a filter, the best
// twenty with their words marked, beside the bare index probe in the same run: the same words and filter in one
// statement that neither ranks nor counts nor reads a text.
// `node bench/src/search-speed.ts [documents]`, for example 1000000. Past 50,000 the documents are written again under
// other ids and numbers: lists in the index grow as long as they would be, and words need be cut only once.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parsePlainDate } from '@mingfu/law'
import pg from 'pg'
import { readConfig } from '../../server/src/config.ts'
import { openRuntime } from '../../server/src/runtime.ts'
import { commonWords } from '../../server/src/services/search/common-words.ts'
import { type SearchDocuments, searchDocuments } from '../../server/src/services/search/search-documents.ts'
import { readQuery } from '../../server/src/services/search/search-query.ts'
import { cutWords } from '../../server/src/services/search/words.ts'
import { makeDocument, TOPICS } from './search/corpus.ts'
import { fillIndex } from './search/fill-index.ts'

const COUNT = Number(process.argv[2] ?? 100_000)
const EACH = 120
const DISTINCT = 50_000

const home = mkdtempSync(join(tmpdir(), 'mingfu-bench-'))
const runtime = await openRuntime(readConfig({ MINGFU_HOME: home }))
const { host, port, database } = runtime.pool.options
const owner = new pg.Pool({ host, port, database, user: 'mingfu_owner', max: 1 } as pg.PoolConfig)
try {
  const began = performance.now()
  await fillIndex(runtime, documents())
  await multiply(owner, Math.round(COUNT / DISTINCT))
  // As autovacuum leaves it after some minutes: pending lists merged, statistics and visibility known.
  await owner.query('vacuum analyze document')
  await owner.query('vacuum analyze document_search')
  const { rows } = await owner.query(
    `select pg_size_pretty(sum(pg_indexes_size(c.oid))) as size from pg_class c where relname like 'document\\_search\\_%' and relkind = 'r'`,
  )
  const seconds = (performance.now() - began) / 1000
  console.log(
    `${COUNT.toLocaleString('en')} documents written in ${seconds.toFixed(0)} s, indexes ${rows[0]?.size}`,
  )
  const visitor = runtime.contextFor({ kind: 'public', ip: null }, '')
  const common = await commonWords(runtime.db, visitor.now)
  for (const words of [1, 2, 3]) {
    const asked = questions(words)
    // Once unmeasured, for both alike: what is asked for lies in memory, as on a machine that serves.
    for (const input of asked) await searchDocuments(visitor, input)
    const ours = await timesOf(asked, (input) => searchDocuments(visitor, input))
    const bare = await timesOf(asked, (input) => probe(input, readQuery(input.q, common)?.strict ?? ''))
    console.log(
      `${words} word${words > 1 ? 's' : ' '}  Mingfu ${show(ours)}   bare index probe ${show(bare)}   ×${(p(ours, 0.95) / p(bare, 0.95)).toFixed(1)}`,
    )
    if (process.argv.includes('--slow')) for (const line of slowest(asked, ours)) console.log(line)
  }
} finally {
  await owner.end()
  await runtime.close()
  rmSync(home, { recursive: true, force: true })
}

function* documents() {
  for (let id = 0; id < Math.min(COUNT, DISTINCT); id += 1) yield makeDocument(id)
}

/** Every document so many times; the index of words is made when all are there. */
async function multiply(db: pg.Pool, times: number): Promise<void> {
  if (times < 2) return
  await db.query('drop index document_search_words')
  await db.query('create temp table first as select agency_id, document_id from document')
  for (let copy = 1; copy < times; copy += 1) {
    await db.query('begin')
    await db.query(
      `create temp table again on commit drop as select *, gen_random_uuid() as other_id from first`,
    )
    await db.query(
      `insert into document (agency_id, document_id, kind, title, document_number, index_number, issuer, legal_item, written_on,
         attribute, state, content_digest, published_at)
       select agency_id, other_id, kind, title, document_number, index_number || '-${copy}', issuer, legal_item, written_on,
         attribute, state, content_digest, published_at
       from again join document using (agency_id, document_id)`,
    )
    await db.query(
      `insert into document_body (agency_id, document_id, html, plain_text)
       select agency_id, other_id, html, plain_text from again join document_body using (agency_id, document_id)`,
    )
    await db.query(
      `insert into document_search
         (agency_id, year, document_id, published_on, words, dictionary_version, kind, validity)
       select agency_id, year, other_id, published_on, words, dictionary_version, kind, validity
       from again join document_search using (agency_id, document_id)`,
    )
    await db.query('commit')
  }
  await db.query(`set maintenance_work_mem = '512MB'`)
  await db.query('create index document_search_words on document_search using gin (words)')
}

/** Words that stand together in titles of one matter, each time with another filter. */
function questions(count: number): readonly SearchDocuments[] {
  const asked: SearchDocuments[] = []
  for (let round = 0; asked.length < EACH; round += 1) {
    for (const [at, { titles }] of TOPICS.entries()) {
      if (asked.length === EACH) break
      const title = titles[round % titles.length] ?? ''
      const cut = cutWords(title).filter((word) => word.length > 1)
      const words = cut.filter((word) => !cut.some((other) => other !== word && other.includes(word)))
      if (words.length < count) continue
      const first = (round * 7 + at) % (words.length - count + 1)
      asked.push({ q: words.slice(first, first + count).join(' '), ...filter(asked.length) })
    }
    if (round > 20) break
  }
  return asked
}

function filter(at: number): Omit<SearchDocuments, 'q'> {
  const year = 2018 + (at % 6)
  const years = { from: parsePlainDate(`${year}-01-01`), to: parsePlainDate(`${year + 2}-12-31`) }
  if (at % 3 === 0) return years
  return at % 3 === 1 ? { kind: 'normative', validity: 'in-force' } : { ...years, kind: 'normative' }
}

async function probe({ from, to, kind, validity }: SearchDocuments, tsquery: string): Promise<void> {
  await runtime.pool.query({
    text: `select s.document_id from document_search s
      where s.words @@ $1::tsquery and s.year between $2 and $3
      ${kind === undefined ? '' : `and s.kind = '${kind}'`} ${validity === undefined ? '' : `and s.validity = '${validity}'`}
      limit 20`,
    values: [tsquery, Number(from?.slice(0, 4) ?? 0), Number(to?.slice(0, 4) ?? 9999)],
  })
}

async function timesOf(
  asked: readonly SearchDocuments[],
  ask: (input: SearchDocuments) => Promise<unknown>,
): Promise<readonly number[]> {
  const times: number[] = []
  for (const input of asked) {
    const began = performance.now()
    await ask(input)
    times.push(performance.now() - began)
  }
  return times
}

function p(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function show(times: readonly number[]): string {
  return `p50 ${p(times, 0.5).toFixed(1)} p95 ${p(times, 0.95).toFixed(1)} ms`
}

function slowest(asked: readonly SearchDocuments[], times: readonly number[]): readonly string[] {
  return asked
    .map((input, at) => ({ input, time: times[at] ?? 0 }))
    .sort((a, b) => b.time - a.time)
    .slice(0, 8)
    .map(({ input, time }) => `    ${time.toFixed(0)} ms ${JSON.stringify(input)}`)
}
