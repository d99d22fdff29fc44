import type { Block } from '@mingfu/documents'
import { plainDateText } from '@mingfu/law'
import type { DocumentContent } from './document.ts'
import { formBlocks } from './form-blocks.ts'
import type { FormReference } from './gazette/form-references.ts'
import { htmlBlocks, type PicturesOfText } from './html-blocks.ts'
import { ruleCaptionOf } from './rule-caption-of.ts'
import { isDivision, spacedOut } from './rule-text.ts'

type Content = Pick<DocumentContent, 'kind' | 'form' | 'html' | 'issuer' | 'writtenOn' | 'effectiveOn'>

/** 正文 for Word and PDF. A rule is its caption and its text; everything else is signed with organ and day. */
export function documentBlocks(
  content: Content,
  references: readonly FormReference[],
  pictures: PicturesOfText = new Map(),
): readonly Block[] {
  if (content.kind === 'regulation') {
    const caption = ruleCaptionOf(content)
    return [
      ...(caption === null ? [] : [{ kind: 'paragraph', text: caption, align: 'center' } as const]),
      ...htmlBlocks(content.html, pictures).map(inMiddle),
    ]
  }
  return [
    ...formBlocks(content, references),
    ...htmlBlocks(content.html, pictures),
    { kind: 'paragraph', text: content.issuer, align: 'end' },
    { kind: 'paragraph', text: plainDateText(content.writtenOn), align: 'end' },
  ]
}

/** 章、节 of a rule stand in the middle, pasted as headings or as plain lines; an article has a wide space after its number. */
function inMiddle(block: Block): Block {
  if (block.kind === 'heading') return { ...block, align: 'center' }
  if (block.kind !== 'paragraph') return block
  const text = spacedOut(block.text)
  if (!isDivision(text)) return { ...block, text }
  return { kind: 'heading', level: /^第.{1,4}节/u.test(text) ? 2 : 1, text, align: 'center' }
}
