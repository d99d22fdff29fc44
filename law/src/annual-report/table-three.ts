import type { PrintedLabel } from './printed-label.ts'
import type { FormatId } from './report-format.ts'

/** The three printed label columns of table three nest rows into these groups; `results` holds the other four. */
export type T3GroupId = 'results' | 'denied' | 'unable' | 'not_handled' | 'other'

/** What a row is in the balance 一 + 二 = 三 + 四. */
export type T3RowRole = 'new' | 'carried-in' | 'result' | 'results-total' | 'carried-out'

export type T3Row<Id extends string = T3RowId> = PrintedLabel &
  Readonly<{
    id: Id
    group: T3GroupId | null
    /** As printed before the words, such as `（一）` or `1.`; `label` begins with it. */
    ordinal: string
    role: T3RowRole
    formats: readonly FormatId[]
  }>

export type T3Group = PrintedLabel &
  Readonly<{ id: T3GroupId; ordinal: string; parent: T3GroupId | null; formats: readonly FormatId[] }>

const BOTH: readonly FormatId[] = ['2019', '2021']
const TRIAL: readonly FormatId[] = ['2019']
const SINCE_2021: readonly FormatId[] = ['2021']

// biome-ignore format: a table
export const T3_GROUPS: readonly T3Group[] = [
  { id: 'results', ordinal: '三、', label: '三、本年度办理结果', parent: null, variants: ['本年度办理结果'], formats: BOTH },
  { id: 'denied', ordinal: '（三）', label: '（三）不予公开', parent: 'results', variants: [], formats: BOTH },
  { id: 'unable', ordinal: '（四）', label: '（四）无法提供', parent: 'results', variants: [], formats: BOTH },
  { id: 'not_handled', ordinal: '（五）', label: '（五）不予处理', parent: 'results', variants: [], formats: BOTH },
  { id: 'other', ordinal: '（六）', label: '（六）其他处理', parent: 'results', variants: [], formats: SINCE_2021 },
]

/** 26 rows in print order: 23 stand in the trial format, 25 in the format in force; they differ only in （六）其他处理. */
// biome-ignore format: a table
export const T3_ROWS = [
  row('new_received', null, 'new', BOTH, '一、', '本年新收政府信息公开申请数量', '本年新收', '本年新收政府信息公开申请', '本年度新收政府信息公开申请数量'),
  row('carried_in', null, 'carried-in', BOTH, '二、', '上年结转政府信息公开申请数量', '上年结转', '上年度结转政府信息公开申请数量'),
  row('granted', 'results', 'result', BOTH, '（一）', '予以公开', '予以公开情况'),
  row('partially_granted', 'results', 'result', BOTH, '（二）', '部分公开（区分处理的，只计这一情形，不计其他情形）', '部分公开', '部分公开（区分处理）', '部分公开（区分处理的，只计这一情况，不计其他情形）'),
  row('denied.state_secret', 'denied', 'result', BOTH, '1.', '属于国家秘密', '国家秘密'),
  row('denied.prohibited_by_law', 'denied', 'result', BOTH, '2.', '其他法律行政法规禁止公开', '其他法律法规禁止公开', '其他法律、行政法规禁止公开', '法律行政法规禁止公开'),
  row('denied.three_securities_one_stability', 'denied', 'result', BOTH, '3.', '危及“三安全一稳定”', '危及三安全一稳定', '三安全一稳定'),
  row('denied.third_party_rights', 'denied', 'result', BOTH, '4.', '保护第三方合法权益', '第三方合法权益'),
  row('denied.internal_affairs', 'denied', 'result', BOTH, '5.', '属于三类内部事务信息', '内部事务信息', '属于三类内容事务信息'),
  row('denied.process_information', 'denied', 'result', BOTH, '6.', '属于四类过程性信息', '过程性信息', '属于四类过程性性信息'),
  row('denied.enforcement_file', 'denied', 'result', BOTH, '7.', '属于行政执法案卷', '行政执法案卷', '属于行政执法案卷信息'),
  row('denied.administrative_query', 'denied', 'result', BOTH, '8.', '属于行政查询事项', '行政查询事项'),
  row('unable.not_held', 'unable', 'result', BOTH, '1.', '本机关不掌握相关政府信息', '本机关不掌握', '本办不掌握相关政府信息'),
  row('unable.requires_creation', 'unable', 'result', BOTH, '2.', '没有现成信息需要另行制作', '没有现成信息'),
  row('unable.unclear_after_correction', 'unable', 'result', BOTH, '3.', '补正后申请内容仍不明确', '补正后仍不明确'),
  row('not_handled.petition_complaint', 'not_handled', 'result', BOTH, '1.', '信访举报投诉类申请', '信访举报投诉类'),
  row('not_handled.repeat', 'not_handled', 'result', BOTH, '2.', '重复申请'),
  row('not_handled.publication', 'not_handled', 'result', BOTH, '3.', '要求提供公开出版物', '公开出版物'),
  row('not_handled.excessive', 'not_handled', 'result', BOTH, '4.', '无正当理由大量反复申请', '大量反复申请'),
  row('not_handled.confirm_or_reissue', 'not_handled', 'result', BOTH, '5.', '要求行政机关确认或重新出具已获取信息', '要求行政机关确认或重新出具'),
  row('other', 'results', 'result', TRIAL, '（六）', '其他处理'),
  row('other.not_corrected', 'other', 'result', SINCE_2021, '1.', '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请', '逾期不补正'),
  row('other.fee_unpaid', 'other', 'result', SINCE_2021, '2.', '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', '申请人逾期未按收费通知要求缴纳费用，行政机关不再处理其政府信息公开申请', '逾期不缴费', '逾期未缴费'),
  row('other.misc', 'other', 'result', SINCE_2021, '3.', '其他', '其他原因'),
  row('results_total', 'results', 'results-total', BOTH, '（七）', '总计', '办理结果总计', '合计'),
  row('carried_out', null, 'carried-out', BOTH, '四、', '结转下年度继续办理', '结转下年度', '结转下一年度继续办理'),
] as const

