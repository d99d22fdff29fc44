import { renderDocx } from '@mingfu/documents'
import { DOCUMENTS, type DocumentCode } from '@mingfu/law'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { AGENCY, galleryReply, NOTICES, SHEETS, SLIP } from '../testing/letter-gallery.ts'
import { checkTemplate } from './check-template.ts'
import { fillForm, fillTemplate } from './fill-template.ts'
import { sampleDocument } from './sample-template.ts'
import { isFormCode } from './template-tags.ts'

const CODES = Object.keys(DOCUMENTS) as DocumentCode[]
const LETTERS = {
  ...NOTICES,
  D12: galleryReply('deny-third-party'),
  D14: galleryReply('other-no-correction'),
}
const sample = (code: DocumentCode) => renderDocx(sampleDocument(code, AGENCY))

const xmlOf = (docx: Uint8Array) => strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
const textOf = (docx: Uint8Array) =>
  [...xmlOf(docx).matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('')

/** As an office would: another colour of its own in the document, everything else kept. */
function restyled(docx: Uint8Array): Uint8Array {
  const files = unzipSync(docx)
  const xml = xmlOf(docx).replace('<w:body>', '<w:body><w:p><w:r><w:t>机关自有版式</w:t></w:r></w:p>')
  return zipSync({ ...files, 'word/document.xml': strToU8(xml) })
}

describe('机关自有模板 of all nineteen documents', () => {
  it.each(CODES)('%s: the sample is taken, restyled, and filled whole', async (code) => {
    const template = restyled(await sample(code))
    await checkTemplate(code, template)
    const sheet = SHEETS[code]
    const letter = (LETTERS as Readonly<Record<string, (typeof NOTICES)[string]>>)[code]
    if (sheet !== undefined) {
      const text = textOf(await fillForm(template, sheet, AGENCY))
      for (const [, value] of sheet.rows) expect(text).toContain(value)
      for (const value of sheet.list?.rows.flat() ?? []) expect(text).toContain(value)
      expect(text).toContain('机关自有版式')
      expect(text).not.toMatch(/[{}]/)
      return
    }
    if (letter === undefined) throw new Error(`no ${code} in the gallery`)
    const text = textOf(await fillTemplate(template, letter, '张某某', code === 'D06' ? SLIP : null))
    for (const said of [letter.title, '张某某', ...letter.paragraphs, letter.remedy ?? ''])
      expect(text).toContain(said)
    expect(text).toContain('机关自有版式')
    expect(text).not.toMatch(/[{}]/)
    if (code === 'D06') expect(text).toContain(SLIP.information)
  })

  it.each(CODES)('%s: a template without one of its places is refused, and named', async (code) => {
    const docx = await sample(code)
    const tag = isFormCode(code) ? (SHEETS[code]?.rows[0]?.[0] ?? '') : '成文日期'
    const files = unzipSync(docx)
    const cut = zipSync({ ...files, 'word/document.xml': strToU8(xmlOf(docx).replaceAll(`{${tag}}`, '')) })
    await expect(checkTemplate(code, cut)).rejects.toThrow(`模板中缺少：{${tag}}`)
  })
})
