import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { renderDocx } from './docx.ts'
import { renderHtmlFragment } from './html.ts'
import type { Block, OfficialDocument, Picture } from './model.ts'
import { renderPdf } from './pdf.ts'
import { pdfPages, pdfPictures } from './testing/pdf-text.ts'
import { samplePng } from './testing/sample-png.ts'

/** 960 points are 254 mm, and are printed 156 mm wide; 480 points in height are then 78 mm. */
const PLAN: Picture = {
  kind: 'picture',
  type: 'png',
  bytes: samplePng(960, 480),
  width: 960,
  height: 480,
  alt: '泊位“平面”图',
}
/** Two points, transparent. */
const GIF: Picture = {
  kind: 'picture',
  type: 'gif',
  bytes: new Uint8Array(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')),
  width: 1,
  height: 1,
  alt: '标志',
}
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const paper = (...blocks: readonly Block[]): OfficialDocument => ({ layout: 'report', title: '方案', blocks })

describe('a picture in the text', () => {
  test('stands in Word as a drawing with its words, no wider than the type area', async () => {
    const files = unzipSync(await renderDocx(paper(paragraph('前'), PLAN, paragraph('后'))))
    const [name = ''] = Object.keys(files).filter((each) => each.startsWith('word/media/'))
    expect(name).toMatch(/\.png$/)
    expect(files[name]).toEqual(PLAN.bytes)
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    expect(xml).toMatch(/<wp:docPr [^>]*descr="泊位“平面”图"/)
    // 156 mm are 590 points of a screen, each of 9525 EMU; 78 mm are 295.
    expect(xml).toContain('<wp:extent cx="5619750" cy="2809875"/>')
    expect(xml.indexOf('>前<')).toBeLessThan(xml.indexOf('<w:drawing>'))
    expect(xml.indexOf('<w:drawing>')).toBeLessThan(xml.indexOf('>后<'))
  })

  test('that a camera turned is turned in Word, and keeps the shape in which it is seen', async () => {
    const held = { ...PLAN, width: 48, height: 96, turned: 6 }
    const files = unzipSync(await renderDocx(paper(held)))
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    expect(xml).toContain('<wp:extent cx="914400" cy="457200"/>')
    expect(xml).toContain('rot="5400000"')
  })

  test('is drawn in the PDF, read out there, and moves to the next page whole', async () => {
    const tall = { ...PLAN, bytes: samplePng(300, 700), width: 300, height: 700 }
    const pdf = await renderPdf(paper(paragraph('前'), PLAN, GIF, tall, paragraph('后')))
    expect(await pdfPictures(pdf)).toEqual([2, 1])
    const pages = await pdfPages(pdf)
    expect(pages.map((page) => page.includes('图：'))).toEqual([false, false])
    expect(new TextDecoder('latin1').decode(pdf)).toMatch(/\/Alt/)
  })

  test('that is broken inside gives way to its words, and the document is drawn; the next one is none the worse', async () => {
    const bytes = PLAN.bytes.map((byte, at) => (at > 45 && at < 60 ? byte ^ 0xff : byte))
    const pdf = await renderPdf(paper({ ...PLAN, bytes }, PLAN))
    expect([await pdfPictures(pdf), await pdfPages(pdf)]).toEqual([[1], ['方案（图：泊位“平面”图）—1—']])
    expect(await pdfPictures(await renderPdf(paper(GIF)))).toEqual([1])
  })

  test('is within the page of HTML itself', () => {
    expect(renderHtmlFragment(paper({ ...GIF, alt: '"<标志>' }))).toContain(
      '<p class="centred"><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" alt="&quot;&lt;标志&gt;" width="1" height="1"></p>',
    )
  })
})
