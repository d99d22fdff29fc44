import type { Wish } from './wish.ts'

const LONGEST = 40

/** What of an application to search by: number or title when given; else how the description begins, without its politeness. */
export function wishWords({
  infoDocumentNumber = '',
  infoTitle = '',
  description = '',
}: Partial<Pick<Wish, 'infoDocumentNumber' | 'infoTitle' | 'description'>>): string {
  const named = [infoDocumentNumber, infoTitle].find((text) => text.trim() !== '')
  const text =
    named ??
    description.replace(/^(?:我|本人|本单位)?(?:特此)?(?:申请|请求|要求)?(?:贵机关)?(?:公开|提供)?/, '')
  return text.trim().slice(0, LONGEST)
}
