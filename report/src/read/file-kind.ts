import { decodeText } from './decode-text.ts'
import type { SourceKind } from './source.ts'
import { UnreadableFile } from './unreadable-file.ts'

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]
const PDF = '%PDF-'
/** The directory of a zip stands at its end, its first parts at its beginning. */
const SEARCHED = 1_000_000
const PACKED = ['Rar!', '7z\xbc\xaf', '\x1f\x8b']

/** 认文件: by content first, by name where the content leaves a choice. Says in words what cannot be read. */
export function fileKind(bytes: Uint8Array, fileName: string): SourceKind {
  const extension = /\.([a-z\d]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (bytes.length === 0) throw new UnreadableFile('文件是空的，请检查后重新提供')
  if (startsWith(bytes, OLD_OFFICE)) return oldOffice(bytes, extension)
  if (startsWith(bytes, ZIP)) return zipKind(bytes, extension)
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.includes(PDF)) return 'pdf'
  if (isPicture(bytes, head)) {
    throw new UnreadableFile('这是一张图片，不能读成数字，请提供网页、Word、Excel、文本或者带文字的 PDF')
  }
  if (/^\{\\rtf/.test(head)) throw new UnreadableFile('暂不能读 RTF 文件，请用 Word 另存为 docx 后再试')
  if (PACKED.some((mark) => head.startsWith(mark)))
    throw new UnreadableFile('这是压缩包，请解压后提供其中的报告文件')
  return textKind(bytes, extension)
}

function oldOffice(bytes: Uint8Array, extension: string): SourceKind {
  // The names of the streams inside stand in UTF-16.
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length, 4_000_000) & ~1))
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo')) {
    throw new UnreadableFile('文件设有密码，请去掉密码后再提供')
  }
  if (extension === 'xls' || extension === 'et' || names.includes('Workbook')) return 'xlsx'
  if (['doc', 'dot', 'wps'].includes(extension) || names.includes('WordDocument')) return 'doc'
  throw new UnreadableFile('无法识别这个旧版 Office 文件，请用 Word 或 WPS 另存为 docx 后再试')
}

function zipKind(bytes: Uint8Array, extension: string): SourceKind {
  // Directory entries name the parts; they need not be unpacked to be seen.
  const ends = [bytes.subarray(0, SEARCHED), bytes.subarray(-SEARCHED)]
  const names = ends.map((part) => new TextDecoder('latin1').decode(part)).join('')
  if (names.includes('word/document')) return 'docx'
  if (names.includes('xl/workbook') || names.includes('xl/worksheets')) return 'xlsx'
  if (extension === 'docx') return 'docx'
  if (extension === 'xlsx') return 'xlsx'
  if (names.includes('content.xml') || extension === 'odt' || extension === 'ofd') {
    throw new UnreadableFile('暂不能读这种文件（odt、ofd），请另存为 docx 或 pdf 后再试')
  }
  throw new UnreadableFile('这是压缩包，请解压后提供其中的报告文件')
}

function textKind(bytes: Uint8Array, extension: string): SourceKind {
  const { text } = decodeText(bytes.subarray(0, 20_000))
  const start = text.replace(/^\uFEFF/, '').trimStart()
  if (isBinary(text)) throw new UnreadableFile('无法识别这个文件，请提供网页、Word、Excel、PDF 或文本')
  if (extension === 'json' || /^\{\s*"(?:meta|title|tables|statPeriod)"/.test(start)) return 'json'
  if (
    /^(?:<!doctype html|<html|<\?xml[^>]*\?>\s*<(?:!doctype )?html|<head|<body|<div|<table|<meta|<p[ >])/i.test(
      start,
    )
  )
    return 'html'
  if (['html', 'htm', 'shtml', 'xhtml', 'mht'].includes(extension)) return 'html'
  if (/<(?:table|tr|td)\b[^>]*>/i.test(text) && /<\/(?:table|tr|td)>/i.test(text) && extension !== 'md')
    return 'html'
  if (extension === 'csv') return 'xlsx'
  return extension === 'md' || extension === 'markdown' ? 'md' : 'txt'
}

/** Control characters have no place in a text. */
function isBinary(text: string): boolean {
  let controls = 0
  let broken = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x20 && (code < 0x09 || (code > 0x0d && code !== 0x1b))) controls++
    else if (code === 0xfffd) broken++
  }
  return controls > 2 + text.length / 200 || broken > 5 + text.length / 10
}

function isPicture(bytes: Uint8Array, head: string): boolean {
  return (
    head.startsWith('\x89PNG') ||
    startsWith(bytes, [0xff, 0xd8, 0xff]) ||
    head.startsWith('GIF8') ||
    (/^(?:BM|II\*|MM\0\*)/.test(head.slice(0, 4)) && bytes.length > 10_000)
  )
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((value, index) => bytes[index] === value)
}
