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

const NAMES = 'xmlns:wp="wp" xmlns:a="a" xmlns:r="r" xmlns:v="v" xmlns:mc="mc" xmlns:o="o"'
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])
const drawing = (id: string, about: string) =>
  `<w:drawing><wp:inline><wp:extent cx="952500" cy="476250"/><wp:docPr id="1" ${about}/><a:graphic><a:blip r:embed="${id}"/></a:graphic></wp:inline></w:drawing>`

test('pictures come along where they stand, with the words and the size that their author gave them', () => {
  const body = [
    p(
      `${run('流程如下：')}<w:r>${drawing('r1', 'name="图片 1" descr="办理流程：申请、受理、&quot;审查&quot;"')}</w:r>`,
    ),
    p(
      `<w:r><mc:AlternateContent><mc:Choice>${drawing('r1', 'name="图片 2" descr="图片 2"')}</mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    p(
      `<w:r>${drawing('r2', 'name="x" descr="组织机构图"')}</w:r><w:r><w:pict><v:shape alt="印章"><v:imagedata r:id="r3"/></v:shape></w:pict></w:r>`,
    ),
  ].join('')
  const { html, pictures, left } = wordToHtml(
    zipSync({
      'word/document.xml': strToU8(`<w:document ${W} ${NAMES}><w:body>${body}</w:body></w:document>`),
      'word/_rels/document.xml.rels': strToU8(
        '<Relationships><Relationship Id="r1" Target="media/image1.png"/><Relationship Id="r2" Target="media/image2.emf"/><Relationship Id="r3" Target="http://elsewhere.example/a.png" TargetMode="External"/></Relationships>',
      ),
      'word/media/image1.png': PNG,
      'word/media/image2.emf': Uint8Array.from([1, 0, 0, 0]),
    }),
  )
  expect(html).toBe(
    '<p>流程如下：<img src="/files/word/0" alt="办理流程：申请、受理、&quot;审查&quot;" width="100" height="50"></p>' +
      '<p><img src="/files/word/0" alt="" width="100" height="50"></p>',
  )
  expect(pictures).toEqual([{ name: 'image1.png', alt: '办理流程：申请、受理、"审查"', bytes: PNG }])
  expect(leftSentences(left, 'drafter')).toEqual([
    '图片“组织机构图”（EMF格式）、图片“印章”（不在文件里）没有带入，请另存为 PNG 或者 JPG 后插入',
  ])
})
