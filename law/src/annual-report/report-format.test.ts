import { describe, expect, test } from 'vitest'
import { cellName } from './cell-name.ts'
import { cellsOf, findCell, formatForYear, isCellId, REPORT_FORMATS } from './report-format.ts'

describe('the two formats have the cells of the notices', () => {
  // biome-ignore format: a table
  const COUNTS = [
    // format  all  t2  t3   t4
    ['2019',   198, 22, 161, 15],
    ['2021',   200, 10, 175, 15],
  ] as const
  test.each(COUNTS)('%s: %i cells', (format, all, t2, t3, t4) => {
    const of = (table: string) => cellsOf(format).filter((cell) => cell.table === table).length
    expect([cellsOf(format).length, of('t2'), of('t3'), of('t4')]).toEqual([all, t2, t3, t4])
    expect(new Set(cellsOf(format).map(({ id }) => id)).size).toBe(all)
  })

  test('table two of 60号 reads 规章, 规范性文件, five catalogues and the procurement', () => {
    expect(
      cellsOf('2019')
        .filter(({ table }) => table === 't2')
        .map(({ id, valueType }) => [id.slice(3), valueType]),
    ).toEqual([
      ['regulations.newly_made', 'count'],
      ['regulations.newly_disclosed', 'count'],
      ['regulations.total_disclosed', 'count'],
      ['normative_documents.newly_made', 'count'],
      ['normative_documents.newly_disclosed', 'count'],
      ['normative_documents.total_disclosed', 'count'],
      ['administrative_license.prior_year_items', 'count'],
      ['administrative_license.change', 'signedCount'],
      ['administrative_license.decisions', 'count'],
      ['other_external_services.prior_year_items', 'count'],
      ['other_external_services.change', 'signedCount'],
      ['other_external_services.decisions', 'count'],
      ['administrative_penalty.prior_year_items', 'count'],
      ['administrative_penalty.change', 'signedCount'],
      ['administrative_penalty.decisions', 'count'],
      ['administrative_compulsion.prior_year_items', 'count'],
      ['administrative_compulsion.change', 'signedCount'],
      ['administrative_compulsion.decisions', 'count'],
      ['administrative_fees.prior_year_items', 'count'],
      ['administrative_fees.change', 'signedCount'],
      ['centralized_procurement.procurement_items', 'count'],
      ['centralized_procurement.procurement_amount', 'amount'],
    ])
  })

  test('table two of 30号 reads documents, three kinds of decisions and the fees', () => {
    expect(
      cellsOf('2021')
        .filter(({ table }) => table === 't2')
        .map(({ id, valueType }) => [id.slice(3), valueType]),
    ).toEqual([
      ['regulations.issued', 'count'],
      ['regulations.repealed', 'count'],
      ['regulations.in_force', 'count'],
      ['normative_documents.issued', 'count'],
      ['normative_documents.repealed', 'count'],
      ['normative_documents.in_force', 'count'],
      ['administrative_license.decisions', 'count'],
      ['administrative_penalty.decisions', 'count'],
      ['administrative_compulsion.decisions', 'count'],
      ['administrative_fees.fee_amount', 'amount'],
    ])
  })

  test('table three of 30号 prints its 25 rows in the words of the notice', () => {
    expect(REPORT_FORMATS['2021'].t3.rows.map(({ id, label }) => [id, label])).toEqual([
      ['new_received', '一、本年新收政府信息公开申请数量'],
      ['carried_in', '二、上年结转政府信息公开申请数量'],
      ['granted', '（一）予以公开'],
      ['partially_granted', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'],
      ['denied.state_secret', '1.属于国家秘密'],
      ['denied.prohibited_by_law', '2.其他法律行政法规禁止公开'],
      ['denied.three_securities_one_stability', '3.危及“三安全一稳定”'],
      ['denied.third_party_rights', '4.保护第三方合法权益'],
      ['denied.internal_affairs', '5.属于三类内部事务信息'],
      ['denied.process_information', '6.属于四类过程性信息'],
      ['denied.enforcement_file', '7.属于行政执法案卷'],
      ['denied.administrative_query', '8.属于行政查询事项'],
      ['unable.not_held', '1.本机关不掌握相关政府信息'],
      ['unable.requires_creation', '2.没有现成信息需要另行制作'],
      ['unable.unclear_after_correction', '3.补正后申请内容仍不明确'],
      ['not_handled.petition_complaint', '1.信访举报投诉类申请'],
      ['not_handled.repeat', '2.重复申请'],
      ['not_handled.publication', '3.要求提供公开出版物'],
      ['not_handled.excessive', '4.无正当理由大量反复申请'],
      ['not_handled.confirm_or_reissue', '5.要求行政机关确认或重新出具已获取信息'],
      ['other.not_corrected', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
      ['other.fee_unpaid', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
      ['other.misc', '3.其他'],
      ['results_total', '（七）总计'],
      ['carried_out', '四、结转下年度继续办理'],
    ])
  })

  test('table three of 60号 has 23 rows: 其他处理 is one row without sub-items', () => {
    const { rows, groups } = REPORT_FORMATS['2019'].t3
    expect(rows).toHaveLength(23)
    expect(rows.filter(({ id }) => id.startsWith('other')).map(({ id, label }) => [id, label])).toEqual([
      ['other', '（六）其他处理'],
    ])
    expect(groups.map(({ label }) => label)).toEqual([
      '三、本年度办理结果',
      '（三）不予公开',
      '（四）无法提供',
      '（五）不予处理',
    ])
  })

  test('an id names one cell of one format', () => {
    expect(isCellId('2021', 't3.other.misc.total')).toBe(true)
    expect(isCellId('2019', 't3.other.misc.total')).toBe(false)
    expect(isCellId('2019', 't3.other.total')).toBe(true)
    expect(findCell('2021', 't4.review.pending')).toMatchObject({
      table: 't4',
      row: 'review',
      column: 'pending',
    })
    expect(cellName('2021', 't2.administrative_fees.fee_amount')).toBe(
      '表二“行政事业性收费”行“本年收费金额（单位：万元）”列',
    )
    expect(cellName('2021', 't4.litigation_direct.upheld')).toBe('表四“未经复议直接起诉”“结果维持”列')
  })

  test('six sections in order, the heads as printed', () => {
    expect(REPORT_FORMATS['2021'].sections.map(({ label }) => label)).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ])
    expect(REPORT_FORMATS['2021'].sections[5]?.mustMention).toEqual(['信息处理费'])
    expect(REPORT_FORMATS['2019'].sections[5]?.mustMention).toEqual([])
  })

  test.each([
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2025, '2021'],
  ] as const)('report year %i follows format %s', (year, format) => {
    expect(formatForYear(year)).toBe(format)
  })
})
