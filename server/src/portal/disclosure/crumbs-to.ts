import type { Agency } from '../../services/agencies/find-agency.ts'
import type { PublishedDocument } from '../../services/disclosure/find-published-document.ts'
import { columnPath, entryPath } from '../entries.ts'

/** The way to a document: its entry, then its column. */
export function crumbsTo({ node }: PublishedDocument, agency: Agency) {
  const statutory = { text: '法定主动公开内容', href: entryPath(agency, 'statutory') }
  if (node === null) return [statutory]
  const column = { text: node.title, href: columnPath(agency, node) }
  return node.code === 'systems' ? [column] : [statutory, column]
}
