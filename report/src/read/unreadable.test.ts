import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { checkReport } from '../check/check-report.ts'
import { readReport } from './read-report.ts'
import { readReportInWorker } from './read-report-in-worker.ts'
import { UnreadableFile } from './unreadable-file.ts'

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)))
const BLANK_FORM = fixture('reports/blank-form-2021.docx')
const HUAIAN = fixture('reports/huaian-2024.pdf')

async function messageOf(bytes: Uint8Array, name: string): Promise<string> {
  try {
    await readReport(bytes, name)
    return 'read'
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile)
    return error instanceof Error ? error.message : ''
  }
}

const oldOffice = (stream: string) => {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (const [index, letter] of Array.from(stream).entries()) bytes[1024 + 2 * index] = letter.charCodeAt(0)
  return bytes
}

const DEEP = '网页的标签嵌套过深，不像是年度报告，没有读取，请重新取得文件后再试'

describe('what cannot be read is said in one sentence', () => {
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, Uint8Array, string, string])[] = [
    ['an empty file',            new Uint8Array(0),                     'a.docx', '文件是空的，请检查后重新提供'],
    ['a cut Word file',          BLANK_FORM.subarray(0, 9000),          'a.docx', '文件已损坏或没有传完整，请重新取得文件后再试'],
    ['a Word file with a password', oldOffice('EncryptedPackage'),      'a.docx', '文件设有密码，请去掉密码后再提供'],
    ['a broken old Word file',   oldOffice('WordDocument'),             'a.doc',  'Word 文件已损坏或没有传完整，请重新取得文件后再试'],
    ['a cut old Word file',      fixture('sample-2024.doc').subarray(0, 30_000), 'a.doc', 'Word 文件已损坏或没有传完整，请重新取得文件后再试'],
    ['an old Word file with a password', lockedDoc(),                   'a.doc',  '文件设有密码，请去掉密码后再提供'],
    ['another old office file',  oldOffice('PowerPoint Document'),      'a.ppt',  '无法识别这个旧版 Office 文件，请用 Word 或 WPS 另存为 docx 后再试'],
    ['a PDF of 500 pages',       pdfOf(500),                            'a.pdf',  '文件有500页，不像是年度报告，没有读取'],
    ['archives ten deep',        packedTenTimes(),                      'a.docx', '这个文件不是 Word 文档，请检查文件类型'],
    ['a zip that is no document', zipSync({ 'a.txt': strToU8('a') }),   'a.zip',  '这是压缩包，请解压后提供其中的报告文件'],
    ['a Word file without text', zipSync({ 'x.xml': strToU8('<a/>') }), 'a.docx', '这个文件不是 Word 文档，请检查文件类型'],
    ['a cut PDF',                HUAIAN.subarray(0, 2000),              'a.pdf',  'PDF 文件已损坏或没有传完整，请重新取得文件后再试'],
    ['a picture',                Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0), 'a.jpg', '这是一张图片，不能读成数字，请提供网页、Word、Excel、文本或者带文字的 PDF'],
    ['a PNG picture',            Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'a.png', '这是一张图片，不能读成数字，请提供网页、Word、Excel、文本或者带文字的 PDF'],
    ['a gzip file',             Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0), 'a.gz', '这是压缩包，请解压后提供其中的报告文件'],
    ['noise',                    Uint8Array.from({ length: 500 }, (_, index) => (index * 7) % 32), 'a.txt', '无法识别这个文件，请提供网页、Word、Excel、PDF 或文本'],
    ['broken JSON',              strToU8('{"meta": '),                  'a.json', 'JSON 文件的写法有错误，无法读取，请重新导出'],
    ['another JSON',             strToU8('{"a": 1}'),                   'a.json', '这个 JSON 文件不是年度报告：缺少 meta 和 tables'],
    ['100,000 boxes in one another', strToU8('<div>'.repeat(100_000)),  'a.html', DEEP],
    ['100,000 ruby texts in one another', strToU8('<rt>'.repeat(100_000)), 'a.html', DEEP],
  ]
  test.each(CASES)('%s', async (_case, bytes, name, message) => {
    expect(await messageOf(bytes, name)).toBe(message)
  })

  test('a zip bomb is not unpacked', async () => {
    const packed = new Uint8Array(deflateRawSync(new Uint8Array(1000)))
    expect(await messageOf(zipOf('word/document.xml', packed, 90_000_000), 'a.docx')).toBe(
      '文件解压后过大，不像是年度报告，没有读取',
    )
  })

  test('a zip that lies about its size fills no memory', async () => {
    const packed = new Uint8Array(deflateRawSync(new Uint8Array(30_000_000)))
    expect(await messageOf(zipOf('word/document.xml', packed, 1000), 'a.docx')).not.toBe('')
  })
})

