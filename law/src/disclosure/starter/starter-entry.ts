import type { UpdatePeriod } from '../catalogue-id.ts'
import type { PublishingChannel } from '../channel.ts'
import type { ContentKind } from '../content-kind.ts'
import { DEADLINE_RULES, type DeadlineLimit } from '../deadline-rule.ts'
import type { LegalItemCode } from '../legal-item.ts'
import type { CatalogueEntry } from '../standard-catalogue.ts'

/** 起步目录的栏目: the column in which the items of a line are shown, and the one above it. */
export type StarterColumn = Readonly<{
  /** Part of the address of the column: lower-case letters, digits and hyphens. */
  code: string
  title: string
  description: string
  columnType: string
  legalItem: LegalItemCode | null
  kinds: readonly ContentKind[]
  parent: Readonly<{ code: string; title: string; columnType: string }> | null
}>

/** 起步目录的条目: a line that an organ begins with and changes as it sees fit. */
export type StarterEntry = Omit<CatalogueEntry, 'name' | 'mode' | 'level' | 'updateClass'> &
  Readonly<{
    /** 一级事项、二级事项. */
    path: readonly string[]
    audience: string
    mode: NonNullable<CatalogueEntry['mode']>
    level: NonNullable<CatalogueEntry['level']>
    updateClass: NonNullable<CatalogueEntry['updateClass']>
    period: UpdatePeriod | null
    isMandatory: boolean
    /** What has to be compared before it is relied on; empty where the regulation itself says it. */
    note: string
    column: StarterColumn | null
  }>

/** 公开时限 as the starter catalogues word it, and what the words come to. */
// biome-ignore format: a table
export const STARTER_LIMITS = {
  general:           { words: '自信息形成或者变更之日起20个工作日内', limit: DEADLINE_RULES.general.limit },
  'licence-penalty': { words: '自作出决定之日起7个工作日内', limit: DEADLINE_RULES['licence-penalty'].limit },
  interpretation:    { words: '与文件同步公开，最迟在文件公开之日起3个工作日内', limit: DEADLINE_RULES.interpretation.limit },
  budget:            { words: '经批准后20日内', limit: DEADLINE_RULES.budget.limit },
  'inspection-plan': { words: '每年6月底前', limit: DEADLINE_RULES['inspection-plan'].limit },
  relief:            { words: '自制作或者获取信息之日起10个工作日内', limit: { unit: 'working-day', amount: 10 } },
  realtime:          { words: '实时公开', limit: { unit: 'realtime' } },
} as const satisfies Record<string, { words: string; limit: DeadlineLimit }>

export type StarterLimit = keyof typeof STARTER_LIMITS

/** 备注 of lines that are not read off the regulation. */
export const STARTER_NOTES = {
  pilot: '据试点标准整理，以主管部门印发的目录为准',
  unconfirmed: '待核对：事项名称没有与印发的标准目录逐项核对，以主管部门印发的目录为准',
  local: '待核对：各地做法不一，请按本地规定填写依据和时限',
} as const

/** 公开渠道: the website always, a place to read as a choice (条例 第二十三条、第二十五条), and what a line adds. */
export function starterChannels(...required: readonly PublishingChannel[]): StarterEntry['channels'] {
  return {
    website: 'required',
    ...Object.fromEntries(required.map((channel) => [channel, 'required'])),
    ...(required.includes('reading-place') ? {} : { 'reading-place': 'optional' }),
  }
}
