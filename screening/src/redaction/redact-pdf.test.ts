import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { fontDirectories } from '../../../documents/src/index.ts'
import { pdfPages } from '../../../documents/src/testing/pdf-text.ts'
import { proveRedaction } from './prove-redaction.ts'
import { pdfPagePicture, pdfPageSizes, redactPdf } from './redact-pdf.ts'
import { plantedPdf, SECRETS } from './testing/planted.ts'

const options = { fontDirectories: fontDirectories() }

/** Every form in which a text may stand in the bytes, packed or not. */
function holds(pdf: Uint8Array, text: string): boolean {
  const raw = Buffer.from(pdf)
  return [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
  ].some((form) => raw.includes(form))
}

describe('遮盖 PDF', () => {
  it('lets no planted secret through, wherever it stands in the file', async () => {
    const planted = await plantedPdf()
    expect((await pdfPages(planted)).join('').replaceAll(/\s/g, '')).toContain('110105194912310024')
    expect(holds(planted, SECRETS.revision)).toBe(true)
    const whole = { page: 1, x: 0.05, y: 0.1, width: 0.9, height: 0.4 }
    const { pdf, proof } = await redactPdf(planted, [whole], options)
    for (const secret of Object.values(SECRETS)) expect(holds(pdf, secret)).toBe(false)
    expect((await pdfPages(pdf)).join('')).toBe('')
    const opened = await PDFDocument.load(pdf, { updateMetadata: false })
    expect([opened.getAuthor(), opened.getTitle(), opened.getProducer(), opened.getKeywords()]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(proof.pages).toBe(1)
    expect(proof.marks).toBe(1)
    expect(proof.removedTexts).toBeGreaterThan(0)
  })

  it('paints the box black, and leaves the rest of the page as it was', async () => {
    const planted = await plantedPdf()
    const { pdf } = await redactPdf(
      planted,
      [{ page: 1, x: 0.25, y: 0.25, width: 0.5, height: 0.25 }],
      options,
    )
    const [before, after] = [await pictureOf(planted), await pictureOf(pdf)]
    expect(after.at(0.5, 0.3)).toBe(0)
    expect(after.at(0.27, 0.48)).toBe(0)
    expect(after.at(0.5, 0.9)).toBeGreaterThan(250)
    // The title above the box is still there: about as much black as before.
    expect(after.ink(0, 0.24)).toBeGreaterThan(before.ink(0, 0.24) * 0.9)
    expect(before.ink(0, 0.24)).toBeGreaterThan(50)
  })

  it('draws a page that is turned upright, and takes the box where the reader sees it', async () => {
    const made = await PDFDocument.create()
    const page = made.addPage([300, 200])
    page.drawText('TURNED SECRET', {
      x: 20,
      y: 150,
      size: 20,
      font: await made.embedFont(StandardFonts.Helvetica),
    })
    page.setRotation({ type: 'degrees', angle: 90 } as never)
    const bytes = await made.save()
    expect(await pdfPageSizes(bytes)).toEqual([{ width: 200, height: 300 }])
    // Turned by 90° the words run down the right side.
    const right = { page: 1, x: 0.6, y: 0, width: 0.4, height: 1 }
    expect((await redactPdf(bytes, [right], options)).proof.removedTexts).toBe(1)
    const left = { page: 1, x: 0, y: 0, width: 0.5, height: 1 }
    expect((await redactPdf(bytes, [left], options)).proof.removedTexts).toBe(0)
  })

  it('says what is wrong with a file that cannot be read, and with a box beside the page', async () => {
    await expect(redactPdf(Buffer.from('%PDF-1.7 broken'), [], options)).rejects.toThrow('已损坏')
    const planted = await plantedPdf()
    const beside = { page: 2, x: 0, y: 0, width: 0.5, height: 0.5 }
    await expect(redactPdf(planted, [beside], options)).rejects.toThrow('不在页面之内')
  })
})

describe('遮盖检验', () => {
  const none = { pages: 1, marks: [], removed: [] }

  it('finds a file that still has its text, its data or its attachments', async () => {
    await expect(proveRedaction(await plantedPdf(), none)).rejects.toThrow('没有通过检验')
    const made = await PDFDocument.create({ updateMetadata: false })
    made.addPage([100, 100]).drawText('A')
    await expect(proveRedaction(await made.save({ useObjectStreams: false }), none)).rejects.toThrow(
      '没有通过检验',
    )
  })

  it('finds a box that does not cover', async () => {
    const { pdf } = await redactPdf(await plantedPdf(), [], options)
    const mark = { page: 1, x: 0.1, y: 0.1, width: 0.3, height: 0.1 }
    await expect(proveRedaction(pdf, { ...none, marks: [mark] })).rejects.toThrow('没有盖住')
  })

  it('finds a removed text in the bytes, and an earlier revision', async () => {
    const { pdf } = await redactPdf(await plantedPdf(), [], options)
    const tail = Buffer.concat([pdf, Buffer.from(`\n% ${SECRETS.metadata}\n`)])
    await expect(proveRedaction(tail, { ...none, removed: [SECRETS.metadata] })).rejects.toThrow('仍然存在')
    await expect(proveRedaction(Buffer.concat([pdf, Buffer.from('%%EOF\n')]), none)).rejects.toThrow(
      '历史版本',
    )
  })
})

async function pictureOf(pdf: Uint8Array) {
  const image = await loadImage(await pdfPagePicture(pdf, 1, 72, options))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height)
  const red = (x: number, y: number) => data[(y * width + x) * 4] ?? 255
  return {
    /** Brightness at a place given in parts of the page. */
    at: (x: number, y: number) => red(Math.floor(x * width), Math.floor(y * height)),
    /** Dark points between two heights. */
    ink(from: number, to: number) {
      let dark = 0
      for (let y = Math.floor(from * height); y < Math.floor(to * height); y++)
        for (let x = 0; x < width; x++) if (red(x, y) < 128) dark += 1
      return dark
    },
  }
}
