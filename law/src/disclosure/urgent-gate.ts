import { type Citation, cite } from '../citation.ts'

/** `never`: holds in any hurry. `later-review`: made up in the later review. `three-days`: due with its own limit. */
export const URGENT_WAITS = {
  never: '不得后补',
  'later-review': '补审时补办',
  'three-days': '发布后3个工作日内补齐',
} as const satisfies Record<string, string>

export type UrgentWait = keyof typeof URGENT_WAITS

export type UrgentGate = Readonly<{
  label: string
  waits: UrgentWait
  /** Why, in a sentence that the releasing leader reads. */
  why: string
  /** Rules on publishing that the gate keeps; each rule that stops a release stands in one gate. */
  rules: readonly string[]
  basis: readonly Citation[]
}>

const REVIEW = [cite('regulation', 17), cite('secrecy-law', 35)]
const HEADER = [cite('regulation', 12, 3)]
const PRIVATE = [cite('regulation', 15), cite('personal-information', 6)]

/**
 * 应急发布逐项把关: which of the conditions of a release may wait until afterwards. What costs other people's time may
 * be made up, for haste is the reason for it: the levels, the interpretation. What nobody can take back once it is out
 * (secrets, personal data, another organ's information, a power that is not there) and what takes one person a minute
 * (title, column, marks) never waits.
 */
// biome-ignore format: a table
export const URGENT_GATES = {
  secrecy: never('保密审查', ['PUB-31', 'PUB-36', 'PUB-135'], '先审查、后公开没有例外：由发布人本人逐项回答审查要点。', ...REVIEW),
  doubt: never('不能确定的事项', ['PUB-40'], '不能确定可否公开的，应当先报请确定。', cite('regulation', 17, 3)),
  attribute: never('公开属性', ['PUB-32', 'PUB-33', 'PUB-37'], '只发布“主动公开”的信息，正文印的标注与登记一致。', cite('regulation', 13), cite('openness-rules')),
  responsibility: never('公开责任机关', ['PUB-04', 'PUB-05', 'PUB-06'], '由谁公开是权限问题：他机关的信息先取得其同意（可以电话征得，在“征求意见”登记）或者链接其页面。', cite('regulation', 10)),
  'other-organs': never('涉及其他机关的协商', ['PUB-07'], '口径不一致会引起误解；已经发出的征求意见应当先收到答复。', cite('regulation', 11, 1)),
  approval: never('依照规定需要批准的', ['PUB-08'], '未经批准不得公开。', cite('regulation', 11, 2)),
  'third-party': never('第三方权益', ['PUB-39'], '第三方同意，或者不公开将对公共利益造成重大影响，应当写明。', cite('regulation', 15)),
  'rule-power': never('规章', ['PUB-48'], '规章应当经会议决定、签署命令公布，不能应急发布；没有制定权的机关不得发布规章。', cite('legislation-law', 91), cite('legislation-law', 93), cite('rule-making-regulation', 27), cite('rule-making-regulation', 29)),
  header: never('文件要素', ['PUB-09', 'PUB-20', 'PUB-22', 'PUB-23', 'PUB-25', 'PUB-44'], '标题、日期、分类、概述随时可以填好，缺了查不到、认不清。', ...HEADER),
  column: never('目录栏目', ['PUB-16'], '专栏姓专；另选栏目随时可以办到。', cite('platform-notice')),
  attachments: never('附件', ['PUB-49', 'PUB-82'], '缺失、损坏的附件会误导公众，去掉或者重新上传。', ...HEADER),
  'same-content': never('内容一致', ['PUB-35'], '发布的就是检查过、审查过的内容。', cite('regulation', 17)),
  secrets: never('密级标志', ['PUB-67'], '带密级标志的内容不得在本系统处理，更不得发布。', cite('secrecy-law', 31), cite('secrecy-law', 35)),
  personal: never('个人信息', ['PUB-60', 'PUB-61', 'PUB-62', 'PUB-63', 'PUB-64', 'PUB-65'], '一经公开无法收回。', ...PRIVATE),
  links: never('链接', ['PUB-80', 'PUB-81'], '链接打不开，或者通向没有核实的站外网站的，去掉以后再发布。', cite('website-indicators')),
  accessible: never('人人能读', ['PUB-55'], '突发事件信息同样要让残疾人、老年人读到：图片写明文字，表格有表头。', cite('accessibility-law', 29)),
  wording: never('严重表述错误、隐藏链接', ['PUB-70', 'PUB-85'], '一票否决的事项，改正以后再发布。', cite('website-indicators')),
  sensitive: later('敏感词', ['PUB-71'], '由发布人写明理由放行，补审时逐条复核。', cite('website-indicators')),
  references: later('引用的文件是否公开', ['PUB-38'], '发布人已就“是否引用上级机关未公开的文件”作答；逐件核对补审时完成。', cite('openness-rules')),
  levels: later('其余审核级次', ['PUB-34'], '来不及完成的各级在期限内由其他人补审。', cite('regulation', 17)),
  interpretation: { label: '政策解读', waits: 'three-days', rules: ['PUB-42'], why: '解读本来就可以在文件公布后3个工作日内发布；补审结束时应当有解读、计划或者不解读的理由。', basis: [cite('openness-points-2016')] },
} as const satisfies Record<string, UrgentGate>

export type UrgentGateId = keyof typeof URGENT_GATES

/** The gate that keeps a rule; `undefined` for a rule that stops no release. */
export function urgentGateOf(rule: string): UrgentGate | undefined {
  return Object.values<UrgentGate>(URGENT_GATES).find(({ rules }) => rules.includes(rule))
}

function never(
  label: string,
  rules: readonly string[],
  why: string,
  ...basis: readonly Citation[]
): UrgentGate {
  return { label, waits: 'never', rules, why, basis }
}

function later(
  label: string,
  rules: readonly string[],
  why: string,
  ...basis: readonly Citation[]
): UrgentGate {
  return { label, waits: 'later-review', rules, why, basis }
}
