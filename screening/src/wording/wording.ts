import type { PlainDate } from '@mingfu/law'
import type { Hit, ScreeningLevel, ScreeningRule } from '../finding.ts'

/** 用语词表的类别. */
export const WORDING_KINDS = {
  fatal: { label: '严重表述错误', rule: 'PUB-70', level: 'veto' },
  sensitive: { label: '敏感词', rule: 'PUB-71', level: 'block' },
  typo: { label: '错别字', rule: 'PUB-72', level: 'warn' },
  organ: { label: '机构名称', rule: 'PUB-72', level: 'warn' },
  leader: { label: '领导职务', rule: 'PUB-72', level: 'warn' },
} as const satisfies Record<string, { label: string; rule: ScreeningRule; level: ScreeningLevel }>

export type WordingKind = keyof typeof WORDING_KINDS

/** 词条: what not to write, what to write in its stead, and on which days that holds. */
export type Wording = Readonly<{
  kind: WordingKind
  /** Literal text. For a leader: the name. */
  text: string
  /** Replaces `text` as what is looked for; the standard lists use it where a word has right uses too. */
  pattern?: string
  /** For a leader: the office, as `县长`. `null` when only a person can say. */
  right: string | null
  /** First and last day on which the words are wrong; for a leader, of the term of office. */
  from: PlainDate | null
  to: PlainDate | null
}>

export type DatedWords = Readonly<{ wordings: readonly Wording[]; onDay: PlainDate }>

/** 用语检查: every word of the lists that is wrong on the day, in folded text. */
export function findWordings(text: string, { wordings, onDay }: DatedWords): readonly Hit[] {
  const current = wordings.filter(
    ({ from, to }) => (from === null || from <= onDay) && (to === null || onDay <= to),
  )
  const leaders = current.filter(({ kind }) => kind === 'leader')
  const words = current.filter(({ kind }) => kind !== 'leader')
  return [...words.flatMap((word) => hitsOf(text, word)), ...findOffices(text, leaders)]
}

function hitsOf(text: string, { kind, text: wrong, pattern, right }: Wording): Hit[] {
  if (pattern === undefined && !text.includes(wrong)) return []
  const { rule, level, label } = WORDING_KINDS[kind]
  return [...text.matchAll(new RegExp(pattern ?? escaped(wrong), 'gu'))].map((match) => ({
    rule,
    level,
    certainty: kind === 'fatal' || kind === 'sensitive' ? 'certain' : 'likely',
    at: match.index,
    length: match[0].length,
    message:
      right === null
        ? `${label}：“${match[0]}”，请改正或者删除`
        : `${label}：“${match[0]}”应当写作“${right}”`,
    masked: null,
    ...(right === null ? {} : { suggestion: right }),
  }))
}

/** 领导姓名与职务: an office of the table beside a name that does not hold it, and a name beside another office. */
function findOffices(text: string, leaders: readonly Wording[]): Hit[] {
  const offices = [...new Set(leaders.flatMap(({ right }) => (right === null ? [] : [right])))]
  return leaders.flatMap(({ text: name, right }) =>
    offices.flatMap((office) => {
      const holds = leaders.some((other) => other.text === name && other.right === office)
      if (holds) return []
      const pattern = new RegExp(`(?<!副)${escaped(office)}[\\s:：]{0,2}${escaped(name)}`, 'gu')
      return [...text.matchAll(pattern)].map(
        (match): Hit => ({
          rule: 'PUB-72',
          level: 'warn',
          certainty: 'likely',
          at: match.index,
          length: match[0].length,
          message: `“${match[0]}”与领导职务表不符，${name}的职务是${right ?? '其他职务'}，请核对`,
          masked: null,
          ...(right === null ? {} : { suggestion: `${right}${name}` }),
        }),
      )
    }),
  )
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
