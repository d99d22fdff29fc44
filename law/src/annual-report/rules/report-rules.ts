import { type Citation, cite, citeItem } from '../../citation.ts'
import type { FormatId } from '../report-format.ts'

/** error: the document contradicts itself or the statute. warning: a lawful explanation exists. info: style, or a hint. */
export type Severity = 'error' | 'warning' | 'info'

export const RULE_GROUPS = {
  document: '文档与标题',
  cells: '表格结构与单元格',
  'table-three': '表三',
  'table-two': '表二',
  'table-four': '表四',
  narrative: '文字与表格',
  'across-years': '跨年度',
  aggregation: '汇总',
  publication: '公布',
  ledger: '台账与报告',
} as const

export type RuleGroup = keyof typeof RULE_GROUPS

export type ReportRule = Readonly<{
  group: RuleGroup
  severity: Severity
  formats: readonly FormatId[]
  /** What narrows it beyond the format; null when it binds every report. */
  scope: string | null
  /** What has to hold. */
  title: string
  /** Why it matters to whoever publishes the report. */
  reason: string
  basis: readonly Citation[]
}>

const BOTH: readonly FormatId[] = ['2019', '2021']
const TRIAL: readonly FormatId[] = ['2019']
const SINCE_2021: readonly FormatId[] = ['2021']

const R24 = cite('regulation', 24)
const R49 = cite('regulation', 49)
const R50 = cite('regulation', 50)
const PROBLEMS = citeItem('regulation', 50, 4)
const FORM = cite('format-2021')

