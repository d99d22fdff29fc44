import { type Block, type OfficialDocument, renderDocx, renderPdf } from '@mingfu/documents'
import { DOCUMENTS, OUTCOME_CODES } from '@mingfu/law'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { pdfPages } from '../../../../documents/src/testing/pdf-text.ts'
import { galleryReply, letterGallery } from './testing/letter-gallery.ts'
import { OUTCOME_FACTS } from './testing/outcome-facts.ts'

const GALLERY = letterGallery()

describe('文书：PDF 和 Word', () => {
  it('shows every document of the list', () => {
    const shown = new Set([...GALLERY.keys()].map((key) => key.slice(0, 3)))
    expect([...shown].sort()).toEqual(Object.keys(DOCUMENTS).sort())
  })

  test.each([...GALLERY])('%s says all of it in both', async (_key, document) => {
    const pdf = (await pdfPages(await renderPdf(document))).join('')
    const word = wordText(await renderDocx(document))
    for (const said of textsOf(document)) {
      expect(pdf).toContain(said)
      expect(word).toContain(said)
    }
  })
})

describe('救济告知 of every outcome', () => {
  test.each(OUTCOME_CODES)('%s', (outcome) => {
    const { remedy } = galleryReply(outcome)
    const [reconsiderationFirst] = OUTCOME_FACTS[outcome]
    expect(remedy).toContain('60日内')
    expect(remedy).toContain('示例市人民政府申请行政复议')
    expect(remedy?.includes('先向')).toBe(reconsiderationFirst)
    // Only who need not go to reconsideration first is told of the six months.
    expect(remedy?.includes('6个月内')).toBe(!reconsiderationFirst)
  })
})

/** What has to be read in the file, without white space: title, number, every paragraph and cell, signature. */
function textsOf(document: OfficialDocument): readonly string[] {
  const blocks = document.blocks.flatMap(blockTexts)
  const head = [document.number ?? '', document.addressee ?? '', ...document.title.split('\n')]
  return [...head, ...blocks].map((text) => text.replaceAll(/\s/g, '')).filter((text) => text !== '')
}

function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'remedy':
    case 'note':
      return [block.text]
    case 'table':
      return block.rows.flatMap((row) => row.map(({ text }) => text))
    case 'list':
    case 'attachments':
      return block.items
    case 'signature':
      return block.agencies
    case 'picture':
    case 'page-break':
      return []
  }
}

function wordText(docx: Uint8Array): string {
  const files = unzipSync(docx)
  const xml = Object.entries(files)
    .filter(([name]) => /^word\/(document|header\d|footer\d)\.xml$/.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .join('')
  const text = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('')
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s/g, '')
}
