/** 数字的汉字写法; 幺 is how a one is said. */
export const NUMERAL = '零〇○一二三四五六七八九幺'

/** 一三八 as 138. */
export function figuresOf(words: string): string {
  return [...words]
    .map((word) =>
      word === '幺' ? '1' : NUMERAL.includes(word) ? String(Math.max(0, NUMERAL.indexOf(word) - 2)) : word,
    )
    .join('')
}
