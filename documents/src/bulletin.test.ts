import { parsePlainDate } from '@mingfu/law'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { renderDocx } from './docx.ts'
import { renderHtml } from './html.ts'
import type { OfficialDocument } from './model.ts'
import { renderPdf } from './pdf.ts'
import { mastheadSize } from './red-head.ts'
import { pdfPages } from './testing/pdf-text.ts'

const ISSUE: OfficialDocument = {
  layout: 'bulletin',
  title: '示例区政务信息第3期',
  issuer: '示例区政务信息',
  masthead: {
    issue: '第3期（总第45期）',
    editor: '示例区党政办公室编',
    on: parsePlainDate('2026-11-20'),
    mark: '内部资料　注意保存',
  },
  blocks: [
    { kind: 'heading', level: 1, text: '水库移民后期扶持资金发放提速', align: 'center' },
    { kind: 'paragraph', text: '社会事务局合并申报环节，发放时间由30天缩短为12天。' },
    { kind: 'paragraph', text: '（社会事务局供稿）', align: 'end' },
  ],
}

describe('政务信息期刊', () => {
  test('the name of the paper, its issue, editor and day stand above the items, in every form', async () => {
    const [page = ''] = await pdfPages(await renderPdf(ISSUE))
    const words = page.replaceAll(/\s+/g, '')
    const told = [
      '内部资料注意保存',
      '示例区政务信息',
      '第3期（总第45期）',
      '示例区党政办公室编2026年11月20日',
      '水库移民后期扶持资金发放提速',
      '社会事务局合并申报环节',
    ]
    let from = 0
    for (const part of told) {
      const at = words.indexOf(part, from)
      expect(at, part).toBeGreaterThanOrEqual(from)
      from = at
    }
    const xml = strFromU8(unzipSync(await renderDocx(ISSUE))['word/document.xml'] ?? new Uint8Array())
    for (const part of ['示例区政务信息', '第3期（总第45期）', '2026年11月20日', 'E60012'])
      expect(xml).toContain(part)
    expect(renderHtml(ISSUE)).toContain('<time datetime="2026-11-20">2026年11月20日</time>')
  })

  // biome-ignore format: a table
  const CASES = [
    ['示例区政务信息',                       54],
    ['示例经济技术开发区管理委员会政务信息', 26],
  ] as const
  test.each(CASES)('the masthead of %s is one line at %d pt', (name, size) => {
    expect(mastheadSize(name)).toBe(size)
  })
})
