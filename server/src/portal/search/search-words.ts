import { suggestWords } from '../../services/search/suggest-words.ts'
import type { Portal, Visit } from '../portal.ts'

/** 输入提示: what a script asks for while somebody types; a list of texts. */
export function registerSearchWords(portal: Portal): void {
  portal.page('/search/words', { query: ['q', 'agency'], fresh: true, perMinute: 240 }, words)
}

async function words({ ctx, frame, query }: Visit) {
  const agency = frame.site.agencies.find(({ slug }) => slug === query.agency)
  const found = await suggestWords(ctx, {
    q: query.q ?? '',
    ...(agency ? { agencyId: agency.agencyId } : {}),
  })
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(found) }
}
