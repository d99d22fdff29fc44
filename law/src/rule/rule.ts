import type { CountingPractice } from '../annual-report/counting/case.ts'
import type { Table2Practice } from '../annual-report/counting/table-two.ts'
import type { Citation } from '../citation.ts'
import type { Settings } from '../clock/settings.ts'

/** Every switch that a rule may hang on. */
export type SettingName = keyof Settings | keyof CountingPractice | keyof Table2Practice

/**
 * Who keeps a rule. `by`: functions, each as `path#name` from the root of the repository, checked to exist.
 * `because`: why no machine can keep it, and what the machine does instead. `missing`: a machine could, and this
 * program does not yet.
 */
export type Keeper =
  | Readonly<{ by: readonly string[] }>
  | Readonly<{ because: string }>
  | Readonly<{ missing: string }>

/** 规则: what holds, in plain Chinese, with article, keeper and a worked example. */
export type Rule = Readonly<{
  text: string
  basis: readonly Citation[]
  settings: readonly SettingName[]
  keeper: Keeper
  /** 例: facts and what follows from them, worked out by hand. */
  example: string
}>

/** `error`: 阻止. `warning`: 提醒核对. `info`: 提示. */
export type RequestRule = Rule &
  Readonly<{
    severity: 'error' | 'warning' | 'info'
    /** True where the rule rests on practice or an open reading, and no text settles it. */
    open: boolean
  }>

/** `law('clock/receipt', 'readReceipt')` → `law/src/clock/receipt.ts#readReceipt`. */
export function law(file: string, ...names: readonly string[]): readonly string[] {
  return names.map((name) => `law/src/${file}.ts#${name}`)
}

/** The functions that keep a rule. */
export function by(...functions: readonly (string | readonly string[])[]): Keeper {
  return { by: functions.flat() }
}

/** Why a machine cannot keep a rule. */
export function notByMachine(because: string): Keeper {
  return { because }
}

/** What a machine could keep and this program does not yet. */
export function notYet(missing: string): Keeper {
  return { missing }
}

/** When a publishing rule is looked at. */
export const PUBLICATION_MOMENTS = {
  gate: '发布前',
  build: '生成页面时',
  monitor: '定期巡查',
  data: '登记时',
} as const satisfies Record<string, string>

export type PublicationMoment = keyof typeof PUBLICATION_MOMENTS

/** `veto`: 一票否决或者法律禁止，不得放行. `block`: 不改正不能发布. `warn`: 提醒核对. `info`: 提示. */
export type PublicationRule = Rule &
  Readonly<{ level: 'veto' | 'block' | 'warn' | 'info'; when: readonly PublicationMoment[] }>

/** One line of a rule table about publishing. */
export function publicationRule(
  level: PublicationRule['level'],
  when: readonly PublicationMoment[],
  text: string,
  basis: readonly Citation[],
  keeper: Keeper,
  example: string,
): PublicationRule {
  return { level, when, text, basis, keeper, example, settings: [] }
}

type Notes = Readonly<{ open?: boolean; settings?: readonly SettingName[] }>

/** One line of a rule table about requests. */
export function requestRule(
  severity: RequestRule['severity'],
  text: string,
  basis: readonly Citation[],
  keeper: Keeper,
  example: string,
  { open = false, settings = [] }: Notes = {},
): RequestRule {
  return { severity, text, basis, settings, keeper, example, open }
}
