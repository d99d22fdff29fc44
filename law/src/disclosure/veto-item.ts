import { type Citation, cite } from '../citation.ts'
import { addMonths, type PlainDate } from '../plain-date.ts'
import { type ColumnFacts, freshnessOf, UPDATE_CLASSES } from './update-class.ts'

const INDICATORS = cite('website-indicators')

type VetoRow = Readonly<{ label: string; test: string; basis: Citation; confirmed: boolean }>

/** 单项否决 of the national inspection of websites: one of them and the site is 不合格, whatever else is good. */
// biome-ignore format: a table
export const SITE_VETO_ITEMS = {
  'security-incident': { label: '安全、泄密事故等严重问题', test: '出现严重表述错误；泄露国家秘密；发布或者链接反动、暴力、色情等内容；对攻击没有及时处置造成严重后果；伪造发稿日期；管理不当引发严重负面舆情', basis: INDICATORS, confirmed: true },
  unreachable:         { label: '站点无法访问', test: '一周内每天间隔性访问不少于20次，15秒内打不开的计为失败，失败次数达到5%', basis: INDICATORS, confirmed: true },
  'home-stale':        { label: '首页不更新', test: '两周内首页没有更新；没有日期的信息不计；首页仅为导航的，看全部二级页面', basis: INDICATORS, confirmed: true },
  'columns-stale':     { label: '栏目不更新', test: '动态、要闻类两周内，通知公告、政策文件类六个月内没有更新的栏目达到5个；应当更新而长期不更新的栏目达到10个；空白栏目达到5个', basis: INDICATORS, confirmed: true },
  'poor-interaction':  { label: '互动回应差', test: '没有有效的网上咨询渠道；一年内有有效留言超过三个月没有答复', basis: INDICATORS, confirmed: true },
  'useless-services':  { label: '服务不实用', test: '没有办事服务；办事指南的事项名称、依据、条件、材料等要素大面积缺失', basis: INDICATORS, confirmed: false },
} as const satisfies Record<string, VetoRow>

export type SiteVetoItem = keyof typeof SITE_VETO_ITEMS

/** 政务新媒体的单项否决. */
// biome-ignore format: a table
export const NEW_MEDIA_VETO_ITEMS = {
  'security-incident': { label: '安全、泄密事故等严重问题', test: '与网站相同', basis: INDICATORS, confirmed: true },
  'account-stale':     { label: '内容不更新', test: '两周内没有更新', basis: INDICATORS, confirmed: true },
  'no-interaction':    { label: '互动回应差', test: '没有有效的互动功能，或者不回应', basis: INDICATORS, confirmed: true },
} as const satisfies Record<string, VetoRow>

export type NewMediaVetoItem = keyof typeof NEW_MEDIA_VETO_ITEMS

/** The figures of the veto items, once. */
export const VETO_THRESHOLDS = {
  staleAfterDays: UPDATE_CLASSES.dynamic.staleAfter.days,
  staleColumns: 5,
  longStaleColumns: 10,
  blankColumns: 5,
  probesADay: 20,
  probeSeconds: 15,
  failedShare: 0.05,
  unansweredMonths: 3,
} as const

/** What can be known about a site on a day. Left out is not assessed, never taken as good. */
export type SiteFacts = Readonly<{
  /** The newest dated entry of the home page; null when none shows a day. */
  homeNewestOn?: PlainDate | null
  columns?: readonly (ColumnFacts & Readonly<{ name: string }>)[]
  /** Of the last seven days. */
  probes?: Readonly<{ made: number; failed: number }>
  consultationEntry?: boolean
  /** The day of the oldest valid message without an answer; null when all are answered. */
  oldestOpenMessageOn?: PlainDate | null
  /** Confirmed serious incidents: wording, secrets, forged dates. */
  incidents?: readonly string[]
}>

export type VetoFinding<Item extends string> = Readonly<{ item: Item; text: string; basis: Citation }>

