import { type Block, type OfficialDocument, renderDocx, renderPdf } from '@mingfu/documents'
import { DISCLOSURE_ATTRIBUTES, plainDateText, VALIDITY_STATES } from '@mingfu/law'
import { documentBlocks } from './document-blocks.ts'
import type { PublishedDocument } from './find-published-document.ts'
import type { PicturesOfText } from './html-blocks.ts'

export type DocumentFileType = 'docx' | 'pdf'

/** What a paper takes in besides the document: the pictures of its text, and 整期公报 the texts that an issue prints. */
export type PaperParts = Readonly<{ pictures: PicturesOfText; issue: readonly Block[] }>

/** 下载: a published document's text as Word or PDF, with its validity on top and where it came from at the end. */
export async function publishedDocumentFile(
  document: PublishedDocument,
  publishedOn: string,
  type: DocumentFileType,
  kept: Readonly<{
    verifyAt: string | null
    bytes: Uint8Array | undefined
    /** Read only when they are needed. */
    parts: () => Promise<PaperParts>
  }>,
): Promise<Readonly<{ bytes: Uint8Array; name: string; mediaType: string; isKept: boolean }>> {
  const { title, documentNumber } = document.content
  const name = `${title}${documentNumber === null ? '' : `（${documentNumber}）`}.${type}`
  const mediaType = type === 'docx' ? WORD : 'application/pdf'
  if (kept.bytes !== undefined) return { bytes: kept.bytes, name, mediaType, isKept: true }
  const paper = documentPaper(document, publishedOn, kept.verifyAt, await kept.parts())
  const bytes = type === 'docx' ? await renderDocx(paper) : await renderPdf(paper)
  return { bytes, name, mediaType, isKept: false }
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The text of a document as an official paper, from which Word, PDF and HTML are drawn. */
export function documentPaper(
  document: PublishedDocument,
  publishedOn: string,
  verifyAt: string | null,
  { pictures, issue }: PaperParts,
): OfficialDocument {
  const { content, attachments } = document
  return {
    layout: 'report',
    title: content.title,
    ...(content.documentNumber === null ? {} : { number: content.documentNumber }),
    writtenOn: content.writtenOn,
    blocks: [
      ...validityLine(document),
      ...documentBlocks(content, document.references, pictures),
      ...(attachments.length === 0
        ? []
        : [{ kind: 'attachments', items: attachments.map(({ title }) => title) } as const]),
      ...issue,
      // 规章: title, caption and text and nothing else on the paper; how to check it stands in the margin of the PDF.
      ...(content.kind === 'regulation' ? [] : origin(document, publishedOn, verifyAt)),
    ],
  }
}

/** Where it came from, and where that can be checked. */
function origin(
  { content, indexNumber }: PublishedDocument,
  publishedOn: string,
  verifyAt: string | null,
): readonly Block[] {
  const line = (text: string) => ({ kind: 'paragraph', text, indent: false }) as const
  return [
    line(DISCLOSURE_ATTRIBUTES[content.attribute].mark),
    line(`索引号：${indexNumber}　发布时间：${publishedOn}`),
    ...(verifyAt === null ? [] : [line(`核验网址：${verifyAt}`)]),
  ]
}

/** 失效、废止 stand on what people take away, too. */
function validityLine({ validity, validityChangedOn, content }: PublishedDocument): readonly Block[] {
  if (validity === 'in-force') return []
  const on = validity === 'expired' ? content.expiresOn : validityChangedOn
  const since =
    on === null
      ? ''
      : validity === 'expired'
        ? `，有效期至${plainDateText(on)}`
        : `，自${plainDateText(on)}起`
  return [{ kind: 'paragraph', text: `【${VALIDITY_STATES[validity].label}${since}】`, align: 'center' }]
}
