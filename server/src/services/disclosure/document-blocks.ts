import type { Block } from '@mingfu/documents'
import { plainDateText } from '@mingfu/law'
import type { DocumentContent } from './document.ts'
import { formBlocks } from './form-blocks.ts'
import type { FormReference } from './gazette/form-references.ts'
import { htmlBlocks } from './html-blocks.ts'
import { ruleCaptionOf } from './rule-caption-of.ts'

type Content = Pick<DocumentContent, 'kind' | 'form' | 'html' | 'issuer' | 'writtenOn' | 'effectiveOn'>

/** 正文 for Word and PDF. A rule is its caption and its text; everything else is signed with organ and day. */
export function documentBlocks(content: Content, references: readonly FormReference[]): readonly Block[] {
  if (content.kind === 'regulation') {
    const caption = ruleCaptionOf(content)
    return [
      ...(caption === null ? [] : [{ kind: 'paragraph', text: caption, align: 'center' } as const]),
      ...htmlBlocks(content.html),
    ]
  }
  return [
    ...formBlocks(content, references),
    ...htmlBlocks(content.html),
    { kind: 'paragraph', text: content.issuer, align: 'end' },
    { kind: 'paragraph', text: plainDateText(content.writtenOn), align: 'end' },
  ]
}