/** 年度报告核验规则 AR-01 to AR-74. Severity, scope and basis of a finding come from here and nowhere else. */
// biome-ignore format: a table
export const REPORT_RULES = {
  'AR-01': rule('document', 'error', BOTH, null, '标题年度、统计期限年度与报告年度一致', '年度写错，所有跨年比较都会比错对象。', R49),
  'AR-02': rule('document', 'error', BOTH, null, '统计期限为报告年度1月1日至12月31日', '条例要求报告上一年度情况，期限不足一年则各项数字均不准确。', R49),
  'AR-03': rule('document', 'error', BOTH, '2019年度报告仅提示', '表格采用报告年度应当适用的格式：2021年度起用现行格式，2019、2020年度用试行格式', '旧表缺少废止、现行有效、收费金额和其他处理的细分，无法汇总。', FORM, cite('format-2019')),
  'AR-04': rule('document', 'error', BOTH, null, '六个部分齐全', '条例列明了年度报告的内容，格式不允许省略。', R50),
  'AR-05': rule('document', 'warning', BOTH, null, '六个部分依次排列，以“一、”至“六、”编号', '内容虽在，但不符合统一格式，也不便机器读取。', FORM),
  'AR-06': rule('document', 'info', BOTH, null, '标题文字与统一格式一致', '各地流传的写法不一，提示按统一格式书写。', FORM),
  'AR-07': rule('document', 'warning', BOTH, null, '各部分标题和表格均不重复出现', '多为粘贴失误；同一表格有两个版本时无法判断以哪个为准。'),
  'AR-08': rule('document', 'error', BOTH, null, '第一、五部分有实质内容，不得为空或者只写“无”“略”', '总体情况、主要问题和改进情况是条例要求报告的内容，只写“无”等于没有报告。', PROBLEMS),
  'AR-09': rule('document', 'warning', SINCE_2021, null, '说明是否收取信息处理费', '现行格式要求在第六部分报告收取信息处理费情况。', FORM),
  'AR-10': rule('document', 'warning', BOTH, '各级人民政府的年度报告', '报告工作考核、社会评议和责任追究结果', '条例对各级人民政府的年度报告有此要求。', PROBLEMS),
  'AR-11': rule('document', 'info', BOTH, '导语列举组成部分的', '导语列出全部六个部分', '常见写明“六部分”而只列五项。'),
  'AR-12': rule('document', 'info', BOTH, null, '标题以机关名称和年度开头，以“政府信息公开工作年度报告”结尾', '便于按标题检索和汇总。'),

  'AR-13': rule('cells', 'error', BOTH, null, '表二、表三、表四以数据表格呈现，不是图片，也不是仅有一句文字', '读不出的数字无法监督，也无法汇总。', R24),
  'AR-14': rule('cells', 'error', BOTH, null, '格式规定的行齐全', '删去“没有数据”的行会隐去一类情况，相关勾稽关系也无从核验。', FORM),
  'AR-15': rule('cells', 'error', BOTH, null, '格式规定的列齐全', '缺列则相关勾稽关系无从核验。', FORM),
  'AR-16': rule('cells', 'info', BOTH, null, '没有格式以外的行、列和表格', '地方增加的内容可以保留，但不得计入汇总。'),
  'AR-17': rule('cells', 'info', BOTH, null, '行、列名称与统一格式一致', '名称不一致时按近似名称识别，请核对识别是否正确。', FORM),
  'AR-18': rule('cells', 'warning', BOTH, null, '数据单元格不空白', '空白不等于0，可能是零，也可能是漏填或者转换时丢失。'),
  'AR-19': rule('cells', 'warning', BOTH, null, '数据单元格不用“/”“-”“无”等符号代替数字', '斜杠多表示“无此职权”，而统一格式中没有这种写法，请填0。'),
  'AR-20': rule('cells', 'error', BOTH, null, '件数为非负整数；只有试行格式的“本年增/减”可以为负', '件数不可能是小数、负数或者文字。'),
  'AR-21': rule('cells', 'error', BOTH, null, '金额为非负数，单位为万元', '以元填入万元栏，数字会放大一万倍。'),
  'AR-22': rule('cells', 'warning', BOTH, null, '单元格内不写单位，金额最多四位小数', '人能看懂，机器容易读错；万元的四位小数正好是一元。'),
  'AR-23': rule('cells', 'warning', SINCE_2021, '有上一年度报告的', '收费金额与上年相比不超过1000倍', '通常是把元填进了万元栏。'),

  'AR-24': rule('table-three', 'error', BOTH, '七列均核', '新收加上年结转等于办理结果总计加结转下年度', '这是表格本身印明的勾稽关系。', FORM),
  'AR-25': rule('table-three', 'error', BOTH, '七列均核', '办理结果总计等于各办理结果之和', '一件申请只计入一种办理结果。', FORM),
  'AR-26': rule('table-three', 'error', BOTH, '各行均核', '总计等于六类申请人之和', '一件申请只计入一类申请人。', FORM),
  'AR-27': rule('table-three', 'error', BOTH, '印有小计行的', '（三）（四）（五）（六）的小计等于所属各项之和', '小计不在统一格式之内，印了就应当正确。'),
  'AR-28': rule('table-three', 'error', BOTH, '印有小计列的', '法人或其他组织的小计等于所属五类之和', '小计不在统一格式之内，印了就应当正确。'),
  'AR-29': rule('table-three', 'warning', BOTH, null, '总计大于0的行至少填有一类申请人', '只填总计的，无法核验申请人分类。'),

  'AR-30': rule('table-two', 'warning', SINCE_2021, '规章、行政规范性文件', '现行有效减制发加废止不小于0', '年初存量不可能为负，除非当年制发的文件当年失效而未计入废止。'),
  'AR-31': rule('table-two', 'warning', TRIAL, '规章、规范性文件', '本年新公开数量不大于对外公开总数量', '新公开的文件是全部公开文件的一部分，除非当年又撤下。'),
  'AR-32': rule('table-two', 'error', TRIAL, null, '上一年项目数量加本年增减不小于0', '事项总数不可能少于零。'),
  'AR-33': rule('table-two', 'warning', TRIAL, '政府集中采购', '采购项目数量与采购总金额同为0或者同不为0', '有项目无金额、有金额无项目多为漏填；框架协议零金额除外。'),
  'AR-34': rule('table-two', 'warning', BOTH, '没有规章制定权的机关', '“规章”一行为0', '没有规章制定权的机关不可能制发规章；汇总报告包含有权机关的除外。', cite('legislation-law')),
  'AR-35': rule('table-two', 'warning', SINCE_2021, '第六部分写明金额的', '信息处理费不大于行政事业性收费金额', '信息处理费属于行政事业性收费，应当包含在该项之内。', cite('fee-measures')),

  'AR-36': rule('table-four', 'error', BOTH, '三组均核', '总计等于结果维持、结果纠正、其他结果、尚未审结之和', '一件案件只有一种状态，四项加起来就是全部案件。', FORM),
  'AR-37': rule('table-four', 'info', BOTH, null, '有复议后起诉的，本年或者上年应当有行政复议', '复议后起诉以复议为前提，但复议可能发生在更早的年度，请核实。'),
  'AR-38': rule('table-four', 'info', BOTH, '2024年度及以后', '未经复议直接起诉的，核实所诉行为', '2024年1月1日起，对不予公开不服的应当先申请行政复议；其他行为仍可直接起诉。', cite('reconsideration', 23)),

  'AR-39': rule('narrative', 'error', BOTH, null, '文字中的新收申请件数等于表三本年新收总计', '措辞明确，数字应当一致。'),
  'AR-40': rule('narrative', 'error', BOTH, null, '文字中的上年结转件数等于表三上年结转总计', '措辞明确，数字应当一致。'),
  'AR-41': rule('narrative', 'error', BOTH, null, '文字中的结转下年度件数等于表三结转下年度总计', '措辞明确，数字应当一致。'),
  'AR-42': rule('narrative', 'warning', BOTH, null, '文字中的收到、受理件数等于新收，或者新收加上年结转', '两种口径都有使用。'),
  'AR-43': rule('narrative', 'warning', BOTH, null, '文字中的办结、答复件数等于办理结果总计', '有的按发出答复书的份数计，请核实口径。'),
  'AR-44': rule('narrative', 'error', BOTH, null, '文字中各类办理结果的件数等于表三该类合计', '与表格用语相同，数字应当一致。'),
  'AR-45': rule('narrative', 'error', BOTH, null, '“未收到申请”“全部办结”“未发生复议诉讼”等绝对表述与表格相符', '同一份文件自相矛盾。'),
  'AR-46': rule('narrative', 'warning', BOTH, null, '文字中的复议、诉讼件数等于表四总计，或者总计减尚未审结', '按全部或者按审结计数均有使用。'),
  'AR-47': rule('narrative', 'warning', SINCE_2021, null, '文字中规章、规范性文件的制发、废止、现行有效件数等于表二', '文字可能只涉及部分文件，请核实口径。'),
  'AR-48': rule('narrative', 'info', BOTH, '同比幅度须有上一年度报告', '同比增减幅度、办结率和各类结果、申请人、渠道的占比，按表中数字可以复算', '与表中数字不符，请核对基数。'),
  'AR-49': rule('narrative', 'warning', BOTH, null, '“其中”所列各项之和等于总数', '同一句话自相矛盾。'),

  'AR-50': rule('across-years', 'error', BOTH, '有上一年度报告的', '上年“结转下年度继续办理”总计等于本年“上年结转”总计', '同一批申请跨过年末，数量不会变；第六部分或者更正说明作出解释、机构合并分立的，改为提醒。'),
  'AR-51': rule('across-years', 'warning', BOTH, '有上一年度报告的', '上年结转下年度与本年上年结转分申请人类别相等', '申请人可能重新归类，但应当说明。'),
  'AR-52': rule('across-years', 'warning', SINCE_2021, '两年均为现行格式的', '上年现行有效加本年制发减本年废止等于本年现行有效', '失效、划转、集中清理可以造成差异，请核实并说明。'),
  'AR-53': rule('across-years', 'warning', BOTH, '有上一年度报告的', '上年尚未审结不大于本年该组总计', '上年未结的案件，本年应当审结或者继续未结。'),
  'AR-54': rule('across-years', 'warning', TRIAL, '两年均为试行格式的', '上年的上一年项目数量加本年增减等于本年的上一年项目数量', '事项清单应当逐年衔接。'),
  'AR-55': rule('across-years', 'info', BOTH, '有上一年度报告的', '没有单元格增减十倍以上且相差100以上', '提示多写、少写一位数字或者口径变化。'),
  'AR-56': rule('across-years', 'warning', BOTH, '有上一年度报告的', '第一、五部分与上年文字相似度低于0.9', '内容雷同是年度报告格式通知点名追责的情形。', FORM),

  'AR-57': rule('aggregation', 'error', BOTH, '有全部下属报告的', '表三各单元格等于各单位之和', '申请向一个机关提出，不会重复计数。'),
  'AR-58': rule('aggregation', 'warning', BOTH, '有全部下属报告的', '表二各单元格等于各单位之和', '联合发文可能被两个机关同时计数。'),
  'AR-59': rule('aggregation', 'warning', BOTH, '有全部下属报告的', '表四各单元格等于各单位之和', '同一案件可能有两个被告，复议机关作共同被告的只由原行为机关计数。', cite('letter-201')),
  'AR-60': rule('aggregation', 'error', BOTH, '有应报单位名册的', '名册上的每个单位都有本年度报告', '缺一个单位，各项合计都不完整。', R49),
  'AR-61': rule('aggregation', 'warning', BOTH, '有下属报告的', '同一单位不重复汇入', '办公厅（室）容易既作部门又作政府汇入两次。'),

  'AR-62': rule('publication', 'error', BOTH, '县级以上人民政府部门', '在次年1月31日前公布', '条例规定的期限。', cite('regulation', 49, 1)),
  'AR-63': rule('publication', 'error', BOTH, '县级以上地方人民政府', '在次年3月31日前公布', '条例规定的期限。', cite('regulation', 49, 2)),
  'AR-64': rule('publication', 'warning', BOTH, '乡镇、街道、功能区管理机构和授权组织', '在当地规定的期限内公布，没有规定的为次年1月31日', '条例没有为其规定期限，按当地通知执行。'),
  'AR-65': rule('publication', 'warning', BOTH, null, '公布在“政府信息公开年报”栏目', '平台设有统一栏目，便于集中查阅。', cite('platform-notice')),
  'AR-66': rule('publication', 'warning', BOTH, null, '既有网页正文，又有可下载的文件', '平台应当具备检索、查阅、下载功能，只有图片或者只有文件不便公众使用。', R24),
  'AR-67': rule('publication', 'error', BOTH, '既有网页又有文件的', '网页与文件中的数据一致', '同一数字有两个官方版本。'),
  'AR-68': rule('publication', 'warning', BOTH, '有历次存档的', '公布后改动数据的，有明显说明', '公布后悄悄改动是历次评估指出的问题。'),

  'AR-69': rule('ledger', 'error', BOTH, '有台账的', '每件申请有且只有一类申请人', '一件申请只计入一列。'),
  'AR-70': rule('ledger', 'error', BOTH, '有台账的', '申请编号不重复；已办结的有且只有一种结果，未办结的没有结果', '一件申请只计入一行。'),
  'AR-71': rule('ledger', 'error', BOTH, '有台账的', '本年新收总计等于台账中本年收到的件数', '报告应当与台账一致。'),
  'AR-72': rule('ledger', 'error', BOTH, '有台账的', '上年结转、结转下年度总计等于台账中两个年末未办结的件数', '报告应当与台账一致。'),
  'AR-73': rule('ledger', 'error', BOTH, '有台账的', '各办理结果总计等于台账中本年以该结果办结的件数', '报告应当与台账一致。'),
  'AR-74': rule('ledger', 'error', BOTH, '有台账的', '表四各组总计等于台账中本年存续、由本机关作出原行为的案件数', '报告应当与台账一致。', cite('letter-201')),
} as const satisfies Record<`AR-${string}`, ReportRule>

export type RuleId = keyof typeof REPORT_RULES

/** Rules about the form, which the notice for report year 2019 only encouraged to follow. */
const FORM_RULES: ReadonlySet<RuleId> = new Set<RuleId>(['AR-03', 'AR-05', 'AR-14', 'AR-15'])

/** The severity of a rule for a report year: for 2019 the unified form was encouraged, not prescribed. */
export function severityIn(rule: RuleId, reportYear: number): Severity {
  return reportYear === 2019 && FORM_RULES.has(rule) ? 'info' : REPORT_RULES[rule].severity
}

export const RULE_IDS = Object.keys(REPORT_RULES) as readonly RuleId[]

function rule(
  group: RuleGroup,
  severity: Severity,
  formats: readonly FormatId[],
  scope: string | null,
  title: string,
  reason: string,
  ...basis: Citation[]
): ReportRule {
  return { group, severity, formats, scope, title, reason, basis }
}
