import type { RuleId } from '../annual-report/rules/report-rules.ts'
import { by, type Keeper, law } from './rule.ts'

export type ReportRuleKept = Readonly<{ keeper: Keeper; example: string }>

const DOCUMENT = by('report/src/check/document-rules.ts#checkIdentityOfReport')
const SECTIONS = by('report/src/check/section-rules.ts#checkSections')
const STRUCTURE = by(law('annual-report/rules/check-structure', 'checkStructure'))
const ONCE = by(
  'report/src/check/section-rules.ts#checkSections',
  law('annual-report/rules/check-structure', 'checkStructure'),
)
const CELLS = by(law('annual-report/rules/check-cells', 'checkCells'))
const IDENTITY = by(
  law('annual-report/rules/identities', 'identitiesOf'),
  law('annual-report/rules/identity', 'checkIdentity'),
)
const TABLE_TWO = by(law('annual-report/rules/check-table-two', 'checkTableTwo'))
const TABLE_THREE = by(law('annual-report/rules/check-table-three', 'checkTableThree'))
const TABLE_FOUR = by(law('annual-report/rules/check-table-four', 'checkTableFour'))
const NARRATIVE = by('report/src/check/narrative-counts.ts#checkNarrativeCounts')
const YEARS = by(law('annual-report/rules/across-years', 'checkAcrossYears'))
const SUMS = by(law('annual-report/rules/aggregation', 'checkAggregation'))
const DATE = by(law('annual-report/rules/publication', 'checkPublicationDate'))
const PUBLISHED = by('report/src/check/publication.ts#checkPublication')
const LEDGER = by(law('annual-report/rules/ledger', 'checkLedger'))

/**
 * 核验规则由谁核验: which function keeps each rule of the annual report, and one case that it finds. Figures of the
 * examples are those of one report of 2024: 新收 132, 上年结转 12, 办理结果 136, 结转下年度 8.
 */
