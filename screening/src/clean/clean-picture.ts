import { withoutJpegData } from '../redaction/picture-data.ts'

export type PictureKind = 'png' | 'jpeg' | 'gif'

/** What may stand in a text, by the bytes it begins with; a name proves nothing. */
export function pictureKind(bytes: Uint8Array): PictureKind | undefined {
  const begins = (mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte)
  if (begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (begins([0xff, 0xd8, 0xff])) return 'jpeg'
  return begins([0x47, 0x49, 0x46, 0x38]) ? 'gif' : undefined
}

/**
 * 清除图片信息: the picture without place, camera, author, thumbnail and remarks, and without what hangs on behind it. How
 * it is to be turned stays. `undefined` for what is none of the three kinds, or is cut off.
 */
export function cleanPicture(bytes: Uint8Array): Uint8Array | undefined {
  switch (pictureKind(bytes)) {
    case 'png':
      return cleanPng(bytes)
    case 'jpeg':
      return cleanJpeg(bytes)
    case 'gif':
      return cleanGif(bytes)
    case undefined:
      return undefined
  }
}

/** Chunks that tell how the picture looks; all others tell about it. */
const SEEN = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|bKGD|pHYs|acTL|fcTL|fdAT)$/

function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const kept = [view.subarray(0, 8)]
  for (let at = 8; at + 12 <= view.length; ) {
    const end = at + 12 + view.readUInt32BE(at)
    const kind = view.toString('latin1', at + 4, at + 8)
    if (end > view.length) return undefined
    if (SEEN.test(kind)) kept.push(view.subarray(at, end))
    if (kind === 'IEND') return new Uint8Array(Buffer.concat(kept))
    at = end
  }
  return undefined
}

function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = view.lastIndexOf(Buffer.from([0xff, 0xd9]))
  if (end === -1) return undefined
  const bare = withoutJpegData(view.subarray(0, end + 2))
  const turned = orientationOf(view)
  if (turned === 1) return bare
  return new Uint8Array(Buffer.concat([bare.subarray(0, 2), turnedBy(turned), bare.subarray(2)]))
}

/** How a picture was held, 1 to 8 as EXIF counts; 1 is upright, and what none but a JPEG can differ from. */
export function pictureTurn(bytes: Uint8Array): number {
  if (pictureKind(bytes) !== 'jpeg') return 1
  return orientationOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
}

/** 1 to 8, as a camera writes how it was held; 1 where it says nothing. */
function orientationOf(jpeg: Buffer): number {
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; ) {
    const size = jpeg.readUInt16BE(at + 2)
    const segment = jpeg.subarray(at + 4, at + 2 + size)
    if (jpeg[at + 1] === 0xe1 && segment.toString('latin1', 0, 4) === 'Exif')
      return inExif(segment.subarray(6))
    at += 2 + size
  }
  return 1
}

function inExif(tiff: Buffer): number {
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number) =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const u32 = (at: number) =>
    at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)
  const start = u32(4)
  for (let index = 0; index < Math.min(u16(start), 200); index++) {
    const at = start + 2 + index * 12
    if (u16(at) !== 0x112) continue
    const value = u16(at + 8)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** A segment that holds this one number and nothing else. */
function turnedBy(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a000000080001011200030000000100000000' + '00000000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  const segment = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(segment.length + 2, 2)
  return Buffer.concat([head, segment])
}

function cleanGif(bytes: Uint8Array): Uint8Array | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const colours = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))
  const head = 13 + colours(view[10] ?? 0)
  const kept = [view.subarray(0, head)]
  for (let at = head; at < view.length; ) {
    if (view[at] === 0x3b) return new Uint8Array(Buffer.concat([...kept, Buffer.from([0x3b])]))
    const isPicture = view[at] === 0x2c
    if (!isPicture && view[at] !== 0x21) return undefined
    const blocks = isPicture ? at + 11 + colours(view[at + 9] ?? 0) : at + 2
    const end = endOfBlocks(view, blocks)
    if (end > view.length) return undefined
    const label = view[at + 1]
    // Comments, plain text and what programs leave go; how it moves and how often it repeats stays.
    const repeats =
      label === 0xff && /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(view.toString('latin1', at + 3, at + 14))
    if (isPicture || label === 0xf9 || repeats) kept.push(view.subarray(at, end))
    at = end
  }
  return undefined
}

function endOfBlocks(view: Buffer, from: number): number {
  let at = from
  while (at < view.length && view[at] !== 0) at += (view[at] ?? 0) + 1
  return at + 1
}

/** Width and height in pixels; `undefined` where the bytes do not say. */
export function pictureSize(bytes: Uint8Array): Readonly<{ width: number; height: number }> | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  switch (pictureKind(bytes)) {
    case 'png':
      return view.length < 24 ? undefined : { width: view.readUInt32BE(16), height: view.readUInt32BE(20) }
    case 'gif':
      return view.length < 10 ? undefined : { width: view.readUInt16LE(6), height: view.readUInt16LE(8) }
    case 'jpeg':
      return jpegSize(view)
    case undefined:
      return undefined
  }
}

function jpegSize(view: Buffer): Readonly<{ width: number; height: number }> | undefined {
  for (let at = 2; at + 9 <= view.length && view[at] === 0xff; ) {
    const marker = view[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.readUInt16BE(at + 7), height: view.readUInt16BE(at + 5) }
    at += 2 + view.readUInt16BE(at + 2)
  }
  return undefined
}
