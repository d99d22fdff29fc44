import { type ArchiveParts, openArchive, UnreadableFile } from './archive.ts'
import { decodeText, withEscapes, withoutControls } from './decode-text.ts'
import { readDocx } from './docx-layers.ts'
import { readHtmlBytes } from './html-layers.ts'
import { readImage } from './image-layers.ts'
import { addHidden, addText, addWithin, type FileLayers, noLayers } from './layer.ts'
import { readOtherPart, readProperties, readRelations } from './office-parts.ts'
import { readOldOffice } from './old-office.ts'
import { readPdf } from './pdf-layers.ts'
import { rtfText } from './rtf-text.ts'
import { readXlsx } from './xlsx-layers.ts'

/** Files within files within files: deeper than this nobody packs in good faith. */
const DEEPEST = 4

/** 读出文件的每一层. Never throws for what a file holds: what cannot be read stands in `unread`. */
export async function readLayers(bytes: Uint8Array, name: string, depth = 0): Promise<FileLayers> {
  const layers = noLayers()
  addText(layers, '文件名', name.replace(/^.*[/\\]/, ''))
  if (depth > DEEPEST) {
    layers.unread.push({ where: '文件', why: '文件嵌套过深，没有检查' })
    return layers
  }
  try {
    const inner = await readKind(bytes, name, depth)
    layers.texts.push(...inner.texts)
    layers.hidden.push(...inner.hidden)
    layers.links.push(...inner.links)
    layers.unread.push(...inner.unread)
  } catch (error) {
    const why =
      error instanceof UnreadableFile ? error.message : '文件写法异常，没有读完，请重新取得文件后再试'
    layers.unread.push({ where: '文件', why })
  }
  return layers
}

async function readKind(bytes: Uint8Array, name: string, depth: number): Promise<FileLayers> {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (bytes.length === 0) throw new UnreadableFile('文件是空的，请检查后重新提供')
  if (head.startsWith('PK\x03\x04')) return readArchive(bytes, depth)
  if (head.includes('%PDF-'))
    return readPdf(bytes, (inner, innerName) => readLayers(inner, innerName, depth + 1))
  if (/^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|II\*\0|MM\0\*|BM)/s.test(head))
    return withPixels(readImage(bytes))
  if (head.startsWith('\xd0\xcf\x11\xe0')) return oldOffice(bytes)
  const layers = noLayers()
  if (head.startsWith('{\\rtf')) addText(layers, '正文', rtfText(bytes))
  else if (isHtml(head, name)) return readHtmlBytes(bytes)
  else if (/^\s*<\?xml|\.(?:xml|svg)$/i.test(head.slice(0, 40)) || /\.(?:xml|svg)$/i.test(name))
    readOtherPart(layers, { [name]: bytes }, name, '正文')
  else {
    const text = decodeText(bytes)
    addText(layers, '正文', withoutControls(withEscapes(text)))
    if (isBinary(text))
      layers.unread.push({ where: '文件', why: '这种格式的文件没有逐层检查，请另存为常用格式后再提供' })
  }
  return layers
}

/** Of text hardly a sign in a hundred is a control character; of anything else many are. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  return (sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g) ?? []).length > sample.length / 100
}

function isHtml(head: string, name: string): boolean {
  return (
    /\.(?:html?|shtml|xhtml|mht)$/i.test(name) ||
    /^\s*(?:\xef\xbb\xbf)?<(?:!doctype html|html|head|body|div|p|table|meta)\b/i.test(head)
  )
}

function withPixels(layers: FileLayers): FileLayers {
  layers.unread.push({ where: '画面', why: '图片画面上的文字没有检查，请人工核对' })
  return layers
}

function oldOffice(bytes: Uint8Array): FileLayers {
  const layers = noLayers()
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length, 4_000_000) & ~1))
  if (names.includes('EncryptedPackage'))
    throw new UnreadableFile('文件设有密码，没有检查，请去掉密码后再提供')
  readOldOffice(layers, bytes)
  return layers
}

const PICTURE = /\.(?:jpe?g|png|gif|webp|tiff?|bmp)$/i
const INNER = /\.(?:docx|xlsx|xlsm|pptx|pdf|doc|xls|ppt|wps|et|ofd|zip|html?|rtf|txt|csv|bin|dat)$/i

async function readArchive(bytes: Uint8Array, depth: number): Promise<FileLayers> {
  const parts = openArchive(bytes)
  const layers = noLayers()
  const paths = Object.keys(parts)
  const isWord = paths.some((path) => /^word\/document/.test(path))
  const isBook = paths.some((path) => /^xl\/workbook/.test(path))
  const isOffice = isWord || isBook || parts['[Content_Types].xml'] !== undefined
  readProperties(layers, parts)
  if (isWord) readDocx(layers, parts)
  else if (isBook) readXlsx(layers, parts)
  else readUnknownArchive(layers, parts, isOffice)
  if (isOffice) readRelations(layers, parts)
  await readInnerFiles(layers, parts, { isOffice, depth })
  return layers
}

/** OFD, ODF, slides and plain archives: the words of every XML part. */
function readUnknownArchive(layers: FileLayers, parts: ArchiveParts, isOffice: boolean): void {
  for (const path of Object.keys(parts)) {
    if (!/\.xml$/i.test(path) || /\[Content_Types\]|theme\//.test(path)) continue
    const unseen = isOffice ? whyUnseen(path, parts[path] as Uint8Array) : null
    if (unseen !== null) {
      const inner = noLayers()
      readOtherPart(inner, parts, path)
      for (const { where, text } of inner.texts) addHidden(layers, where, text, unseen)
    } else readOtherPart(layers, parts, path)
  }
}

/** Of slides: notes, comments, and slides that are not shown. */
function whyUnseen(path: string, part: Uint8Array): string | null {
  if (/notesSlides?\/|comments/i.test(path)) return '有备注或者批注，请删除后再上传'
  if (!/ppt\/slides\/slide\d+\.xml$/.test(path)) return null
  const head = new TextDecoder().decode(part.subarray(0, 4000))
  return /<p:sld\b[^>]*\bshow="(?:0|false)"/.test(head) ? '有隐藏的幻灯片，请删除后再上传' : null
}

type Place = Readonly<{ isOffice: boolean; depth: number }>

async function readInnerFiles(
  layers: FileLayers,
  parts: ArchiveParts,
  { isOffice, depth }: Place,
): Promise<void> {
  for (const [path, part] of Object.entries(parts)) {
    const name = path.replace(/^.*\//, '')
    if (part.length === 0 || /vbaProject\.bin|printerSettings/.test(path)) continue
    if (isOffice && /^docProps\/thumbnail\./.test(path))
      addHidden(layers, '缩略图', name, '文件带有缩略图，可能是修改以前的页面，请清除后再上传')
    if (isOffice && /^xl\/model\//.test(path))
      addHidden(layers, '数据模型', name, '工作簿带有数据模型，留有源数据，请粘贴为数值后再上传')
    if (PICTURE.test(path)) addWithin(layers, `图片${name}`, readImage(part))
    else if (INNER.test(path)) {
      const isEmbedded = isOffice && /embeddings\//.test(path)
      if (isEmbedded) addHidden(layers, `嵌入的对象${name}`, name, '文件中嵌有其他文件，请删除后再上传')
      addWithin(layers, isEmbedded ? `嵌入的对象${name}` : name, await readLayers(part, name, depth + 1))
    }
  }
}
