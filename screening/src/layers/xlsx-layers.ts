import { type ArchiveParts, partText } from './archive.ts'
import { addHidden, addText, type FileLayers } from './layer.ts'
import { allWords, attribute, child, elements, type MarkupNode, parseXml, textOf } from './markup.ts'
import { isWhite, readOtherPart } from './office-parts.ts'
import { readSheet } from './xlsx-sheet.ts'

const HIDDEN_PARTS: readonly (readonly [RegExp, string, string])[] = [
  [/^xl\/(?:comments|threadedComments\/).*\.xml$/, '批注', '有批注，请删除后再上传'],
  [/^xl\/externalLinks\/[^_].*\.xml$/, '外部链接的缓存', '留有其他工作簿的数据缓存，请断开链接后再上传'],
  [/^xl\/pivotCache\/[^_].*\.xml$/, '数据透视表的缓存', '数据透视表留有源数据，请粘贴为数值后再上传'],
  [/^xl\/(?:revisions|queryTables)\/[^_].*\.xml$/, '修订和查询', '有修订记录或者查询，请清除后再上传'],
  [/^xl\/connections\.xml$/, '数据连接', '有数据连接，请删除后再上传'],
  [/^customXml\/item\d*\.xml$/, '自定义数据', '有自定义数据，请清除后再上传'],
]
/** Parts that hold the look of a workbook; the words of all others are screened. */
const LOOK =
  /^xl\/(?:theme\/|styles|calcChain|sharedStrings|workbook|worksheets\/|metadata)|^\[Content_Types\]|\.rels$|^docProps\//

/** Excel 工作簿: every sheet, its hidden rows and columns, comments, caches, names, drawings, and strings left behind. */
export function readXlsx(layers: FileLayers, parts: ArchiveParts): void {
  const strings = [...elements(parseXml(partText(parts, 'xl/sharedStrings.xml') ?? ''), 'si')].map(
    plainString,
  )
  const used = new Set<number>()
  const looks = looksOf(partText(parts, 'xl/styles.xml'))
  for (const sheet of sheetsOf(parts)) readSheet(layers, sheet, { strings, used, looks })
  addText(layers, '工作表的名称', [...sheetsOf(parts)].map(({ name }) => name).join('\n'))
  addText(layers, '单元格格式', formatWords(partText(parts, 'xl/styles.xml')))
  const orphans = strings.filter((text, index) => !used.has(index) && text !== '')
  addHidden(layers, '表格中已经删除的文字', orphans.join('\n'), '文件中留有已经删除的文字，请另存为新文件')
  const book = parseXml(partText(parts, 'xl/workbook.xml') ?? '')
  addText(
    layers,
    '名称管理器',
    [...elements(book, 'definedName')]
      .map((name) => `${attribute(name, 'name')}\n${textOf(name)}\n${attribute(name, 'comment') ?? ''}`)
      .join('\n'),
  )
  addText(layers, '工作簿的其他文字', allWords(besidesSheets(book)))
  const counted = new Map<string, number>()
  for (const path of Object.keys(parts)
    .filter((name) => /\.(?:xml|vml)$/.test(name))
    .sort()) {
    const known = HIDDEN_PARTS.find(([pattern]) => pattern.test(path))
    if (known === undefined) {
      if (!LOOK.test(path)) readOtherPart(layers, parts, path)
      continue
    }
    const count = (counted.get(known[1]) ?? 0) + 1
    counted.set(known[1], count)
    const words = known[1] === '数据透视表的缓存' ? cacheWords : allWords
    const text = words(parseXml(partText(parts, path) ?? ''))
    addHidden(layers, count === 1 ? known[1] : `${known[1]}${count}`, text, known[2])
  }
  if (parts['xl/vbaProject.bin'] !== undefined)
    addHidden(layers, '宏', '宏', '文件带有宏，请另存为不带宏的文件')
}

/** Values of a pivot cache stand in attributes: `<s v="…"/>`, `<n v="…"/>`. */
function cacheWords(root: MarkupNode): string {
  const values = [...elements(root, 's', 'n', 'd')].map((value) => attribute(value, 'v') ?? '')
  return [allWords(root), ...values].join('\n')
}