// biome-ignore format: a table
export const REPORT_RULE_KEEPERS = {
  'AR-01': kept(DOCUMENT, '2024年度报告的标题写“2023年”。'),
  'AR-02': kept(DOCUMENT, '统计期限写2024年1月1日至11月30日。'),
  'AR-03': kept(DOCUMENT, '2024年度报告仍用试行格式的表格：错误；2019年度报告：提示。'),
  'AR-04': kept(SECTIONS, '没有“六、其他需要报告的事项”。'),
  'AR-05': kept(SECTIONS, '标题写“1、总体情况”。'),
  'AR-06': kept(SECTIONS, '标题写“五、存在问题及改进情况”。'),
  'AR-07': kept(ONCE, '“六、其他需要报告的事项”出现两次；表三印了两遍。'),
  'AR-08': kept(SECTIONS, '第五部分只写“无。”。'),
  'AR-09': kept(SECTIONS, '第六部分只写“无其他需要报告的事项”，没有提到信息处理费。'),
  'AR-10': kept(SECTIONS, '县人民政府的报告没有写社会评议结果。'),
  'AR-11': kept(SECTIONS, '导语写“由六部分组成”，只列了五个。'),
  'AR-12': kept(DOCUMENT, '标题写“关于2024年度政府信息公开情况的报告”。'),
  'AR-13': kept(STRUCTURE, '表三是一张图片。'),
  'AR-14': kept(STRUCTURE, '删去了“4.无正当理由大量反复申请”一行。'),
  'AR-15': kept(STRUCTURE, '没有“法律服务机构”一列。'),
  'AR-16': kept(STRUCTURE, '表二多出“其他主动公开文件”一行。'),
  'AR-17': kept(STRUCTURE, '行名印作“2.其他法律法规禁止公开”。'),
  'AR-18': kept(CELLS, '“（一）予以公开”行有五个单元格空白。'),
  'AR-19': kept(CELLS, '“规章”行三个单元格填“/”。'),
  'AR-20': kept(CELLS, '新收填“13.5”。'),
  'AR-21': kept(CELLS, '收费金额填“251000元”，而表头单位为万元。'),
  'AR-22': kept(CELLS, '单元格填“1250件”。'),
  'AR-23': kept(TABLE_TWO, '上年312.56万元，本年填3125600。'),
  'AR-24': kept(IDENTITY, '新收填133：133+12不等于136+8，相差1。'),
  'AR-25': kept(IDENTITY, '办理结果总计填137，各行之和136。'),
  'AR-26': kept(IDENTITY, '新收总计填133，六类之和132。'),
  'AR-27': kept(TABLE_THREE, '印有“（三）不予公开”小计19，所属八项之和18。'),
  'AR-28': kept(TABLE_THREE, '印有“法人或其他组织”小计17，所属五类之和18。'),
  'AR-29': kept(TABLE_THREE, '“（一）予以公开”总计49，六类均空白。'),
  'AR-30': kept(IDENTITY, '现行有效2、制发5、废止1：年初存量为-2。'),
  'AR-31': kept(IDENTITY, '本年新公开40件，对外公开总数量38件。'),
  'AR-32': kept(IDENTITY, '上一年项目数量3，本年增减-5。'),
  'AR-33': kept(TABLE_TWO, '采购项目0个，采购总金额160.5964万元。'),
  'AR-34': kept(TABLE_TWO, '乡镇人民政府的报告“规章”填6。'),
  'AR-35': kept(TABLE_TWO, '第六部分写收取信息处理费3800元，收费金额填0.1万元。'),
  'AR-36': kept(IDENTITY, '行政复议总计填11，四项之和10。'),
  'AR-37': kept(TABLE_FOUR, '复议后起诉3件，本年和上年行政复议均为0。'),
  'AR-38': kept(TABLE_FOUR, '2024年未经复议直接起诉2件：核实所诉行为。'),
  'AR-39': kept(NARRATIVE, '文字写“新收政府信息公开申请130件”，表三132件。'),
  'AR-40': kept(NARRATIVE, '文字写“上年度结转11件”，表三12件。'),
  'AR-41': kept(NARRATIVE, '文字写“另有9件顺延到下年度”，表三8件。'),
  'AR-42': kept(NARRATIVE, '文字写“全年受理140件”：既不是132，也不是144。'),
  'AR-43': kept(NARRATIVE, '文字写“共答复135件”，表三136件。'),
  'AR-44': kept(NARRATIVE, '文字写“予以公开48件”，表三49件。'),
  'AR-45': kept(by('report/src/check/absolute-statements.ts#checkAbsoluteStatements'), '文字写“全部办结”，而结转下年度8件。'),
  'AR-46': kept(NARRATIVE, '文字写“行政复议9件”：既不是10，也不是审结的8。'),
  'AR-47': kept(by('report/src/check/documents-in-text.ts#checkDocumentsInText'), '文字写“制发行政规范性文件4件”，表二3件。'),
  'AR-48': kept(by('report/src/check/year-on-year.ts#checkYearOnYear', 'report/src/check/rates.ts#checkRates', 'report/src/check/applicant-shares.ts#checkApplicantShares'), '132比120增长10%，文字写“增长12%”。'),
  'AR-49': kept(by('report/src/check/breakdowns.ts#checkBreakdowns'), '“受理132件，其中市直100件、县区40件”：相加为140。'),
  'AR-50': kept(YEARS, '上年结转下年度11件，本年上年结转12件。'),
  'AR-51': kept(YEARS, '上年自然人结转8件，本年自然人上年结转9件，总计相同。'),
  'AR-52': kept(YEARS, '上年现行有效17，本年制发3、废止2，现行有效填20，应为18。'),
  'AR-53': kept(YEARS, '上年尚未审结2件，本年总计1件。'),
  'AR-54': kept(YEARS, '2019年上一年项目数量110、增减-8，2020年上一年项目数量填110，应为102。'),
  'AR-55': kept(YEARS, '上年许可125件，本年1250件。'),
  'AR-56': kept(by('report/src/check/prose-alike.ts#checkProseAlike'), '第五部分与上年只有数字不同。'),
  'AR-57': kept(SUMS, '政府报告新收600件，各单位之和598件。'),
  'AR-58': kept(SUMS, '政府报告规范性文件制发12件，各单位之和13件。'),
  'AR-59': kept(SUMS, '政府报告行政复议10件，各单位之和11件。'),
  'AR-60': kept(SUMS, '名册上的示例市教育局没有本年度报告。'),
  'AR-61': kept(SUMS, '示例市人民政府办公室被汇入两次。'),
  'AR-62': kept(DATE, '2024年度部门报告2025-02-01公布。'),
  'AR-63': kept(DATE, '2024年度县人民政府报告2025-04-01公布。'),
  'AR-64': kept(DATE, '当地要求乡镇1月20日前公布，1月25日才公布。'),
  'AR-65': kept(PUBLISHED, '报告发布在“通知公告”栏目。'),
  'AR-66': kept(PUBLISHED, '只有网页正文，没有可以下载的文件。'),
  'AR-67': kept(PUBLISHED, '网页上予以公开49件，Word中50件。'),
  'AR-68': kept(PUBLISHED, '2025-03-01存档与公布时不同，没有更正说明。'),
  'AR-69': kept(LEDGER, '一件申请登记为“自然人、商业企业”两类。'),
  'AR-70': kept(LEDGER, '申请2024-015登记两次；或者已办结而没有结果。'),
  'AR-71': kept(LEDGER, '报告新收132件，台账本年收到131件。'),
  'AR-72': kept(LEDGER, '报告结转下年度8件，台账年末未办结9件。'),
  'AR-73': kept(LEDGER, '报告予以公开49件，台账48件。'),
  'AR-74': kept(LEDGER, '报告行政复议10件，台账9件（另1件仅为共同被告）。'),
} as const satisfies Record<RuleId, ReportRuleKept>

function kept(keeper: Keeper, example: string): ReportRuleKept {
  return { keeper, example }
}
