import { describe, expect, it } from 'vitest'
import { cleanHtml } from './clean-html.ts'
import { htmlBlocks } from './html-blocks.ts'

describe('正文变为 Word 和 PDF 的段落', () => {
  it('keeps headings, paragraphs, line breaks, lists and loose text, and drops only the marks', () => {
    const html = cleanHtml(
      '<h2>一、总则</h2><p>第一条　为<strong>规范</strong>A &lt; B<br>管理。</p>散文<ol><li>甲</li><li>乙<ul><li>丙</li></ul></li></ol><h1>附则</h1>',
    )
    expect(htmlBlocks(html)).toEqual([
      { kind: 'heading', level: 1, text: '一、总则' },
      { kind: 'paragraph', text: '第一条 为规范A < B' },
      { kind: 'paragraph', text: '管理。' },
      { kind: 'paragraph', text: '散文' },
      { kind: 'list', ordered: true, items: ['甲', '乙丙'] },
      { kind: 'heading', level: 1, text: '附则' },
    ])
  })

  it('keeps a table with its spans and its heads', () => {
    const html = cleanHtml(
      '<table><caption>标准</caption><thead><tr><th rowspan="2">对象</th><th colspan="2">标准</th></tr><tr><th>低</th><th>高</th></tr></thead><tbody><tr><td><p>甲</p></td><td>1</td><td>2</td></tr></tbody></table>',
    )
    expect(htmlBlocks(html)).toEqual([
      {
        kind: 'table',
        caption: '标准',
        captionShown: true,
        columns: [1, 1, 1],
        headerRows: 2,
        size: 'body',
        rows: [
          [
            { text: '对象', rowSpan: 2, header: 'column' },
            { text: '标准', colSpan: 2, header: 'column' },
          ],
          [
            { text: '低', header: 'column' },
            { text: '高', header: 'column' },
          ],
          [{ text: '甲' }, { text: '1' }, { text: '2' }],
        ],
      },
    ])
  })

  it('lets a picture stand between the words around it, and after the list or the table that holds it', () => {
    const picture = { type: 'png', bytes: new Uint8Array([1]), width: 2, height: 3 } as const
    const pictures = new Map([['/files/pictures/a', picture]])
    const shown = '<img src="/files/pictures/a" alt="平面图" />'
    const block = { kind: 'picture', ...picture, alt: '平面图' }
    const html = cleanHtml(
      `<p>见<strong>下${shown}图</strong>。<img src="/files/pictures/b" alt="别处" /></p><table><tr><td>甲${shown}</td></tr></table>`,
    )
    expect(htmlBlocks(html, pictures)).toEqual([
      { kind: 'paragraph', text: '见下' },
      block,
      { kind: 'paragraph', text: '图。（图：别处）' },
      expect.objectContaining({ kind: 'table', rows: [[{ text: '甲（图：平面图）' }]] }),
      block,
    ])
  })

  it('is empty where there is nothing to read', () => {
    expect(htmlBlocks('<p></p><hr /><table></table>')).toEqual([])
  })
})
