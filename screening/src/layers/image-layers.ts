import { inflateSync } from 'node:zlib'
import { decodeText, withoutControls } from './decode-text.ts'
import { readExif } from './exif.ts'
import { addPlace, addText, type FileLayers, noLayers, PICTURE } from './layer.ts'
import { type MarkupNode, parseXml } from './markup.ts'

const WHERE = PICTURE

/** 图片的元数据: EXIF with its place, IPTC, XMP, comments, and bytes hung on behind the picture. Pixels are not read. */
export function readImage(bytes: Uint8Array): FileLayers {
  const layers = noLayers()
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (view[0] === 0xff && view[1] === 0xd8) readJpeg(layers, view)
  else if (view.subarray(1, 4).toString('latin1') === 'PNG') readPng(layers, view)
  else if (view.subarray(0, 4).toString('latin1') === 'RIFF') readWebp(layers, view)
  else if (view.subarray(0, 4).toString('latin1') === 'GIF8') readGif(layers, view)
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

/** Comments and what programs wrote: blocks of blocks, each with its length before it. */
function readGif(layers: FileLayers, view: Buffer): void {
  let from = 0
  for (;;) {
    const at = view.indexOf(0x21, from)
    if (at === -1) return
    from = at + 1
    const kind = view[at + 1]
    if (kind !== 0xfe && kind !== 0xff && kind !== 0x01) continue
    const pieces: Buffer[] = []
    let block = at + 2
    while (block < view.length && view[block] !== 0) {
      pieces.push(view.subarray(block + 1, block + 1 + (view[block] ?? 0)))
      block += 1 + (view[block] ?? 0)
    }
    addText(layers, `${WHERE}（注释）`, withoutControls(decodeText(Buffer.concat(pieces))))
    if (kind === 0xfe) from = block
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
  for (const xmp of packets(view)) {
    addText(layers, `${WHERE}（XMP）`, xmpWords(xmp))
    if (/exif:GPSL(?:atitude|ongitude)/.test(xmp)) addPlace(layers, '')
  }
}

/** Every packet of the file: a second one holds what did not fit, and old programs write no `x:xmpmeta` around it. */
function packets(view: Buffer): readonly string[] {
  const found: string[] = []
  for (const name of ['x:xmpmeta', 'x:xapmeta', 'rdf:RDF']) {
    let end = 0
    for (;;) {
      const start = view.indexOf(`<${name}`, end)
      if (start === -1) break
      const close = view.indexOf(`</${name}>`, start)
      end = close === -1 ? view.length : close
      found.push(view.subarray(start, end).toString('utf8'))
    }
    if (found.length > 0) return found
  }
  const wide = view.indexOf(Buffer.from('<x:xmpmeta', 'utf16le'))
  return wide === -1 ? [] : [view.subarray(wide, wide + ((view.length - wide) & ~1)).toString('utf16le')]
}

/** The words of a packet, in elements and in attributes, with their entities resolved. */
export function xmpWords(xmp: string): string {
  const lines: string[] = []
  const walk = (node: MarkupNode) => {
    if (node.type === 'text' && node.data?.trim()) lines.push(node.data.trim())
    for (const [key, value] of Object.entries(node.attribs ?? {})) {
      if (!key.startsWith('xmlns')) lines.push(value)
    }
    for (const inner of node.children ?? []) walk(inner)
  }
  walk(parseXml(xmp))
  return lines.join('\n')
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