test('a scanned report is said to be a picture, and its tables are found to be pictures', async () => {
  const read = await readReport(scannedPdf(), 'scan.pdf')
  expect(read.cells).toEqual({})
  expect(read.unread[0]?.why).toBe('这份 PDF 是扫描的图片，没有文字，不能读成数字')
  const { findings } = checkReport(read.report, 'scan.pdf', read)
  expect(findings.filter(({ rule }) => rule === 'AR-13').map(({ message }) => message)).toEqual([
    '表二以图片形式出现，数字无法读取，请改为数据表格。',
    '表三以图片形式出现，数字无法读取，请改为数据表格。',
    '表四以图片形式出现，数字无法读取，请改为数据表格。',
  ])
})

test('a page of many small drawings, list items and paragraphs left open is not nested deeply', async () => {
  const page = `<svg>${'<path d="M1"/>'.repeat(3000)}</svg>${'<li>一<p>二<br>'.repeat(3000)}<!-- ${'<div>'.repeat(3000)} -->`
  expect(await messageOf(strToU8(page), 'a.html')).toBe('read')
})

describe('in a worker', () => {
  test('a report is read as it is in this thread', async () => {
    const read = await readReportInWorker(fixture('reports/yahe-2019.txt'), 'yahe-2019.txt')
    expect(read).toEqual(await readReport(fixture('reports/yahe-2019.txt'), 'yahe-2019.txt'))
  })

  test('what cannot be read keeps its sentence', async () => {
    await expect(readReportInWorker(new Uint8Array(0), 'a.docx')).rejects.toThrow(
      '文件是空的，请检查后重新提供',
    )
  })

  test('a reader that takes too long is stopped', async () => {
    await expect(readReportInWorker(HUAIAN, 'a.pdf', { seconds: 0.01 })).rejects.toThrow(
      '文件读取超时，可能内容异常，没有读取',
    )
  })

  test('a reader that takes too much memory is stopped', async () => {
    const rows = '<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>'.repeat(200_000)
    await expect(
      readReportInWorker(strToU8(`<html><table>${rows}</table></html>`), 'a.html', { megabytes: 48 }),
    ).rejects.toThrow('文件内容过大，超出读取所允许的内存，没有读取')
  }, 30_000)
})

/** The old Word file with the mark of encryption in its head. */
function lockedDoc(): Uint8Array {
  const bytes = new Uint8Array(fixture('sample-2024.doc'))
  const head = bytes.findIndex((byte, at) => at % 512 === 0 && byte === 0xec && bytes[at + 1] === 0xa5)
  bytes[head + 11] = (bytes[head + 11] ?? 0) | 1
  return bytes
}

/** A PDF of empty pages. */
function pdfOf(pages: number): Uint8Array {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>'),
  ].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`)
  return strToU8(`%PDF-1.4\n${objects.join('')}trailer << /Root 1 0 R >>\n%%EOF`)
}

/** One page that is nothing but a picture. */
function scannedPdf(): Uint8Array {
  const draw = 'q 595 0 0 842 0 0 cm /Scan Do Q'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Scan 4 0 R >> >> /Contents 5 0 R >>',
    `<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 64 >>\nstream\n${'x'.repeat(64)}\nendstream`,
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
  ].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`)
  return strToU8(`%PDF-1.4\n${objects.join('')}trailer << /Root 1 0 R >>\n%%EOF`)
}

function packedTenTimes(): Uint8Array {
  let packed = zipSync({ 'a.xml': new Uint8Array(1_000_000) })
  for (let level = 0; level < 10; level++) packed = zipSync({ [`level-${level}.zip`]: packed })
  return packed
}

/** A zip of one deflated part with the size it claims. */
function zipOf(path: string, packed: Uint8Array, claimed: number): Uint8Array {
  const name = strToU8(path)
  const head = new DataView(new ArrayBuffer(30))
  head.setUint32(0, 0x04034b50, true)
  head.setUint16(4, 20, true)
  head.setUint16(8, 8, true)
  head.setUint32(18, packed.length, true)
  head.setUint32(22, claimed, true)
  head.setUint16(26, name.length, true)
  const entry = new DataView(new ArrayBuffer(46))
  entry.setUint32(0, 0x02014b50, true)
  entry.setUint16(6, 20, true)
  entry.setUint16(10, 8, true)
  entry.setUint32(20, packed.length, true)
  entry.setUint32(24, claimed, true)
  entry.setUint16(28, name.length, true)
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, 1, true)
  end.setUint16(10, 1, true)
  end.setUint32(12, 46 + name.length, true)
  end.setUint32(16, 30 + name.length + packed.length, true)
  const parts = [head, name, packed, entry, name, end].map((part) =>
    part instanceof DataView ? new Uint8Array(part.buffer) : part,
  )
  return Uint8Array.from(parts.flatMap((part) => Array.from(part)))
}
