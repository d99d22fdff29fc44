import { looksLikeValue } from '../locate/parse-value.ts'
import { decodeText } from './decode-text.ts'
import { blocksOfLines, type Line, type PlacedField } from './lines.ts'
import type { Source } from './source.ts'
import { looksWrapped } from './wrapped.ts'

/** 纯文本和 Markdown: lines in any Chinese encoding; headings marked with # lose the mark. */
export function readText(bytes: Uint8Array, kind: 'txt' | 'md'): Source {
  const { text } = decodeText(bytes)
  const lines = linesOf(text)
  return {
    kind,
    blocks: blocksOfLines(lines),
    truncated: text !== '' && !/[\n\r]\s*$/.test(text),
    wrapped: looksWrapped(lines.map((line) => line.text)),
    unread: [],
  }
}

/** Lines with their numbers; marks of Markdown headings, emphasis and rules are taken away. */
export function linesOf(text: string): readonly Line[] {
  return text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/).map((line, index) =>
    withFields({
      text: line
        .replace(/^\uFEFF/, '')
        .replace(/^\s{0,3}#{1,6}\s*/, '')
        .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2'),
      where: `第${index + 1}行`,
    }),
  )
}

/** Columns held apart by runs of spaces, as in a text made from a page: `行政许可      47       0`. */
function withFields(line: Line): Line {
  if (/[\t|｜]/.test(line.text)) return line
  const fields: PlacedField[] = []
  for (const match of line.text.matchAll(/\S+(?: \S+)*/g)) {
    fields.push({ text: match[0], from: widthOf(line.text.slice(0, match.index)), width: widthOf(match[0]) })
  }
  const values = fields.filter((field) => looksLikeValue(field.text))
  const mixed = fields.some((field) => /\d \d/.test(field.text))
  return fields.length < 3 || values.length < 2 || mixed ? line : { ...line, fields }
}

/** Chinese characters are twice as wide as digits. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += character.charCodeAt(0) < 0x2e80 ? 1 : 2
  return width
}
