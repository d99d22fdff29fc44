type Seen = Readonly<{ title: string | null; language: string | null }>

/** Share of a title's pairs of characters that must have stayed: a notice renamed keeps most of them. */
const ALIKE_FROM = 0.2

/**
 * 内容突变的提示: the page speaks another language, or its title shares next to nothing with the one that was known.
 * Whether it went bad only a person can tell.
 */
export function hasJumped(known: Seen, now: Seen): boolean {
  if (known.title === null || now.title === null) return false
  const before = mainLanguage(known)
  const after = mainLanguage(now)
  if (before !== null && after !== null && before !== after) return true
  return likeness(known.title, now.title) < ALIKE_FROM
}

/** What the page says of itself, or what its title is written in. */
function mainLanguage({ title, language }: Seen): string | null {
  if (/\p{Script=Han}/u.test(title ?? '')) return 'zh'
  return language?.split('-')[0] ?? null
}

function likeness(a: string, b: string): number {
  const [first, second] = [pairs(a), pairs(b)]
  if (first.size === 0 || second.size === 0) return a === b ? 1 : 0
  const shared = [...first].filter((pair) => second.has(pair)).length
  return shared / Math.min(first.size, second.size)
}

function pairs(text: string): ReadonlySet<string> {
  const letters = [...text.toLowerCase().replace(/[\s\p{P}]+/gu, '')]
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`))
}
