import { createHash } from 'node:crypto'
import type { Attachment, DocumentContent } from './document.ts'

/** 内容摘要: over everything a reader will see, so that a signature binds text, header and attachments together. */
export function contentDigest(
  content: DocumentContent,
  attachments: readonly Pick<Attachment, 'title' | 'name' | 'sha256'>[],
): string {
  const fields = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))
  const files = attachments.map(({ title, name, sha256 }) => [title, name, sha256])
  return createHash('sha256')
    .update(JSON.stringify([fields, files]))
    .digest('hex')
}
