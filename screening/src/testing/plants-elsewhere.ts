import { deflateSync } from 'node:zlib'
import { degrees, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import { strToU8, zipSync } from 'fflate'
import { docx } from './docx-plants.ts'
import { jpeg } from './image-plants.ts'
import { PLANTED } from './planted.ts'
import { xlsx } from './xlsx-plants.ts'

/** A file, and what it is called; the items lie somewhere in it. */
export type Elsewhere = readonly [string, string, Uint8Array]

const signs = [...PLANTED]
const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const A = 'xmlns:a="urn:a"'
/** Every sign in a run of its own, as programs cut a text that was typed with pauses. */
const RUNS = signs.map((sign) => `<a:r><a:t>${sign}</a:t></a:r>`).join('')
const story = (inner: string) => ({
  'word/document.xml': `<w:document ${W} xmlns:m="urn:m" xmlns:wps="urn:w" xmlns:mc="urn:c"><w:body>${inner}</w:body></w:document>`,
})
const w = (text: string, more = '') => `<w:r>${more}<w:t>${text}</w:t></w:r>`
const zip = (parts: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )
const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'

// biome-ignore format: a table
const WORD: readonly (readonly [string, Record<string, string | Uint8Array>])[] = [
  ['variable of the document', { 'word/settings.xml': `<w:settings ${W}><w:docVars><w:docVar w:name="x" w:val="${PLANTED}"/></w:docVars></w:settings>` }],
  ['data of a merge', { 'word/settings.xml': `<w:settings ${W}><w:mailMerge><w:query w:val="SELECT ${PLANTED}"/></w:mailMerge></w:settings>` }],
  ['template of the file', { 'docProps/app.xml': `<Properties><Template>${PLANTED}.dotx</Template></Properties>` }],
  ['headings in the properties', { 'docProps/app.xml': `<Properties><TitlesOfParts><vt:lpstr xmlns:vt="urn:v">${PLANTED}</vt:lpstr></TitlesOfParts></Properties>` }],
  ['text of a shape', story(`<w:p><w:r><w:drawing><wps:txbx><w:txbxContent><w:p>${signs.map((sign) => w(sign)).join('')}</w:p></w:txbxContent></wps:txbx></w:drawing></w:r></w:p>`)],
  ['fallback of a shape', story(`<w:p><w:r><mc:AlternateContent><mc:Fallback><w:pict><w:txbxContent><w:p>${w(PLANTED)}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`)],
  ['formula', story(`<w:p><m:oMath><m:r><m:t>${PLANTED}</m:t></m:r></m:oMath></w:p>`)],
  ['ruby', story(`<w:p><w:r><w:ruby><w:rubyBase>${w(PLANTED)}</w:rubyBase></w:ruby></w:r></w:p>`)],
  ['text over a picture', story(`<w:p><w:r><w:pict><v:shape xmlns:v="urn:v"><v:textpath string="${PLANTED}"/></v:shape></w:pict></w:r></w:p>`)],
  ['drop-down list', story(`<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="${PLANTED}" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>`)],
  ['bookmark', story(`<w:p><w:bookmarkStart w:id="0" w:name="${PLANTED}"/></w:p>`)],
  ['second body', { 'word/document2.xml': `<w:document ${W}><w:body><w:p>${w(PLANTED)}</w:p></w:body></w:document>` }],
  ['chart cut into runs', { 'word/charts/chart1.xml': `<c:chartSpace xmlns:c="urn:c" ${A}><a:p>${RUNS}</a:p></c:chartSpace>` }],
  ['workbook behind a chart', { 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': xlsx({ 'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${PLANTED}</t></is></c></row></sheetData></worksheet>` }) }],
  ['object of an old program', { 'word/embeddings/oleObject1.bin': new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504), Buffer.from(PLANTED, 'utf16le')])) }],
  ['picture with remarks', { 'word/media/image1.jpeg': new Uint8Array(jpeg(comment())) }],
  ['answer to a comment', { 'word/comments.xml': `<w:comments ${W}><w:comment><w:p>${signs.map((sign) => w(sign)).join('')}</w:p></w:comment></w:comments>` }],
]

// biome-ignore format: a table
const BOOK: readonly (readonly [string, Record<string, string | Uint8Array>])[] = [
  ['name of a sheet', { 'xl/workbook.xml': `<workbook xmlns:r="urn:r"><sheets><sheet name="${PLANTED}" sheetId="1" r:id="rId1"/></sheets></workbook>` }],
  ['place on the disk', { 'xl/workbook.xml': `<workbook xmlns:r="urn:r"><sheets><sheet name="公示" r:id="rId1"/></sheets><absPath url="D:\\${PLANTED}\\"/></workbook>` }],
  ['comment cut into runs', { 'xl/comments1.xml': `<comments><commentList><comment><text>${signs.map((sign) => `<r><t>${sign}</t></r>`).join('')}</text></comment></commentList></comments>` }],
  ['button of an old form', { 'xl/drawings/vmlDrawing1.vml': `<xml xmlns:v="urn:v"><v:shape><v:textbox><div>${PLANTED}</div></v:textbox></v:shape></xml>` }],
  ['drawing cut into runs', { 'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="urn:x" ${A}><a:p>${RUNS}</a:p></xdr:wsDr>` }],
  ['number format', { 'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="&quot;${PLANTED}&quot;0"/></numFmts></styleSheet>` }],
  ['records of a pivot table', { 'xl/pivotCache/pivotCacheRecords1.xml': `<pivotCacheRecords><r><s v="${PLANTED}"/></r></pivotCacheRecords>` }],
  ['cache of a slicer', { 'xl/slicerCaches/slicerCache1.xml': `<slicerCacheDefinition><items><i c="${PLANTED}"/></items></slicerCacheDefinition>` }],
  ['column of a table', { 'xl/tables/table1.xml': `<table><tableColumns><tableColumn id="1" name="${PLANTED}"/></tableColumns></table>` }],
  ['cache of a chart', { 'xl/charts/chart1.xml': `<c:chartSpace xmlns:c="urn:c"><c:strCache><c:pt><c:v>${PLANTED}</c:v></c:pt></c:strCache></c:chartSpace>` }],
  ['even footer', { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData/><headerFooter><evenFooter>&amp;C${PLANTED}</evenFooter></headerFooter></worksheet>` }],
  ['scenario', { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData/><scenarios><scenario name="甲" comment="${PLANTED}"/></scenarios></worksheet>` }],
  ['title of an error', { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData/><dataValidations><dataValidation error="${PLANTED}"/></dataValidations></worksheet>` }],
  ['sheet that the book does not list', { 'xl/worksheets/sheet9.xml': `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${PLANTED}</t></is></c></row></sheetData></worksheet>` }],
  ['rich text in a cell', { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is>${signs.map((sign) => `<r><t>${sign}</t></r>`).join('')}</is></c></row></sheetData></worksheet>` }],
  ['people who commented', { 'xl/persons/person.xml': `<personList><person displayName="${PLANTED}"/></personList>` }],
]

const page = (inner: string) =>
  bytes(`<!doctype html><html><head><meta charset="utf-8"></head><body><p>通知</p>${inner}</body></html>`)
const escaped = signs
  .map((sign) => (sign.charCodeAt(0) > 127 ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : sign))
  .join('')
// biome-ignore format: a table
const PAGES: readonly (readonly [string, string, Uint8Array])[] = [
  ['linked data', '页.html', page(`<script type="application/ld+json">{"a":"${escaped}"}</script>`)],
  ['act of a button', '页.html', page(`<button onclick="show('${PLANTED}')">查看</button>`)],
  ['description for readers', '页.html', page(`<p aria-description="${PLANTED}">无</p>`)],
  ['address of a picture', '页.html', page(`<img src="/files/${encodeURIComponent(PLANTED)}.png" alt="图">`)],
  ['page in a frame', '页.html', page(`<iframe srcdoc="&lt;p&gt;${PLANTED}&lt;/p&gt;"></iframe>`)],
  ['page in an address', '页.html', page(`<iframe src="data:text/html,${encodeURIComponent(`<p>${PLANTED}</p>`)}"></iframe>`)],
  ['drawing in an address', '页.html', page(`<img src="data:image/svg+xml;base64,${Buffer.from(`<svg><text>${PLANTED}</text></svg>`).toString('base64')}">`)],
  ['tag in a template', '页.html', page(`<template><img alt="${PLANTED}"></template>`)],
  ['tag for browsers without scripts', '页.html', page(`<noscript><input value="${PLANTED}"></noscript>`)],
  ['text of a drawing', '页.html', page(`<svg><text>${signs.map((sign) => `<tspan>${sign}</tspan>`).join('')}</text></svg>`)],
  ['content of a style', '页.html', page(`<style>p::after{content:"${PLANTED}"}</style>`)],
  ['style of a tag', '页.html', page(`<p style="--a:'${PLANTED}'">无</p>`)],
  ['choice of a list', '页.html', page(`<select><option>${PLANTED}</option></select>`)],
  ['text with breaks that nobody sees', '页.html', page(`<p>${signs.join('<wbr>')}</p>`)],
  ['text with signs without width', '页.html', page(`<p>${signs.join('&#8203;')}</p>`)],
  ['page in GBK', '页.html', gbk()],
  ['drawing', '图.svg', bytes(`<svg xmlns="http://www.w3.org/2000/svg"><text>${signs.map((sign) => `<tspan>${sign}</tspan>`).join('')}</text></svg>`)],
  ['description of a drawing', '图.svg', bytes(`<svg xmlns="http://www.w3.org/2000/svg"><desc>${PLANTED}</desc></svg>`)],
  ['JSON with escapes', '文.json', bytes(`{"a":"${escaped}"}`)],
  ['RTF in lines', '文.rtf', bytes(`{\\rtf1\\ansi\r\n{\\b ${signs.map((sign) => (sign.charCodeAt(0) > 127 ? `\\u${sign.charCodeAt(0)}?` : sign)).join('\r\n')}}\\par}`)],
  ['RTF in bold pieces', '文.rtf', bytes(`{\\rtf1 ${signs.map((sign) => `{\\b ${sign.charCodeAt(0) > 127 ? `\\u${sign.charCodeAt(0)}?` : sign}}`).join('')}}`)],
  ['OFD in pieces', '文.ofd', zip({ 'OFD.xml': '<ofd:OFD xmlns:ofd="urn:o"/>', 'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page xmlns:ofd="urn:o"><ofd:TextObject>${signs.map((sign) => `<ofd:TextCode>${sign}</ofd:TextCode>`).join('')}</ofd:TextObject></ofd:Page>` })],
  ['note of an OFD', '文.ofd', zip({ 'OFD.xml': '<ofd:OFD xmlns:ofd="urn:o"/>', 'Doc_0/Annots/Page_0/Annotation.xml': `<ofd:PageAnnot xmlns:ofd="urn:o"><ofd:Annot><ofd:Remark>${PLANTED}</ofd:Remark></ofd:Annot></ofd:PageAnnot>` })],
  ['attachment of an OFD', '文.ofd', zip({ 'OFD.xml': '<ofd:OFD xmlns:ofd="urn:o"/>', 'Doc_0/Attachs/a.txt': PLANTED })],
  ['text of a document of LibreOffice', '文.odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': `<office:document-content xmlns:office="urn:o" xmlns:text="urn:t"><text:p>${signs.map((sign) => `<text:span>${sign}</text:span>`).join('')}</text:p></office:document-content>` })],
  ['slide cut into runs', '片.pptx', zip({ '[Content_Types].xml': TYPES, 'ppt/slides/slide1.xml': `<p:sld xmlns:p="urn:p" ${A}><a:p>${RUNS}</a:p></p:sld>` })],
  ['slide that is not shown', '片.pptx', zip({ '[Content_Types].xml': TYPES, 'ppt/slides/slide1.xml': `<p:sld xmlns:p="urn:p" ${A} show="0"><a:p><a:r><a:t>${PLANTED}</a:t></a:r></a:p></p:sld>` })],
  ['note of a slide', '片.pptx', zip({ '[Content_Types].xml': TYPES, 'ppt/notesSlides/notesSlide1.xml': `<p:notes xmlns:p="urn:p" ${A}><a:p>${RUNS}</a:p></p:notes>` })],
  ['archive in an archive', '包.zip', zip({ '内.zip': zip({ '名单.txt': PLANTED }) })],
  ['name in an archive', '包.zip', zip({ [`${PLANTED.slice(0, 80)}中国入民银行.txt`]: '无' })],
]

function gbk(): Uint8Array {
  // Node writes no GBK: the letters of the text are given as GB18030 four-byte codes are not, but as entities in hexadecimal.
  return bytes(`<p>${signs.map((sign) => `&#x${sign.charCodeAt(0).toString(16)};`).join('')}</p>`)
}

function comment(): Buffer {
  const text = Buffer.from(PLANTED)
  const head = Buffer.from([0xff, 0xfe, 0, 0])
  head.writeUInt16BE(text.length + 2, 2)
  return Buffer.concat([head, text])
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** A directory of one entry: the tag, its type, its words. */
function tiff(tag: number, type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(26)
  head.write('II')
  head.writeUInt16LE(42, 2)
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(1, 8)
  head.writeUInt16LE(tag, 10)
  head.writeUInt16LE(type, 12)
  head.writeUInt32LE(data.length, 14)
  head.writeUInt32LE(26, 18)
  return Buffer.concat([head, data])
}

function gif(): Buffer {
  const text = Buffer.from(PLANTED)
  return Buffer.concat([
    Buffer.from('GIF89a'),
    Buffer.alloc(7),
    Buffer.from([0x21, 0xfe, text.length]),
    text,
    Buffer.from([0, 0x3b]),
  ])
}

const UTF8 = Buffer.from(PLANTED)
const packet = (inner: string) => Buffer.from(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${inner}</x:xmpmeta>`)
// biome-ignore format: a table
const PICTURES: readonly (readonly [string, string, Buffer])[] = [
  ['maker of the camera', '图.jpg', jpeg(segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff(271, 2, UTF8)])))],
  ['tag of a program', '图.jpg', jpeg(segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff(50_000, 2, UTF8)])))],
  ['text in UTF-8', '图.jpg', jpeg(segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff(0x9286, 129, UTF8)])))],
  ['attribute of XMP', '图.jpg', jpeg(segment(0xe1, packet(`<rdf:Description dc:title='${PLANTED}'/>`)))],
  ['entities of XMP', '图.jpg', jpeg(segment(0xe1, packet(`<rdf:li>${signs.map((sign) => `&#${sign.charCodeAt(0)};`).join('')}</rdf:li>`)))],
  ['second packet of XMP', '图.jpg', jpeg(segment(0xe1, packet('<rdf:li>图</rdf:li>')), segment(0xe1, packet(`<rdf:li>${PLANTED}</rdf:li>`)))],
  ['packet without its envelope', '图.png', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(`<rdf:RDF><rdf:li>${PLANTED}</rdf:li></rdf:RDF>`)])],
  ['packet in UTF-16', '图.jpg', jpeg(segment(0xe1, Buffer.from(`<x:xmpmeta><rdf:li>${PLANTED}</rdf:li></x:xmpmeta>`, 'utf16le')))],
  ['comment of a GIF', '图.gif', gif()],
  ['TIFF', '图.tif', tiff(270, 2, UTF8)],
  ['IPTC of a TIFF', '图.tif', tiff(33_723, 1, UTF8)],
]

type Change = (document: PDFDocument) => void
const text = (value: string) => PDFHexString.fromText(value)
const packed = (document: PDFDocument, source: string, more: Record<string, string> = {}) =>
  document.context.register(
    PDFRawStream.of(
      document.context.obj({ ...more, Filter: 'FlateDecode' }),
      deflateSync(Buffer.from(source)),
    ),
  )
// biome-ignore format: a table
const PAPERS: readonly (readonly [string, Change])[] = [
  ['file hung on a note', (document) => {
    const { context } = document
    const file = packed(document, PLANTED, { Type: 'EmbeddedFile' })
    const spec = context.register(context.obj({ Type: 'Filespec', F: text('a.txt'), EF: { F: file } }))
    document.getPage(0).node.addAnnot(context.register(context.obj({ Type: 'Annot', Subtype: 'FileAttachment', Rect: [1, 1, 9, 9], FS: spec })))
  }],
  ['form in XML', (document) => {
    const form = packed(document, `<xdp:xdp xmlns:xdp="urn:x"><xfa:datasets><row>${PLANTED}</row></xfa:datasets></xdp:xdp>`)
    document.catalog.set(PDFName.of('AcroForm'), document.context.obj({ Fields: [], XFA: form }))
  }],
  ['script in a stream', (document) => {
    document.catalog.set(PDFName.of('OpenAction'), document.context.register(document.context.obj({ S: 'JavaScript', JS: packed(document, `app.alert("${PLANTED}")`) })))
  }],
  ['words to copy in the place of what is drawn', (document) => {
    const hex = text(PLANTED).toString()
    const content = packed(document, `/Span <</ActualText ${hex}>> BDC q Q EMC`)
    document.getPage(0).node.set(PDFName.of('Contents'), content)
  }],
  ['address of a link', (document) => {
    const { context } = document
    document.getPage(0).node.addAnnot(context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [1, 1, 9, 9], A: { S: 'URI', URI: PDFString.of(`https://www.example.gov.cn/?q=${encodeURIComponent(PLANTED)}`) } })))
  }],
  ['choices of a form', (document) => {
    const { context } = document
    const field = context.register(context.obj({ FT: 'Ch', T: text('栏'), Opt: [text('甲'), text(PLANTED)], Type: 'Annot', Subtype: 'Widget', Rect: [1, 1, 9, 9] }))
    document.catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [field] }))
  }],
  ['rich text of a note', (document) => {
    const { context } = document
    document.getPage(0).node.addAnnot(context.register(context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [1, 1, 9, 9], RC: text(`<body><p>${PLANTED}</p></body>`) })))
  }],
  ['name of a page', (document) => document.catalog.set(PDFName.of('PageLabels'), document.context.obj({ Nums: [0, { P: text(PLANTED) }] }))],
  ['piece that a program kept for itself', (document) => document.getPage(0).node.set(PDFName.of('PieceInfo'), document.context.obj({ Draw: { Private: text(PLANTED) } }))],
  ['seal of a signature', (document) => document.catalog.set(PDFName.of('Seal'), document.context.register(document.context.obj({ Type: 'Sig', Reason: text(PLANTED), Name: text('甲') })))],
]

/** Each in a file of its own: places that the readers were not written after. */
export async function plantsElsewhere(): Promise<readonly Elsewhere[]> {
  const papers: Elsewhere[] = []
  for (const [place, change] of PAPERS) {
    const document = await PDFDocument.create()
    document.addPage([200, 200]).setRotation(degrees(0))
    change(document)
    papers.push([`pdf: ${place}`, '报告.pdf', await document.save({ useObjectStreams: false })])
  }
  return [
    ...WORD.map(([place, parts]) => [`docx: ${place}`, '通知.docx', docx(parts)] as const),
    ...BOOK.map(([place, parts]) => [`xlsx: ${place}`, '公示表.xlsx', xlsx(parts)] as const),
    ...PAGES.map(([place, name, content]) => [`text: ${place}`, name, content] as const),
    ...PICTURES.map(([place, name, content]) => [`image: ${place}`, name, new Uint8Array(content)] as const),
    ...papers,
  ]
}
