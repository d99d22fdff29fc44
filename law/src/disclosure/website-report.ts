import { cite } from '../citation.ts'

/** 《政府网站工作年度报表》 by 31 January (国办函〔2018〕12号): its blocks, in order. */
export const WEBSITE_REPORT_BLOCKS = {
  site: '网站基本情况',
  visits: '访问量',
  publishing: '信息发布',
  topics: '专栏专题',
  interpretation: '解读回应',
  services: '办事服务',
  interaction: '互动交流',
  security: '安全防护',
  media: '移动新媒体',
  innovation: '创新发展',
  filing: '填报',
} as const

export type WebsiteReportBlock = keyof typeof WEBSITE_REPORT_BLOCKS

export const WEBSITE_REPORT_BASIS = cite('website-report-notice')

/** 网站类型, one of which is ticked. */
export const WEBSITE_TYPES = ['政府门户网站', '部门网站', '专项网站'] as const

type FigureRow = Readonly<{
  block: WebsiteReportBlock
  /** 分组: what heads several figures of a block, such as 留言办理. */
  group?: string
  label: string
  unit: string
  kind: 'count' | 'yes-no' | 'text' | 'choice'
  /** What a `choice` chooses from. */
  choices?: readonly string[]
  /** Read off the system's own records; otherwise somebody fills it in, and the report marks it so. */
  computed: boolean
  /** May stay empty: a name that there is not. */
  optional?: boolean
  /** Asked for only where this other one is filled in, and is not 否. */
  onlyWith?: string
}>

/**
 * 报表的各项, as the form that the notice prescribes prints them. What this system has no record of is never made up: it
 * is filled in by hand. The blocks were read in the notice; the single cells follow published reports and are
 * (unconfirmed) against the annex itself.
 */
