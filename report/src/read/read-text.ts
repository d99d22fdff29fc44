import { decodeText } from './decode-text.ts'
import { blocksOfLines, type Line } from './lines.ts'
import type { Source } from './source.ts'
import { looksWrapped } from './wrapped.ts'

/** 纯文本和 Markdown: lines in any Chinese encoding; headings marked with # lose the mark. */
export function readText(bytes: Uint8Array, kind: 'txt' | 'md'): Source {
  const { text } = decodeText(bytes)
  const lines = linesOf(text)
  return {
    kind,
    blocks: blocksOfLines(lines),
    truncated: text !== '' && !/\s$/.test(text),
    wrapped: looksWrapped(lines.map((line) => line.text)),
    unread: [],
  }
}

/** Lines with their numbers; marks of Markdown headings, emphasis and rules are taken away. */
export function linesOf(text: string): readonly Line[] {
  return text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/).map((line, index) => ({
    text: line
      .replace(/^\uFEFF/, '')
      .replace(/^\s{0,3}#{1,6}\s*/, '')
      .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2'),
    where: `第${index + 1}行`,
  }))
}
