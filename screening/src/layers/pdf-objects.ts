import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { decodeText } from './decode-text.ts'
import { readImage } from './image-layers.ts'
import { addHidden, addText, addWithin, type FileLayers } from './layer.ts'

const NOBODY = /^(?:administrator|admin|user|pc|lenovo|微软用户|windows 用户|wps|)$/i

/**
 * PDF 的每一个对象: strings of every dictionary (notes, forms, bookmarks, alternative texts, scripts, layers, names),
 * also of objects that no page reaches, the XMP packet, and what camera pictures say of themselves.
 */
export async function readPdfObjects(layers: FileLayers, bytes: Uint8Array): Promise<void> {
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
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    collect(object, strings, scripts)
    if (!(object instanceof PDFRawStream)) continue
    const kind = object.dict.get(PDFName.of('Subtype'))?.toString()
    const filter = object.dict.get(PDFName.of('Filter'))?.toString() ?? ''
    if (kind === '/Image' && filter.includes('DCTDecode')) {
      pictures += 1
      addWithin(layers, `图片${pictures}`, readImage(object.contents))
    } else if (kind === '/XML' || object.dict.get(PDFName.of('Type'))?.toString() === '/Metadata')
      addText(
        layers,
        '文件属性（XMP）',
        unpacked(object, filter)
          .replace(/\s[\w:]+="([^"]*)"/g, '\n$1\n')
          .replace(/<[^>]*>/g, '\n')
          .replace(/\s*\n\s*/g, '\n'),
      )
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

function unpacked(stream: PDFRawStream, filter: string): string {
  try {
    return decodeText(filter.includes('FlateDecode') ? inflateSync(stream.contents) : stream.contents)
  } catch {
    return ''
  }
}