export type T3RowId = (typeof T3_ROWS)[number]['id']
export type T3ResultRowId = Exclude<T3RowId, 'new_received' | 'carried_in' | 'results_total' | 'carried_out'>

export type T3Column = PrintedLabel & Readonly<{ id: T3ColumnId; underOrganisations: boolean }>

/** 申请人情况: six applicant columns and their sum. Five of them stand under 法人或其他组织. */
// biome-ignore format: a table
export const T3_COLUMNS = [
  { id: 'natural_person', label: '自然人', underOrganisations: false, variants: [] },
  { id: 'business', label: '商业企业', underOrganisations: true, variants: ['企业'] },
  { id: 'research', label: '科研机构', underOrganisations: true, variants: ['科研'] },
  { id: 'public_welfare', label: '社会公益组织', underOrganisations: true, variants: ['公益组织', '社会组织'] },
  { id: 'legal_service', label: '法律服务机构', underOrganisations: true, variants: ['法律服务'] },
  { id: 'other_org', label: '其他', underOrganisations: true, variants: ['其他组织'] },
  { id: 'total', label: '总计', underOrganisations: false, variants: ['合计'] },
] as const satisfies readonly (PrintedLabel & { id: string; underOrganisations: boolean })[]

export type T3ColumnId = (typeof T3_COLUMNS)[number]['id']
export type T3ApplicantColumnId = Exclude<T3ColumnId, 'total'>

export const T3_APPLICANT_COLUMNS: readonly T3ApplicantColumnId[] = [
  'natural_person',
  'business',
  'research',
  'public_welfare',
  'legal_service',
  'other_org',
]

export const T3_CORNER_TEXT = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'
export const T3_APPLICANT_HEAD = '申请人情况'
export const T3_ORGANISATION_HEAD = '法人或其他组织'

function row<const Id extends string>(
  id: Id,
  group: T3GroupId | null,
  role: T3RowRole,
  formats: readonly FormatId[],
  ordinal: string,
  words: string,
  ...variants: string[]
): T3Row<Id> {
  return { id, group, role, formats, ordinal, label: ordinal + words, variants }
}
