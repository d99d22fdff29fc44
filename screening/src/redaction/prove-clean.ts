import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { coveredTexts } from '../layers/pdf-covered.ts'
import { RedactionFault, type RedactionProof } from './mark.ts'
import { openPdf } from './pdf-pages.ts'
import { withoutPictureData } from './picture-data.ts'
import { textItems } from './text-items.ts'

const FORBIDDEN: ReadonlySet<string> = new Set([
  ...['Metadata', 'PieceInfo', 'LastModified', 'AF', 'OPI', 'Thumb', 'Annots', 'AA', 'JS', 'JavaScript'],
  ...['EmbeddedFile', 'EmbeddedFiles', 'Names', 'Outlines', 'AcroForm', 'OCProperties', 'OC', 'OCGs'],
  ...['OpenAction', 'StructTreeRoot', 'ActualText', 'XFA', 'Info', 'Prev'],
])

/**
 * 净化检验: opens a file that keeps its text as a stranger would. Throws with the first thing that must not be there,
 * or that went missing: the text is that of the original, page by page.
 */
export async function proveClean(pdf: Uint8Array, original: PDFDocumentProxy): Promise<RedactionProof> {
  if (Buffer.from(pdf).toString('latin1').split('startxref').length !== 2) fail('含有历史版本')
  await proveObjects(pdf)
  const document = await openPdf(pdf)
  try {
    if (document.numPages !== original.numPages) fail('页数与原件不一致')
    const { metadata } = await document.getMetadata()
    if (metadata !== null) fail('文件属性没有清除')
    if ((await document.getAttachments()) !== null) fail('含有附件')
    if ((await document.getOutline()) !== null) fail('含有书签')
    if ((await document.getFieldObjects()) !== null) fail('含有表单')
    if ((await document.getJSActions()) !== null) fail('含有脚本')
    if ([...(await document.getOptionalContentConfig())].length > 0) fail('含有图层')
    for (let number = 1; number <= document.numPages; number++) await provePage(document, original, number)
  } finally {
    await document.loadingTask.destroy()
  }
  return {
    pages: original.numPages,
    marks: 0,
    removedTexts: 0,
    checks: [
      `没有遮盖框，保留文字层，共${original.numPages}页，文字与原件逐页一致`,
      '没有被遮挡、看不见或者页面以外的文字',
      '没有文件属性、作者、修改记录和历史版本，图片中的拍摄信息已经清除',
      '没有批注、表单、附件、图层、书签、链接和脚本',
    ],
  }
}

async function provePage(document: PDFDocumentProxy, original: PDFDocumentProxy, number: number) {
  const page = await document.getPage(number)
  const before = await original.getPage(number)
  const textOf = async (of: typeof page) => (await textItems(of)).map(({ text }) => text).join('\n')
  if ((await textOf(page)) !== (await textOf(before))) fail(`第${number}页的文字与原件不一致`)
  if ((await page.getAnnotations()).length > 0) fail(`第${number}页含有批注`)
  const { covered, unseen, outside } = await coveredTexts(page)
  if (covered !== '' || unseen !== '' || outside !== '') fail(`第${number}页含有看不见的文字`)
  page.cleanup()
}

async function proveObjects(pdf: Uint8Array): Promise<void> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  if (document.context.trailerInfo.Info !== undefined) fail('文件属性没有清除')
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    proveDictionary(object instanceof PDFStream ? object.dict : object)
    if (object instanceof PDFRawStream && withoutPictureData(object) !== object) fail('图片含有拍摄信息')
  }
}

function proveDictionary(object: unknown): void {
  if (!(object instanceof PDFDict)) return
  for (const [name, value] of object.entries()) {
    if (FORBIDDEN.has(name.decodeText())) fail(`含有不应当有的内容（${name.decodeText()}）`)
    if (name === PDFName.of('Type') && value === PDFName.of('Metadata')) fail('含有文件属性')
    proveDictionary(value)
  }
}

function fail(what: string): never {
  throw new RedactionFault(`净化后的文件没有通过检验：${what}。文件没有生成，请联系系统管理员`)
}
