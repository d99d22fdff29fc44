import { createHash } from 'node:crypto'
import type { ContentForm } from '@mingfu/law'
import type { Attachment, DocumentContent } from './document.ts'

/** Fields that came later: while they say nothing, what was signed before them keeps its digest. */
const UNSAID: Readonly<Record<string, string>> = {
  origin: '"made"',
  legalBasis: 'null',
  unpublishOn: 'null',
  correctionNote: 'null',
  originOrgan: 'null',
  coIssuers: '[]',
  form: '{}',
  exemption: 'null',
  earlyEffectReason: 'null',
}

/** 内容摘要: over everything a reader will see, so that a signature binds text, header and attachments together. */
export function contentDigest(
  content: DocumentContent,
  attachments: readonly Pick<Attachment, 'title' | 'name' | 'sha256'>[],
): string {
  const fields = Object.entries(content)
    .filter(([name, value]) => JSON.stringify(value) !== UNSAID[name])
    .map(([name, value]) => [name, name === 'form' ? inOrder(content.form) : value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const files = attachments.map(({ title, name, sha256 }) => [title, name, sha256])
  return createHash('sha256')
    .update(JSON.stringify([fields, files]))
    .digest('hex')
}

/** The database keeps a form in an order of its own. */
function inOrder(form: ContentForm) {
  const sorted = <Value>(of: Readonly<Record<string, Value>>) =>
    Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1))
  return sorted(form).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value.map((row) => (typeof row === 'string' ? row : sorted(row))),
  ])
}
