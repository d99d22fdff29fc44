import { strToU8, type Zippable, zipSync } from 'fflate'
import { docx } from './docx-plants.ts'
import { PLANTED, type Plant } from './planted.ts'

const cell = (place: string, text: string, more = '') =>
  `<c r="${place}" t="inlineStr"${more}><is><t>${text}</t></is></c>`
const row = (cells: string, more = '') => `<row r="1"${more}>${cells}</row>`
const sheet = (inner: string, after = '', before = '') =>
  `<worksheet xmlns:r="urn:r">${before}<sheetData>${inner}</sheetData>${after}</worksheet>`
const CLEAN = row(cell('A1', '项目'))

type Parts = Record<string, string | Uint8Array>

/** A workbook of these parts with a visible sheet 公示 and a second one in the state given. */
export function xlsx(parts: Parts, second = 'visible'): Uint8Array {
  const all: Parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels':
      '<Relationships><Relationship Id="rId1" Type="officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<workbook xmlns:r="urn:r"><sheets><sheet name="公示" sheetId="1" r:id="rId1"/><sheet name="底表" sheetId="2" state="${second}" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Target="sharedStrings.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet(CLEAN),
    'xl/worksheets/sheet2.xml': sheet(CLEAN),
    ...parts,
  }
  const zippable: Zippable = {}
  for (const [path, part] of Object.entries(all))
    zippable[path] = typeof part === 'string' ? strToU8(part) : part
  return zipSync(zippable)
}

const first = (inner: string, after = '', before = ''): Parts => ({
  'xl/worksheets/sheet1.xml': sheet(CLEAN + inner, after, before),
})
const SECOND: Parts = { 'xl/worksheets/sheet2.xml': sheet(row(cell('A1', PLANTED))) }
const WHITE =
  '<styleSheet><fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><cellXfs><xf fontId="0" fillId="0"/><xf fontId="1" fillId="0"/></cellXfs></styleSheet>'
const BLANK =
  '<styleSheet><numFmts><numFmt numFmtId="200" formatCode=";;;"/></numFmts><fonts><font/></fonts><fills><fill/></fills><cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>'

