import { findHits, type ScreeningLists } from '../screen-texts.ts'

export type MaskedText = Readonly<{ text: string; masked: number }>

/** 一键遮盖: the text with every personal number and address masked; nothing else is touched. */
export function maskText(text: string, lists: ScreeningLists): MaskedText {
  const hits = findHits(text, lists).filter(({ masked, level }) => masked !== null && level !== 'warn')
  let out = ''
  let end = 0
  let count = 0
  for (const { at, length, masked } of hits) {
    if (at < end) continue
    out += text.slice(end, at) + (masked ?? '')
    end = at + length
    count += 1
  }
  return { text: out + text.slice(end), masked: count }
}
