import { plainDateText } from '@mingfu/law'
import type { Signature } from './model.ts'
import { textWidth } from './text.ts'

/** A line of the signature and how many characters it stays away from the right margin. */
export type SignatureLine = Readonly<{ text: string; fromRight: number }>

const ROOM_FOR_DATE = '年　　月　　日'

/**
 * 署名、成文日期 as GB/T 9704 places them. Sealed: the date four characters from the margin, the names centred
 * over it. Not sealed: the names two characters from the margin and the date beginning two characters further in.
 */
export function signatureLines(signature: Signature): readonly SignatureLine[] {
  const date = signature.on === null ? ROOM_FOR_DATE : plainDateText(signature.on)
  const dateWidth = textWidth(date)
  const widest = Math.max(0, ...signature.agencies.map(textWidth))
  if (signature.sealed) {
    // A name so long that it would pass the margin pushes itself and the date in.
    const dateFromRight = Math.max(4, (widest - dateWidth) / 2)
    const centre = dateFromRight + dateWidth / 2
    return [
      ...signature.agencies.map((text) => ({ text, fromRight: centre - textWidth(text) / 2 })),
      { text: date, fromRight: dateFromRight },
    ]
  }
  const dateFromRight = Math.max(2, widest - dateWidth)
  const namesFromRight = Math.max(2, dateFromRight + dateWidth + 2 - widest)
  return [
    ...signature.agencies.map((text) => ({ text, fromRight: namesFromRight + (widest - textWidth(text)) })),
    { text: date, fromRight: dateFromRight },
  ]
}
