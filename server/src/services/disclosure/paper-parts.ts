import type { Context } from '../context.ts'
import type { PublishedDocument } from './find-published-document.ts'
import { issueBlocks } from './gazette/issue-blocks.ts'
import { picturesOfPaper } from './picture/pictures-of-paper.ts'
import type { PaperParts } from './published-document-file.ts'

/** What the paper of this document takes in: the pictures of its text and, for an issue of the gazette, what it prints. */
export async function paperParts(
  ctx: Pick<Context, 'db' | 'files'>,
  { agencyId, documentId, content, references }: PublishedDocument,
): Promise<PaperParts> {
  const readPictures = picturesOfPaper(ctx)
  return {
    pictures: await readPictures({ agencyId, documentId }, content.html),
    issue: content.kind === 'gazette' ? await issueBlocks(ctx, agencyId, references, readPictures) : [],
  }
}
