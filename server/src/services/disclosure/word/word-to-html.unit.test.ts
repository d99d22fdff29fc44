import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { Invalid } from '../../../errors.ts'
import { leftSentences } from './word-pictures.ts'
import { wordToHtml } from './word-to-html.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const LEVEL = (level: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const NUMBERING = `<w:numbering ${W}>
  <w:abstractNum w:abstractNumId="1">${LEVEL(0, 'chineseCounting', '第%1条')}${LEVEL(1, 'chineseCounting', '（%2）')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="2">${LEVEL(0, 'bullet', '')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="3">${LEVEL(0, 'decimal', '%1.')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num></w:numbering>`
const NOTES = `<w:footnotes ${W}><w:footnote w:id="2"><w:p><w:r><w:t>以本市统计口径为准。</w:t></w:r></w:p></w:footnote></w:footnotes>`

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
const p = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${text}</w:p>`
const numbered = (text: string, list: number, level = 0) =>
  p(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
const word = (body: string) =>
  wordToHtml(
    zipSync({
      'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
      'word/numbering.xml': strToU8(NUMBERING),
      'word/footnotes.xml': strToU8(NOTES),
    }),
  )

test('numbers that Word makes become words of the text, and the second level starts anew', () => {
  const body = [
    numbered('为规范管理，制定本办法。', 1),
    numbered('本办法适用于下列情形：', 1),
    numbered('新建；', 1, 1),
    numbered('改建。', 1, 1),
    numbered('由财政局负责解释。', 1),
    numbered('下列材料：', 1, 1),
  ].join('')
  expect(word(body).html).toBe(
    '<p>第一条　为规范管理，制定本办法。</p><p>第二条　本办法适用于下列情形：</p><p>（一）新建；</p><p>（二）改建。</p><p>第三条　由财政局负责解释。</p><p>（一）下列材料：</p>',
  )
})

test('bullets and plain numbers become lists', () => {
  expect(word(`${numbered('甲', 2)}${numbered('乙', 2)}${numbered('丙', 3)}`).html).toBe(
    '<ul><li><p>甲</p></li><li><p>乙</p></li></ul><ol><li><p>丙</p></li></ol>',
  )
})

test('a footnote stands where it is referred to', () => {
  expect(
    word(p(`${run('常住人口')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('9.8万人。')}`)).html,
  ).toBe('<p>常住人口<small>以本市统计口径为准。</small>9.8万人。</p>')
})

test('merged cells stay merged, a repeated head row is a head', () => {
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text === '' ? '' : run(text))}</w:tc>`
  const table = `<w:tbl>
    <w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('项目')}${cell('金额', '<w:gridSpan w:val="2"/>')}</w:tr>
    <w:tr>${cell('收入', '<w:vMerge w:val="restart"/>')}${cell('预算')}${cell('100')}</w:tr>
    <w:tr>${cell('', '<w:vMerge/>')}${cell('决算')}${cell('98')}</w:tr></w:tbl>`
  expect(word(table).html).toBe(
    '<table><tbody><tr><th><p>项目</p></th><th colspan="2"><p>金额</p></th></tr><tr><td rowspan="2"><p>收入</p></td><td><p>预算</p></td><td><p>100</p></td></tr><tr><td><p>决算</p></td><td><p>98</p></td></tr></tbody></table>',
  )
})

test('deleted and hidden text stays out, and what was left behind is said', () => {
  const body = p(
    `${run('应当')}<w:del><w:r><w:delText>可以</w:delText></w:r></w:del><w:ins>${run('公开')}</w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r><w:r><w:drawing/></w:r>`,
  )
  const { html, left } = word(body)
  expect(html).toBe('<p>应当公开</p>')
  expect(leftSentences(left, 'drafter')).toEqual([
    '文件里有1个文本框、图表或者图形没有带入，请核对其中的文字',
    '修订已经按接受处理，请核对',
  ])
})

test('markup in the text is text', () => {
  expect(word(p(run('a &lt;script&gt; b'))).html).toBe('<p>a &lt;script&gt; b</p>')
})

test('what is no Word file is said to be none', () => {
  expect(() => wordToHtml(strToU8('not a zip'))).toThrow(Invalid)
  expect(() => wordToHtml(zipSync({ 'a.txt': strToU8('x') }))).toThrow('这个文件不是 Word 文档')
})
