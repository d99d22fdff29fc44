import { inflateSync } from 'node:zlib'
import { decodeText, withoutControls } from './decode-text.ts'
import { readExif } from './exif.ts'
import { addPlace, addText, type FileLayers, noLayers, PICTURE } from './layer.ts'

const WHERE = PICTURE

/** 图片的元数据: EXIF with its place, IPTC, XMP, comments, and bytes hung on behind the picture. Pixels are not read. */
export function readImage(bytes: Uint8Array): FileLayers {
  const layers = noLayers()
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (view[0] === 0xff && view[1] === 0xd8) readJpeg(layers, view)
  else if (view.subarray(1, 4).toString('latin1') === 'PNG') readPng(layers, view)
  else if (view.subarray(0, 4).toString('latin1') === 'RIFF') readWebp(layers, view)
  else readExif(layers, view)
  addXmp(layers, view)
  return layers
}

function readJpeg(layers: FileLayers, view: Buffer): void {
  let at = 2
  while (at + 4 <= view.length && view[at] === 0xff) {
    const marker = view[at + 1] ?? 0
    if (marker === 0xda) break
    const size = view.readUInt16BE(at + 2)
    const segment = view.subarray(at + 4, at + 2 + size)
    if (marker === 0xe1 && segment.subarray(0, 4).toString('latin1') === 'Exif')
      readExif(layers, segment.subarray(6))
    if (marker === 0xed) addText(layers, `${WHERE}（IPTC）`, iptcText(segment))
    if (marker === 0xfe) addText(layers, `${WHERE}（注释）`, decodeText(segment))
    at += 2 + size
  }
  const end = view.lastIndexOf(Buffer.from([0xff, 0xd9]))
  if (end !== -1) addTail(layers, view.subarray(end + 2))
}

function readPng(layers: FileLayers, view: Buffer): void {
  let at = 8
  while (at + 12 <= view.length) {
    const size = view.readUInt32BE(at)
    const kind = view.subarray(at + 4, at + 8).toString('latin1')
    const data = view.subarray(at + 8, at + 8 + size)
    if (kind === 'tEXt') addText(layers, `${WHERE}（${kind}）`, decodeText(data).replaceAll('\0', '：'))
    if (kind === 'zTXt') addText(layers, `${WHERE}（${kind}）`, unpacked(data, data.indexOf(0) + 2))
    if (kind === 'iTXt') addText(layers, `${WHERE}（${kind}）`, internationalText(data))
    if (kind === 'eXIf') readExif(layers, data)
    at += 12 + size
    if (kind === 'IEND') break
  }
  addTail(layers, view.subarray(at))
}

function internationalText(data: Buffer): string {
  const name = data.indexOf(0)
  const packed = data[name + 1] === 1
  const start = data.indexOf(0, data.indexOf(0, name + 3) + 1) + 1
  return packed ? unpacked(data, start) : data.subarray(start).toString('utf8')
}

function readWebp(layers: FileLayers, view: Buffer): void {
  let at = 12
  while (at + 8 <= view.length) {
    const kind = view.subarray(at, at + 4).toString('latin1')
    const size = view.readUInt32LE(at + 4)
    if (kind === 'EXIF') readExif(layers, view.subarray(at + 8, at + 8 + size))
    at += 8 + size + (size % 2)
  }
}

/** 8BIM blocks hold datasets that begin with 1C 02; each is a text with its length. */
function iptcText(segment: Buffer): string {
  const lines: string[] = []
  for (let at = 0; at + 5 < segment.length; at++) {
    if (segment[at] !== 0x1c || segment[at + 1] !== 2) continue
    const size = segment.readUInt16BE(at + 3)
    if (at + 5 + size > segment.length) continue
    lines.push(decodeText(segment.subarray(at + 5, at + 5 + size)))
    at += 4 + size
  }
  return lines.join('\n')
}

function addXmp(layers: FileLayers, view: Buffer): void {
  const start = view.indexOf('<x:xmpmeta')
  const end = view.indexOf('</x:xmpmeta>')
  if (start === -1 || end < start) return
  const xmp = view.subarray(start, end).toString('utf8')
  addText(layers, `${WHERE}（XMP）`, xmp.replace(/\s[\w:]+="([^"]*)"/g, '\n$1\n').replace(/<[^>]*>/g, '\n'))
  if (/exif:GPSL(?:atitude|ongitude)/.test(xmp)) addPlace(layers, '')
}

function addTail(layers: FileLayers, tail: Buffer): void {
  if (tail.length < 8) return
  const text = decodeText(tail.subarray(0, 200_000))
  addText(layers, `${WHERE}（图片之后）`, withoutControls(text))
  if (!/[\p{Script=Han}\d]{4}/u.test(text)) return
  const message = '图片之后还附有其他内容，请另存图片后再上传'
  layers.hidden.push({ rule: 'PUB-64', level: 'block', where: `${WHERE}（图片之后）`, message, excerpt: '' })
}

function unpacked(data: Buffer, from: number): string {
  try {
    return decodeText(inflateSync(data.subarray(from)))
  } catch {
    return ''
  }
}
