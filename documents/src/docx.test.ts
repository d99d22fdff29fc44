import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { renderDocx } from './docx.ts'
import { SAMPLE_LETTER } from './testing/sample-letter.ts'

async function partsOf(document: typeof SAMPLE_LETTER): Promise<(name: string) => string> {
  const files = unzipSync(await renderDocx(document))
  return (name) => strFromU8(files[name] ?? new Uint8Array())
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('')
}

describe('a letter as Word', () => {
  test('holds every text of the document in order', async () => {
    const part = await partsOf(SAMPLE_LETTER)
    expect(textOf(part('word/document.xml'))).toBe(
      '示住建复〔2024〕12号示例市住房和城乡建设局政府信息公开申请答复书张喆䶮：' +
        '本机关于2024年9月3日收到您提交的政府信息公开申请。一、予以公开的内容' +
        '2. 审计报告 *重要* #let $x$ &lt;b&gt;粗&lt;/b&gt; &amp; &quot;引号&quot;（一）提供的形式' +
        '1. 中标通知书2. 合同文本• 光盘提供信息清单序号信息名称页数1中标通知书12' +
        '如不服本答复，可自收到之日起60日内向示例市人民政府申请行政复议。' +
        '附件：1. 中标通知书2. 合同文本（遮盖后）示例市住房和城乡建设局2024年9月30日（联系人：李四，电话：0000-1234567）',
    )
  })

  test('has the red head on the first page only, and page numbers on the others', async () => {
    const part = await partsOf(SAMPLE_LETTER)
    const document = part('word/document.xml')
    expect(document).toContain('<w:titlePg/>')
    expect(document).toMatch(/<w:headerReference w:type="first"/)
    expect(document).not.toMatch(/<w:headerReference w:type="default"/)
    expect(textOf(part('word/header1.xml'))).toBe('示例市住房和城乡建设局')
    expect(part('word/header1.xml')).toContain('thickThinSmallGap')
    const footers = ['word/footer1.xml', 'word/footer2.xml', 'word/footer3.xml'].map(part)
    expect(footers.filter((footer) => footer.includes('PAGE'))).toHaveLength(2)
    expect(footers.filter((footer) => footer.includes('thinThickSmallGap'))).toHaveLength(1)
  })

  test('is A4 with the margins of GB/T 9704 and no document grid', async () => {
    const document = (await partsOf(SAMPLE_LETTER))('word/document.xml')
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(document).toMatch(
      /<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="1701"/,
    )
    expect(document).not.toContain('linesAndChars')
  })

  test('merges cells, fixes column widths to 156 mm and repeats the head', async () => {
    const document = (await partsOf(SAMPLE_LETTER))('word/document.xml')
    expect([...document.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => match[1])).toEqual([
      '1263',
      '5054',
      '2527',
    ])
    expect(document.match(/<w:gridSpan w:val="2"/g)).toHaveLength(1)
    expect(document.match(/<w:vMerge w:val="restart"/g)).toHaveLength(1)
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(document).toContain('<w:tblLayout w:type="fixed"/>')
  })

  test('names the type faces that offices have', async () => {
    const document = (await partsOf(SAMPLE_LETTER))('word/document.xml')
    for (const face of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312', '宋体']) {
      expect(document).toContain(`w:eastAsia="${face}"`)
    }
  })
})

test('control characters, which Word cannot open, are left out', async () => {
  const part = await partsOf({
    layout: 'report',
    title: '测\u0001试',
    blocks: [{ kind: 'paragraph', text: '前\u000b后' }],
  })
  expect(textOf(part('word/document.xml'))).toBe('测试前后')
})
