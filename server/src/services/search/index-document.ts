import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { readAttachmentTexts } from './attachment-texts.ts'
import { addWords, removeWords, vocabularyOf } from './vocabulary.ts'
import { DICTIONARY_VERSION, vectorLiteral } from './words.ts'

type Which = Readonly<{ agencyId: string; documentId: string }>

/**
 * 编入检索: writes the words of a published document and its attachments to the index, and takes out one that is public
 * no longer.
 */
export async function indexDocument(ctx: Context, which: Which): Promise<void> {
  const { agencyId, documentId } = which
  // Before the transaction: reading a file takes long, and what was read once is kept.
  await readAttachmentTexts(ctx, which)
  await tx(ctx, async (t) => {
    // Locked, so that a withdrawal that comes meanwhile queues its own work after ours has ended.
    const document = await t
      .selectFrom('document')
      .select(['title', 'document_number', 'index_number', 'keywords'])
      .select(['kind', 'validity', 'validity_changed_on', 'expires_on'])
      .select(['state', 'published_at', 'withdrawn_at'])
      .where('agency_id', '=', agencyId)
      .where('document_id', '=', documentId)
      .forShare()
      .executeTakeFirst()
    const before = await t
      .deleteFrom('document_search')
      .where('agency_id', '=', agencyId)
      .where('document_id', '=', documentId)
      .returning('title_words')
      .executeTakeFirst()
    await removeWords(t, agencyId, before?.title_words ?? [])
    if (document?.state !== 'published' || document.published_at === null || document.withdrawn_at !== null)
      return
    const heading = [document.title, document.document_number, document.index_number, ...document.keywords]
    const words = vocabularyOf([document.title, ...document.keywords])
    const vector = vectorLiteral({
      heading: heading.filter((line) => line !== null),
      ...(await textsOf(t, which)),
    })
    await sql`
      insert into document_search
        (agency_id, year, document_id, published_on, words, dictionary_version, title_words,
         kind, validity, validity_changed_on, expires_on)
      select ${agencyId}, extract(year from published_on)::int, ${documentId}, published_on,
             ${vector}::tsvector, ${DICTIONARY_VERSION}, ${[...words]}::text[],
             ${document.kind}, ${document.validity}, ${document.validity_changed_on}::date, ${document.expires_on}::date
      from (select (${document.published_at}::timestamptz at time zone 'Asia/Shanghai')::date as published_on) as day
    `.execute(t)
    await addWords(t, agencyId, words)
  })
}

async function textsOf(t: Tx, { agencyId, documentId }: Which) {
  const body = await t
    .selectFrom('document_body')
    .select('plain_text')
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  const files = await t
    .selectFrom('document_file')
    .leftJoin('file_text', (join) =>
      join
        .onRef('file_text.agency_id', '=', 'document_file.agency_id')
        .onRef('file_text.file_id', '=', 'document_file.file_id'),
    )
    .select(['document_file.title', 'file_text.plain_text'])
    .where('document_file.agency_id', '=', agencyId)
    .where('document_file.document_id', '=', documentId)
    .orderBy('document_file.sort_order')
    .execute()
  return {
    body: body?.plain_text ?? '',
    attachments: files.flatMap(({ title, plain_text }) => [title, plain_text ?? '']),
  }
}
