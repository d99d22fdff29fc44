import { inflateSync } from 'node:zlib'
import { PDFDict, PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { RedactionFault, type RedactionMark, type RedactionProof } from './mark.ts'
import { drawPage, openPdf } from './pdf-pages.ts'

type Expected = Readonly<{
  pages: number
  marks: readonly RedactionMark[]
  /** Texts that lay under the boxes. */
  removed: readonly string[]
}>

/** What a file made of page pictures may name; everything else is a way by which something could come along. */
const KNOWN_KEYS: ReadonlySet<string> = new Set([
  ...['Type', 'Subtype', 'Pages', 'Kids', 'Count', 'Parent', 'MediaBox', 'Resources', 'Contents'],
  ...['XObject', 'Font', 'ExtGState', 'ColorSpace', 'ProcSet', 'Length', 'Filter', 'DecodeParms'],
  ...['Width', 'Height', 'BitsPerComponent', 'Decode', 'Size', 'Root'],
])

/**
 * 遮盖检验: opens a finished file as a stranger would and looks for what must not be in it. Throws with the first thing
 * found; a file that does not pass is not handed over.
 */
export async function proveRedaction(pdf: Uint8Array, expected: Expected): Promise<RedactionProof> {
  await proveStructure(pdf)
  proveBytes(pdf, expected.removed)
  const document = await openPdf(pdf)
  try {
    if (document.numPages !== expected.pages) fail('页数与原件不一致')
    await proveDocument(document)
    for (let number = 1; number <= document.numPages; number++) {
      await provePage(document, number, expected)
    }
  } finally {
    await document.loadingTask.destroy()
  }
  return {
    pages: expected.pages,
    marks: expected.marks.length,
    removedTexts: expected.removed.length,
    checks: [
      `全文重新生成为${expected.pages}页图像，没有文字层`,
      '没有文件属性、作者、修改记录和历史版本',
      '没有批注、表单、附件、图层、书签、链接和脚本',
      `${expected.marks.length}处遮盖框重新打开后均为全黑`,
      `被遮盖的${expected.removed.length}段文字在生成的文件中均检索不到`,
    ],
  }
}

/** Only pages, pictures and the strokes that place them. */
async function proveStructure(pdf: Uint8Array): Promise<void> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  if (document.context.trailerInfo.Info !== undefined) fail('文件属性没有清除')
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const dictionary = object instanceof PDFStream ? object.dict : object
    if (dictionary instanceof PDFDict) proveDictionary(dictionary)
  }
}

function proveDictionary(dictionary: PDFDict): void {
  for (const [name, value] of dictionary.entries()) {
    const key = name.decodeText()
    const isName = /^Image-[\w-]+$/.test(key)
    if (!isName && !KNOWN_KEYS.has(key)) fail(`含有不应当有的内容（${key}）`)
    if (value instanceof PDFDict) proveDictionary(value)
    if (key === 'Font' && value instanceof PDFDict && value.keys().length > 0) fail('含有文字')
    if (key === 'Subtype' && value !== PDFName.of('Image')) fail('含有图像以外的内容')
  }
}

/** The bytes themselves, and what they unpack to, in the encodings that a text may have. */
function proveBytes(pdf: Uint8Array, removed: readonly string[]): void {
  const raw = Buffer.from(pdf)
  if (raw.toString('latin1').split('%%EOF').length !== 2) fail('含有历史版本')
  const places = [raw, ...unpacked(raw)]
  for (const text of new Set(removed)) {
    // A single character may stand in compressed bytes by chance; the pages have no text layer all the same.
    if ([...text].length < 2) continue
    const forms = [
      Buffer.from(text, 'utf8'),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text, 'utf16le').swap16(),
    ]
    if (forms.some((form) => form.length >= 4 && places.some((place) => place.includes(form))))
      fail('被遮盖的文字仍然存在')
  }
}

function unpacked(raw: Buffer): readonly Buffer[] {
  const found: Buffer[] = []
  for (let at = raw.indexOf('stream'); at !== -1; at = raw.indexOf('stream', at + 6)) {
    const start = raw[at + 6] === 0x0d ? at + 8 : at + 7
    try {
      found.push(inflateSync(raw.subarray(start)))
    } catch {
      // A picture, which the pages show.
    }
  }
  return found
}

async function proveDocument(document: PDFDocumentProxy): Promise<void> {
  const { metadata } = await document.getMetadata()
  if (metadata !== null) fail('文件属性没有清除')
  if ((await document.getAttachments()) !== null) fail('含有附件')
  if ((await document.getOutline()) !== null) fail('含有书签')
  if ((await document.getFieldObjects()) !== null) fail('含有表单')
  if ((await document.getJSActions()) !== null) fail('含有脚本')
  const layers = await document.getOptionalContentConfig()
  if ([...layers].length > 0) fail('含有图层')
}

async function provePage(document: PDFDocumentProxy, number: number, { marks }: Expected): Promise<void> {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  if (items.length > 0) fail(`第${number}页含有文字层`)
  if ((await page.getAnnotations()).length > 0) fail(`第${number}页含有批注`)
  const mine = marks.filter((mark) => mark.page === number)
  if (mine.length > 0) {
    const canvas = await drawPage(page, PROOF_DOTS_PER_INCH)
    const context = canvas.getContext('2d')
    for (const mark of mine) {
      const left = Math.ceil(mark.x * canvas.width) + 1
      const top = Math.ceil(mark.y * canvas.height) + 1
      const width = Math.floor((mark.x + mark.width) * canvas.width) - 1 - left
      const height = Math.floor((mark.y + mark.height) * canvas.height) - 1 - top
      if (width < 1 || height < 1) continue
      if (!isBlack(context.getImageData(left, top, width, height).data))
        fail(`第${number}页有的遮盖框没有盖住`)
    }
  }
  page.cleanup()
}

const PROOF_DOTS_PER_INCH = 100
/** Of 255: what a JPEG may lighten a black point by. */
const BLACK_ENOUGH = 40

function isBlack(points: Uint8ClampedArray): boolean {
  for (let at = 0; at < points.length; at += 4) {
    const [red = 255, green = 255, blue = 255] = points.subarray(at, at + 3)
    if (red > BLACK_ENOUGH || green > BLACK_ENOUGH || blue > BLACK_ENOUGH) return false
  }
  return true
}

function fail(what: string): never {
  throw new RedactionFault(`遮盖后的文件没有通过检验：${what}。文件没有生成，请联系系统管理员`)
}
