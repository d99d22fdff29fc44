import { createHash } from 'node:crypto'
import type { Attachment, DocumentContent } from './document.ts'

/** Unused, they do not count: signatures of before there were such fields hold. */
const ADDED_LATER: readonly string[] = [
  'legalBasis',
  'unpublishOn',
  'correctionNote',
] satisfies readonly (keyof DocumentContent)[]

/** 内容摘要: over everything a reader will see, so that a signature binds text, header and attachments together. */
export function contentDigest(
  content: DocumentContent,
  attachments: readonly Pick<Attachment, 'title' | 'name' | 'sha256'>[],
): string {
  const fields = Object.entries(content)
    .filter(([name, value]) => !(ADDED_LATER.includes(name) && value === null))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const files = attachments.map(({ title, name, sha256 }) => [title, name, sha256])
  return createHash('sha256')
    .update(JSON.stringify([fields, files]))
    .digest('hex')
}
