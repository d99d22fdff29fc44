import { strToU8 } from 'fflate'
import { partText } from '../layers/archive.ts'
import type { ScreeningLists } from '../screen-texts.ts'
import { maskText } from './mask-text.ts'
import { escaped, maskDrawing, maskTexts, removeElements, unescaped, withoutElement } from './xml-edit.ts'

/** Excel: hidden sheets, rows and columns gone, formulas as their values, numbers masked; parts are changed in place. */
export function cleanXlsx(parts: Record<string, Uint8Array>, lists: ScreeningLists): void {
  dropHiddenSheets(parts)
  const used = new Set<number>()
  for (const path of Object.keys(parts)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(path)) continue
    const sheet = cleanSheet(partText(parts, path) ?? '', lists)
    for (const [, index] of sheet.matchAll(/<c\b[^>]*\bt="s"[^>]*>\s*<v>(\d+)<\/v>/g)) used.add(Number(index))
    parts[path] = strToU8(sheet)
  }
  const strings = partText(parts, 'xl/sharedStrings.xml')
  if (strings !== undefined) parts['xl/sharedStrings.xml'] = strToU8(cleanStrings(strings, used, lists))
  for (const path of Object.keys(parts)) {
    if (!/^xl\/(?:drawings|charts)\/[^_].*\.xml$/.test(path)) continue
    parts[path] = strToU8(maskDrawing(partText(parts, path) ?? '', lists))
  }
}

function dropHiddenSheets(parts: Record<string, Uint8Array>): void {
  const book = partText(parts, 'xl/workbook.xml') ?? ''
  const relations = partText(parts, 'xl/_rels/workbook.xml.rels') ?? ''
  const sheets = [...book.matchAll(/<sheet\b[^>]*\/>/g)].map(([tag]) => tag)
  const hidden = sheets.filter((tag) => /state="(?:hidden|veryHidden)"/.test(tag))
  const kept = new Set<string>()
  for (const tag of sheets) {
    const id = /r:id="([^"]*)"/.exec(tag)?.[1] ?? /\bid="([^"]*)"/.exec(tag)?.[1] ?? ''
    const relation = [...relations.matchAll(/<Relationship\b[^>]*>/g)].find(([each]) =>
      each.includes(`Id="${id}"`),
    )
    const target = /Target="\/?(?:xl\/)?([^"]*)"/.exec(relation?.[0] ?? '')?.[1] ?? ''
    if (!hidden.includes(tag)) kept.add(`xl/${target}`)
  }
  for (const path of Object.keys(parts)) {
    if (/^xl\/(?:worksheets|chartsheets|macrosheets|dialogsheets)\/[^/]+\.xml$/.test(path) && !kept.has(path))
      delete parts[path]
  }
  // Names may speak of what is gone, and print ranges count sheets by place: they go as a whole.
  const cleaned = hidden
    .reduce((text, tag) => text.replace(tag, ''), book)
    .replace(/\sactiveTab="\d+"|\sfirstSheet="\d+"/g, '')
  parts['xl/workbook.xml'] = strToU8(
    removeElements(
      cleaned,
      'definedNames',
      'externalReferences',
      'pivotCaches',
      'fileSharing',
      'customWorkbookViews',
    ),
  )
}

function cleanSheet(sheet: string, lists: ScreeningLists): string {
  const gone = [...sheet.matchAll(/<col\b[^>]*\/>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /hidden="(?:1|true)"/.test(tag) || /width="0"/.test(tag))
    .map((tag) => [Number(/min="(\d+)"/.exec(tag)?.[1]), Number(/max="(\d+)"/.exec(tag)?.[1])] as const)
  let xml = withoutElement(sheet, 'row', (row) => /^<row\b[^>]*(?:hidden="(?:1|true)"|ht="0")/.test(row))
  xml = xml.replace(/<col\b[^>]*\/>/g, (tag) =>
    tag.replace(/\shidden="[^"]*"|\scollapsed="[^"]*"/g, '').replace('width="0"', 'width="9"'),
  )
  xml = withoutElement(xml, 'c', (cell) => {
    const column = columnOf(/\br="([A-Z]+)\d*"/.exec(cell)?.[1] ?? '')
    return gone.some(([from, to]) => column >= from && column <= to)
  })
  xml = removeElements(
    xml,
    ...['f', 'legacyDrawing', 'legacyDrawingHF', 'oleObjects', 'controls', 'dataValidations', 'scenarios'],
    ...['customSheetViews', 'autoFilter', 'extLst', 'headerFooter', 'tableParts', 'pageSetup'],
  )
  xml = xml.replace(/<is>[\s\S]*?<\/is>/g, (text) => maskTexts(text, 't', lists))
  return xml.replace(
    /(<c\b(?![^>]*\bt="s")[^>]*?)(\s*)>\s*<v>([^<]*)<\/v>/g,
    (all, head: string, _gap, value: string) => {
      const plain =
        /E\+?\d+$/i.test(value) && Number.isInteger(Number(value)) ? BigInt(Number(value)).toString() : value
      const { text, masked } = maskText(unescaped(plain), lists)
      if (masked === 0) return all
      return `${head.replace(/\st="[^"]*"/, '')} t="inlineStr"><is><t>${escaped(text)}</t></is>`
    },
  )
}

function cleanStrings(strings: string, used: ReadonlySet<number>, lists: ScreeningLists): string {
  let index = -1
  return strings.replace(/<si\s*\/>|<si>[\s\S]*?<\/si>/g, (item) => {
    index += 1
    return used.has(index)
      ? maskTexts(removeElements(item, 'rPh', 'phoneticPr'), 't', lists)
      : '<si><t></t></si>'
  })
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
