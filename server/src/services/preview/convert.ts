import { decodeText } from '@mingfu/report'
import { Invalid } from '../../errors.ts'
import { cleanHtml } from '../disclosure/clean-html.ts'
import { leftSentences } from '../disclosure/word/word-pictures.ts'
import { wordToHtml } from '../disclosure/word/word-to-html.ts'
import { CUT, cutPages, type Piece } from './cut-pages.ts'
import { htmlPieces } from './html-pieces.ts'
import { type Preview, type Reader, without } from './preview.ts'
import { sheetPieces } from './sheet-pieces.ts'

type Shown = Readonly<{ pieces: readonly Piece[]; notes: readonly string[] }>

/** 转换: a file's bytes as pages. It may take long and much memory: call it in the worker. */
export function convert(bytes: Uint8Array, reader: Exclude<Reader, 'old-word'>): Preview {
  try {
    return paged(READERS[reader](bytes))
  } catch (error) {
    if (error instanceof Invalid) return without(error.message)
    throw error
  }
}

const READERS: Readonly<Record<Exclude<Reader, 'old-word'>, (bytes: Uint8Array) => Shown>> = {
  word(bytes) {
    const { html, pictures, left } = wordToHtml(bytes)
    const clean = cleanHtml(html.replace(/<img [^>]*>/g, ''))
    return { pieces: htmlPieces(clean), notes: leftSentences(left, 'preview', pictures.length) }
  },
  sheets: sheetPieces,
  lines: (bytes) => ({ pieces: linePieces(decodeText(bytes).text), notes: [] }),
}

/** Plain text, a paragraph a line. */
export function linePieces(text: string): readonly Piece[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/(?!\t)\p{Cc}/gu, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => line.match(/[\s\S]{1,5000}/g) ?? [])
    .map((line) => ({ kind: 'whole', html: `<p>${escaped(line)}</p>` }))
}

export function paged({ pieces, notes }: Shown): Preview {
  const { pages, cut } = cutPages(pieces)
  if (pages.length === 0) return without('文件里没有可以显示的文字')
  return { pages, notes: cut ? [...notes, CUT] : notes, fault: null }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
