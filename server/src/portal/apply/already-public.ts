import type { Context } from '../../services/context.ts'
import { wishWords } from '../../services/requests/wish-words.ts'
import type { FoundDocument } from '../../services/search/present-hits.ts'
import { searchDocuments } from '../../services/search/search-documents.ts'
import type { FormValues } from './fields.ts'

const SHOWN = 3

/** 可能已经公开: published documents that the words of an application find, so that nobody waits for what is there. */
export async function alreadyPublic(
  ctx: Context,
  agencyId: string,
  values: FormValues,
): Promise<readonly FoundDocument[]> {
  const q = wishWords(values)
  if (q === '') return []
  const found = await searchDocuments(ctx, { q, agencyId, everyWord: true })
  return (found?.items ?? []).slice(0, SHOWN)
}
