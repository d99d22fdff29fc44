import {
  degrees,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRawStream,
  rgb,
  TextRenderingMode,
} from '@cantoo/pdf-lib'
import { renderPdf } from '../../../documents/src/index.ts'
import { docx } from './docx-plants.ts'
import { IMAGE_PLANTS } from './image-plants.ts'
import { PLANTED, type Plant } from './planted.ts'

/** A letter with the font of the house, which has every letter that is planted. */
async function letter(text: string): Promise<PDFDocument> {
  const pdf = await renderPdf({
    layout: 'report',
    title: '关于核查情况的报告',
    blocks: [{ kind: 'paragraph', text }],
  })
  return PDFDocument.load(pdf)
}

type Change = (document: PDFDocument, page: PDFPage) => void | Promise<void>
const text = (value: string) => PDFHexString.fromText(value)

function note(subtype: string): Change {
  return (document, page) => {
    const { context } = document
    page.node.addAnnot(
      context.register(
        context.obj({ Type: 'Annot', Subtype: subtype, Rect: [40, 40, 60, 60], Contents: text(PLANTED) }),
      ),
    )
  }
}

// biome-ignore format: a table
const CHANGES: readonly (readonly [string, string, Change])[] = [
  ['note', '第1页（批注）', note('Text')],
  ['box note', '第1页（批注）', note('Square')],
  ['form field', '第1页（表单）', (document, page) => {
    const { context } = document
    const field = context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Tx', T: text('栏'), V: text(PLANTED), Rect: [40, 40, 200, 60] })
    const registered = context.register(field)
    page.node.addAnnot(registered)
    document.catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [registered] }))
  }],
  ['title property', '文件属性和对象', (document) => document.setTitle(PLANTED)],
  ['keywords property', '文件属性和对象', (document) => document.setKeywords([PLANTED])],
  ['own property', '文件属性和对象', (document) => {
    const info = document.context.lookup(document.context.trailerInfo.Info) as unknown as { set(key: PDFName, value: unknown): void }
    info.set(PDFName.of('Remark'), text(PLANTED))
  }],
  ['XMP', '文件属性（XMP）', (document) => {
    const stream = PDFRawStream.of(document.context.obj({ Type: 'Metadata', Subtype: 'XML' }), Buffer.from(`<x:xmpmeta><dc:title>${PLANTED}</dc:title></x:xmpmeta>`))
    document.catalog.set(PDFName.of('Metadata'), document.context.register(stream))
  }],
  ['bookmark', '书签', (document) => {
    const { context } = document
    const outlines = context.nextRef()
    const entry = context.register(context.obj({ Title: text(PLANTED), Parent: outlines }))
    context.assign(outlines, context.obj({ Type: 'Outlines', First: entry, Last: entry, Count: 1 }))
    document.catalog.set(PDFName.of('Outlines'), outlines)
  }],
  ['attachment', '内嵌的附件“a.txt”：正文', (document) => document.attach(Buffer.from(PLANTED), 'a.txt', { mimeType: 'text/plain' })],
  ['Word file as attachment', '内嵌的附件“b.docx”：正文', (document) => document.attach(docx({ 'word/document.xml': `<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>${PLANTED}</w:t></w:r></w:p></w:body></w:document>` }), 'b.docx')],
  ['script', '脚本', (document) => {
    const { context } = document
    document.catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'JavaScript', JS: text(`app.alert("${PLANTED}")`) }))
  }],
  ['layer', '文件属性和对象', (document) => {
    const { context } = document
    const group = context.register(context.obj({ Type: 'OCG', Name: text(PLANTED) }))
    document.catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [group], D: { OFF: [group] } }))
  }],
  ['alternative text', '文件属性和对象', (document) => {
    document.catalog.set(PDFName.of('Spare'), document.context.register(document.context.obj({ Type: 'StructElem', S: 'Figure', Alt: text(PLANTED) })))
  }],
  ['object that no page reaches', '文件属性和对象', (document) => void document.context.register(document.context.obj({ Left: text(PLANTED) }))],
  ['picture', '图片1：图片信息（图片说明）', (document) => {
    const stream = PDFRawStream.of(document.context.obj({ Type: 'XObject', Subtype: 'Image', Filter: 'DCTDecode', Width: 1, Height: 1 }), IMAGE_PLANTS[0]?.bytes ?? new Uint8Array())
    document.context.register(stream)
  }],
]

/** Layers of a PDF, each in a file of its own. */
export async function pdfPlants(): Promise<readonly Plant[]> {
  const clean = await (await letter('现将核查情况报告如下。')).save()
  const planted = await letter(PLANTED)
  const shown = await planted.save()
  const plants: { layer: string; where: string; bytes: Uint8Array }[] = [
    { layer: 'page', where: '第1页', bytes: shown },
    { layer: 'page turned', where: '第1页', bytes: await turned(planted) },
    { layer: 'page before a change', where: '以前的版本1', bytes: await withoutPage(shown) },
  ]
  for (const [layer, where, change] of CHANGES) {
    const document = await PDFDocument.load(clean)
    await change(document, document.getPage(0))
    plants.push({ layer, where, bytes: await document.save({ useObjectStreams: layer.length % 2 === 0 }) })
  }
  return plants.map((plant) => ({ ...plant, layer: `pdf: ${plant.layer}`, name: '报告.pdf' }))
}

async function turned(document: PDFDocument): Promise<Uint8Array> {
  document.getPage(0).setRotation(degrees(90))
  return document.save()
}

/** As an editor that only appends leaves it: the page is empty now, and was not. */
async function withoutPage(pdf: Uint8Array): Promise<Uint8Array> {
  const whole = Buffer.from(await (await PDFDocument.load(pdf)).save({ useObjectStreams: false }))
  const source = whole.toString('latin1')
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(source)?.[1]
  const size = /\/Size (\d+)/.exec(source)?.[1]
  const root = /\/Root (\d+ \d+ R)/.exec(source)?.[1]
  const pages = [...source.matchAll(/\n(\d+) 0 obj\n((?:(?!endobj)[\s\S])*?)endobj/g)]
  const [, number = '', head = ''] = pages.find(([, , inner = '']) => /\/Type \/Page\s/.test(inner)) ?? []
  const object = `${number} 0 obj\n${head.replace(/\/Contents (?:\[[^\]]*\]|\d+ \d+ R)/, '')}\nendobj\n`
  const table = `xref\n${number} 1\n${String(whole.length).padStart(10, '0')} 00000 n \n`
  const trailer = `trailer\n<< /Size ${size} /Root ${root} /Prev ${start} >>\nstartxref\n${whole.length + object.length}\n%%EOF\n`
  return new Uint8Array(Buffer.concat([whole, Buffer.from(object + table + trailer, 'latin1')]))
}

type Drawn = Readonly<{ page: PDFPage; font: PDFFont }>

/** A page of Latin letters, on which boxes, pictures and white letters are drawn. */
export async function drawnPdf(draw: (on: Drawn) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage([400, 200])
  const font = await document.embedFont('Helvetica')
  page.drawText('Report of the year', { x: 20, y: 160, size: 14, font })
  draw({ page, font })
  return document.save()
}

export const NUMBER = '11010519491231002X'
export const BLACK = rgb(0, 0, 0)
export const WHITE = rgb(1, 1, 1)
export const INVISIBLE = TextRenderingMode.Invisible
