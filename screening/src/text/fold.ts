/** A text made plain for looking, with the place in the original of each of its signs. */
export type FoldedText = Readonly<{ text: string; from: (at: number, length: number) => Readonly<Span> }>

type Span = { at: number; length: number }

/** Signs without width: they hide a number from a search and nothing from a reader. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u
const MAY_FOLD =
  /\p{Default_Ignorable_Code_Point}|[\u2000-\u2015\u202f\u2212\u3000\uff01-\uff5e\u{1d400}-\u{1d7ff}]/u

/**
 * 折叠: full-width and mathematical digits, letters and signs as plain ones, dashes and spaces as one of each kind, and
 * nothing without width. What is found in it is led back to the original by `from`.
 */
export function foldText(original: string): FoldedText {
  if (!MAY_FOLD.test(original)) return { text: original, from: (at, length) => ({ at, length }) }
  return kept(original, (sign) => (UNSEEN.test(sign) ? null : plain(sign)))
}

/** Without width as above, everything else as it stands: words are looked for as people wrote them. */
export function seenText(original: string): FoldedText {
  if (!UNSEEN.test(original)) return { text: original, from: (at, length) => ({ at, length }) }
  return kept(original, (sign) => (UNSEEN.test(sign) ? null : sign))
}

/** 连写: Chinese that was spaced out or broken into lines, run together. */
export function joinedText(original: string): FoldedText {
  const gap = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu
  const gaps = [...original.matchAll(gap)].map(
    ({ index, 0: found }) => [index, index + found.length] as const,
  )
  let next = 0
  return kept(original, (sign, at) => {
    while (next < gaps.length && (gaps[next]?.[1] ?? 0) <= at) next += 1
    const [start = Number.POSITIVE_INFINITY] = gaps[next] ?? []
    return at >= start ? null : sign
  })
}

function kept(original: string, keep: (sign: string, at: number) => string | null): FoldedText {
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const sign of original) {
    const put = keep(sign, at)
    for (let index = 0; index < (put?.length ?? 0); index++) {
      starts.push(put?.length === sign.length ? at + index : at)
      ends.push(put?.length === sign.length ? at + index + 1 : at + sign.length)
    }
    if (put !== null) pieces.push(put)
    at += sign.length
  }
  return {
    text: pieces.join(''),
    from: (place, length) => {
      const start = starts[place] ?? original.length
      return { at: start, length: length === 0 ? 0 : (ends[place + length - 1] ?? original.length) - start }
    },
  }
}

function plain(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (code >= 0x1d400 && code <= 0x1d7ff) return sign.normalize('NFKC')
  if ((code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000) return ' '
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return '-'
  return sign
}