// biome-ignore format: a table
export const WEBSITE_FIGURES = {
  filedBy:         { block: 'site', label: '填报单位', unit: '', kind: 'text', computed: true },
  siteName:        { block: 'site', label: '网站名称', unit: '', kind: 'text', computed: true },
  homeAddress:     { block: 'site', label: '首页网址', unit: '', kind: 'text', computed: true },
  host:            { block: 'site', label: '主办单位', unit: '', kind: 'text', computed: true },
  siteType:        { block: 'site', label: '网站类型', unit: '', kind: 'choice', choices: WEBSITE_TYPES, computed: false },
  siteIdCode:      { block: 'site', label: '政府网站标识码', unit: '', kind: 'text', computed: true },
  icpNumber:       { block: 'site', label: 'ICP备案号', unit: '', kind: 'text', computed: true },
  policeRecord:    { block: 'site', label: '公安机关备案号', unit: '', kind: 'text', computed: true },
  visitors:        { block: 'visits', label: '独立用户访问总量', unit: '个', kind: 'count', computed: false },
  visits:          { block: 'visits', label: '网站总访问量', unit: '次', kind: 'count', computed: false },
  published:       { block: 'publishing', label: '总数', unit: '条', kind: 'count', computed: true },
  profile:         { block: 'publishing', label: '概况类信息更新量', unit: '条', kind: 'count', computed: true },
  news:            { block: 'publishing', label: '政务动态信息更新量', unit: '条', kind: 'count', computed: true },
  catalogue:       { block: 'publishing', label: '信息公开目录信息更新量', unit: '条', kind: 'count', computed: true },
  topicsKept:      { block: 'topics', label: '维护数量', unit: '个', kind: 'count', computed: true },
  topicsOpened:    { block: 'topics', label: '新开设数量', unit: '个', kind: 'count', computed: true },
  interpretations: { block: 'interpretation', group: '解读信息发布', label: '总数', unit: '条', kind: 'count', computed: true },
  interpretationTexts: { block: 'interpretation', group: '解读信息发布', label: '解读材料数量', unit: '条', kind: 'count', computed: true },
  interpretationProducts: { block: 'interpretation', group: '解读信息发布', label: '解读产品数量', unit: '个', kind: 'count', computed: true },
  mediaComments:   { block: 'interpretation', group: '解读信息发布', label: '媒体评论文章数量', unit: '篇', kind: 'count', computed: false },
  responses:       { block: 'interpretation', label: '回应公众关注热点或重大舆情数量', unit: '次', kind: 'count', computed: true },
  hasServiceList:  { block: 'services', label: '是否发布服务事项目录', unit: '', kind: 'yes-no', computed: false },
  users:           { block: 'services', label: '注册用户数', unit: '个', kind: 'count', computed: false },
  services:        { block: 'services', label: '政务服务事项数量', unit: '项', kind: 'count', computed: false },
  servicesOnline:  { block: 'services', label: '可全程在线办理政务服务事项数量', unit: '项', kind: 'count', computed: false },
  handled:         { block: 'services', group: '办件量', label: '总数', unit: '件', kind: 'count', computed: false },
  handledPersons:  { block: 'services', group: '办件量', label: '自然人办件量', unit: '件', kind: 'count', computed: false },
  handledLegal:    { block: 'services', group: '办件量', label: '法人办件量', unit: '件', kind: 'count', computed: false },
  unifiedPlatform: { block: 'interaction', label: '是否使用统一平台', unit: '', kind: 'yes-no', computed: false },
  messages:        { block: 'interaction', group: '留言办理', label: '收到留言数量', unit: '条', kind: 'count', computed: true },
  messagesDone:    { block: 'interaction', group: '留言办理', label: '办结留言数量', unit: '条', kind: 'count', computed: true },
  messageDays:     { block: 'interaction', group: '留言办理', label: '平均办理时间', unit: '天', kind: 'count', computed: true },
  messagesPublic:  { block: 'interaction', group: '留言办理', label: '公开答复数量', unit: '条', kind: 'count', computed: true },
  calls:           { block: 'interaction', group: '征集调查', label: '征集调查期数', unit: '期', kind: 'count', computed: true },
  opinions:        { block: 'interaction', group: '征集调查', label: '收到意见数量', unit: '条', kind: 'count', computed: true },
  callResults:     { block: 'interaction', group: '征集调查', label: '公布调查结果期数', unit: '期', kind: 'count', computed: true },
  interviews:      { block: 'interaction', group: '在线访谈', label: '访谈期数', unit: '期', kind: 'count', computed: false },
  interviewAsked:  { block: 'interaction', group: '在线访谈', label: '网民留言数量', unit: '条', kind: 'count', computed: false },
  interviewAnswered: { block: 'interaction', group: '在线访谈', label: '答复网民提问数量', unit: '条', kind: 'count', computed: false },
  smartAnswers:    { block: 'interaction', label: '是否提供智能问答', unit: '', kind: 'yes-no', computed: false },
  securityChecks:  { block: 'security', label: '安全检测评估次数', unit: '次', kind: 'count', computed: false },
  securityFound:   { block: 'security', label: '发现问题数量', unit: '个', kind: 'count', computed: false },
  securityMended:  { block: 'security', label: '问题整改数量', unit: '个', kind: 'count', computed: false },
  securityWatch:   { block: 'security', label: '是否建立安全监测预警机制', unit: '', kind: 'yes-no', computed: false },
  securityDrill:   { block: 'security', label: '是否开展应急演练', unit: '', kind: 'yes-no', computed: false },
  securityPerson:  { block: 'security', label: '是否明确网站安全责任人', unit: '', kind: 'yes-no', computed: false },
  hasMedia:        { block: 'media', label: '是否有移动新媒体', unit: '', kind: 'yes-no', computed: false },
  weiboName:       { block: 'media', group: '微博', label: '名称', unit: '', kind: 'text', computed: false, optional: true },
  weiboPosts:      { block: 'media', group: '微博', label: '信息发布量', unit: '条', kind: 'count', computed: false, onlyWith: 'weiboName' },
  weiboReaders:    { block: 'media', group: '微博', label: '关注量', unit: '个', kind: 'count', computed: false, onlyWith: 'weiboName' },
  wechatName:      { block: 'media', group: '微信', label: '名称', unit: '', kind: 'text', computed: false, optional: true },
  wechatPosts:     { block: 'media', group: '微信', label: '信息发布量', unit: '条', kind: 'count', computed: true },
  wechatReaders:   { block: 'media', group: '微信', label: '订阅数', unit: '个', kind: 'count', computed: false, onlyWith: 'wechatName' },
  otherMedia:      { block: 'media', label: '其他', unit: '', kind: 'text', computed: false, optional: true },
  searchService:   { block: 'innovation', label: '搜索即服务', unit: '', kind: 'yes-no', computed: true },
  languages:       { block: 'innovation', label: '多语言版本', unit: '', kind: 'yes-no', computed: true },
  accessible:      { block: 'innovation', label: '无障碍浏览', unit: '', kind: 'yes-no', computed: true },
  personal:        { block: 'innovation', label: '千人千网', unit: '', kind: 'yes-no', computed: false },
  otherInnovation: { block: 'innovation', label: '其他', unit: '', kind: 'text', computed: false, optional: true },
  headOfUnit:      { block: 'filing', label: '单位负责人', unit: '', kind: 'text', computed: false },
  checkedBy:       { block: 'filing', label: '审核人', unit: '', kind: 'text', computed: false },
  filledInBy:      { block: 'filing', label: '填报人', unit: '', kind: 'text', computed: false },
  phone:           { block: 'filing', label: '联系电话', unit: '', kind: 'text', computed: false },
  filedOn:         { block: 'filing', label: '填报日期', unit: '', kind: 'text', computed: true },
} as const satisfies Record<string, FigureRow>

