import { type Citation, cite } from '../citation.ts'
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

/** 办理口径一览: every question that the texts leave open and an office may answer for itself. */
// biome-ignore format: a table
export const SETTING_CHOICES = {
  nonWorkdayReceipt: question('非工作日收到申请', '条例没有规定，有法院按顺延计算', cite('regulation', 31), [
    ['as-is', '收到当日为收到申请之日'], ['roll-forward', '视为下一个工作日收到']]),
  pauseConvention: question('征求意见所需时间', '条例只规定“所需时间不计算在内”，没有规定首尾两日', cite('regulation', 33, 3), [
    ['after-sending-through-answer', '发出之日计入期限，收到意见之日不计'], ['sending-through-answer', '发出之日、收到意见之日都不计'],
    ['sending-until-answer', '发出之日不计，收到意见之日计入期限'], ['between', '发出之日、收到意见之日都计入期限']]),
  maxCorrectionRounds: question('补正次数', '“一次性告知”有两种理解', cite('regulation', 30), [
    [1, '只能告知一次'], [2, '补正后仍不明确的，可以再告知一次']]),
  lateCorrectionNotice: question('逾期告知补正', '逾期告知补正的后果没有规定', cite('regulation', 30), [
    ['keep-risk-deadline', '期限重新计算，同时提示原期限的风险'], ['restart', '期限重新计算，不再提示']]),
  maxExtensions: question('延长次数', '条例限制总天数，没有限制次数', cite('regulation', 33, 2), [
    [1, '只能延长一次'], [2, '可以分两次，合计不超过上限']]),
  feeClock: question('缴费后的处理期限', '对收费办法的规定有两种理解', cite('fee-measures', 6), [
    ['restart', '自缴费次日起重新计算'], ['resume', '自缴费次日起继续计算']]),
  pauseForReasons: question('等待说明理由的时间', '条例第三十五条没有规定', cite('regulation', 35), [
    [false, '计入答复期限'], [true, '不计入答复期限']]),
  pauseForSecrecyReferral: question('提请确定能否公开的时间', '是否属于征求“其他机关意见”没有规定', cite('regulation', 17, 3), [
    [false, '计入答复期限'], [true, '不计入答复期限']]),
  partialRemedy: question('部分公开的救济途径', '部分公开是否属于“不予公开”有不同做法', cite('reconsideration', 23, 1, 4), [
    ['reconsideration-first', '先申请行政复议'], ['either', '可以复议，也可以直接起诉']]),
  nonReplyReconsiderationFirst: question('逾期不答复的救济途径', '是否复议前置尚无定论', cite('reconsideration', 23, 1, 3), [
    ['unsettled', '两种途径都提示'], ['yes', '先申请行政复议'], ['no', '可以直接起诉']]),
  electronicServiceDate: question('电子送达日', '没有直接规定，比照民事诉讼', cite('civil-procedure', 90), [
    ['arrival', '到达申请人系统之日'], ['first-opened', '申请人首次打开之日']]),
  inquiryOutcome: question('咨询类申请', '各地做法不同', cite('regulation', 2), [
    ['other-misc', '其他处理'], ['unable-needs-creation', '没有现成信息需要另行制作']]),
  archivesOutcome: question('已移交档案馆的信息', '各地做法不同', cite('letter-14'), [
    ['other-misc', '其他处理'], ['deny-admin-query', '属于行政查询事项']]),
  soleTraderClass: question('个体工商户的申请人类别', '年度报告格式没有规定', cite('format-2021'), [
    ['natural-person', '自然人'], ['commercial-enterprise', '商业企业']]),
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
  label: string,
  why: string,
  basis: Citation,
  choices: readonly (readonly [V, string])[],
): SettingQuestion<V> {
  return { label, why, basis, choices: choices.map(([value, text]) => ({ value, text })) }
}
