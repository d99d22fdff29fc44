import { type Citation, cite } from '../citation.ts'
import { SETTING_WORDS } from '../rule/setting-words.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'

type Value = string | number | boolean

/** A reading that may be chosen: its value, and what it says. */
export type SettingChoice<V extends Value = Value> = Readonly<{ value: V; text: string }>

/** 口径: an open question, why it is open, and the readings of it, the default first. */
export type SettingQuestion<V extends Value = Value> = Readonly<{
  label: string
  why: string
  basis: Citation
  choices: readonly SettingChoice<V>[]
}>

type Chosen = Omit<Settings, 'regionalHolidays'>
export type ChosenSetting = keyof Chosen

/** 办理口径一览: every question that the texts leave open and an office may answer for itself, in its words. */
// biome-ignore format: a table
export const SETTING_CHOICES = {
  nonWorkdayReceipt:            question('nonWorkdayReceipt',            cite('regulation', 31),              ['as-is', 'roll-forward']),
  pauseConvention:              question('pauseConvention',              cite('regulation', 33, 3),           ['after-sending-through-answer', 'sending-through-answer', 'sending-until-answer', 'between']),
  maxCorrectionRounds:          question('maxCorrectionRounds',          cite('regulation', 30),              [1, 2]),
  lateCorrectionNotice:         question('lateCorrectionNotice',         cite('regulation', 30),              ['keep-risk-deadline', 'restart']),
  maxExtensions:                question('maxExtensions',                cite('regulation', 33, 2),           [1, 2]),
  feeClock:                     question('feeClock',                     cite('fee-measures', 6),             ['restart', 'resume']),
  pauseForReasons:              question('pauseForReasons',              cite('regulation', 35),              [false, true]),
  pauseForSecrecyReferral:      question('pauseForSecrecyReferral',      cite('regulation', 17, 3),           [false, true]),
  partialRemedy:                question('partialRemedy',                cite('reconsideration', 23, 1, 4),   ['reconsideration-first', 'either']),
  nonReplyReconsiderationFirst: question('nonReplyReconsiderationFirst', cite('reconsideration', 23, 1, 3),   ['unsettled', 'yes', 'no']),
  electronicServiceDate:        question('electronicServiceDate',        cite('civil-procedure', 90),         ['arrival', 'first-opened']),
  inquiryOutcome:               question('inquiryOutcome',               cite('regulation', 2),               ['other-misc', 'unable-needs-creation']),
  archivesOutcome:              question('archivesOutcome',              cite('letter-14'),                   ['other-misc', 'deny-admin-query']),
  soleTraderClass:              question('soleTraderClass',              cite('format-2021'),                 ['natural-person', 'commercial-enterprise']),
} as const satisfies { readonly [Name in ChosenSetting]: SettingQuestion<Chosen[Name]> }

/**
 * 读取办理口径: settings from what was stored or typed; what is left out is the default. Refused with a sentence when
 * a name or a value is none.
 */
export function readSettings(input: Readonly<Record<string, unknown>>): Ruling<Settings> {
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS }
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue
    if (name === 'regionalHolidays') {
      if (!isListOfTexts(value))
        return refuse('wrong-setting', '“适用的地方假日”应当是地区名称的列表', REGIONS)
      settings[name] = [...new Set(value.map((region) => region.trim()))]
      continue
    }
    const asked = (SETTING_CHOICES as Readonly<Record<string, SettingQuestion>>)[name]
    if (asked === undefined) return refuse('no-such-setting', `没有“${name}”这项办理口径`, REGIONS)
    if (!asked.choices.some((choice) => choice.value === value)) {
      const known = asked.choices.map((choice) => String(choice.value)).join('、')
      return refuse('wrong-setting', `“${asked.label}”不能是“${String(value)}”，可选：${known}`, asked.basis)
    }
    settings[name] = value
  }
  return grant(settings as Settings)
}

const REGIONS = cite('holiday-measures', 4)

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string' && each.trim() !== '')
}

function question<const V extends Value>(
  name: ChosenSetting,
  basis: Citation,
  values: readonly V[],
): SettingQuestion<V> {
  const { label, because, values: texts } = SETTING_WORDS[name]
  const words: Readonly<Record<string, string>> = texts
  return {
    label,
    why: because,
    basis,
    choices: values.map((value) => ({ value, text: words[String(value)] ?? '' })),
  }
}
