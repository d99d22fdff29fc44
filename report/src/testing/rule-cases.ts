import type { RuleId } from '@mingfu/law'
import type { CellTexts, PriorReport, Publication, Report, ReportComponent, ReportLedger } from '../report.ts'
import { sampleReport, withCell, withText } from './sample-report.ts'
import { zeroTrialReport } from './zero-trial-report.ts'

/** Reports that break a rule, and reports in which it can be assessed and holds; written from the norms. */
export type RuleCases = Readonly<{
  fails: Readonly<Record<string, Report>>
  holds: Readonly<Record<string, Report>>
}>

const sample = sampleReport()
const trial = zeroTrialReport()
const sections = sample.sections ?? []
const government = {
  ...sample,
  meta: { ...sample.meta, orgName: '示例市人民政府', orgType: 'government' },
} as const

function cells(changes: Readonly<Record<string, string>>, report: Report = sample): Report {
  return Object.entries(changes).reduce((changed, [id, raw]) => withCell(changed, id, raw), report)
}

/** A section's text replaced; without a section it is 总体情况. */
function says(text: string, id: 's1' | 's3' | 's4' | 's5' | 's6' = 's1', report: Report = sample): Report {
  return withText(report, id, text)
}

function heading(id: string, printed: string): Report {
  return {
    ...sample,
    sections: sections.map((each) => (each.id === id ? { ...each, heading: printed } : each)),
  }
}

function without(id: string): Report {
  return { ...sample, sections: sections.filter((each) => each.id !== id) }
}

/** Rows that the reader met twice, the second time perhaps with other figures. */
function twice(
  table: 't3' | 't4',
  rows: readonly string[],
  other: Readonly<Record<string, string>> = {},
): Report {
  const cells = sample.tables[table]?.cells ?? {}
  const repeatedRows = rows.map((row) => ({
    row,
    printings: [
      { where: '第2个表格', values: cells[row] ?? {} },
      { where: '第3个表格', values: { ...cells[row], ...other } },
    ],
  }))
  return { ...sample, tables: { ...sample.tables, [table]: { cells, repeatedRows } } }
}

function titled(title: string): Report {
  return { ...sample, title }
}

function period(from: string, to: string): Report {
  return { ...sample, statPeriod: { from, to } }
}

function introduced(preamble: string): Report {
  return { ...sample, preamble }
}

/** A row or a cell taken out of a table. */
function lacking(table: 't2' | 't3' | 't4', row: string, column?: string, report: Report = sample): Report {
  const before = report.tables[table]?.cells ?? {}
  const { [row]: line = {}, ...rest } = before
  const kept =
    column === undefined
      ? {}
      : { [row]: Object.fromEntries(Object.entries(line).filter(([id]) => id !== column)) }
  return { ...report, tables: { ...report.tables, [table]: { cells: { ...rest, ...kept } } } }
}

function lackingColumn(column: string): Report {
  const rows = Object.keys(sample.tables.t3?.cells ?? {})
  return rows.reduce((report, row) => lacking('t3', row, column, report), sample)
}

function last(prior: PriorReport, report: Report = sample): Report {
  return { ...report, prior: { ...report.prior, ...prior } }
}

function lastTable(
  table: 't2' | 't3' | 't4',
  row: string,
  columns: Readonly<Record<string, string>>,
): Report {
  const before: CellTexts = sample.prior?.[table] ?? {}
  return last({ [table]: { ...before, [row]: { ...before[row], ...columns } } })
}

function published(facts: Publication, report: Report = sample): Report {
  return { ...report, publication: { ...report.publication, ...facts } }
}

const HALF_A = { orgName: '甲局', tables: sample.tables } satisfies ReportComponent
function units(components: readonly ReportComponent[], roster: readonly string[] = ['甲局']): Report {
  return { ...sample, components, roster }
}
function unitWith(changes: Readonly<Record<string, string>>): Report {
  return units([{ orgName: '甲局', tables: cells(changes).tables }])
}

