import { crc32, deflateSync } from 'node:zlib'
import { parsePlainDate } from '@mingfu/law'
import { describe, expect, it } from 'vitest'
import { bindPdf } from './bind-pdf.ts'
import { renderPdf } from './pdf.ts'
import { pdfPages } from './testing/pdf-text.ts'

const page = (title: string, paragraphs = 1) =>
  renderPdf({
    layout: 'report',
    title,
    writtenOn: parsePlainDate('2024-06-03'),
    blocks: Array.from({ length: paragraphs }, () => ({ kind: 'paragraph', text: '证据内容。'.repeat(40) })),
  })

describe('装订', () => {
  it('puts files together in order and numbers the pages of those that are evidence', async () => {
    const sheets = [
      { bytes: await page('证据目录'), kind: 'pdf', numbered: false },
      { bytes: await page('检索记录', 12), kind: 'pdf', numbered: true },
      { bytes: onePixel(), kind: 'png', numbered: true },
      { bytes: Buffer.from('%PDF-1.4 无法打开'), kind: 'pdf', numbered: true },
      { bytes: await page('送达回证'), kind: 'pdf', numbered: true },
    ] as const
    const { pdf, pages } = await bindPdf(sheets, '证据材料')
    const [, long] = pages
    expect(long).toBeGreaterThan(1)
    expect(pages).toEqual([1, long, 1, null, 1])
    const texts = await pdfPages(pdf)
    expect(texts).toHaveLength(3 + (long ?? 0))
    expect(texts[0]).toContain('证据目录')
    expect(texts[1]).toMatch(/检索记录[\s\S]*1$/)
    expect(texts.at(-2)?.trim()).toBe(String((long ?? 0) + 1))
    expect(texts.at(-1)).toMatch(new RegExp(`送达回证[\\s\\S]*${(long ?? 0) + 2}$`))
  })
})

function onePixel(): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    crc.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, crc])
  }
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([0, 255, 0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
