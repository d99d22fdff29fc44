import { unzipSync } from 'fflate'
import { Invalid } from '../../../errors.ts'
import { numberingOf } from './numbering.ts'
import { type LeftBehind, picturesOf, type WordPicture } from './word-pictures.ts'
import { allOf, childOf, wordValue, type XmlElement, xmlOf } from './xml.ts'

/** The text of a Word file as the editor takes it, its pictures, and what was left behind. */
export type WordText = Readonly<{
  /** A picture of the text is `<img src="/files/word/2">`, with the place of its bytes in `pictures`. */
  html: string
  pictures: readonly WordPicture[]
  left: LeftBehind
}>

const PARTS =
  /^word\/(?:document|numbering|styles|footnotes|endnotes)\.xml$|^word\/_rels\/document\.xml\.rels$|^word\/media\/[^/]+$/
const MOST_BYTES = 60_000_000
const MOST_BYTES_TOGETHER = 120_000_000

/**
 * Word 文件 → 正文: paragraphs, headings, tables with merged cells, footnotes within the text. Numbers that Word makes
 * by itself (第一条, 一、, （一）) become words of the text, for nobody may renumber an official paper; only plain
 * bullets and 1. 2. 3. become lists. Deleted text stays out, inserted text comes in, comments are left.
 */
export function wordToHtml(bytes: Uint8Array): WordText {
  const parts = partsOf(bytes)
  const body = childOf(childOf(xmlOf(parts['word/document.xml']), 'w:document'), 'w:body')
  if (body === undefined) throw new Invalid('这个文件不是 Word 文档（docx），请另存为 docx 后再上传')
  const numbering = numberingOf(xmlOf(parts['word/numbering.xml']))
  const styles = stylesOf(xmlOf(parts['word/styles.xml']))
  const notes = new Map([
    ...notesOf(xmlOf(parts['word/footnotes.xml']), 'w:footnote'),
    ...notesOf(xmlOf(parts['word/endnotes.xml']), 'w:endnote'),
  ])
  const pictures = picturesOf(parts, xmlOf(parts['word/_rels/document.xml.rels']))
  const html = blocksOf(body.children ?? [])
  const left = {
    pictures: pictures.left,
    shapes: pictures.shapes(),
    comments: allOf(body, 'w:commentReference').length > 0,
    revisions: allOf(body, 'w:del').length + allOf(body, 'w:ins').length > 0,
  }
  return { html, pictures: pictures.taken, left }

  function blocksOf(nodes: readonly XmlElement[]): string {
    let out = ''
    let list: 'ul' | 'ol' | null = null
    const close = () => {
      if (list !== null) out += `</${list}>`
      list = null
    }
    for (const node of nodes) {
      if (node.name === 'w:tbl') {
        close()
        out += tableOf(node)
      } else if (node.name === 'w:sdt') {
        close()
        out += blocksOf(childOf(node, 'w:sdtContent')?.children ?? [])
      } else if (node.name === 'w:p') {
        const { tag, item, text } = paragraphOf(node)
        if (item !== null) {
          if (list !== item) {
            close()
            out += `<${item}>`
            list = item
          }
          out += `<li><p>${text}</p></li>`
        } else {
          close()
          if (text !== '') out += `<${tag}>${text}</${tag}>`
        }
      }
    }
    close()
    return out
  }

  function paragraphOf(paragraph: XmlElement) {
    const properties = childOf(paragraph, 'w:pPr')
    const style = styles.get(wordValue(properties, 'w:pStyle') ?? '')
    const numbers = childOf(properties, 'w:numPr') ?? style?.numbers
    const outline = Number(wordValue(properties, 'w:outlineLvl') ?? style?.outline ?? Number.NaN)
    const text = runsOf(paragraph.children ?? []).trim()
    const tag = outline <= 0 ? 'h2' : outline === 1 ? 'h3' : outline === 2 ? 'h4' : 'p'
    const listId = wordValue(numbers, 'w:numId')
    if (numbers === undefined || listId === undefined || listId === '0' || text === '')
      return { tag, item: null, text }
    const numbered = numbering.next(listId, Number(wordValue(numbers, 'w:ilvl') ?? 0))
    if (numbered === null) return { tag, item: null, text }
    if (numbered.format === 'bullet') return { tag, item: 'ul' as const, text }
    if (tag === 'p' && /^\d+[.．)]?$/.test(numbered.label)) return { tag, item: 'ol' as const, text }
    return { tag, item: null, text: `${escaped(numbered.label)}${spacer(numbered.label)}${text}` }
  }

  function runsOf(nodes: readonly XmlElement[]): string {
    return nodes
      .map((node) => {
        switch (node.name) {
          case 'w:r':
            return runOf(node)
          case 'w:ins':
          case 'w:smartTag':
          case 'w:hyperlink':
          case 'w:fldSimple':
            return runsOf(node.children ?? [])
          case 'w:sdt':
            return runsOf(childOf(node, 'w:sdtContent')?.children ?? [])
          default:
            return ''
        }
      })
      .join('')
      .replaceAll('</strong><strong>', '')
  }

  function runOf(run: XmlElement): string {
    const properties = childOf(run, 'w:rPr')
    if (childOf(properties, 'w:vanish') !== undefined) return ''
    const text = (run.children ?? []).map(pieceOf).join('')
    if (text.trim() === '' || text.startsWith('<small>')) return text
    const bold = isOn(childOf(properties, 'w:b')) ? `<strong>${text}</strong>` : text
    const place = wordValue(properties, 'w:vertAlign')
    if (place === 'superscript') return `<sup>${bold}</sup>`
    return place === 'subscript' ? `<sub>${bold}</sub>` : bold
  }

  function pieceOf(node: XmlElement): string {
    switch (node.name) {
      case 'w:t':
        return escaped((node.children ?? []).map(({ data = '' }) => data).join(''))
      case 'w:tab':
        return '　'
      case 'w:br':
        return node.attribs?.['w:type'] === 'page' ? '' : '<br>'
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const note = notes.get(`${node.name}${node.attribs?.['w:id'] ?? ''}`)
        return note === undefined ? '' : `<small>${escaped(note)}</small>`
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return pictures.drawn(node)
      // The same thing twice, for new and for old programs.
      case 'mc:AlternateContent':
        return ((childOf(node, 'mc:Choice') ?? childOf(node, 'mc:Fallback'))?.children ?? [])
          .map(pieceOf)
          .join('')
      default:
        return ''
    }
  }

  function tableOf(table: XmlElement): string {
    const grid = (table.children ?? [])
      .filter(({ name }) => name === 'w:tr')
      .map((row) => {
        let column = 0
        const isHead = isOn(childOf(childOf(row, 'w:trPr'), 'w:tblHeader'))
        const cells = (row.children ?? [])
          .filter(({ name }) => name === 'w:tc')
          .map((cell) => {
            const properties = childOf(cell, 'w:tcPr')
            const span = Number(wordValue(properties, 'w:gridSpan') ?? 1)
            const merge = childOf(properties, 'w:vMerge')
            const goesOn = merge !== undefined && merge.attribs?.['w:val'] !== 'restart'
            const at = column
            column += span
            return { cell, span, at, goesOn }
          })
        return { isHead, cells }
      })
    const rows = grid.map(({ isHead, cells }, index) => {
      const tag = isHead ? 'th' : 'td'
      const shown = cells
        .filter(({ goesOn }) => !goesOn)
        .map(({ cell, span, at }) => {
          const below = grid
            .slice(index + 1)
            .findIndex((row) => !row.cells.some((each) => each.at === at && each.goesOn))
          const height = 1 + (below === -1 ? grid.length - index - 1 : below)
          const colspan = span > 1 ? ` colspan="${span}"` : ''
          const rowspan = height > 1 ? ` rowspan="${height}"` : ''
          return `<${tag}${colspan}${rowspan}>${blocksOf(cell.children ?? []) || '<p></p>'}</${tag}>`
        })
      return `<tr>${shown.join('')}</tr>`
    })
    return `<table><tbody>${rows.join('')}</tbody></table>`
  }
}

