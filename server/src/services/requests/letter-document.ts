import type { Block, OfficialDocument } from '@mingfu/documents'
import { consultationSlip, type Letter } from '@mingfu/law'
import type { SlipFacts } from './template/fill-template.ts'

/** The letter as an official document, addressed to `addressee`. Word, PDF and HTML are drawn from it. */
export function letterDocument(letter: Letter, addressee: string): OfficialDocument {
  return {
    layout: 'letter',
    issuer: letter.agency,
    ...(letter.number === null ? {} : { number: letter.number }),
    title: letter.title,
    writtenOn: letter.on,
    addressee,
    blocks: [
      ...letter.paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
      ...(letter.remedy === null ? [] : [{ kind: 'remedy', text: letter.remedy } as const]),
      ...(letter.enclosures.length === 0 ? [] : [{ kind: 'attachments', items: letter.enclosures } as const]),
      { kind: 'signature', agencies: [letter.agency], on: letter.on, sealed: true },
      ...(letter.contact === null ? [] : [{ kind: 'note', text: letter.contact } as const]),
    ],
  }
}

/** 征求意见书 with the slip for the answer on a page of its own. */
export function withConsultationSlip(
  document: OfficialDocument,
  { agency }: Letter,
  { requestNumber, information }: SlipFacts,
): OfficialDocument {
  const slip = consultationSlip(agency, requestNumber, information)
  return {
    ...document,
    blocks: [
      ...document.blocks,
      { kind: 'page-break' },
      { kind: 'paragraph', text: slip.title, align: 'center' },
      ...slip.lines.map((text, index): Block => ({ kind: 'paragraph', text, indent: index > 0 })),
    ],
  }
}
