import { PDFArray, PDFName, PDFRawStream } from '@cantoo/pdf-lib'

const JPEG = PDFName.of('DCTDecode')
/** Segments that tell how a picture is to be shown: JFIF, colour profile, Adobe's kind of colours. */
const SHOWN_BY: readonly number[] = [0xe0, 0xe2, 0xee]
const START_OF_SCAN = 0xda
const COMMENT = 0xfe

/** 拍摄信息: a JPEG of a page without place, camera, time, thumbnail and remarks. */
export function withoutPictureData(stream: PDFRawStream): PDFRawStream {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  if (only !== JPEG) return stream
  const bare = withoutJpegData(stream.contents)
  if (bare.length === stream.contents.length) return stream
  stream.dict.set(PDFName.of('Length'), stream.dict.context.obj(bare.length))
  return PDFRawStream.of(stream.dict, bare)
}

export function withoutJpegData(jpeg: Uint8Array): Uint8Array {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return jpeg
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)]
  let at = 2
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0
    if (marker === START_OF_SCAN) break
    const end = at + 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0))
    const isData = (marker >= 0xe0 && marker <= 0xef && !SHOWN_BY.includes(marker)) || marker === COMMENT
    if (!isData) kept.push(jpeg.subarray(at, end))
    at = end
  }
  kept.push(jpeg.subarray(at))
  return new Uint8Array(Buffer.concat(kept))
}
