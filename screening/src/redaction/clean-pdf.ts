import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { coveredTexts } from '../layers/pdf-covered.ts'
import { withoutPictureData } from './picture-data.ts'

/** What a page or a thing on it may say about its making, do, or carry along. */
const DATA = [
  ...['Metadata', 'PieceInfo', 'LastModified', 'AF', 'OPI', 'Ref', 'Thumb', 'Properties'],
  ...['Annots', 'A', 'AA', 'B', 'StructParents', 'StructParent', 'Tabs', 'Trans', 'Dur'],
].map((key) => PDFName.of(key))

/**
 * 净化而保留文字: the pages with their text, and nothing else of the file: no data, annotations, attachments, layers,
 * scripts or earlier revisions. Answers why not, where something is shown by what would go, or written where nobody
 * sees it; then only pictures of the pages are safe.
 */
export async function cleanPdf(
  original: Uint8Array,
  opened: PDFDocumentProxy,
): Promise<Readonly<{ pdf: Uint8Array }> | Readonly<{ why: string }>> {
  const why = await whyNot(opened)
  if (why !== null) return { why }
  const from = await PDFDocument.load(original, { updateMetadata: false }).catch(() => null)
  if (from === null) return { why: '文件的内部结构不规范' }
  const made = await PDFDocument.create({ updateMetadata: false })
  for (const page of await made.copyPages(from, from.getPageIndices())) made.addPage(page)
  delete made.context.trailerInfo.Info
  const kept = reachable(made)
  for (const [ref, object] of made.context.enumerateIndirectObjects()) {
    if (!kept.has(ref)) made.context.delete(ref)
    else if (object instanceof PDFRawStream) made.context.assign(ref, withoutPictureData(object))
  }
  return { pdf: await made.save({ useObjectStreams: false, addDefaultPage: false }) }
}

/** Takes the data off everything that the pages need, and answers what that is. */
function reachable(made: PDFDocument): ReadonlySet<PDFRef> {
  const kept = new Set<PDFRef>()
  const look = (object: PDFObject | undefined): void => {
    if (object instanceof PDFRef) {
      if (kept.has(object)) return
      kept.add(object)
      look(made.context.lookup(object))
    } else if (object instanceof PDFArray) {
      for (const item of object.asArray()) look(item)
    } else if (object instanceof PDFStream) {
      look(object.dict)
    } else if (object instanceof PDFDict) {
      for (const key of DATA) object.delete(key)
      for (const [, value] of object.entries()) look(value)
    }
  }
  look(made.context.trailerInfo.Root)
  return kept
}

async function whyNot(document: PDFDocumentProxy): Promise<string | null> {
  if ([...(await document.getOptionalContentConfig())].length > 0) return '含有图层'
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const shown = (await page.getAnnotations()).some(
      ({ subtype }) => subtype !== 'Link' && subtype !== 'Popup',
    )
    if (shown) return `第${number}页有批注、印章或者表单`
    const { covered, unseen, outside } = await coveredTexts(page)
    if (covered !== '') return `第${number}页有被遮挡的文字`
    if (unseen !== '') return `第${number}页有看不见的文字`
    if (outside !== '') return `第${number}页有页面以外的文字`
    page.cleanup()
  }
  return null
}
