import { strToU8, type Zippable, zipSync } from 'fflate'
import { PLANTED, type Plant } from './planted.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
const paragraph = (inner: string) => `<w:p>${inner}</w:p>`
const body = (inner: string) => `<w:document ${W} ${R}><w:body>${inner}</w:body></w:document>`
const CLEAN = paragraph(run('关于做好汛期安全工作的通知'))
/** Editors cut a text into runs wherever the cursor once stood. */
const IN_RUNS = [...PLANTED].map((sign) => run(sign)).join('')

/** A Word file of these parts; the body is clean unless it is given. */
export function docx(parts: Record<string, string | Uint8Array>): Uint8Array {
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': body(CLEAN),
    ...parts,
  }
  const zippable: Zippable = {}
  for (const [path, part] of Object.entries(all))
    zippable[path] = typeof part === 'string' ? strToU8(part) : part
  return zipSync(zippable)
}

const inBody = (inner: string) => ({ 'word/document.xml': body(CLEAN + inner) })

/** Layers of a Word file. */
// biome-ignore format: a table
const LAYERS: readonly (readonly [string, string, Record<string, string | Uint8Array>])[] = [
  ['body text', '正文', inBody(paragraph(run(PLANTED)))],
  ['body text cut into runs', '正文', inBody(paragraph(IN_RUNS))],
  ['table cell', '正文', inBody(`<w:tbl><w:tr><w:tc>${paragraph(run(PLANTED))}</w:tc></w:tr></w:tbl>`)],
  ['text box', '正文', inBody(paragraph(`<w:r><w:pict><v:textbox xmlns:v="urn:v"><w:txbxContent>${paragraph(run(PLANTED))}</w:txbxContent></v:textbox></w:pict></w:r>`))],
  ['content control', '正文', inBody(`<w:sdt><w:sdtContent>${paragraph(run(PLANTED))}</w:sdtContent></w:sdt>`)],
  ['hyperlink text', '正文', inBody(paragraph(`<w:hyperlink r:id="x">${run(PLANTED)}</w:hyperlink>`))],
  ['inserted revision', '正文', inBody(paragraph(`<w:ins w:author="甲">${run(PLANTED)}</w:ins>`))],
  ['deleted revision', '正文（修订删除）', inBody(paragraph(`<w:del w:author="甲"><w:r><w:delText>${PLANTED}</w:delText></w:r></w:del>`))],
  ['moved revision', '正文（修订删除）', inBody(paragraph(`<w:moveFrom>${run(PLANTED)}</w:moveFrom>`))],
  ['hidden run', '正文（隐藏文字）', inBody(paragraph(run(PLANTED, '<w:vanish/>')))],
  ['hidden by style', '正文（隐藏文字）', { ...inBody(paragraph(run(PLANTED, '<w:rStyle w:val="H"/>'))), 'word/styles.xml': `<w:styles ${W}><w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>` }],
  ['white run', '正文（白色文字）', inBody(paragraph(run(PLANTED, '<w:color w:val="FFFFFF"/>')))],
  ['one-point run', '正文（白色文字）', inBody(paragraph(run(PLANTED, '<w:sz w:val="2"/>')))],
  ['field code', '正文（域和图片说明）', inBody(paragraph(`<w:r><w:instrText>QUOTE ${PLANTED}</w:instrText></w:r>`))],
  ['description of a picture', '正文（域和图片说明）', inBody(paragraph(`<w:r><w:drawing><wp:docPr xmlns:wp="urn:wp" id="1" name="图1" descr="${PLANTED}"/></w:drawing></w:r>`))],
  ['header', '页眉', { 'word/header1.xml': `<w:hdr ${W}>${paragraph(run(PLANTED))}</w:hdr>` }],
  ['footer', '页脚', { 'word/footer1.xml': `<w:ftr ${W}>${paragraph(run(PLANTED))}</w:ftr>` }],
  ['footnote', '脚注', { 'word/footnotes.xml': `<w:footnotes ${W}><w:footnote>${paragraph(run(PLANTED))}</w:footnote></w:footnotes>` }],
  ['endnote', '尾注', { 'word/endnotes.xml': `<w:endnotes ${W}><w:endnote>${paragraph(run(PLANTED))}</w:endnote></w:endnotes>` }],
  ['comment', '批注', { 'word/comments.xml': `<w:comments ${W}><w:comment w:author="甲">${paragraph(run(PLANTED))}</w:comment></w:comments>` }],
  ['building block', '文档部件', { 'word/glossary/document.xml': `<w:glossaryDocument ${W}>${paragraph(run(PLANTED))}</w:glossaryDocument>` }],
  ['property', '文件属性', { 'docProps/core.xml': `<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:subject>${PLANTED}</dc:subject></cp:coreProperties>` }],
  ['property of the program', '文件属性（扩展）', { 'docProps/app.xml': `<Properties><Manager>${PLANTED}</Manager></Properties>` }],
  ['custom property', '自定义文件属性', { 'docProps/custom.xml': `<Properties><property name="备注"><vt:lpwstr xmlns:vt="urn:vt">${PLANTED}</vt:lpwstr></property></Properties>` }],
  ['custom XML', '部件customXml/item1.xml', { 'customXml/item1.xml': `<data><row>${PLANTED}</row></data>` }],
  ['chart', '部件word/charts/chart1.xml', { 'word/charts/chart1.xml': `<c:chartSpace xmlns:c="urn:c"><c:v>${PLANTED}</c:v></c:chartSpace>` }],
  ['diagram', '部件word/diagrams/data1.xml', { 'word/diagrams/data1.xml': `<dgm:dataModel xmlns:dgm="urn:d" xmlns:a="urn:a"><a:t>${PLANTED}</a:t></dgm:dataModel>` }],
  ['address of a link', '链接地址', { 'word/_rels/document.xml.rels': `<Relationships><Relationship Id="x" TargetMode="External" Target="https://www.example.gov.cn/?q=${encodeURIComponent(PLANTED)}"/></Relationships>` }],
  ['embedded file', '嵌入的对象a.docx：正文', { 'word/embeddings/a.docx': docx(inBody(paragraph(run(PLANTED)))) }],
  ['embedded page', '页.html：正文', { 'word/页.html': `<p>${PLANTED}</p>` }],
]

export const DOCX_PLANTS: readonly Plant[] = LAYERS.map(([layer, where, parts]) => ({
  layer: `docx: ${layer}`,
  name: '通知.docx',
  where,
  bytes: docx(parts),
}))

/** All layers at once, for the cleaning. */
export const FULL_DOCX = docx(
  Object.assign(
    {},
    ...LAYERS.map(([, , parts]) => parts),
    inBody(
      LAYERS.flatMap(([, , parts]) => {
        const xml = parts['word/document.xml']
        return typeof xml === 'string' ? [xml.replace(/^.*?<w:body>|<\/w:body>.*$/g, '')] : []
      }).join(''),
    ),
  ),
)