/** 单项否决检查: every item that the facts already meet, with what meets it. */
export function siteVetoes(facts: SiteFacts, today: PlainDate): readonly VetoFinding<SiteVetoItem>[] {
  const met = (item: SiteVetoItem, text: string) => ({ item, text, basis: SITE_VETO_ITEMS[item].basis })
  return [
    ...(facts.incidents ?? []).map((text) => met('security-incident', text)),
    ...unreachable(facts).map((text) => met('unreachable', text)),
    ...homeStale(facts, today).map((text) => met('home-stale', text)),
    ...columnsStale(facts, today).map((text) => met('columns-stale', text)),
    ...poorInteraction(facts, today).map((text) => met('poor-interaction', text)),
  ]
}

/** 政务新媒体检查. */
export function newMediaVetoes(
  account: Readonly<{ name: string; newestOn: PlainDate | null; interactive?: boolean }>,
  today: PlainDate,
): readonly VetoFinding<NewMediaVetoItem>[] {
  const { name, newestOn, interactive } = account
  const found: VetoFinding<NewMediaVetoItem>[] = []
  if (!isWithinTwoWeeks(newestOn, today)) {
    const text = newestOn === null ? `“${name}”没有发布过内容` : `“${name}”最近一次更新是${newestOn}`
    found.push({ item: 'account-stale', text, basis: INDICATORS })
  }
  if (interactive === false) {
    found.push({ item: 'no-interaction', text: `“${name}”没有互动功能`, basis: INDICATORS })
  }
  return found
}

function unreachable({ probes }: SiteFacts): readonly string[] {
  if (probes === undefined || probes.made === 0) return []
  return probes.failed / probes.made >= VETO_THRESHOLDS.failedShare
    ? [`一周内访问${probes.made}次，失败${probes.failed}次`]
    : []
}

function homeStale({ homeNewestOn }: SiteFacts, today: PlainDate): readonly string[] {
  if (homeNewestOn === undefined || isWithinTwoWeeks(homeNewestOn, today)) return []
  return [homeNewestOn === null ? '首页没有带日期的信息' : `首页最近一次更新是${homeNewestOn}`]
}

function columnsStale({ columns = [] }: SiteFacts, today: PlainDate): readonly string[] {
  const judged = columns.map((column) => ({ ...column, state: freshnessOf(column, today).state }))
  const named = (chosen: typeof judged) => chosen.map(({ name }) => name).join('、')
  const stale = judged.filter(({ state }) => state === 'stale')
  const timed = stale.filter(
    ({ updateClass }) => updateClass === 'dynamic' || updateClass === 'notice-policy',
  )
  const blank = judged.filter(({ state }) => state === 'blank')
  const found: string[] = []
  if (timed.length >= VETO_THRESHOLDS.staleColumns)
    found.push(`${timed.length}个栏目没有按时更新：${named(timed)}`)
  if (stale.length >= VETO_THRESHOLDS.longStaleColumns)
    found.push(`${stale.length}个栏目应当更新而没有更新：${named(stale)}`)
  if (blank.length >= VETO_THRESHOLDS.blankColumns) found.push(`${blank.length}个空白栏目：${named(blank)}`)
  return found
}

function poorInteraction(facts: SiteFacts, today: PlainDate): readonly string[] {
  const { consultationEntry, oldestOpenMessageOn } = facts
  const found: string[] = []
  if (consultationEntry === false) found.push('没有网上咨询渠道')
  if (
    oldestOpenMessageOn !== undefined &&
    oldestOpenMessageOn !== null &&
    today > addMonths(oldestOpenMessageOn, VETO_THRESHOLDS.unansweredMonths)
  ) {
    found.push(`${oldestOpenMessageOn}的留言超过三个月没有答复`)
  }
  return found
}

function isWithinTwoWeeks(newestOn: PlainDate | null, today: PlainDate): boolean {
  const home: ColumnFacts = { updateClass: 'dynamic', items: 1, newestOn }
  const { state } = freshnessOf(home, today)
  return state === 'fresh' || state === 'ageing'
}