/** Layers of a workbook; the last says how its second sheet is shown. */
// biome-ignore format: a table
const LAYERS: readonly (readonly [string, string, Parts, string?])[] = [
  ['cell', '工作表“公示”', first(row(cell('B2', PLANTED)))],
  ['shared string', '工作表“公示”', { ...first('<row r="2"><c r="A2" t="s"><v>0</v></c></row>'), 'xl/sharedStrings.xml': `<sst><si><t>${PLANTED}</t></si></sst>` }],
  ['shared string in pieces', '工作表“公示”', { ...first('<row r="2"><c r="A2" t="s"><v>0</v></c></row>'), 'xl/sharedStrings.xml': `<sst><si>${[...PLANTED].map((sign) => `<r><t>${sign}</t></r>`).join('')}</si></sst>` }],
  ['string left behind', '表格中已经删除的文字', { 'xl/sharedStrings.xml': `<sst><si><t>${PLANTED}</t></si></sst>` }],
  ['second sheet', '工作表“底表”', SECOND],
  ['hidden sheet', '隐藏的工作表“底表”', SECOND, 'hidden'],
  ['very hidden sheet', '隐藏的工作表“底表”', SECOND, 'veryHidden'],
  ['hidden row', '工作表“公示”的隐藏行', first(row(cell('A2', PLANTED), ' hidden="1"'))],
  ['row without height', '工作表“公示”的隐藏行', first(row(cell('A2', PLANTED), ' ht="0"'))],
  ['hidden column', '工作表“公示”的隐藏列', first(row(cell('C2', PLANTED)), '', '<cols><col min="3" max="3" hidden="1"/></cols>')],
  ['column without width', '工作表“公示”的隐藏列', first(row(cell('C2', PLANTED)), '', '<cols><col min="2" max="4" width="0"/></cols>')],
  ['white cell', '工作表“公示”的白色文字', { ...first(row(cell('A2', PLANTED, ' s="1"'))), 'xl/styles.xml': WHITE }],
  ['format that shows nothing', '工作表“公示”的白色文字', { ...first(row(cell('A2', PLANTED, ' s="1"'))), 'xl/styles.xml': BLANK }],
  ['formula', '工作表“公示”的公式', first(`<row r="2"><c r="A2"><f>"${PLANTED}"</f><v>0</v></c></row>`)],
  ['result of a formula', '工作表“公示”', first(`<row r="2"><c r="A2" t="str"><f>A1</f><v>${PLANTED}</v></c></row>`)],
  ['header', '工作表“公示”的页眉页脚和提示', first('', `<headerFooter><oddHeader>${PLANTED}</oddHeader></headerFooter>`)],
  ['prompt of a validation', '工作表“公示”的页眉页脚和提示', first('', `<dataValidations><dataValidation prompt="${PLANTED}"/></dataValidations>`)],
  ['list of a validation', '工作表“公示”的页眉页脚和提示', first('', `<dataValidations><dataValidation><formula1>"${PLANTED}"</formula1></dataValidation></dataValidations>`)],
  ['tip of a link', '工作表“公示”的页眉页脚和提示', first('', `<hyperlinks><hyperlink ref="A1" tooltip="${PLANTED}"/></hyperlinks>`)],
  ['defined name', '名称管理器', { 'xl/workbook.xml': `<workbook xmlns:r="urn:r"><sheets><sheet name="公示" r:id="rId1"/><sheet name="底表" r:id="rId2"/></sheets><definedNames><definedName name="x">"${PLANTED}"</definedName></definedNames></workbook>` }],
  ['comment', '批注', { 'xl/comments1.xml': `<comments><commentList><comment><text><t>${PLANTED}</t></text></comment></commentList></comments>` }],
  ['threaded comment', '批注', { 'xl/threadedComments/threadedComment1.xml': `<ThreadedComments><threadedComment><text>${PLANTED}</text></threadedComment></ThreadedComments>` }],
  ['cache of another workbook', '外部链接的缓存', { 'xl/externalLinks/externalLink1.xml': `<externalLink><sheetDataSet><cell><v>${PLANTED}</v></cell></sheetDataSet></externalLink>` }],
  ['cache of a pivot table', '数据透视表的缓存', { 'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition><sharedItems><s v="${PLANTED}"/></sharedItems></pivotCacheDefinition>` }],
  ['drawing', '部件xl/drawings/drawing1.xml', { 'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="urn:x" xmlns:a="urn:a"><a:t>${PLANTED}</a:t></xdr:wsDr>` }],
  ['chart', '部件xl/charts/chart1.xml', { 'xl/charts/chart1.xml': `<c:chartSpace xmlns:c="urn:c"><c:v>${PLANTED}</c:v></c:chartSpace>` }],
  ['connection', '数据连接', { 'xl/connections.xml': `<connections><connection name="${PLANTED}"/></connections>` }],
  ['property', '文件属性', { 'docProps/core.xml': `<cp:coreProperties xmlns:cp="urn:cp"><cp:keywords>${PLANTED}</cp:keywords></cp:coreProperties>` }],
  ['embedded file', '嵌入的对象b.docx：正文', { 'xl/embeddings/b.docx': docx({ 'word/document.xml': `<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>${PLANTED}</w:t></w:r></w:p></w:body></w:document>` }) }],
]

export const XLSX_PLANTS: readonly Plant[] = LAYERS.map(([layer, where, parts, second]) => ({
  layer: `xlsx: ${layer}`,
  name: '公示表.xlsx',
  where,
  bytes: xlsx(parts, second),
}))

/** A list as it goes wrong: a hidden column of numbers, a hidden sheet, a comment, a number typed as a figure. */
export const FULL_XLSX = xlsx(
  {
    'xl/worksheets/sheet1.xml': sheet(
      `<row r="1">${cell('A1', '姓名')}${cell('C1', '证件')}</row><row r="2">${cell('A2', PLANTED)}<c r="B2"><v>1.3812345678E10</v></c>${cell('C2', '11010519491231002X')}<c r="D2" t="str"><f>C2</f><v>金额</v></c></row><row r="3" hidden="1">${cell('A3', PLANTED)}</row>`,
      '<legacyDrawing r:id="rId9"/>',
      '<cols><col min="3" max="3" hidden="1"/></cols>',
    ),
    'xl/worksheets/sheet2.xml': sheet(row(cell('A1', PLANTED))),
    'xl/sharedStrings.xml': `<sst><si><t>${PLANTED}</t></si></sst>`,
    'xl/comments1.xml': `<comments><comment><t>${PLANTED}</t></comment></comments>`,
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:creator>张三</dc:creator></cp:coreProperties>',
  },
  'hidden',
)
