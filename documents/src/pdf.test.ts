import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OfficialDocument } from './model.ts'
import { renderPdf } from './pdf.ts'
import { pdfPages } from './testing/pdf-text.ts'
import { SAMPLE_LETTER } from './testing/sample-letter.ts'

const latin1 = new TextDecoder('latin1')

function report(text: string): OfficialDocument {
  return { layout: 'report', title: '测试', blocks: [{ kind: 'paragraph', text }] }
}

describe('a letter as PDF', () => {
  test('holds every text of the document, in order, and none of it is taken for markup', async () => {
    const pages = await pdfPages(await renderPdf(SAMPLE_LETTER))
    expect(pages.join('')).toContain('示住建复〔2024〕12号')
    const inOrder = [
      '示例市住房和城乡建设局政府信息公开申请答复书',
      '张喆䶮：',
      '本机关于2024年9月3日收到您提交的政府信息公开申请。',
      '一、予以公开的内容',
      '2.审计报告*重要*#let$x$<b>粗</b>&"引号"',
      '（一）提供的形式',
      '1.中标通知书2.合同文本',
      '光盘',
      '提供信息清单',
      '名称页数',
      '1中标通知书12',
      '如不服本答复，可自收到之日起60日内向示例市人民政府申请行政复议。',
      '附件：1.中标通知书2.合同文本（遮盖后）',
      '示例市住房和城乡建设局2024年9月30日',
      '（联系人：李四，电话：0000-1234567）',
    ]
    let from = 0
    for (const text of inOrder) {
      const at = pages.join('').indexOf(text, from)
      expect(at, text).toBeGreaterThanOrEqual(from)
      from = at + text.length
    }
  })

  test('shows no number on the first page and 2 on the second', async () => {
    const pages = await pdfPages(await renderPdf(SAMPLE_LETTER))
    expect(pages).toHaveLength(2)
    expect(pages[0]).not.toContain('—1—')
    expect(pages[1]).toContain('—2—')
  })

  test('is PDF/A-2, tagged, with the title, the language and the day of the document', async () => {
    const text = latin1.decode(await renderPdf(SAMPLE_LETTER))
    expect(text).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
    expect(text).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
    expect(text).toContain('/MarkInfo')
    expect(text).toContain('/Lang')
    expect(text).toContain('2024-09-30')
  })

  test('comes out the same, byte for byte, from the same document', async () => {
    expect(await renderPdf(SAMPLE_LETTER)).toEqual(await renderPdf(SAMPLE_LETTER))
  })
})

describe('characters that no font has', () => {
  test('are named, and the document is refused', async () => {
    await expect(renderPdf(report('符号\u{F06C}和\u{10FFFD}'))).rejects.toThrow(
      '字体中没有这些字：\u{F06C}（U+F06C）、\u{10FFFD}（U+10FFFD），请在字体目录中放入含有这些字的字体',
    )
  })

  test('are printed as 〓 where that is asked for', async () => {
    const pages = await pdfPages(await renderPdf(report('符号\u{F06C}后'), { missing: 'mark' }))
    expect(pages[0]).toContain('符号〓后')
  })
})

test('control characters and broken surrogates do not stop a document', async () => {
  const pages = await pdfPages(
    await renderPdf(report('前\u0000中\u0007\ud800后\u202e尾'), { missing: 'mark' }),
  )
  expect(pages[0]).toMatch(/前中.后尾/)
})

test('a document of many pages is numbered on every page', async () => {
  const pages = await pdfPages(await renderPdf(report(Array(70).fill('一段文字。').join('\n'))))
  expect(pages.map((page) => page.slice(-3))).toEqual(['—1—', '—2—', '—3—', '—4—'])
})

test('a table taller than a page goes on, under the same head', async () => {
  const row = [{ text: '行' }, { text: '值' }]
  const head = [
    { text: '表头甲', header: 'column' as const },
    { text: '表头乙', header: 'column' as const },
  ]
  const document: OfficialDocument = {
    layout: 'report',
    title: '长表',
    blocks: [
      {
        kind: 'table',
        caption: '长表',
        columns: [1, 1],
        headerRows: 1,
        size: 'compact',
        rows: [head, ...Array(80).fill(row)],
      },
    ],
  }
  const pages = await pdfPages(await renderPdf(document))
  expect(pages.join('').match(/行值/g)).toHaveLength(80)
  expect(pages.map((page) => page.match(/表头甲表头乙/g)?.length)).toEqual(pages.map(() => 1))
})

describe('the font directory', () => {
  test('that does not exist is named', async () => {
    await expect(renderPdf(SAMPLE_LETTER, { fontDirectory: '/nowhere/fonts' })).rejects.toThrow(
      '字体目录“/nowhere/fonts”不存在，请检查 MINGFU_FONTS 的设置',
    )
  })

  test('may be empty: the packaged fonts serve', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'fonts-'))
    try {
      const pages = await pdfPages(await renderPdf(SAMPLE_LETTER, { fontDirectory: directory }))
      expect(pages[0]).toContain('张喆䶮：')
    } finally {
      rmSync(directory, { recursive: true })
    }
  })
})

test('a form has its number under its title', async () => {
  const form: OfficialDocument = {
    layout: 'report',
    title: '申请登记表',
    number: '编号：2024-12',
    blocks: [],
  }
  expect(await pdfPages(await renderPdf(form))).toEqual(['申请登记表编号：2024-12—1—'])
})