const OPEN = {
  applicantCategory: 'natural_person',
  receivedOn: '2020-03-02',
  decidedOn: null,
  result: null,
} as const
const DONE = { ...OPEN, decidedOn: '2020-03-20', result: 'granted' } as const

/** The trial report with one application of 2020, answered in the year. */
const ONE_DONE = ['natural_person', 'total'].reduce(
  (report, column) =>
    cells(
      {
        [`t3.new_received.${column}`]: '1',
        [`t3.granted.${column}`]: '1',
        [`t3.results_total.${column}`]: '1',
      },
      report,
    ),
  says('2020年，本局新收政府信息公开申请1件。', 's1', trial),
)
function kept(ledger: ReportLedger, report: Report = ONE_DONE): Report {
  return { ...report, ledger: { disputes: [], ...ledger } }
}

// biome-ignore format: a table
export const RULE_CASES: Readonly<Record<RuleId, RuleCases>> = {
  'AR-01': {
    fails: { 'the title of another year': titled('示例市住房和城乡建设局2023年政府信息公开工作年度报告'), 'a period of another year': period('2023-01-01', '2023-12-31') },
    holds: { 'all of one year': sample, 'a title with 年度': titled('示例市住房和城乡建设局2024年度政府信息公开工作年度报告') },
  },
  'AR-02': {
    fails: { 'ends in November': period('2024-01-01', '2024-11-30'), 'begins in February': period('2024-02-01', '2024-12-31') },
    holds: { 'the whole year': sample },
  },
  'AR-03': {
    fails: { 'old tables for 2024': { ...trial, meta: { ...trial.meta, reportYear: 2024 } }, 'new tables for 2020': { ...sample, meta: { ...sample.meta, reportYear: 2020 } } },
    holds: { 'new tables for 2024': sample, 'old tables for 2020': trial },
  },
  'AR-04': {
    fails: { 'no section six': without('s6'), 'no section four, whose table is there': without('s4') },
    holds: { 'all six': sample },
  },
  'AR-05': {
    fails: { 'five and six exchanged': { ...sample, sections: [...sections.slice(0, 4), ...sections.slice(4).reverse()] }, 'numbered 1、': heading('s1', '1、总体情况'), 'numbered by another numeral': heading('s6', '五、其他需要报告的事项') },
    holds: { 'in order': sample, 'a comma for 、': heading('s1', '一，总体情况') },
  },
  'AR-06': {
    fails: { '存在问题': heading('s5', '五、存在问题及改进情况'), '其他报告的事项': heading('s6', '六、其他报告的事项') },
    holds: { 'canonical': sample, 'with a space': heading('s5', '五、 存在的主要问题及改进情况') },
  },
  'AR-07': {
    fails: { 'section six twice': { ...sample, sections: [...sections, ...sections.slice(5)] }, 'section one twice': { ...sample, sections: [...sections.slice(0, 1), ...sections] }, 'table four twice': twice('t4', ['review', 'litigation_direct', 'litigation_after_review']), 'a row twice, the second time with another figure': twice('t3', ['granted'], { total: '94' }) },
    holds: { 'each once': sample, 'a row that is met once': { ...sample, tables: { ...sample.tables, t4: { cells: sample.tables.t4?.cells ?? {}, repeatedRows: [] } } } },
  },
  'AR-08': {
    fails: { '无 in five': says('无。', 's5'), 'nothing in one': says('', 's1'), '略 in five': says('（略）', 's5') },
    holds: { 'something in both': sample },
  },
  'AR-09': {
    fails: { 'only 无 in six': says('无其他需要报告的事项。', 's6'), 'fees of another kind': says('本年行政事业性收费312万元。', 's6') },
    holds: { 'collected': sample, 'not collected': says('本年度未收取信息处理费。', 's6'), 'said in section one': says('无。', 's6', says('本年度没有收取政府信息公开信息处理费。')) },
  },
  'AR-10': {
    fails: { 'silent on all three': { ...government, prior: undefined } as unknown as Report, 'silent on 社会评议': says('组织年度考核，未发生责任追究情形。', 's1', government) },
    holds: { 'a department need not': sample, 'all three': says('组织年度考核和社会评议，未发生责任追究情形。', 's1', government) },
  },
  'AR-11': {
    fails: {
      'five of six': introduced('本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。'),
      'without the last': introduced('本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况。'),
    },
    holds: { 'all six': sample, 'no list at all': introduced('根据《中华人民共和国政府信息公开条例》编制本报告。') },
  },
  'AR-12': {
    fails: { '关于…的报告': titled('示例市住房和城乡建设局关于2024年度政府信息公开情况的报告'), 'another organ': titled('示例市财政局2024年政府信息公开工作年度报告') },
    holds: { 'canonical': sample, 'with 度': titled('示例市住房和城乡建设局2024年度政府信息公开工作年度报告') },
  },

  'AR-13': {
    fails: { 'a picture': { ...sample, tables: { ...sample.tables, t4: { cells: {}, image: true } } }, 'no table three': { ...sample, tables: { t2: sample.tables.t2 ?? { cells: {} }, t4: sample.tables.t4 ?? { cells: {} } } } },
    holds: { 'three tables': sample },
  },
  'AR-14': {
    fails: { 'no 行政强制': lacking('t2', 'administrative_compulsion'), 'no 重复申请': lacking('t3', 'not_handled.repeat') },
    holds: { 'every row': sample },
  },
  'AR-15': {
    fails: { 'no 科研机构': lackingColumn('research'), 'no 尚未审结': lacking('t4', 'review', 'pending') },
    holds: { 'every column': sample },
  },
  'AR-16': {
    fails: { 'other documents': { ...sample, tables: { ...sample.tables, t2: { cells: sample.tables.t2?.cells ?? {}, extraRows: [{ label: '其他主动公开文件', values: ['12'] }] } } }, 'a row of table three': { ...sample, tables: { ...sample.tables, t3: { cells: sample.tables.t3?.cells ?? {}, extraRows: [{ label: '其中：网上申请', values: ['100'] }] } } } },
    holds: { 'nothing beyond the format': sample },
  },
  'AR-17': {
    fails: { 'a known variant': { ...sample, printedLabels: { 'denied.prohibited_by_law': '2.其他法律法规禁止公开' } }, 'a slip of the pen': { ...sample, printedLabels: { 'denied.internal_affairs': '5.属于三类内容事务信息' } } },
    holds: { 'other quotes only': { ...sample, printedLabels: { 'denied.three_securities_one_stability': '3.危及"三安全一稳定"' } } },
  },
  'AR-18': {
    fails: { 'an empty cell': cells({ 't3.denied.state_secret.total': '' }), 'a no-break space': cells({ 't2.regulations.issued': '\u00a0' }) },
    holds: { 'zeros': sample },
  },
  'AR-19': {
    fails: { 'a slash': cells({ 't2.regulations.issued': '/' }), '无': cells({ 't4.litigation_direct.other': '无' }), 'a dash': cells({ 't3.denied.state_secret.total': '——' }) },
    holds: { 'zeros': sample },
  },
  'AR-20': {
    fails: { 'half a case': cells({ 't3.granted.business': '5.5' }), 'a minus': cells({ 't2.administrative_penalty.decisions': '-3' }), 'the letter O': cells({ 't4.review.other': 'O' }) },
    holds: { 'integers': sample, '本年增/减 below zero': cells({ 't2.administrative_license.prior_year_items': '20', 't2.administrative_license.change': '-8' }, trial) },
  },
  'AR-21': {
    fails: { 'yuan in the cell': cells({ 't2.administrative_fees.fee_amount': '251000元' }), 'below zero': cells({ 't2.administrative_fees.fee_amount': '-1.2' }), 'a word': cells({ 't2.administrative_fees.fee_amount': '若干' }) },
    holds: { 'a decimal': sample, '万元 in the cell': cells({ 't2.administrative_fees.fee_amount': '312.56万元' }) },
  },
  'AR-22': {
    fails: { 'a unit': cells({ 't2.administrative_license.decisions': '1250件' }), 'five decimals': cells({ 't2.administrative_fees.fee_amount': '312.56001' }) },
    holds: { 'plain numbers': sample },
  },
  'AR-23': {
    fails: { 'yuan typed for 万元': cells({ 't2.administrative_fees.fee_amount': '3125600' }), 'a thousandfold less': cells({ 't2.administrative_fees.fee_amount': '0.1' }) },
    holds: { 'about last year': sample, 'nothing collected this year': cells({ 't2.administrative_fees.fee_amount': '0' }, says('未收取信息处理费。', 's6')) },
  },

  'AR-24': {
    fails: { 'a case too many': cells({ 't3.new_received.total': '133' }), 'a case forgotten': cells({ 't3.carried_out.total': '7' }) },
    holds: { 'balanced': sample, 'nothing happened': trial },
  },
  'AR-25': {
    fails: { 'the total is off': cells({ 't3.results_total.total': '137' }), 'a row is off': cells({ 't3.other.misc.total': '7' }) },
    holds: { 'sums': sample },
  },
  'AR-26': {
    fails: { 'a total is off': cells({ 't3.denied.internal_affairs.total': '99' }), 'an applicant is off': cells({ 't3.granted.natural_person': '40' }) },
    holds: { 'sums': sample },
  },
  'AR-27': {
    fails: {
      'a subtotal of 不予公开': { ...sample, tables: { ...sample.tables, t3: { cells: sample.tables.t3?.cells ?? {}, subtotals: { denied: { total: '17' } } } } },
      'a subtotal of 其他处理': { ...sample, tables: { ...sample.tables, t3: { cells: sample.tables.t3?.cells ?? {}, subtotals: { other: { total: '14' } } } } },
    },
    holds: { 'right': { ...sample, tables: { ...sample.tables, t3: { cells: sample.tables.t3?.cells ?? {}, subtotals: { denied: { total: '18' } } } } } },
  },
  'AR-28': {
    fails: {
      'of 新收': { ...sample, tables: { ...sample.tables, t3: { cells: sample.tables.t3?.cells ?? {}, legalPersonSubtotal: { new_received: '19' } } } },
      'of 结转': { ...sample, tables: { ...sample.tables, t3: { cells: sample.tables.t3?.cells ?? {}, legalPersonSubtotal: { carried_in: '4' } } } },
    },
    holds: { 'right': { ...sample, tables: { ...sample.tables, t3: { cells: sample.tables.t3?.cells ?? {}, legalPersonSubtotal: { new_received: '18' } } } } },
  },
  'AR-29': {
    fails: {
      'only the total': cells({ 't3.granted.natural_person': '', 't3.granted.business': '', 't3.granted.research': '', 't3.granted.public_welfare': '', 't3.granted.legal_service': '', 't3.granted.other_org': '' }),
      'slashes beside a total': cells({ 't3.carried_in.natural_person': '/', 't3.carried_in.business': '/', 't3.carried_in.research': '/', 't3.carried_in.public_welfare': '/', 't3.carried_in.legal_service': '/', 't3.carried_in.other_org': '/' }),
    },
    holds: { 'filled': sample },
  },

  'AR-30': {
    fails: { 'more issued than there are': cells({ 't2.normative_documents.issued': '30' }), 'one 规章 too few': cells({ 't2.regulations.issued': '2', 't2.regulations.in_force': '1' }) },
    holds: { 'an opening stock of 17': sample, 'issued and repealed within the year': cells({ 't2.normative_documents.issued': '20', 't2.normative_documents.repealed': '2' }) },
  },
  'AR-31': {
    fails: { 'more new than all': cells({ 't2.normative_documents.newly_disclosed': '5', 't2.normative_documents.total_disclosed': '4' }, trial), '规章': cells({ 't2.regulations.newly_disclosed': '1' }, trial) },
    holds: { 'all new': cells({ 't2.normative_documents.newly_disclosed': '4', 't2.normative_documents.total_disclosed': '4' }, trial) },
  },
  'AR-32': {
    fails: { 'fewer than none': cells({ 't2.administrative_license.prior_year_items': '5', 't2.administrative_license.change': '-6' }, trial), 'a decrease from nothing': cells({ 't2.administrative_fees.change': '减1' }, trial) },
    holds: { 'down to none': cells({ 't2.administrative_license.prior_year_items': '5', 't2.administrative_license.change': '-5' }, trial) },
  },
  'AR-33': {
    fails: { 'projects without money': cells({ 't2.centralized_procurement.procurement_items': '3' }, trial), 'money without a project': cells({ 't2.centralized_procurement.procurement_amount': '12.5' }, trial) },
    holds: { 'neither': trial, 'both': cells({ 't2.centralized_procurement.procurement_items': '3', 't2.centralized_procurement.procurement_amount': '12.5' }, trial) },
  },
  'AR-34': {
    fails: { 'a bureau with 规章': cells({ 't2.regulations.in_force': '6' }), 'a bureau that issues one': cells({ 't2.regulations.issued': '1', 't2.regulations.in_force': '1' }) },
    holds: { 'none': sample, 'an organ that may': cells({ 't2.regulations.in_force': '6' }, { ...sample, meta: { ...sample.meta, canMakeRegulations: true } }) },
  },
  'AR-35': {
    fails: { 'more than all fees': says('对2件申请收取信息处理费4000000元。', 's6'), 'in 万元': says('收取信息处理费313万元。', 's6') },
    holds: { 'three hundred yuan': sample, 'exactly all': says('收取信息处理费312.56万元。', 's6') },
  },

  'AR-36': {
    fails: { '复议': cells({ 't4.review.total': '11' }), '直接起诉': cells({ 't4.litigation_direct.upheld': '1' }) },
    holds: { 'sums': sample },
  },
  'AR-37': {
    fails: {
      'no reconsideration in two years': lastReviews('0', cells({ 't4.review.upheld': '0', 't4.review.corrected': '0', 't4.review.other': '0', 't4.review.pending': '0', 't4.review.total': '0' }, says('概况。'))),
      'a first lawsuit': lastReviews('0', cells({ 't4.review.upheld': '0', 't4.review.corrected': '0', 't4.review.other': '0', 't4.review.pending': '0', 't4.review.total': '0', 't4.litigation_after_review.upheld': '1', 't4.litigation_after_review.total': '1', 't4.litigation_after_review.other': '0', 't4.litigation_after_review.pending': '0', 't4.litigation_after_review.corrected': '0' }, says('概况。'))),
    },
    holds: { 'a reconsideration this year': sample, 'one last year': cells({ 't4.review.upheld': '0', 't4.review.corrected': '0', 't4.review.other': '0', 't4.review.pending': '0', 't4.review.total': '0' }, says('概况。')) },
  },
  'AR-38': {
    fails: { 'one direct lawsuit': cells({ 't4.litigation_direct.upheld': '1', 't4.litigation_direct.total': '1' }), 'one pending': cells({ 't4.litigation_direct.pending': '2', 't4.litigation_direct.total': '2' }) },
    holds: { 'none': sample },
  },

  'AR-39': {
    fails: { 'two fewer': says('本年新收政府信息公开申请130件。'), 'Chinese numerals': says('2024年，新收到政府信息公开申请一百三十三件。') },
    holds: { 'the same': sample, 'numerals': says('2024年，新收政府信息公开申请一百三十二件。') },
  },
  'AR-40': {
    fails: { 'one fewer': says('新收申请132件，上年度结转11件。'), 'named before': says('新收申请132件，结转上年13件。') },
    holds: { 'the same': sample },
  },
  'AR-41': {
    fails: { 'the number before': says('办结申请136件，另有9件顺延到下年度。'), 'the number after': says('申请办结136件，转下年度7件。') },
    holds: { 'the same': sample, 'before': says('办结申请136件，另有8件顺延到下年度。') },
  },
  'AR-42': {
    fails: { 'neither reading': says('全年共收到政府信息公开申请140件。'), '受理': says('全年受理140件政府信息公开申请。') },
    holds: { 'new': says('全年共收到政府信息公开申请132件。'), 'new and carried in': says('全年共收到政府信息公开申请144件。') },
  },
  'AR-43': {
    fails: { '答复': says('共答复政府信息公开申请135件。'), '办结': says('政府信息公开申请办结137件。') },
    holds: { 'the same': sample },
  },
  'AR-44': {
    fails: { '予以公开': says('办结的申请中，予以公开48件。'), 'before its word': says('办结的申请中，49件予以公开，16件部分公开。'), 'a group of rows': says('答复申请136件，其中不予处理11件。') },
    holds: { 'all six': sample },
  },
  'AR-45': {
    fails: { '未收到': says('本年度未收到政府信息公开申请。'), '全部办结': says('政府信息公开申请全部办结。'), '未发生': says('未发生因政府信息公开引发的行政复议。') },
    holds: { 'true of the tables': says('2020年，本局未收到政府信息公开申请，未发生行政复议、行政诉讼。', 's1', trial) },
  },
  'AR-46': {
    fails: { '复议': says('涉及政府信息公开的行政复议9件，行政诉讼3件。'), '诉讼': says('涉及政府信息公开的行政复议10件，行政诉讼5件。') },
    holds: { 'all': sample, 'the concluded': says('涉及政府信息公开的行政复议8件，行政诉讼2件。') },
  },
  'AR-47': {
    fails: { 'issued': says('制发行政规范性文件4件，废止2件，现行有效18件。'), 'in force': says('制发3件行政规范性文件，现行有效19件。') },
    holds: { 'the same': sample },
  },
  'AR-48': {
    fails: { 'another share': says('新收申请同比增长12%。'), 'the wrong way': says('新收申请132件，同比下降10%。'), 'a rate': says('政府信息公开申请办结率90.4%。') },
    holds: { 'one decimal': sample, 'none': says('新收申请同比增长10%。') },
  },
  'AR-49': {
    fails: { 'applicants': says('新收申请132件，其中自然人115件、商业企业12件、科研机构1件、社会公益组织2件、法律服务机构3件。'), 'fees by unit': says('收取信息处理费3件900元，其中甲局1件300元，乙局2件700元。', 's6') },
    holds: { 'adds up': says('新收申请132件，其中自然人114件、商业企业12件、科研机构1件、社会公益组织2件、法律服务机构3件。') },
  },

  'AR-50': {
    fails: { 'one more last year': lastTable('t3', 'carried_out', { total: '13' }), 'none last year': lastTable('t3', 'carried_out', { total: '0' }) },
    holds: { 'the same cases': sample },
  },
  'AR-51': {
    fails: { 'a person turned business': lastTable('t3', 'carried_out', { natural_person: '10', business: '1' }), 'a law firm more': lastTable('t3', 'carried_out', { legal_service: '2' }) },
    holds: { 'the same classes': sample },
  },
  'AR-52': {
    fails: { 'one lapsed': lastTable('t2', 'normative_documents', { in_force: '18' }), '规章': lastTable('t2', 'regulations', { in_force: '1' }) },
    holds: { '17 + 3 − 2 = 18': sample },
  },
  'AR-53': {
    fails: { 'eleven pending, ten listed': lastTable('t4', 'review', { pending: '11' }), 'lawsuits': lastTable('t4', 'litigation_direct', { pending: '1' }) },
    holds: { 'all accounted for': sample },
  },
  'AR-54': {
    fails: {
      'a catalogue that jumps': cells({ 't2.administrative_license.prior_year_items': '9' }, trial),
      'a change forgotten': { ...cells({ 't2.administrative_penalty.prior_year_items': '5' }, trial), prior: { ...trial.prior, t2: { ...trial.prior?.t2, administrative_penalty: { prior_year_items: '5', change: '2', decisions: '0' } } } },
    },
    holds: { 'rolled forward': { ...cells({ 't2.administrative_penalty.prior_year_items': '7' }, trial), prior: { ...trial.prior, t2: { ...trial.prior?.t2, administrative_penalty: { prior_year_items: '5', change: '2', decisions: '0' } } } } },
  },
  'AR-55': {
    fails: { 'a digit more': lastTable('t2', 'administrative_license', { decisions: '119' }), 'a digit fewer': lastTable('t2', 'administrative_penalty', { decisions: '8600' }) },
    holds: { 'small numbers may leap': lastTable('t2', 'administrative_compulsion', { decisions: '60' }) },
  },
  'AR-56': {
    fails: { 'figures changed only': last({ texts: { s5: sections[4]?.text.replace('近三年', '近五年') ?? '' } }), 'section one': last({ texts: { s1: sections[0]?.text.replaceAll('2024', '2023') ?? '' } }) },
    holds: { 'other words': sample },
  },

  'AR-57': {
    fails: { 'a unit has more': unitWith({ 't3.granted.total': '50' }), 'a unit has less': unitWith({ 't3.carried_out.natural_person': '0' }) },
    holds: { 'the sum': units([HALF_A]) },
  },
  'AR-58': {
    fails: { 'documents': unitWith({ 't2.normative_documents.issued': '4' }), 'money': unitWith({ 't2.administrative_fees.fee_amount': '300' }) },
    holds: { 'the sum': units([HALF_A]) },
  },
  'AR-59': {
    fails: { 'reconsiderations': unitWith({ 't4.review.total': '12' }), 'lawsuits': unitWith({ 't4.litigation_after_review.pending': '2' }) },
    holds: { 'the sum': units([HALF_A]) },
  },
  'AR-60': {
    fails: { 'a unit is missing': units([HALF_A], ['甲局', '丁局']), 'last year’s report only': units([{ ...HALF_A, reportYear: 2023 }]) },
    holds: { 'complete': units([HALF_A]) },
  },
  'AR-61': {
    fails: { 'twice': units([HALF_A, HALF_A]), 'three times': units([HALF_A, HALF_A, HALF_A]) },
    holds: { 'once': units([HALF_A]) },
  },

  'AR-62': {
    fails: { 'a day late': published({ publishedOn: '2025-02-01' }), 'in March': published({ publishedOn: '2025-03-31' }) },
    holds: { 'on the last day': published({ publishedOn: '2025-01-31' }) },
  },
  'AR-63': {
    fails: { 'a day late': published({ publishedOn: '2025-04-01' }, government), 'in June': published({ publishedOn: '2025-06-01' }, government) },
    holds: { 'on the last day': published({ publishedOn: '2025-03-31' }, government) },
  },
  'AR-64': {
    fails: {
      'without a local date': published({ publishedOn: '2025-02-01' }, { ...sample, meta: { ...sample.meta, orgType: 'township' } }),
      'after the local date': published({ publishedOn: '2025-02-21', localDeadline: '2025-02-20' }, { ...sample, meta: { ...sample.meta, orgType: 'functional_zone' } }),
    },
    holds: { 'by the local date': published({ publishedOn: '2025-02-20', localDeadline: '2025-02-20' }, { ...sample, meta: { ...sample.meta, orgType: 'township' } }) },
  },
  'AR-65': {
    fails: { 'among the notices': published({ column: '通知公告' }), 'under the guide': published({ column: '政府信息公开指南' }) },
    holds: { 'in its column': sample },
  },
  'AR-66': {
    fails: { 'no file': published({ attachments: [] }), 'no page': published({ webPage: false }) },
    holds: { 'both': sample },
  },
  'AR-67': {
    fails: { 'one cell': published({ attachments: [{ type: 'docx', differences: { 't3.granted.total': '50' } }] }), 'in the PDF': published({ attachments: [{ type: 'pdf', differences: { 't4.review.total': '9' } }] }) },
    holds: { 'none': sample },
  },
  'AR-68': {
    fails: { 'in silence': published({ captures: [{ capturedOn: '2025-03-01', changedCells: ['t3.granted.total'] }] }), 'without notice': published({ captures: [{ capturedOn: '2025-03-01', changedCells: ['t2.regulations.issued'], notice: false }] }) },
    holds: { 'with a note': published({ captures: [{ capturedOn: '2025-03-01', changedCells: ['t3.granted.total'], notice: '2025年3月1日更正' }] }) },
  },

  'AR-69': {
    fails: { 'no class': kept({ applications: [{ ...DONE, applicantCategory: '' }] }), 'a class that there is not': kept({ applications: [{ ...DONE, applicantCategory: '学生' }] }) },
    holds: { 'one class': kept({ applications: [DONE] }) },
  },
  'AR-70': {
    fails: { 'twice the same number': kept({ applications: [{ ...DONE, id: '1' }, { ...OPEN, id: '1' }] }), 'closed without a result': kept({ applications: [{ ...DONE, result: null }] }), 'open with a result': kept({ applications: [{ ...OPEN, result: 'granted' }] }) },
    holds: { 'one result': kept({ applications: [{ ...DONE, id: '1' }] }) },
  },
  'AR-71': {
    fails: { 'one more in the ledger': kept({ applications: [DONE, OPEN] }), 'none in the ledger': kept({ applications: [] }) },
    holds: { 'the same': kept({ applications: [DONE] }) },
  },
  'AR-72': {
    fails: { 'open at the end of the year': kept({ applications: [OPEN] }), 'open at its beginning': kept({ applications: [{ ...DONE, receivedOn: '2019-12-30' }] }) },
    holds: { 'nothing open': kept({ applications: [DONE] }) },
  },
  'AR-73': {
    fails: { 'another result': kept({ applications: [{ ...DONE, result: 'partially_granted' }] }), 'decided in the next year': kept({ applications: [{ ...DONE, decidedOn: '2021-01-04' }] }) },
    holds: { 'the same': kept({ applications: [DONE] }) },
  },
  'AR-74': {
    fails: {
      'a reconsideration left out': kept({ applications: [DONE], disputes: [{ block: 'review', filedOn: '2020-05-06', concludedOn: null, outcome: null, role: 'original' }] }),
      'one alive since last year': kept({ applications: [DONE], disputes: [{ block: 'litigation_direct', filedOn: '2019-11-06', concludedOn: '2020-02-03', outcome: 'upheld', role: 'original' }] }),
    },
    holds: { 'a co-defendant does not count': kept({ applications: [DONE], disputes: [{ block: 'litigation_after_review', filedOn: '2020-05-06', concludedOn: null, outcome: null, role: 'co-defendant-reviewer' }] }) },
  },
}

function lastReviews(total: string, report: Report): Report {
  const t4: CellTexts = report.prior?.t4 ?? {}
  return {
    ...report,
    prior: { ...report.prior, t4: { ...t4, review: { ...t4.review, total, pending: '0' } } },
  }
}
