import { cite } from '../citation.ts'
import { type ChannelDuty, PUBLISHING_CHANNELS, type PublishingChannel } from './channel.ts'
import type { LegalItemCode } from './legal-item.ts'
import type { UpdateClass } from './update-class.ts'

/** 主动公开基本目录 as organs print it, in their order. */
export const BASIC_CATALOGUE_COLUMNS = [
  '序号',
  '一级栏目',
  '二级栏目',
  '三级栏目',
  '公开内容',
  '公开时限',
  '公开依据',
  '公开主体',
] as const

/** 基层政务公开标准目录: the head of two rows; `under` are the cells of the second row, none where the first spans both. */
export const STANDARD_CATALOGUE_HEAD = [
  { label: '序号', under: [] },
  { label: '公开事项', under: ['一级事项', '二级事项'] },
  { label: '公开内容（要素）', under: [] },
  { label: '公开依据', under: [] },
  { label: '公开时限', under: [] },
  { label: '公开主体', under: [] },
  { label: '公开渠道和载体', under: [] },
  { label: '公开对象', under: ['全社会', '特定群体'] },
  { label: '公开方式', under: ['主动', '依申请'] },
  { label: '公开层级', under: ['县级', '乡、村级'] },
] as const satisfies readonly { label: string; under: readonly string[] }[]

/** 依据类别, as the column 公开依据 marks its entries. */
export const BASIS_KINDS = ['法律', '法规', '规章', '条例', '政策文件'] as const

/** 五公开: the stage that some catalogues note for each item. */
export const OPENNESS_STAGES = {
  decision: '决策公开',
  execution: '执行公开',
  management: '管理公开',
  service: '服务公开',
  result: '结果公开',
} as const satisfies Record<string, string>

/** 试点领域 of 国办发〔2019〕54号, 26 of them; `read` where the area's own catalogue was read. */
// biome-ignore format: a table
export const STANDARD_AREAS = [
  area('重大建设项目', true), area('公共资源交易', true), area('义务教育', true), area('户籍管理', false), area('社会救助', false),
  area('养老服务', false), area('公共法律服务', true), area('财政预决算', false), area('就业', false), area('社会保险', false),
  area('国土空间规划', false), area('农村集体土地征收', false), area('生态环境', false), area('国有土地上房屋征收与补偿', true),
  area('保障性住房', true), area('农村危房改造', true), area('市政服务', false), area('涉农补贴', false), area('公共文化服务', false),
  area('卫生健康', true), area('安全生产', false), area('救灾', false), area('税收管理', false), area('食品药品监管', false),
  area('城市综合执法', false), area('扶贫', false),
] as const

export const STANDARD_AREAS_BASIS = cite('grassroots-opinion')

/** 目录条目: one line of an organ's own catalogue or of a standard catalogue. */
export type CatalogueEntry = Readonly<{
  name: string
  contentRequired: string
  deadline: string
  basis: readonly string[]
  responsibleUnit: string
  channels: Readonly<Partial<Record<PublishingChannel, ChannelDuty>>>
  mode: 'proactive' | 'upon-request' | null
  level: 'province' | 'city-county' | 'town' | 'both' | null
  updateClass: UpdateClass | null
  legalItems: readonly LegalItemCode[]
}>

/** What an entry still lacks to be a duty that can be supervised, in words; empty when it is whole. */
export function catalogueEntryFaults(entry: CatalogueEntry): readonly string[] {
  const channels = Object.values(entry.channels).filter((duty) => duty !== 'none')
  const lacks: readonly (readonly [boolean, string])[] = [
    [entry.name.trim() === '', '公开事项'],
    [entry.contentRequired.trim() === '', '公开内容'],
    [entry.deadline.trim() === '', '公开时限'],
    [entry.basis.every((text) => text.trim() === ''), '公开依据'],
    [entry.responsibleUnit.trim() === '', '公开主体'],
    [channels.length === 0, '公开渠道'],
    [entry.mode === null, '公开方式'],
    [entry.level === null, '公开层级'],
    [entry.updateClass === null, '更新类别'],
    [entry.legalItems.length === 0, '条例第二十条、第二十一条的事项'],
  ]
  return lacks.filter(([isLacking]) => isLacking).map(([, what]) => `请填写${what}`)
}

/** Whether ■ of a catalogue is a duty and □ a choice, or ■ chosen and □ not chosen. Places differ. */
export type BoxReading = 'chosen-or-not' | 'required-or-optional'

const CHOSEN = /[■☑☒√✓▣●]/
const OPEN = /[□☐○]/

/** `■公开查阅点（可选）`: a choice, however the place reads its boxes. */
const A_CHOICE = /[（(]可选[）)]$/

/**
 * 公开渠道和载体: the boxes of one cell, such as `■政府网站 □政府公报 ■公开查阅点`. What is no known channel is handed
 * back in `unknown`, so that nothing of an imported catalogue is lost.
 */
export function readChannelBoxes(
  text: string,
  reading: BoxReading = 'chosen-or-not',
): Readonly<{
  channels: Readonly<Partial<Record<PublishingChannel, ChannelDuty>>>
  unknown: readonly string[]
}> {
  const channels: Partial<Record<PublishingChannel, ChannelDuty>> = {}
  const unknown: string[] = []
  for (const [, box = '', words = ''] of text.matchAll(/([■☑☒√✓▣●□☐○])\s*([^■☑☒√✓▣●□☐○]*)/g)) {
    const said = words.replace(/[\s_＿]+/g, '')
    const name = said.replace(A_CHOICE, '')
    if (name === '') continue
    const channel = channelNamed(name)
    const duty = A_CHOICE.test(said) && CHOSEN.test(box) ? 'optional' : dutyOf(box, reading)
    if (channel === undefined) {
      if (duty !== 'none') unknown.push(name)
    } else channels[channel] = duty
  }
  return { channels, unknown }
}

function dutyOf(box: string, reading: BoxReading): ChannelDuty {
  if (CHOSEN.test(box)) return 'required'
  return OPEN.test(box) && reading === 'required-or-optional' ? 'optional' : 'none'
}

/** Boxes of other wording that mean a channel of the list. */
const ALIASES: readonly (readonly [words: RegExp, channel: PublishingChannel])[] = [
  [/^(?:行政|政务|便民)?服务(?:中心|大厅)$/, 'service-centre'],
  [/公示栏|公告栏|电子屏/, 'notice-board'],
  [/^(?:微信|微博|客户端|政务新媒体|公众号)/, 'new-media'],
  [/^(?:门户|政府)?网站|信息公开(?:平台|网)$/, 'website'],
  [/^(?:新闻)?发布会|听证会/, 'press-conference'],
  [/^(?:广播|电视)/, 'broadcast'],
  [/^(?:报刊|报纸|纸质)/, 'print'],
  [/查阅(?:点|场所|室)/, 'reading-place'],
  [/^入户|现场$/, 'on-site'],
]

function channelNamed(name: string): PublishingChannel | undefined {
  const plain = (text: string) => text.replace(/[\s/／、（）()]/g, '')
  const known = Object.keys(PUBLISHING_CHANNELS) as PublishingChannel[]
  return (
    known.find((channel) => plain(PUBLISHING_CHANNELS[channel]) === plain(name)) ??
    ALIASES.find(([words]) => words.test(plain(name)))?.[1] ??
    (plain(name).startsWith('其他') ? 'other' : undefined)
  )
}

function area(label: string, read: boolean) {
  return { label, read } as const
}
