import type { Seal } from '../seal.ts'
import { askedOf } from './wish.ts'

/** 内容摘要: by which the same question is found again. Punctuation and spaces do not make another one. */
export function contentIndex(seal: Seal, wish: Parameters<typeof askedOf>[0]): Buffer {
  const text = askedOf(wish)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{P}\p{Z}\p{C}\p{S}]/gu, '')
  return seal.index(`content ${text}`)
}
