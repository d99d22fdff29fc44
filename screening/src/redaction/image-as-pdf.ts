import { PDFDocument } from '@cantoo/pdf-lib'
import { RedactionFault } from './mark.ts'

const POINTS_PER_DOT = 72 / 200
/** No page is longer than this many inches, however many points a camera gave it. */
const LONGEST = 14 * 72

/** A picture as a PDF of one page, so that it is masked like any other; data of the camera goes when it is redrawn. */
export async function imageAsPdf(bytes: Uint8Array, kind: 'jpeg' | 'png'): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  try {
    const image = kind === 'png' ? await document.embedPng(bytes) : await document.embedJpg(bytes)
    const longest = Math.max(image.width, image.height) * POINTS_PER_DOT
    const scale = POINTS_PER_DOT * Math.min(1, LONGEST / longest)
    const [width, height] = [image.width * scale, image.height * scale]
    document.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height })
  } catch (error) {
    throw new RedactionFault('图片已损坏或没有传完整，请重新取得文件后再试', { cause: error })
  }
  return document.save()
}
