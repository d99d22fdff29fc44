import { deflateSync } from 'node:zlib'
import { PLANTED, type Plant } from './planted.ts'

const segment = (marker: number, data: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}
/** The smallest file that begins and ends like a JPEG; its pixels do not matter here. */
export const jpeg = (...segments: readonly Buffer[]) =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, Buffer.from([0xff, 0xda, 0, 2, 1, 0xff, 0xd9])])

/** A TIFF of one directory with one entry of words. */
function tiff(tag: number, data: Buffer, kind = 2): Buffer {
  const head = Buffer.alloc(26)
  head.write('II')
  head.writeUInt16LE(42, 2)
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(1, 8)
  head.writeUInt16LE(tag, 10)
  head.writeUInt16LE(kind, 12)
  head.writeUInt32LE(data.length, 14)
  head.writeUInt32LE(26, 18)
  return Buffer.concat([head, data])
}

/** A directory that leads to one of places: 32 degrees north. */
function place(): Buffer {
  const out = Buffer.alloc(26 + 18 + 24)
  out.write('II')
  out.writeUInt16LE(42, 2)
  out.writeUInt32LE(8, 4)
  out.writeUInt16LE(1, 8)
  out.writeUInt16LE(0x8825, 10)
  out.writeUInt16LE(4, 12)
  out.writeUInt32LE(1, 14)
  out.writeUInt32LE(26, 18)
  out.writeUInt16LE(1, 26)
  out.writeUInt16LE(2, 28)
  out.writeUInt16LE(5, 30)
  out.writeUInt32LE(3, 32)
  out.writeUInt32LE(44, 36)
  out.writeUInt32LE(32, 44)
  out.writeUInt32LE(1, 48)
  return out
}

const exif = (data: Buffer) => segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), data]))
const UTF8 = Buffer.from(PLANTED)
const WIDE = Buffer.from(PLANTED, 'utf16le')

function chunk(kind: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length)
  head.write(kind, 4)
  return Buffer.concat([head, data, Buffer.alloc(4)])
}
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const png = (...chunks: readonly Buffer[]) =>
  Buffer.concat([SIGNATURE, ...chunks, chunk('IEND', Buffer.alloc(0))])
const riff = (kind: string, data: Buffer) => {
  const head = Buffer.alloc(20)
  head.write('RIFF')
  head.writeUInt32LE(12 + data.length, 4)
  head.write('WEBP', 8)
  head.write(kind, 12)
  head.writeUInt32LE(data.length, 16)
  return Buffer.concat([head, data])
}
const iptc = () => {
  const head = Buffer.from([0x1c, 2, 120, 0, 0])
  head.writeUInt16BE(UTF8.length, 3)
  return segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), head, UTF8]))
}
const XMP = Buffer.from(`<x:xmpmeta><rdf:li>${PLANTED}</rdf:li></x:xmpmeta>`)

// biome-ignore format: a table
const LAYERS: readonly (readonly [string, string, string, Buffer])[] = [
  ['description', '图.jpg', '图片信息（图片说明）', jpeg(exif(tiff(0x010e, UTF8)))],
  ['artist', '图.jpg', '图片信息（作者）', jpeg(exif(tiff(0x013b, UTF8)))],
  ['copyright', '图.jpg', '图片信息（版权）', jpeg(exif(tiff(0x8298, UTF8)))],
  ['comment of the user', '图.jpg', '图片信息（用户注释）', jpeg(exif(tiff(0x9286, Buffer.concat([Buffer.from('UNICODE\0'), Buffer.from([0xff, 0xfe]), WIDE]), 7)))],
  ['remark of Windows', '图.jpg', '图片信息（备注）', jpeg(exif(tiff(0x9c9c, WIDE, 1)))],
  ['IPTC', '图.jpg', '图片信息（IPTC）', jpeg(iptc())],
  ['XMP', '图.jpg', '图片信息（XMP）', jpeg(segment(0xe1, XMP))],
  ['comment', '图.jpg', '图片信息（注释）', jpeg(segment(0xfe, UTF8))],
  ['behind the picture', '图.jpg', '图片信息（图片之后）', Buffer.concat([jpeg(), UTF8])],
  ['tEXt', '图.png', '图片信息（tEXt）', png(chunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), UTF8])))],
  ['zTXt', '图.png', '图片信息（zTXt）', png(chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(UTF8)])))],
  ['iTXt', '图.png', '图片信息（iTXt）', png(chunk('iTXt', Buffer.concat([Buffer.from('Comment\0\0\0zh\0\0'), UTF8])))],
  ['eXIf', '图.png', '图片信息（图片说明）', png(chunk('eXIf', tiff(0x010e, UTF8)))],
  ['EXIF of WebP', '图.webp', '图片信息（图片说明）', riff('EXIF', tiff(0x010e, UTF8))],
]

export const IMAGE_PLANTS: readonly Plant[] = LAYERS.map(([layer, name, where, bytes]) => ({
  layer: `image: ${layer}`,
  name,
  where,
  bytes: new Uint8Array(bytes),
}))

export const WITH_PLACE = new Uint8Array(jpeg(exif(place())))
