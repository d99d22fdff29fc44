import { type PlainDate, parsePlainDate } from '@mingfu/law'
import type { Agency } from '../agencies/find-agency.ts'
import type { Context } from '../context.ts'
import { listPublished } from '../disclosure/list-published.ts'
import { searchDocuments } from '../search/search-documents.ts'
import type { Topic } from './subscription.ts'

export type NewItem = Readonly<{
  agencyId: string
  documentId: string
  title: string
  publishedAt: Date
  /** 更正 of a text that was public before: when; null for what is new altogether. */
  correctedAt: Date | null
}>

/** So many stand in one mail; the page has the rest. */
export const IN_ONE_MAIL = 20

const DAY_MS = 86_400_000

/** What a topic has that was published after one moment and up to another, newest first; then what was corrected. */
export async function newItems(
  ctx: Context,
  topic: Topic,
  agencies: readonly Agency[],
  { after, until }: Readonly<{ after: Date; until: Date }>,
): Promise<readonly NewItem[]> {
  const agency = agencies.find(({ slug }) => slug === topic.agency)
  // An agency that is there no longer publishes nothing.
  if (topic.agency !== null && agency === undefined) return []
  const narrowing = {
    ...(agency ? { agencyId: agency.agencyId } : {}),
    ...(topic.kind === null ? {} : { kind: topic.kind }),
    ...(topic.validity === null ? {} : { validity: topic.validity }),
  }
  // A day earlier: the database's day is not yet China's.
  const dayBefore = parsePlainDate(new Date(after.getTime() - DAY_MS).toISOString().slice(0, 10))
  const items = topic.q === null ? await listed({}) : await searched(topic.q, dayBefore)
  const fresh = items
    .filter(({ publishedAt }) => publishedAt > after && publishedAt <= until)
    .map((item) => ({ ...item, correctedAt: null }))
  return [...fresh, ...(await corrected())]

  /** 更正 since, of what readers had seen before. */
  async function corrected(): Promise<readonly NewItem[]> {
    const mended = (await listed({ correctedAfter: after })).filter(
      ({ publishedAt, correctedAt }) => publishedAt <= after && correctedAt !== null && correctedAt <= until,
    )
    if (mended.length === 0 || topic.q === null) return mended
    const found = new Set((await searched(topic.q)).map(({ documentId }) => documentId))
    return mended.filter(({ documentId }) => found.has(documentId))
  }

  async function listed(more: Readonly<{ correctedAfter?: Date }>): Promise<readonly NewItem[]> {
    return (await listPublished(ctx, { ...narrowing, ...more, limit: 500 })).items
  }

  async function searched(q: string, from?: PlainDate): Promise<readonly Omit<NewItem, 'correctedAt'>[]> {
    const found: Omit<NewItem, 'correctedAt'>[] = []
    for (let page = 1; page <= 5; page += 1) {
      const result = await searchDocuments(ctx, {
        ...narrowing,
        q,
        ...(from === undefined ? {} : { from }),
        order: 'date',
        everyWord: true,
        page,
      })
      found.push(
        ...(result?.items ?? []).map(({ agencyId, documentId, title, publishedAt }) => ({
          agencyId,
          documentId,
          publishedAt,
          title: title.map(({ text }) => text).join(''),
        })),
      )
      if (page >= (result?.pages ?? 0)) break
    }
    return found
  }
}