type Style = Readonly<{ outline: string | undefined; numbers: XmlElement | undefined }>

function stylesOf(part: XmlElement): ReadonlyMap<string, Style> {
  return new Map(
    allOf(part, 'w:style').map((style) => {
      const properties = childOf(style, 'w:pPr')
      const name = wordValue(style, 'w:name') ?? ''
      const heading = /^heading (\d)$/i.exec(name)?.[1]
      const outline =
        wordValue(properties, 'w:outlineLvl') ??
        (heading === undefined ? undefined : String(Number(heading) - 1))
      return [style.attribs?.['w:styleId'] ?? '', { outline, numbers: childOf(properties, 'w:numPr') }]
    }),
  )
}

function notesOf(part: XmlElement, name: string): readonly (readonly [string, string])[] {
  return allOf(part, name).map((note) => {
    const words = allOf(note, 'w:t').map((text) =>
      (text.children ?? []).map(({ data = '' }) => data).join(''),
    )
    return [`${name}Reference${note.attribs?.['w:id'] ?? ''}`, words.join('').trim()] as const
  })
}

function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!PARTS.test(name)) return false
        total += originalSize
        if (originalSize > MOST_BYTES || total > MOST_BYTES_TOGETHER)
          throw new Invalid('文件解压后过大，没有读取，请拆分后再试')
        return true
      },
    })
  } catch (error) {
    if (error instanceof Invalid) throw error
    throw new Invalid('这个文件打不开，请确认是没有加密的 docx 文件')
  }
}

function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !['0', 'false', 'off'].includes(property.attribs?.['w:val'] ?? '')
}

/** 第一条 is set off from its text by a space, 一、 and （一） are not. */
function spacer(label: string): string {
  return /[、．.）)]$/.test(label) ? '' : '　'
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
