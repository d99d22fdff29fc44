import { strToU8 } from 'fflate'
import { partText } from '../layers/archive.ts'
import { isWhite } from '../layers/office-parts.ts'
import type { ScreeningLists } from '../screen-texts.ts'
import { maskDrawing, maskTexts, removeElements, unwrap, withoutElement } from './xml-edit.ts'

const STORY = /^word\/(?:document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml$/

/** Word: revisions accepted, hidden and white text gone, comments unhooked, numbers masked; parts are changed in place. */
export function cleanDocx(parts: Record<string, Uint8Array>, lists: ScreeningLists): void {
  for (const path of Object.keys(parts)) {
    const xml = partText(parts, path) ?? ''
    if (STORY.test(path)) parts[path] = strToU8(cleanStory(xml, lists))
    else if (path === 'word/settings.xml')
      parts[path] = strToU8(
        removeElements(xml, 'w:docVars', 'w:trackRevisions', 'w:rsids', 'w:attachedTemplate'),
      )
    else if (path === 'word/styles.xml') parts[path] = strToU8(removeElements(xml, 'w:vanish'))
    else if (/^word\/(?:charts|diagrams|drawings)\/[^_].*\.xml$/.test(path))
      parts[path] = strToU8(maskDrawing(xml, lists))
  }
}

function cleanStory(story: string, lists: ScreeningLists): string {
  let xml = removeElements(
    story,
    ...[
      'w:del',
      'w:moveFrom',
      'w:rPrChange',
      'w:pPrChange',
      'w:sectPrChange',
      'w:tblPrChange',
      'w:trPrChange',
    ],
    ...['w:tcPrChange', 'w:tblGridChange', 'w:numberingChange', 'w:cellDel', 'w:cellIns', 'w:cellMerge'],
    ...['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference', 'w:object', 'w:moveFromRangeStart'],
    ...['w:moveFromRangeEnd', 'w:moveToRangeStart', 'w:moveToRangeEnd'],
  )
  xml = unwrap(xml, 'w:ins', 'w:moveTo')
  xml = withoutElement(xml, 'w:r', isUnseen)
  xml = xml.replace(/(<wp:docPr\b[^>]*?)\s(?:descr|title)="[^"]*"/g, '$1')
  // Paragraph by paragraph: a number is cut into runs, and never goes on in the next paragraph.
  return xml.replace(/<w:p(?=[\s>])(?:(?!<w:p[\s>])[\s\S])*?<\/w:p>/g, (paragraph) =>
    maskTexts(maskTexts(paragraph, 'w:t', lists), 'w:instrText', lists),
  )
}

function isUnseen(run: string): boolean {
  const properties = /<w:rPr>[\s\S]*?<\/w:rPr>/.exec(run)?.[0] ?? ''
  if (/<w:(?:vanish|webHidden)(?:\s*\/>|\s+w:val="(?:1|true|on)")/.test(properties)) return true
  if (/<w:(?:shd|highlight)\b/.test(properties)) return false
  const colour = /<w:color\b[^>]*w:val="([0-9A-Fa-f]{6})"/.exec(properties)?.[1]
  const size = /<w:sz w:val="(\d+)"/.exec(properties)?.[1]
  return isWhite(colour) || (size !== undefined && Number(size) <= 3)
}
