import { type Count, countsIn } from './counts-in-text.ts'

/** What a phrase of the prose counts, as far as a rule asks for it. */
export type Subject =
  | 'new'
  | 'carried-in'
  | 'carried-out'
  | 'received'
  | 'concluded'
  | 'granted'
  | 'partial'
  | 'denied'
  | 'unable'
  | 'not-handled'
  | 'other'
  | 'review'
  | 'litigation'

/** A phrase with the numbers that belong to it; 予以公开及部分公开 counts several subjects as one. */
export type Mention = Readonly<{
  subject: Subject
  also: readonly Subject[]
  excerpt: string
  counts: readonly Count[]
}>

type Phrase = Readonly<{
  subject: Subject | null
  also: readonly Subject[]
  start: number
  end: number
  before: boolean
}>

type Pattern = Readonly<{ subject: Subject; words: RegExp; before?: boolean }>

// `before`: the number may also stand in front of the phrase, as in 另有3件顺延到下年度.
// biome-ignore format: a table
const PATTERNS: readonly Pattern[] = [
  { subject: 'new', words: /(?<!(?:办结|答复|处理)[^,]{0,4})新收到?/g },
  { subject: 'carried-in', words: /(?:上一?年度?|20\d\d年度?)(?:遗留|结转)(?!至|到|入|下|20)(?:办理)?|结转上一?年度?/g, before: true },
  { subject: 'carried-out', words: /(?:结转|顺延|转)(?:至|到|入)?(?:(?:下一?|次)年度?|20\d\d年度?)(?:继续)?(?:办理|答复)?/g, before: true },
  { subject: 'received', words: /(?<!新)(?:收到|受理|收办|接收|接到)/g },
  { subject: 'concluded', words: /(?<!未|延期|延长|[日天月]内|逾期|超期|按期|按时|及时|暂缓)(?:办结|答复)(?!书|率|件|期限|时限)/g, before: true },
  { subject: 'granted', words: /(?<![不分])予以公开/g, before: true },
  { subject: 'partial', words: /部分公开|部分予以公开|予以部分公开/g, before: true },
  { subject: 'denied', words: /不予公开/g, before: true },
  { subject: 'unable', words: /无法提供/g, before: true },
  { subject: 'not-handled', words: /不予处理/g, before: true },
  { subject: 'other', words: /其他处理/g, before: true },
  { subject: 'review', words: /(?<!新(?:发生|增)[^,]{0,12})行政复议/g },
  { subject: 'litigation', words: /(?<!新(?:发生|增)[^,]{0,12})行政诉讼/g },
]

/** Phrases that count something else; a number nearer to one of them is theirs. */
const OTHER_COUNTS =
  /咨询|信访|举报|投诉|建议|提案|议案|留言|来电|来信|热线|解读|(?<!政府)信息(?!公开|处理费)|规范性文件|规章|公文|许可|处罚|强制|补正|延期|逾期|撤回|听证|培训|稿件|维持|纠正|纠错|撤销|驳回|审结|败诉|胜诉|尚未|未结|国家秘密|禁止公开|三安全|第三方|内部事务|过程性|执法案卷|查询事项|不掌握|另行制作|不明确|重复申请|出版物|反复申请|重新出具|不存在|新(?:发生|增)[^,]{0,12}?行政(?:复议|诉讼)|行政复议(?:案件)?(?:、|和|及|与|或)行政诉讼|复议后起诉|未经复议|信息处理费/g

/** Words between a phrase and a number that say the number is something else. */
const PARTED =
  /同比|环比|比上|中,|中有|主要|较多|最多|居多|集中|比20|较上|较20|较去|增加|减少|增长|下降|上升|其中|平均|占|率|复议|诉讼|信访|举报|投诉|咨询|建议|提案|议案/

const DISPUTES: ReadonlySet<Subject> = new Set<Subject>(['review', 'litigation'])
/** 行政诉讼1件尚未审结 counts the pending, not all. */
const OF_AN_OUTCOME = /^(?:案件)?[被经]?(?:尚未|未审结|未结|正在|审结|维持|纠正|撤诉|驳回|胜诉|败诉)/

