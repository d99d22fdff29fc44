import { createHash } from 'node:crypto'
import type { PlainDate } from '@mingfu/law'
import { type ScreeningLists, STANDARD_WORDINGS, WORDING_KINDS, type WordingKind } from '@mingfu/screening'
import type { Tx } from '../../db/database.ts'
import { readEntries } from './screening-entry-store.ts'

/** The lists of an agency for texts of a day, and the digest of everything in them: another digest, another look. */
export type DatedLists = Readonly<{ lists: ScreeningLists; digest: string }>

/** 词表和名单 that an agency's content is screened by: the standard words, its own, and what it knows to be public. */
export async function listsOfAgency(tx: Tx, agencyId: string): Promise<(onDay: PlainDate) => DatedLists> {
  const entries = await readEntries(tx, agencyId)
  const words = (kind: string) => entries.filter((entry) => entry.kind === kind).map((entry) => entry.words)
  const own = entries.flatMap(({ kind, words: text, right, from, to }) =>
    kind in WORDING_KINDS ? [{ kind: kind as WordingKind, text, right, from, to }] : [],
  )
  const lists = {
    wordings: [...STANDARD_WORDINGS, ...own],
    allowed: words('allowed'),
    publicNames: [...words('public-document'), ...(await publishedNames(tx, agencyId))],
  }
  const stable = JSON.stringify([lists.wordings, lists.allowed, words('public-document')])
  return (onDay) => ({
    lists: { ...lists, onDay },
    digest: createHash('sha256').update(`${onDay} ${stable}`).digest('hex'),
  })
}

async function publishedNames(tx: Tx, agencyId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('document')
    .select(['title', 'document_number'])
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'published')
    .execute()
  return rows.flatMap(({ title, document_number }) =>
    document_number === null ? [title] : [title, document_number],
  )
}
