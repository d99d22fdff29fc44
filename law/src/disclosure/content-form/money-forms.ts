import { cite, citeItem } from '../../citation.ts'
import { choice, day, type FormFields, line, must, number, rows, text, wanYuan, year } from './form-field.ts'

const BUDGET_ITEM = citeItem('regulation', 20, 7)
const APPROVED = cite('budget-law', 14)
const FEES = citeItem('regulation', 20, 8)
const PROCURED = citeItem('regulation', 20, 9)
const STATISTICS_ITEM = citeItem('regulation', 20, 4)

/** 预算、决算: one package a unit and year; the twenty days run from its approval. */
export const BUDGET = {
  budgetKind: must(
    choice('类别', ['政府预算', '政府决算', '部门预算', '部门决算', '专项资金'], { basis: BUDGET_ITEM }),
  ),
  fiscalYear: must(year('预算年度', { basis: BUDGET_ITEM })),
  unit: must(line('编制单位')),
  approvedOn: must(day('批准（批复）日期', { basis: APPROVED })),
  approvedBy: line('批准（批复）机关', { basis: APPROVED }),
  income: wanYuan('收入合计（万元）'),
  expenditure: wanYuan('支出合计（万元）'),
  threeExpenses: wanYuan('“三公”经费（万元）'),
  procurement: wanYuan('政府采购（万元）'),
  tables: rows('收支明细', {
    item: must(line('项目')),
    amount: must(wanYuan('金额（万元）')),
    change: line('比上年'),
    note: line('说明'),
  }),
} as const satisfies FormFields

/** 行政事业性收费: item, basis and standard, 条例 第二十条第（八）项. */
export const FEE = {
  edition: must(line('目录年度')),
  fees: must(
    rows(
      '收费项目',
      {
        name: must(line('收费项目')),
        feeBasis: must(text('收费依据')),
        feeStandard: must(line('收费标准')),
        collector: must(line('执收单位')),
        payer: line('缴费人'),
        management: choice('资金管理方式', ['缴入国库', '缴入财政专户']),
      },
      { basis: FEES },
    ),
  ),
} as const satisfies FormFields

/** 政府采购: number of projects and amounts stand in 万元 with four decimals, as the annual report of 2019 asks. */
export const PROCUREMENT = {
  stage: must(
    choice('公告类型', [
      '集中采购目录和标准',
      '采购意向',
      '采购公告',
      '中标（成交）结果',
      '合同公告',
      '履约验收',
      '终止公告',
    ]),
  ),
  projectName: line('项目名称', { basis: PROCURED }),
  projectNumber: line('项目编号'),
  method: choice('采购方式', [
    '公开招标',
    '邀请招标',
    '竞争性谈判',
    '竞争性磋商',
    '询价',
    '单一来源',
    '框架协议',
  ]),
  buyer: must(line('采购人', { basis: PROCURED })),
  agent: line('采购代理机构'),
  budget: wanYuan('预算金额（万元）'),
  supplier: line('中标（成交）供应商'),
  amount: wanYuan('中标（成交）金额（万元）'),
  decidedOn: day('结果确定日期'),
  contact: line('联系方式', { hint: '单位的联系人和办公电话。' }),
} as const satisfies FormFields

/** 统计信息: for which time, out of which source, which figures. */
export const STATISTICS = {
  period: must(line('统计期', { basis: STATISTICS_ITEM, hint: '例如：2025年；2026年第三季度。' })),
  frequency: choice('发布周期', ['月度', '季度', '半年', '年度', '普查', '专项']),
  preparedBy: must(line('编制单位')),
  method: text('统计口径和来源'),
  indicators: must(
    rows(
      '主要指标',
      {
        name: must(line('指标')),
        value: must(number('数值')),
        unit: line('单位'),
        growth: line('同比增长'),
        note: line('说明'),
      },
      { basis: STATISTICS_ITEM },
    ),
  ),
} as const satisfies FormFields
