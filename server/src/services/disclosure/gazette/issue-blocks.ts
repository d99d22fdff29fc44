import type { Block } from '@mingfu/documents'
import type { Db } from '../../../db/database.ts'
import { documentBlocks } from '../document-blocks.ts'
import { findDocument } from '../document-store.ts'
import { type FormReference, findReferences } from './form-references.ts'

/** 整期公报: the text of every document that an issue prints, each on a page of its own, in its order. */
export async function issueBlocks(
  db: Db,
  agencyId: string,
  references: readonly FormReference[],
): Promise<readonly Block[]> {
  const blocks: Block[] = []
  for (const { documentId } of references) {
    const document = await findDocument(db, { agencyId, documentId })
    if (document === undefined || document.state !== 'published') continue
    const { content } = document
    const own = await findReferences(db, agencyId, content)
    blocks.push(
      { kind: 'page-break' },
      { kind: 'paragraph', text: content.title, align: 'center' },
      ...(content.documentNumber === null
        ? []
        : [{ kind: 'paragraph', text: content.documentNumber, align: 'center' } as const]),
      ...documentBlocks(content, own),
    )
  }
  return blocks
}
