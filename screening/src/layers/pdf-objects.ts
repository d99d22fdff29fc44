import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { decodeText } from './decode-text.ts'
import { readImage, xmpWords } from './image-layers.ts'
import { addHidden, addText, addWithin, type FileLayers } from './layer.ts'
import { allWords, parseXml } from './markup.ts'

/** Reads a file within a file by its name. */
export type ReadInner = (bytes: Uint8Array, name: string) => Promise<FileLayers>

const NOBODY = /^(?:administrator|admin|user|pc|lenovo|微软用户|windows 用户|wps|)$/i

/**
 * PDF 的每一个对象: strings of every dictionary (notes, forms, bookmarks, alternative texts, scripts, layers, names),
 * also of objects that no page reaches, the XMP packet, and what camera pictures say of themselves.
 */
export async function readPdfObjects(
  layers: FileLayers,
  bytes: Uint8Array,
  readInner: ReadInner,
): Promise<void> {
  let document: PDFDocument
  try {
    document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false })
  } catch {
    layers.unread.push({ where: '文件结构', why: '文件的结构不完整，只检查了页面上的文字' })
    return
  }
  const strings = new Set<string>()
  const scripts = new Set<string>()
  let pictures = 0
  const codes = scriptStreams(document)
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    collect(object, strings, scripts)
    if (!(object instanceof PDFRawStream)) continue
    await readStream(layers, object, { strings, scripts: codes.has(ref.tag) ? scripts : null, readInner })
    const kind = object.dict.get(PDFName.of('Subtype'))?.toString()
    const filter = object.dict.get(PDFName.of('Filter'))?.toString() ?? ''
    if (kind === '/Image' && filter.includes('DCTDecode')) {
      pictures += 1
      addWithin(layers, `图片${pictures}`, readImage(object.contents))
    } else if (kind === '/XML' || object.dict.get(PDFName.of('Type'))?.toString() === '/Metadata')
      addText(layers, '文件属性（XMP）', xmpWords(unpacked(object)))
  }
  const info = document.context.lookup(document.context.trailerInfo.Info)
  const author = info instanceof PDFDict ? stringOf(info.get(PDFName.of('Author'))) : ''
  if (!NOBODY.test(author.trim()))
    layers.hidden.push({
      rule: 'PUB-64',
      level: 'block',
      where: '文件属性',
      message: '文件属性中有作者，请清除后再上传',
      excerpt: `${author.slice(0, 1)}**`,
    })
  addText(layers, '文件属性和对象', [...strings].join('\n'))
  addHidden(layers, '脚本', [...scripts].join('\n'), '文件中有脚本，请删除后再上传')
}

function collect(object: PDFObject | undefined, strings: Set<string>, scripts: Set<string>): void {
  if (object instanceof PDFString || object instanceof PDFHexString) {
    const text = stringOf(object)
    if (/[\p{L}\d]/u.test(text)) strings.add(text)
    if (/%[0-9A-F]{2}/i.test(text)) strings.add(decoded(text))
  } else if (object instanceof PDFArray)
    for (const entry of object.asArray()) collect(entry, strings, scripts)
  else if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      if (key === PDFName.of('JS')) scripts.add(stringOf(value))
      // Names of layers and styles say words too; digests and ids of the file do not.
      if (key !== PDFName.of('ID')) collect(value, strings, scripts)
    }
  } else if (object instanceof PDFStream) collect(object.dict, strings, scripts)
}

/** Text of a string object; UTF-8 that was written where Latin was meant is read as what it is. */
function stringOf(object: PDFObject | undefined): string {
  if (!(object instanceof PDFString) && !(object instanceof PDFHexString)) return ''
  try {
    const raw = object.asBytes()
    return raw[0] === 0xfe || raw[0] === 0xff ? object.decodeText() : decodeText(raw)
  } catch {
    return ''
  }
}

type StreamPlace = Readonly<{ strings: Set<string>; scripts: Set<string> | null; readInner: ReadInner }>

/** Files hung on notes, forms in XML, scripts, and words that stand for a picture within the text of a page. */
async function readStream(layers: FileLayers, stream: PDFRawStream, place: StreamPlace): Promise<void> {
  const type = stream.dict.get(PDFName.of('Type'))?.toString()
  const kind = stream.dict.get(PDFName.of('Subtype'))?.toString()
  if (kind === '/Image' || type === '/Metadata' || type === '/ObjStm' || type === '/XRef') return
  if (stream.dict.has(PDFName.of('Length1')) || /Type0C|Type1C|OpenType/.test(kind ?? '')) return // a font
  if (type === '/EmbeddedFile') {
    const inner = await place.readInner(bytesOf(stream), '文件中的文件')
    const texts = new Set(layers.texts.map(({ text }) => text))
    // What the list of attachments named already was read there.
    if (inner.texts.every(({ text, where }) => where === '文件名' || texts.has(text))) return
    addHidden(layers, '批注所带的文件', '文件', '文件中嵌有附件，请删除后再上传')
    addWithin(layers, '批注所带的文件', inner)
    return
  }
  const text = unpacked(stream)
  if (place.scripts !== null) place.scripts.add(text)
  else if (/^\s*<(?:\?xml|xdp:|template|form|datasets|xfa:)/.test(text))
    addText(layers, '表单（XFA）', allWords(parseXml(text)))
  else for (const words of text.matchAll(INSTEAD)) place.strings.add(literal(words[1] ?? ''))
}

/** `/Span <</ActualText (…)>> BDC`: what a program copies in the place of what is drawn. */
const INSTEAD = /\/(?:ActualText|Alt|E)\s*(\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]+>)/g

function literal(source: string): string {
  return stringOf(
    source.startsWith('<') ? PDFHexString.of(source.slice(1, -1)) : PDFString.of(source.slice(1, -1)),
  )
}

/** Scripts may be streams too; only what points to one says so. */
function scriptStreams(document: PDFDocument): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const script = object instanceof PDFDict ? object.get(PDFName.of('JS')) : undefined
    if (script instanceof PDFRef) found.add(script.tag)
  }
  return found
}

function bytesOf(stream: PDFRawStream): Uint8Array {
  try {
    return decodePDFRawStream(stream).decode()
  } catch {
    return stream.contents
  }
}

function unpacked(stream: PDFRawStream): string {
  return decodeText(bytesOf(stream))
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
