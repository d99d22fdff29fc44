/** 采用、批示的层级. */
export const BRIEFING_LEVELS = {
  own: '本级',
  city: '市级',
  province: '省级',
  nation: '国家级',
} as const satisfies Record<string, string>

export type BriefingLevel = keyof typeof BRIEFING_LEVELS

/** What earns or costs points: 采用 by a paper, 批示 by a leader, 扣分 for what was late, missed or wrong. */
export const SCORE_KINDS = {
  adoption: '采用',
  instruction: '领导批示',
  deduction: '扣分',
} as const satisfies Record<string, string>

export type ScoreKind = keyof typeof SCORE_KINDS

export type ScoreEntry = Readonly<{
  code: string
  kind: ScoreKind
  level: BriefingLevel
  label: string
  points: number
}>

/** 分值表. No national text sets one: every office has its own, and this is only what a new one begins with. */
export type ScoreTable = Readonly<{
  entries: readonly ScoreEntry[]
  /** 基本分: for every month in which a unit hands in so many items. */
  base: Readonly<{ itemsAMonth: number; points: number }>
}>

// biome-ignore format: a table
export const USUAL_SCORES: ScoreTable = {
  base: { itemsAMonth: 2, points: 10 },
  entries: [
    { code: 'own-digest',   kind: 'adoption',    level: 'own',      label: '本级综合简报采用', points: 5 },
    { code: 'own-bulletin', kind: 'adoption',    level: 'own',      label: '本级《政务信息》采用', points: 10 },
    { code: 'own-special',  kind: 'adoption',    level: 'own',      label: '本级专报采用', points: 30 },
    { code: 'city-digest',  kind: 'adoption',    level: 'city',     label: '市级综合采用', points: 20 },
    { code: 'city-single',  kind: 'adoption',    level: 'city',     label: '市级单条采用', points: 50 },
    { code: 'city-special', kind: 'adoption',    level: 'city',     label: '市级专报采用', points: 80 },
    { code: 'province',     kind: 'adoption',    level: 'province', label: '省级采用', points: 100 },
    { code: 'nation',       kind: 'adoption',    level: 'nation',   label: '国家级采用', points: 200 },
    { code: 'own-note',     kind: 'instruction', level: 'own',      label: '本级领导批示', points: 20 },
    { code: 'city-note',    kind: 'instruction', level: 'city',     label: '市级领导批示', points: 50 },
    { code: 'province-note',kind: 'instruction', level: 'province', label: '省级领导批示', points: 100 },
    { code: 'late',         kind: 'deduction',   level: 'own',      label: '紧急信息迟报', points: -10 },
    { code: 'missed',       kind: 'deduction',   level: 'own',      label: '紧急信息漏报', points: -20 },
    { code: 'concealed',    kind: 'deduction',   level: 'own',      label: '紧急信息瞒报', points: -50 },
    { code: 'wrong',        kind: 'deduction',   level: 'own',      label: '事实不准确', points: -10 },
  ],
}

/** What is wrong with a table of scores, in a sentence; null when nothing is. */
export function scoreTableFault({ entries, base }: ScoreTable): string | null {
  if (!entries.some(({ kind }) => kind === 'adoption')) return '分值表至少要有一种采用'
  const codes = entries.map(({ code }) => code)
  if (codes.some((code) => code.trim() === '') || new Set(codes).size !== codes.length)
    return '每一项的代码应当填写，不得重复'
  const unnamed = entries.find(({ label }) => label.trim() === '')
  if (unnamed !== undefined) return '每一项的名称应当填写'
  const wrong = entries.find(({ kind, points }) => (kind === 'deduction' ? points >= 0 : points <= 0))
  if (wrong !== undefined) return `“${wrong.label}”的分值应当${wrong.kind === 'deduction' ? '小于' : '大于'}0`
  if (base.itemsAMonth < 0 || base.points < 0) return '基本分和每月条数不能小于0'
  return null
}