const LONGEST_GAP = 24

/** Clause by clause: every phrase of interest with the numbers nearest to it, at most one comma away. */
export function mentionsIn(sentence: string): readonly Mention[] {
  const all = countsIn(sentence)
  if (all.length === 0) return []
  const phrases = phrasesIn(sentence)
  const counts = new Map<Phrase, Count[]>()
  for (const count of all) {
    const owner = ownerOf(count, phrases, sentence)
    if (owner !== undefined) counts.set(owner, [...(counts.get(owner) ?? []), count])
  }
  return phrases.flatMap((phrase) => {
    const own = counts.get(phrase)
    const first = own?.[0]
    if (phrase.subject === null || own === undefined || first === undefined) return []
    if (DISPUTES.has(phrase.subject) && OF_AN_OUTCOME.test(sentence.slice(first.end))) return []
    const excerpt = sentence.slice(Math.min(phrase.start, first.start), Math.max(phrase.end, first.end))
    return [{ subject: phrase.subject, also: phrase.also, excerpt, counts: own }]
  })
}

function phrasesIn(sentence: string): readonly Phrase[] {
  const others = [...sentence.matchAll(OTHER_COUNTS)].map(
    (match): Phrase => ({ subject: null, also: [], before: false, ...placeOf(match) }),
  )
  const wanted = PATTERNS.flatMap(({ subject, words, before = false }) =>
    [...sentence.matchAll(words)].map((match): Phrase => ({ subject, also: [], before, ...placeOf(match) })),
  )
  // 行政复议 inside a phrase that counts something else is not a phrase of its own.
  const free = wanted.filter(
    (phrase) => !others.some((other) => other.start <= phrase.start && phrase.end <= other.end),
  )
  return joined(
    [...free, ...others].sort((a, b) => a.start - b.start),
    sentence,
  )
}

const TOGETHER = /^(?:及|和|与|、|以及|或者?|\(?(?:含|包括))$/
const CATEGORIES: ReadonlySet<Subject | null> = new Set<Subject>([
  'granted',
  'partial',
  'denied',
  'unable',
  'not-handled',
  'other',
])

/** 予以公开及部分公开208件: one number for both categories. */
function joined(phrases: readonly Phrase[], sentence: string): readonly Phrase[] {
  const result: Phrase[] = []
  for (const phrase of phrases) {
    const last = result.at(-1)
    const together =
      last?.subject != null &&
      phrase.subject !== null &&
      CATEGORIES.has(last.subject) &&
      CATEGORIES.has(phrase.subject) &&
      TOGETHER.test(sentence.slice(last.end, phrase.start))
    if (together) {
      result[result.length - 1] = { ...last, also: [...last.also, phrase.subject], end: phrase.end }
    } else result.push(phrase)
  }
  return result
}

function placeOf(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length }
}

function ownerOf(count: Count, phrases: readonly Phrase[], sentence: string): Phrase | undefined {
  let owner: Phrase | undefined
  let nearest = Number.POSITIVE_INFINITY
  for (const phrase of phrases) {
    const gap = gapBetween(phrase, count, sentence)
    if (gap === undefined) continue
    // A phrase behind the number must follow at once, and loses against one before it at the same distance.
    const distance = phrase.end <= count.start ? gap.length : gap.length + 0.5
    if (distance < nearest) [owner, nearest] = [phrase, distance]
  }
  return owner
}

function gapBetween(phrase: Phrase, count: Count, sentence: string): string | undefined {
  if (phrase.end <= count.start) {
    const gap = sentence.slice(phrase.end, count.start)
    const commas = gap.split(',').length - 1
    return commas > 1 || gap.length > LONGEST_GAP || (phrase.subject !== null && PARTED.test(gap))
      ? undefined
      : gap
  }
  if (!phrase.before && phrase.subject !== null) return undefined
  const gap = sentence.slice(count.end, phrase.start)
  const length = phrase.subject === null ? 2 : 6
  return gap.includes(',') || gap.length > length || PARTED.test(gap) ? undefined : gap
}
