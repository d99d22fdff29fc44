import { PDFDocument, PDFName, rgb, StandardFonts } from '@cantoo/pdf-lib'
import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { fontDirectories, renderPdf } from '../../../documents/src/index.ts'
import { pdfPages } from '../../../documents/src/testing/pdf-text.ts'
import { STANDARD_LISTS } from '../screen-texts.ts'
import { withoutJpegData } from './picture-data.ts'
import { pdfSuggestions, redactPdf } from './redact-pdf.ts'
import { plantedPdf, SECRETS } from './testing/planted.ts'

const options = { fontDirectories: fontDirectories() }
const report = (...paragraphs: string[]) =>
  renderPdf({
    layout: 'report',
    title: '关于核查情况的报告',
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
  })
const bare = async (pdf: Uint8Array) => (await pdfPages(pdf)).join('').replaceAll(/\s/g, '')

describe('净化 without a box', () => {
  it('keeps the text of the pages, loses everything else, and says so', async () => {
    const document = await PDFDocument.load(await report('现将核查情况报告如下。', '以上情况属实。'))
    document.setAuthor(SECRETS.metadata)
    document.setKeywords([SECRETS.metadata])
    await document.attach(Buffer.from(SECRETS.attachment), 'a.txt', { mimeType: 'text/plain' })
    document.addJavaScript('main', `app.alert("${SECRETS.script}")`)
    const [page] = document.getPages()
    const note = document.context.flateStream(`<x>${SECRETS.annotation}</x>`)
    page?.node.set(PDFName.of('Metadata'), document.context.register(note))
    const original = await document.save({ useObjectStreams: false })
    const { pdf, proof } = await redactPdf(original, [], options)
    expect(await bare(pdf)).toBe(await bare(original))
    expect(await bare(pdf)).toContain('以上情况属实')
    for (const secret of [SECRETS.metadata, SECRETS.attachment, SECRETS.script, SECRETS.annotation]) {
      for (const form of [Buffer.from(secret), Buffer.from(secret, 'utf16le').swap16()])
        expect(Buffer.from(pdf).includes(form)).toBe(false)
    }
    expect(proof.checks[0]).toBe('没有遮盖框，保留文字层，共1页，文字与原件逐页一致')
  })

  it('makes pictures of a file with something that nobody sees, and says why', async () => {
    const covered = await PDFDocument.load(await report('现将核查情况报告如下。'))
    const [page] = covered.getPages()
    const font = await covered.embedFont(StandardFonts.Helvetica)
    page?.drawText('PLANTED-COVERED', { x: 100, y: 300, font, size: 12 })
    page?.drawRectangle({ x: 90, y: 290, width: 200, height: 30, color: rgb(0, 0, 0) })
    const white = await PDFDocument.load(await report('现将核查情况报告如下。'))
    white.getPages()[0]?.drawText('PLANTED-WHITE', {
      x: 100,
      y: 300,
      font: await white.embedFont(StandardFonts.Helvetica),
      size: 12,
      color: rgb(1, 1, 1),
    })
    const outside = await PDFDocument.load(await report('现将核查情况报告如下。'))
    outside.getPages()[0]?.drawText('PLANTED-OUTSIDE', {
      x: 5000,
      y: 300,
      font: await outside.embedFont(StandardFonts.Helvetica),
      size: 12,
    })
    for (const [document, why] of [
      [covered, '被遮挡的文字'],
      [white, '看不见的文字'],
      [outside, '页面以外的文字'],
    ] as const) {
      const { pdf, proof } = await redactPdf(await document.save(), [], options)
      expect(await bare(pdf)).toBe('')
      expect(proof.checks[0]).toBe(`没有遮盖框；因第1页有${why}，不保留文字层`)
    }
    const planted = await redactPdf(await plantedPdf(), [], options)
    expect(planted.proof.checks[0]).toContain('不保留文字层')
  })

  it('takes place, camera and remarks off a photograph', async () => {
    const canvas = createCanvas(8, 8)
    const jpeg = await canvas.encode('jpeg', 90)
    const exif = Buffer.from('Exif\0\0PLANTED-PLACE')
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif])
    const told = new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]))
    expect(Buffer.from(withoutJpegData(told)).equals(jpeg)).toBe(true)
    const document = await PDFDocument.load(await report('附照片。'))
    const image = await document.embedJpg(told)
    document.getPages()[0]?.drawImage(image, { x: 100, y: 300, width: 50, height: 50 })
    const original = await document.save({ useObjectStreams: false })
    expect(Buffer.from(original).includes('PLANTED-PLACE')).toBe(true)
    const { pdf } = await redactPdf(original, [], options)
    expect(Buffer.from(pdf).includes('PLANTED-PLACE')).toBe(false)
    expect(await bare(pdf)).toContain('附照片')
  })
})

describe('提示遮盖框', () => {
  it('stands over the number, and nothing of it can be read when the box is burned in', async () => {
    const pdf = await report(
      '现将核查情况报告如下。',
      '张三丰身份证号110105194912310024，手机号码13800001234。',
      '以上情况属实。',
    )
    const { marks, withoutText } = await pdfSuggestions(pdf, STANDARD_LISTS)
    expect(withoutText).toEqual([])
    const whats = new Set(marks.map(({ what }) => what))
    expect([...whats].sort()).toEqual(['手机号码和个人联系方式', '身份证件号码、车辆号牌'].sort())
    for (const { x, width, height } of marks) {
      expect(width).toBeGreaterThan(0.05)
      expect(x + width).toBeLessThanOrEqual(1)
      expect(height).toBeLessThan(0.06)
    }
    const { proof } = await redactPdf(pdf, marks, options)
    expect(proof.removedTexts).toBeGreaterThan(0)
  })

  it('names the pages on which nothing could be read', async () => {
    const { pdf } = await redactPdf(
      await report('手机号码13800001234。'),
      [{ page: 1, x: 0, y: 0, width: 0.01, height: 0.01 }],
      options,
    )
    expect(await pdfSuggestions(pdf, STANDARD_LISTS)).toEqual({ marks: [], withoutText: [1] })
  })
})