/** A string without the phonetic guide, which repeats it. */
function plainString(node: MarkupNode): string {
  return (node.children ?? [])
    .filter(({ name = '' }) => !/(?:^|:)(?:rPh|phoneticPr)$/.test(name))
    .map(textOf)
    .join('')
}

/** Words that a number format puts around every number: `"电话"0`. */
function formatWords(xml: string | undefined): string {
  return [...elements(parseXml(xml ?? ''), 'numFmt')]
    .map((format) => attribute(format, 'formatCode') ?? '')
    .filter((code) => /\p{Script=Han}|\d{8}/u.test(code))
    .join('\n')
}

/** Who reserved the book, where it lay on whose disk, how views are called. */
function besidesSheets(book: MarkupNode): MarkupNode {
  const without = (node: MarkupNode): MarkupNode => ({
    ...node,
    children: (node.children ?? [])
      .filter((inner) => !/(?:^|:)(?:sheets|definedNames)$/.test(inner.name ?? ''))
      .map(without),
  })
  return without(book)
}

export type Sheet = Readonly<{ name: string; hidden: boolean; root: MarkupNode }>

function sheetsOf(parts: ArchiveParts): readonly Sheet[] {
  const book = parseXml(partText(parts, 'xl/workbook.xml') ?? '')
  const relations = new Map(
    [...elements(parseXml(partText(parts, 'xl/_rels/workbook.xml.rels') ?? ''), 'Relationship')].map(
      (relation) => [
        attribute(relation, 'Id') ?? '',
        (attribute(relation, 'Target') ?? '').replace(/^\/?(?:xl\/)?/, 'xl/'),
      ],
    ),
  )
  const named = [...elements(book, 'sheet')].map((sheet) => ({
    name: attribute(sheet, 'name') ?? '',
    hidden: /hidden/i.test(attribute(sheet, 'state') ?? ''),
    path: relations.get(attribute(sheet, 'id') ?? '') ?? '',
  }))
  const listed = new Set(named.map(({ path }) => path))
  const unlisted = Object.keys(parts)
    .filter(
      (path) =>
        /^xl\/(?:worksheets|chartsheets|dialogsheets|macrosheets)\/[^/]+\.xml$/.test(path) &&
        !listed.has(path),
    )
    .map((path) => ({ name: path.replace(/^.*\/|\.xml$/g, ''), hidden: true, path }))
  return [...named, ...unlisted].map(({ name, hidden, path }) => ({
    name,
    hidden,
    root: parseXml(partText(parts, path) ?? ''),
  }))
}

/** Which cell formats show nothing: white letters on no ground, or the format `;;;`. */
function looksOf(xml: string | undefined): ReadonlySet<number> {
  const root = parseXml(xml ?? '')
  const list = (name: string) =>
    [...elements(root, name)][0]?.children?.filter(({ name: inner }) => inner !== undefined) ?? []
  const white = list('fonts').map(
    (font) =>
      isWhite(attribute(child(font, 'color') ?? font, 'rgb')) ||
      attribute(child(font, 'color') ?? font, 'theme') === '0',
  )
  const filled = list('fills').map((fill) => {
    const pattern = child(fill, 'patternFill')
    const colour = attribute(child(pattern, 'fgColor') ?? fill, 'rgb')
    return pattern !== undefined && attribute(pattern, 'patternType') !== 'none' && !isWhite(colour)
  })
  const blank = new Set(
    [...elements(root, 'numFmt')]
      .filter((format) => /^;;;?$/.test(attribute(format, 'formatCode') ?? ''))
      .map((format) => attribute(format, 'numFmtId')),
  )
  const looks = list('cellXfs').map((format) => {
    const isBare = !filled[Number(attribute(format, 'fillId') ?? 0)]
    return (
      (white[Number(attribute(format, 'fontId') ?? 0)] === true && isBare) ||
      blank.has(attribute(format, 'numFmtId'))
    )
  })
  return new Set(looks.flatMap((unseen, index) => (unseen ? [index] : [])))
}
