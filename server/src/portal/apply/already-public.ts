import type { Context } from '../../services/context.ts'
import { type FoundDocument, searchDocuments } from '../../services/search/search-documents.ts'
import type { FormValues } from './fields.ts'

const SHOWN = 3
const LONGEST = 40

/** 可能已经公开: published documents that the words of an application find, so that nobody waits for what is there. */
export async function alreadyPublic(
  ctx: Context,
  agencyId: string,
  values: FormValues,
): Promise<readonly FoundDocument[]> {
  const q = wordsOf(values)
  if (q === '') return []
  const found = await searchDocuments(ctx, { q, agencyId })
  return (found?.items ?? []).slice(0, SHOWN)
}

/** Number or title when they are given; otherwise how the description begins, without its politeness. */
function wordsOf({ infoDocumentNumber = '', infoTitle = '', description = '' }: FormValues): string {
  const named = [infoDocumentNumber, infoTitle].find((text) => text.trim() !== '')
  const text =
    named ??
    description.replace(/^(?:我|本人|本单位)?(?:特此)?(?:申请|请求|要求)?(?:贵机关)?(?:公开|提供)?/, '')
  return text.trim().slice(0, LONGEST)
}
