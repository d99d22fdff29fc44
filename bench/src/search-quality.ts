// How well search finds: judged questions over documents of one's own making, beside plain LIKE and beside trigrams in
// the same run. Some of the questions showed where the table of synonyms was thin; the figures are of the table since
// then. `node bench/src/search-quality.ts [documents] [--misses]`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readConfig } from '../../server/src/config.ts'
import { openRuntime } from '../../server/src/runtime.ts'
import { correctQuery } from '../../server/src/services/search/correct-query.ts'
import { searchDocuments } from '../../server/src/services/search/search-documents.ts'
import { makeCorpus } from './search/corpus.ts'
import { fillIndex } from './search/fill-index.ts'
import { judgedQueries } from './search/judged-queries.ts'
import { mean, ndcgAt10, recallAt100 } from './search/measures.ts'
import { TrigramIndex } from './search/trigram-index.ts'

const COUNT = Number(process.argv[2] ?? 6048)
const showsMisses = process.argv.includes('--misses')
const DEEP = 100

const home = mkdtempSync(join(tmpdir(), 'mingfu-bench-'))
const runtime = await openRuntime(readConfig({ MINGFU_HOME: home }))
const { host, port, database } = runtime.pool.options
const owner = new pg.Pool({ host, port, database, user: 'mingfu_owner', max: 1 } as pg.PoolConfig)
try {
  const documents = makeCorpus(COUNT)
  const ids = await fillIndex(runtime, documents)
  const byId = new Map(ids.map((id, at) => [id, documents[at]]))
  await owner.query('analyze')
  const trigrams = new TrigramIndex(documents, ids)
  const visitor = runtime.contextFor({ kind: 'public', ip: null }, '')

  async function ours(q: string): Promise<readonly string[]> {
    const first = await searchDocuments(visitor, { q })
    const proposed =
      first === undefined || first.count === 0 || first.relaxed
        ? await correctQuery(visitor, q, async (other) => {
            const found = await searchDocuments(visitor, { q: other })
            return found !== undefined && found.count > 0 && !found.relaxed
          })
        : undefined
    // A reader takes the proposal; the figure for what was typed stands beside it.
    return deep(proposed ?? q)
  }

  async function deep(q: string): Promise<readonly string[]> {
    const found: string[] = []
    for (let page = 1; page <= DEEP / 20; page += 1) {
      const result = await searchDocuments(visitor, { q, page })
      found.push(...(result?.items ?? []).map(({ documentId }) => documentId))
      if ((result?.pages ?? 0) <= page) break
    }
    return found
  }

  const searchers = {
    'Mingfu, taking its proposals': ours,
    'Mingfu, as typed': deep,
    'plain LIKE, newest first': like,
    'trigrams, as pg_trgm has them': (q: string) => Promise.resolve(trigrams.search(q, DEEP)),
  }
  const queries = judgedQueries(documents)
  console.log(`${queries.length} judged questions over ${documents.length.toLocaleString('en')} documents`)
  const kinds = [...new Set(queries.map(({ kind }) => kind))]
  for (const [name, search] of Object.entries(searchers)) {
    const rows: { kind: string; ndcg: number; recall: number }[] = []
    for (const { kind, q, grade } of queries) {
      const found = await search(q)
      const grades = found.map((id) => {
        const document = byId.get(id)
        return document === undefined ? 0 : grade(document)
      })
      const ideal = documents.map(grade)
      const wanted = ideal.filter((each) => each === 2).length
      const ndcg = ndcgAt10(grades, ideal)
      rows.push({ kind, ndcg, recall: recallAt100(grades, wanted) })
      if (showsMisses && name.endsWith('proposals') && ndcg < 0.8) {
        console.log(
          `  ${ndcg.toFixed(2)} ${q} → ${found
            .slice(0, 3)
            .map((id) => byId.get(id)?.title)
            .join(' / ')}`,
        )
      }
    }
    const figures = (some: typeof rows) =>
      `nDCG@10 ${mean(some.map(({ ndcg }) => ndcg)).toFixed(3)}  recall@100 ${mean(some.map(({ recall }) => recall)).toFixed(3)}`
    console.log(`${name.padEnd(30)} ${figures(rows)}`)
    for (const kind of kinds) {
      console.log(`  ${kind.padEnd(28)} ${figures(rows.filter((row) => row.kind === kind))}`)
    }
  }
} finally {
  await owner.end()
  await runtime.close()
  rmSync(home, { recursive: true, force: true })
}

/** What a program without an index of words does: every word somewhere in title, number or text, newest first. */
async function like(q: string): Promise<readonly string[]> {
  const words = q.split(/\s+/).filter((word) => word !== '')
  const { rows } = await owner.query<{ document_id: string }>(
    `select d.document_id from document d join document_body b using (agency_id, document_id)
     where ${words.map((_, at) => `concat_ws(' ', d.title, d.document_number, d.index_number, b.plain_text) like $${at + 1}`).join(' and ')}
     order by d.published_at desc limit ${DEEP}`,
    words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`),
  )
  return rows.map(({ document_id }) => document_id)
}
