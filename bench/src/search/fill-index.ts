import type pg from 'pg'
import { newId } from '../../../server/src/db/new-id.ts'
import type { Runtime } from '../../../server/src/runtime.ts'
import { createAgency } from '../../../server/src/services/agencies/create-agency.ts'
import { nearSpellings, pinyinOf, vocabularyOf } from '../../../server/src/services/search/vocabulary.ts'
import { vectorLiteral } from '../../../server/src/services/search/words.ts'
import type { BenchDocument } from './corpus.ts'

const BATCH = 500

/** Writes documents with their index rows, as the worker would, many at a time. Answers the id of each. */
export async function fillIndex(
  runtime: Runtime,
  documents: Iterable<BenchDocument>,
): Promise<readonly string[]> {
  const system = runtime.contextFor({ kind: 'system', task: 'bench' }, 'all')
  const agencyId = await createAgency(system, {
    slug: 'bench',
    name: '鸭河工区管理委员会',
    shortName: '鸭河工区',
    orgType: 'functional_zone',
    canMakeRegulations: false,
    documentWord: '鸭管公开',
    reconsiderationOrgan: '测试市人民政府',
    court: '测试市中级人民法院',
    parentId: null,
  } as Parameters<typeof createAgency>[1])
  const ids: string[] = []
  const counts = new Map<string, number>()
  let batch: BenchDocument[] = []
  for (const document of documents) {
    batch.push(document)
    for (const word of vocabularyOf([document.title])) counts.set(word, (counts.get(word) ?? 0) + 1)
    if (batch.length === BATCH) {
      ids.push(...(await write(runtime.pool, agencyId, batch)))
      batch = []
    }
  }
  ids.push(...(await write(runtime.pool, agencyId, batch)))
  for (const [word, documents_] of counts) {
    await runtime.pool.query('insert into search_word values ($1, $2, $3, $4, $5)', [
      agencyId,
      word,
      pinyinOf(word),
      [...nearSpellings(word)],
      documents_,
    ])
  }
  return ids
}

async function write(pool: pg.Pool, agencyId: string, batch: readonly BenchDocument[]): Promise<string[]> {
  if (batch.length === 0) return []
  const ids = batch.map(() => newId())
  const column = (of: (document: BenchDocument) => unknown) => batch.map(of)
  await pool.query(
    `insert into document (agency_id, document_id, kind, title, document_number, index_number, issuer, legal_item, written_on,
       attribute, state, content_digest, published_at)
     select $1, d.id, 'normative', d.title, d.number, d.index_number, '测试区管理委员会', 'A20_01', d.day::date, 'proactive', 'published', '',
       (d.day || ' 09:00+08')::timestamptz
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) as d (id, title, number, index_number, day)`,
    [
      agencyId,
      ids,
      column(({ title }) => title),
      column(({ number }) => number),
      column(({ indexNumber }) => indexNumber),
      column(({ publishedOn }) => publishedOn),
    ],
  )
  await pool.query(
    `insert into document_body (agency_id, document_id, html, plain_text)
     select $1, d.id, '', d.text from unnest($2::uuid[], $3::text[]) as d (id, text)`,
    [agencyId, ids, column(({ text }) => text)],
  )
  await pool.query(
    `insert into document_search (agency_id, year, document_id, published_on, words, dictionary_version, kind, validity)
     select $1, extract(year from d.day::date)::int, d.id, d.day::date, d.vector::tsvector, 2, 'normative', 'in-force'
     from unnest($2::uuid[], $3::text[], $4::text[]) as d (id, day, vector)`,
    [
      agencyId,
      ids,
      column(({ publishedOn }) => publishedOn),
      column(({ title, number, indexNumber, text }) =>
        vectorLiteral({ heading: [title, number, indexNumber], body: text, attachments: [] }),
      ),
    ],
  )
  return ids
}
