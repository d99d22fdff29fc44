import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { RedactionFault } from '../redaction/mark.ts'
import { openPdf } from '../redaction/pdf-pages.ts'
import { UnreadableFile } from './archive.ts'
import { addHidden, addText, addWithin, type FileLayers, noLayers } from './layer.ts'
import { coveredTexts } from './pdf-covered.ts'
import { type ReadInner, readPdfObjects } from './pdf-objects.ts'

/** PDF 文件: pages, text under boxes, notes, forms, properties, bookmarks, attachments, layers, scripts, earlier versions. */
export async function readPdf(bytes: Uint8Array, readInner: ReadInner): Promise<FileLayers> {
  const layers = noLayers()
  const document = await open(bytes)
  const shown: string[] = []
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      shown.push(await readPage(layers, page, number))
      page.cleanup()
    }
    await readRest(layers, document, readInner)
  } finally {
    await document.loadingTask.destroy()
  }
  if (shown.every((text) => text.trim() === '') && shown.length > 0)
    layers.unread.push({ where: '页面', why: '页面是扫描的图像，没有文字可以检查，请人工核对' })
  await readPdfObjects(layers, bytes, readInner)
  await readEarlier(layers, bytes)
  return layers
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await openPdf(bytes)
  } catch (error) {
    if (error instanceof RedactionFault) throw new UnreadableFile(error.message, { cause: error })
    throw error
  }
}

async function readPage(layers: FileLayers, page: PDFPageProxy, number: number): Promise<string> {
  const where = `第${number}页`
  const text = await pageText(page)
  addText(layers, where, text)
  const { covered, unseen, outside } = await coveredTexts(page)
  if (covered !== '')
    layers.hidden.push({
      rule: 'PUB-65',
      level: 'veto',
      where,
      message: '遮盖框下面的文字仍能复制，请用本系统的遮盖功能重新生成文件',
      excerpt: `${covered.slice(0, 1)}${'*'.repeat(Math.min(8, Math.max(1, covered.length - 1)))}`,
    })
  addHidden(layers, `${where}（看不见的文字）`, unseen, '有看不见的文字，请重新生成文件')
  addHidden(layers, `${where}（页面以外的文字）`, outside, '页面以外有文字，请重新生成文件')
  const notes: string[] = []
  const fields: string[] = []
  for (const annotation of await page.getAnnotations()) {
    const words = [annotation.contentsObj?.str, annotation.titleObj?.str, annotation.richText?.str]
    const value = [annotation.fieldValue, annotation.alternativeText, annotation.buttonValue]
      .flat()
      .filter((one) => typeof one === 'string')
    if (annotation.subtype === 'Link') {
      const href = annotation.unsafeUrl ?? annotation.url
      if (typeof href === 'string') layers.links.push({ where, href, text: '', hidden: null })
    } else if (annotation.subtype === 'Widget') fields.push(...value)
    else notes.push(...words.filter((word): word is string => typeof word === 'string'))
  }
  addHidden(layers, `${where}（批注）`, notes.join('\n').trim(), '有批注，请删除后再上传')
  addText(layers, `${where}（表单）`, fields.join('\n'))
  return text
}

/** Text in reading order; a line ends where pdf.js says so, a wide gap is a tab. */
async function pageText(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  let text = ''
  let right = Number.NaN
  let line = Number.NaN
  for (const item of items) {
    if (!('str' in item)) continue
    const x = item.transform[4] as number
    const y = item.transform[5] as number
    const size = item.height || 10
    if (!Number.isNaN(line) && Math.abs(y - line) > size * 0.6) text += text.endsWith('\n') ? '' : '\n'
    else if (x - right > size * 1.5) text += '\t'
    text += item.str
    if (item.hasEOL) text += '\n'
    right = x + item.width
    line = y
  }
  return text.replace(/\n{2,}/g, '\n')
}

async function readRest(layers: FileLayers, document: PDFDocumentProxy, readInner: ReadInner): Promise<void> {
  for (const [id, { filename, description }] of (await document.getAttachments()) ?? new Map()) {
    addHidden(
      layers,
      `内嵌的附件“${filename}”`,
      `${filename}\n${description ?? ''}`,
      '文件中嵌有附件，请删除后再上传',
    )
    const content = await document.getAttachmentContent(id)
    if (content === null) continue
    addWithin(layers, `内嵌的附件“${filename}”`, await readInner(content, filename))
  }
  const outline = (await document.getOutline()) ?? []
  const titles: string[] = []
  const walk = (entries: readonly { title: string; items: readonly unknown[] }[]) => {
    for (const { title, items } of entries) {
      titles.push(title)
      walk(items as readonly { title: string; items: readonly unknown[] }[])
    }
  }
  walk(outline)
  addText(layers, '书签', titles.join('\n'))
}

/** A PDF that was only added to still holds how it was before; each earlier end of file is one. */
async function readEarlier(layers: FileLayers, bytes: Uint8Array): Promise<void> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  // Fonts may say `%%EOF` too, in the tables that they bring along.
  const marks = view.toString('latin1').matchAll(/startxref\s+\d+\s+%%EOF/g)
  const ends = [...marks].map(({ index, 0: mark }) => index + mark.length)
  // A linearised file has an end of file behind its first part, which is no version of its own.
  const isLinear = view.subarray(0, 1024).includes('/Linearized')
  const earlier = ends.slice(isLinear ? 1 : 0, -1).slice(-5)
  for (const [index, end] of earlier.entries()) {
    const where = `以前的版本${index + 1}`
    const texts = await versionTexts(view.subarray(0, end))
    addHidden(layers, where, texts, '文件中留有修改以前的版本，请重新生成文件')
  }
}

async function versionTexts(bytes: Uint8Array): Promise<string> {
  let document: PDFDocumentProxy
  try {
    document = await openPdf(bytes)
  } catch {
    return ''
  }
  try {
    const texts: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      texts.push(await pageText(await document.getPage(number)))
    }
    return texts.join('\n')
  } catch {
    return ''
  } finally {
    await document.loadingTask.destroy()
  }
}
