import { pageWeightFaults } from '@mingfu/law'
import { type PageFault, pageFaults, type ScreeningFinding } from '@mingfu/screening'
import type { Attachment, DocumentContent } from './document.ts'

/** What a reader cannot do without holds the document back; the rest is a reminder. */
const LEVELS: Readonly<Record<PageFault['kind'], ScreeningFinding['level']>> = {
  'picture-without-words': 'block',
  'table-without-heads': 'block',
  'heading-skipped': 'warn',
  'empty-heading': 'warn',
  'link-says-nothing': 'warn',
}

/** What a page may show as a picture: an attachment, or a picture of the text itself. */
type OnPage = Pick<Attachment, 'fileId' | 'name' | 'sizeBytes'>

/** 页面检查: whether everybody can read the text, and whether its pictures open in time. */
export function screenPage(
  { html }: Pick<DocumentContent, 'html'>,
  attachments: readonly OnPage[],
): readonly ScreeningFinding[] {
  const plain = { certainty: 'certain', where: '正文', at: 0, length: 0, suggestion: null } as const
  const faults = pageFaults(html).map(({ kind, message, excerpt, order }) => ({
    ...plain,
    id: `PUB-55/正文/${kind}/${order}`,
    rule: 'PUB-55' as const,
    level: LEVELS[kind],
    message,
    excerpt: excerpt.slice(0, 80),
  }))
  const weights = pageWeightFaults(picturesIn(html, attachments)).map((message, order) => ({
    ...plain,
    id: `PUB-54/正文/${order}`,
    rule: 'PUB-54' as const,
    level: 'warn' as const,
    message,
    excerpt: '',
  }))
  return [...faults, ...weights]
}

/** The pictures that open with the page, as attachments hold them. */
export function picturesIn(html: string, attachments: readonly OnPage[]) {
  return attachments
    .filter(({ fileId }) => new RegExp(`<img[^>]*src="[^"]*${fileId}`, 'i').test(html))
    .map(({ name, sizeBytes }) => ({ name, sizeBytes }))
}
