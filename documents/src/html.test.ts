import { describe, expect, test } from 'vitest'
import { renderHtml, renderHtmlFragment } from './html.ts'
import { SAMPLE_LETTER } from './testing/sample-letter.ts'

describe('a letter as HTML', () => {
  test('is a page in Chinese with the title of the document', () => {
    const page = renderHtml(SAMPLE_LETTER)
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
    expect(page).toContain('<title>示例市住房和城乡建设局政府信息公开申请答复书</title>')
    expect(page).toContain('<h1 class="document-title">示例市住房和城乡建设局政府信息公开申请答复书</h1>')
  })

  test('escapes every text', () => {
    const fragment = renderHtmlFragment(SAMPLE_LETTER)
    expect(fragment).toContain(
      '<p>2. 审计报告 *重要* #let $x$ &lt;b&gt;粗&lt;/b&gt; &amp; &quot;引号&quot;</p>',
    )
    expect(fragment).not.toContain('<b>')
  })

  test('starts its headings at the level it is asked for', () => {
    const fragment = renderHtmlFragment(SAMPLE_LETTER, { headingLevel: 2 })
    expect(fragment).toContain('<h2 class="document-title">')
    expect(fragment).toContain('<h3>一、予以公开的内容</h3>')
    expect(fragment).toContain('<h4>（一）提供的形式</h4>')
  })

  test('marks remedy, attachments and date for machines', () => {
    const fragment = renderHtmlFragment(SAMPLE_LETTER)
    expect(fragment).toContain('<section class="remedy" aria-label="救济途径">')
    expect(fragment).toContain('<li>合同文本（遮盖后）</li>')
    expect(fragment).toContain('<time datetime="2024-09-30">2024年9月30日</time>')
  })

  test('gives every figure of a table the heads it stands under and beside', () => {
    const fragment = renderHtmlFragment(SAMPLE_LETTER)
    expect(fragment).toContain('<caption>提供信息清单</caption>')
    expect(fragment).toContain('<th id="t7-r1c1" scope="col" rowspan="2">序号</th>')
    expect(fragment).toContain('<th id="t7-r1c2" scope="colgroup" colspan="2">信息</th>')
    expect(fragment).toContain('<th id="t7-r2c3" scope="col" headers="t7-r1c2">页数</th>')
    expect(fragment).toContain('<th id="t7-r3c1" scope="row">1</th>')
    expect(fragment).toContain('<td headers="t7-r1c2 t7-r2c3 t7-r3c1" class="in-end">12</td>')
  })
})
