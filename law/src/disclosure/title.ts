/** Longer titles are cut in lists; a hundred characters hold every title that the law itself prints. */
export const LONGEST_TITLE = 100

const PAIRS = [
  ['《', '》'],
  ['〈', '〉'],
  ['（', '）'],
  ['(', ')'],
  ['“', '”'],
  ['〔', '〕'],
  ['「', '」'],
] as const

/** Words that a title goes on after: it was cut, or not written to its end. */
const GOES_ON = /(?:关于|印发|转发|的|和|与|及|以及|或者|对|在|为|暨|、|，|,|：|:|；|;|—|-|\/|（|《|“|〔)$/u

/** 标题完整: what shows that a title was cut or shortened, a sentence each; none where it stands whole. */
export function titleFaults(title: string): readonly string[] {
  const text = title.trim()
  if (text === '') return []
  const open = PAIRS.find(([left, right]) => count(text, left) !== count(text, right))
  return [
    ...(/…|\.\.\.|。。。/.test(text) ? ['标题应当完整，不能用省略号代替'] : []),
    ...(GOES_ON.test(text) ? [`标题在“${text.slice(-4)}”处断开，请核对是否完整`] : []),
    ...(open === undefined ? [] : [`标题中的“${open[0]}”和“${open[1]}”不成对，请核对是否完整`]),
    ...([...text].length > LONGEST_TITLE
      ? [`标题有${[...text].length}字，超过${LONGEST_TITLE}字，请核对`]
      : []),
  ]
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}
