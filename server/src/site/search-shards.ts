import { dayOf } from '../portal/moment.ts'
import type { SiteText } from '../services/disclosure/list-site-texts.ts'

/** Documents a list holds, and into how many parts the words are divided: `static-search.js` reads them from `about.json`. */
const DOCUMENTS_A_PART = 200
const WORD_PARTS = 256

/**
 * 静态检索: an index as small files, of which a browser fetches only those of the words it looks for. Chinese text is
 * kept by each two characters that stand together, Latin letters and digits by the whole word; a part holds all that
 * begin with the same character.
 */
export function searchShards(documents: readonly SiteText[]): ReadonlyMap<string, string> {
  const parts: Map<string, number[]>[] = Array.from({ length: WORD_PARTS }, () => new Map())
  for (const [at, document] of documents.entries()) {
    const { title, documentNumber, indexNumber, summary, text } = document
    for (const word of wordsOf([title, documentNumber, indexNumber, summary, text].join('\n'))) {
      const part = parts[(word.codePointAt(0) ?? 0) % WORD_PARTS]
      const known = part?.get(word)
      if (known === undefined) part?.set(word, [at])
      else known.push(at)
    }
  }
  const files = new Map<string, string>()
  files.set(
    'search/about.json',
    JSON.stringify({ documents: documents.length, documentsAPart: DOCUMENTS_A_PART, wordParts: WORD_PARTS }),
  )
  for (let first = 0; first < documents.length; first += DOCUMENTS_A_PART) {
    const list = documents.slice(first, first + DOCUMENTS_A_PART).map(lineOf)
    files.set(`search/documents-${first / DOCUMENTS_A_PART}.json`, JSON.stringify(list))
  }
  for (const [number, words] of parts.entries()) {
    if (words.size > 0) files.set(`search/words-${number}.json`, JSON.stringify(Object.fromEntries(words)))
  }
  return files
}

/** Each word of a text once, as it is looked for: `第3号通知` → 3, 号通, 通知 and the single 第. */
export function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const [run] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu)) {
    if (!/\p{Script=Han}/u.test(run)) words.add(run)
    else if ([...run].length === 1) words.add(run)
    else {
      const signs = [...run]
      for (let at = 0; at + 1 < signs.length; at += 1) words.add(`${signs[at]}${signs[at + 1]}`)
    }
  }
  return words
}

function lineOf({
  slug,
  agency,
  documentId,
  title,
  documentNumber,
  indexNumber,
  summary,
  publishedAt,
}: SiteText) {
  return [
    `${slug}/documents/${documentId}/index.html`,
    title,
    documentNumber ?? '',
    indexNumber,
    agency,
    dayOf(publishedAt),
    summary,
  ]
}
