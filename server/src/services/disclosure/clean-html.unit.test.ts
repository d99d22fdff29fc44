import { describe, expect, it, test } from 'vitest'
import { cleanHtml, plainTextOf } from './clean-html.ts'

describe('正文的 HTML', () => {
  // biome-ignore format: a table
  const CASES = [
    // case                    given                                                         kept
    ['脚本',                   '<p>甲<script>alert(1)</script></p>',                         '<p>甲</p>'],
    ['事件属性',               '<p onclick="x()" style="color:red" class="a">甲</p>',        '<p>甲</p>'],
    ['脚本地址',               '<a href="javascript:alert(1)">甲</a>',                       '<a rel="noopener">甲</a>'],
    ['协议相对地址',           '<a href="//evil.example/">甲</a>',                           '<a rel="noopener">甲</a>'],
    ['站外图片',               '<p>甲<img src="https://evil.example/a.png" alt="a"></p>',    '<p>甲</p>'],
    ['本站图片',               '<img src="/files/a/b/c" alt="示意图">',                      '<img src="/files/a/b/c" alt="示意图" />'],
    ['表格的合并单元格',       '<table><tr><td colspan="2" width="9">甲</td></tr></table>',  '<table><tr><td colspan="2">甲</td></tr></table>'],
    ['页面自己才有的一级标题', '<h1>甲</h1>',                                                '<h2>甲</h2>'],
    ['框架和样式',             '<style>p{}</style><iframe src="/"></iframe><p>甲</p>',       '<p>甲</p>'],
    ['没有闭合的标签',         '<p>甲<b>乙',                                                 '<p>甲<b>乙</b></p>'],
    ['文字里的尖括号',         '<p>a &lt; b &amp; c</p>',                                    '<p>a &lt; b &amp; c</p>'],
  ] as const
  test.each(CASES)('keeps what may stay: %s', (_case, given, kept) => {
    expect(cleanHtml(given)).toBe(kept)
  })

  it('reads as plain text, block by block', () => {
    const html =
      '<h2>一、总则</h2><p>第一条&nbsp;为&lt;了&gt;</p><table><tr><td>甲</td><td>乙</td></tr></table>'
    expect(plainTextOf(html)).toBe('一、总则\n第一条 为<了>\n甲 乙')
  })
})

test('a footnote stays where it stands, and plain words say where it begins and ends', () => {
  const html = '<p>常住人口<small class="x">以统计口径为准。</small>9.8万人。</p>'
  expect(cleanHtml(html)).toBe('<p>常住人口<small>以统计口径为准。</small>9.8万人。</p>')
  expect(plainTextOf(cleanHtml(html))).toBe('常住人口〔注：以统计口径为准。〕9.8万人。')
})
