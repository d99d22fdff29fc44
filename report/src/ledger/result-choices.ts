import {
  type FormatId,
  OUTCOME_CODES,
  OUTCOMES,
  type PrintedLabel,
  REPORT_FORMATS,
  rowOfOutcome,
  type T3ResultRowId,
} from '@mingfu/law'

/** 办理结果 as the ledger offers it: every result row of table three under a name that stands alone. */
// biome-ignore format: a table
const CHOICES: readonly (readonly [row: T3ResultRowId, name: string])[] = [
  ['granted', '予以公开'],
  ['partially_granted', '部分公开'],
  ['denied.state_secret', '不予公开：属于国家秘密'],
  ['denied.prohibited_by_law', '不予公开：其他法律行政法规禁止公开'],
  ['denied.three_securities_one_stability', '不予公开：危及“三安全一稳定”'],
  ['denied.third_party_rights', '不予公开：保护第三方合法权益'],
  ['denied.internal_affairs', '不予公开：属于三类内部事务信息'],
  ['denied.process_information', '不予公开：属于四类过程性信息'],
  ['denied.enforcement_file', '不予公开：属于行政执法案卷'],
  ['denied.administrative_query', '不予公开：属于行政查询事项'],
  ['unable.not_held', '无法提供：本机关不掌握相关政府信息'],
  ['unable.requires_creation', '无法提供：没有现成信息需要另行制作'],
  ['unable.unclear_after_correction', '无法提供：补正后申请内容仍不明确'],
  ['not_handled.petition_complaint', '不予处理：信访举报投诉类申请'],
  ['not_handled.repeat', '不予处理：重复申请'],
  ['not_handled.publication', '不予处理：要求提供公开出版物'],
  ['not_handled.excessive', '不予处理：无正当理由大量反复申请'],
  ['not_handled.confirm_or_reissue', '不予处理：要求确认或重新出具已获取信息'],
  ['other.not_corrected', '其他处理：逾期不补正'],
  ['other.fee_unpaid', '其他处理：逾期不缴费'],
  ['other.misc', '其他处理：其他（含申请人撤回）'],
  ['other', '其他处理'],
]

/** The choices of a format, in print order. */
export function resultChoices(format: FormatId): readonly string[] {
  return CHOICES.filter(([row]) => rowsOf(format).has(row)).map(([, name]) => name)
}

/** The row that an entry names: as the ledger offers it, as table three prints it, or by outcome code. */
export function findResultRow(entry: string, format: FormatId): T3ResultRowId | undefined {
  return NAMES[format].get(fold(entry))
}

const NAMES: Readonly<Record<FormatId, ReadonlyMap<string, T3ResultRowId>>> = {
  2019: namesOf('2019'),
  2021: namesOf('2021'),
}

function rowsOf(format: FormatId): ReadonlySet<string> {
  return new Set(REPORT_FORMATS[format].t3.rows.map(({ id }) => id))
}

/** A trial-format report has one row for the three ways of 其他处理; a 2021 report cannot tell them from one. */
function rowIn(format: FormatId, row: T3ResultRowId): T3ResultRowId | undefined {
  if (rowsOf(format).has(row)) return row
  return row.startsWith('other.') && rowsOf(format).has('other') ? 'other' : undefined
}

function namesOf(format: FormatId): ReadonlyMap<string, T3ResultRowId> {
  const names = new Map<string, T3ResultRowId>()
  const add = (name: string, row: T3ResultRowId) => {
    const here = rowIn(format, row)
    if (here !== undefined && !names.has(fold(name))) names.set(fold(name), here)
  }
  for (const [row, name] of CHOICES) add(name, row)
  for (const printed of [...REPORT_FORMATS['2021'].t3.rows, ...REPORT_FORMATS['2019'].t3.rows]) {
    if (printed.role === 'result') addPrinted(printed, printed.id as T3ResultRowId, add)
  }
  for (const code of OUTCOME_CODES) {
    add(code, rowOfOutcome(code, '2021'))
    add(OUTCOMES[code].label, rowOfOutcome(code, '2021'))
  }
  return names
}

function addPrinted(
  { label, variants, ordinal }: PrintedLabel & Readonly<{ ordinal: string }>,
  row: T3ResultRowId,
  add: (name: string, row: T3ResultRowId) => void,
) {
  add(row, row)
  // 其他 alone could be anything.
  const words = label.slice(ordinal.length)
  if (words.length > 2) for (const name of [label, words, ...variants]) add(name, row)
}

function fold(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s:,、\-—"“”']/g, '')
}