export type WebsiteFigure = keyof typeof WEBSITE_FIGURES

export const WEBSITE_FIGURE_IDS = Object.keys(WEBSITE_FIGURES) as readonly WebsiteFigure[]

/** What somebody filled in, or the records say; text throughout, as it is printed. */
export type WebsiteFigures = Readonly<Partial<Record<WebsiteFigure, string>>>

/** A figure as a sentence names it: 留言办理的收到留言数量. */
export function websiteFigureName(id: WebsiteFigure): string {
  const { block, group, label }: FigureRow = WEBSITE_FIGURES[id]
  if (group !== undefined) return `${group}${label === '总数' ? '' : '的'}${label}`
  return ['总数', '其他'].includes(label) ? `${WEBSITE_REPORT_BLOCKS[block]}${label}` : label
}

/** What is wrong with a figure that was filled in; null when it may stand. */
export function websiteFigureFault(id: WebsiteFigure, text: string): string | null {
  const { kind, choices = [] }: FigureRow = WEBSITE_FIGURES[id]
  const name = websiteFigureName(id)
  if (text === '') return null
  if (kind === 'count' && !/^\d{1,12}$/.test(text)) return `“${name}”应当填写整数`
  if (kind === 'yes-no' && text !== '是' && text !== '否') return `“${name}”应当填“是”或者“否”`
  if (kind === 'choice' && !choices.includes(text)) return `“${name}”应当从${choices.join('、')}中选择`
  return text.length > 100 ? `“${name}”不超过100字` : null
}

/** What still has to be filled in, and sums that do not come out. */
export function websiteReportFaults(figures: WebsiteFigures): readonly string[] {
  const missing = WEBSITE_FIGURE_IDS.filter((id) => {
    const { optional, onlyWith }: FigureRow = WEBSITE_FIGURES[id]
    if (optional === true || (figures[id] ?? '') !== '') return false
    return onlyWith === undefined || !['', '否'].includes(figures[onlyWith as WebsiteFigure] ?? '')
  }).map((id) => `“${websiteFigureName(id)}”没有填写`)
  const number = (id: WebsiteFigure) => Number(figures[id] ?? '0')
  const named = (['weiboName', 'wechatName', 'otherMedia'] as const).some((id) => (figures[id] ?? '') !== '')
  const sums: readonly (readonly [boolean, string])[] = [
    [
      number('handledPersons') + number('handledLegal') > number('handled'),
      '自然人、法人办件量之和大于办件量总数',
    ],
    [number('servicesOnline') > number('services'), '可全程在线办理的事项多于政务服务事项'],
    [number('securityMended') > number('securityFound'), '整改的问题多于发现的问题'],
    [number('interviewAnswered') > number('interviewAsked'), '访谈答复的提问多于网民留言'],
    [figures.hasMedia === '是' && !named, '有移动新媒体的，填写微博、微信或者其他新媒体的名称'],
    [figures.hasMedia === '否' && named, '填写了新媒体的名称，“是否有移动新媒体”应当为“是”'],
  ]
  return [...missing, ...sums.flatMap(([is, sentence]) => (is ? [sentence] : []))]
}

/** 政府门户网站 for the site of a government, 部门网站 for that of a department: what the form begins with. */
export function usualWebsiteType(orgType: string): (typeof WEBSITE_TYPES)[number] {
  return orgType === 'department' ? '部门网站' : '政府门户网站'
}
