import type { Block } from '@mingfu/documents'
import type { Context } from '../../context.ts'
import { documentBlocks } from '../document-blocks.ts'
import { findDocument } from '../document-store.ts'
import type { ReadPictures } from '../picture/pictures-of-paper.ts'
import { type FormReference, findReferences } from './form-references.ts'

/** 整期公报: the text of every document that an issue prints, each on a page of its own, in its order. */
export async function issueBlocks(
  { db }: Pick<Context, 'db'>,
  agencyId: string,
  references: readonly FormReference[],
  readPictures: ReadPictures,
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
      ...documentBlocks(content, own, await readPictures({ agencyId, documentId }, content.html)),
    )
  }
  return blocks
}
