import { describe, expect, test } from 'vitest'
import { aReport, aTrialReport } from '../../testing/a-report.ts'
import { checkTables } from './check-tables.ts'
import { readCell } from './read-cell.ts'
import type { ReportFacts } from './report-facts.ts'

function rulesFound(facts: ReportFacts): string[] {
  return [...new Set(checkTables(facts).findings.map(({ rule }) => rule))]
}

function rulesNotAssessable(facts: ReportFacts): string[] {
  return [...new Set(checkTables(facts).notAssessable.map(({ rule }) => rule))]
}

function findingsOf(facts: ReportFacts, rule: string) {
  return checkTables(facts).findings.filter((finding) => finding.rule === rule)
}

describe('a consistent report', () => {
  test('in the format in force gives no finding; only what needs last year or prose is not assessable', () => {
    expect(checkTables(aReport()).findings).toEqual([])
    expect(rulesNotAssessable(aReport())).toEqual(['AR-23', 'AR-35'])
  })

  test('in the trial format gives no finding', () => {
    expect(checkTables(aTrialReport())).toEqual({ findings: [], notAssessable: [] })
  })
})

describe('表三 identities hold to the unit', () => {
  // biome-ignore format: a table
  const CASES = [
    // case                                        cells changed                                                     rules that speak
    ['the total of 新收 is one too many',           { 't3.new_received.total': '133' },                                ['AR-24', 'AR-26']],
    ['a natural person more in 新收 and its total', { 't3.new_received.natural_person': '115', 't3.new_received.total': '133' }, ['AR-24']],
    ['结转下年度 forgot a case',                     { 't3.carried_out.business': '0', 't3.carried_out.total': '7' },    ['AR-24']],
    ['（七）总计 differs from its rows',             { 't3.results_total.total': '137' },                               ['AR-24', 'AR-25', 'AR-26']],
    ['a result moved into no column',               { 't3.granted.natural_person': '40' },                             ['AR-25', 'AR-26']],
    ['a whole case left out of a result row',       { 't3.other.misc.natural_person': '6', 't3.other.misc.total': '7' }, ['AR-25']],
    ['only the total of a row is wrong',            { 't3.denied.internal_affairs.total': '3' },                       ['AR-25', 'AR-26']],
    ['two columns of a row exchanged',              { 't3.granted.natural_person': '5', 't3.granted.business': '41' }, ['AR-25']],
  ] as const
  test.each(CASES)('%s', (_case, texts, rules) => {
    expect(rulesFound(aReport({ with: texts }))).toEqual(rules)
  })

  test('AR-24 names the column, both sides and the difference', () => {
    const [finding] = findingsOf(aReport({ with: { 't3.new_received.total': '133' } }), 'AR-24')
    expect(finding).toEqual({
      rule: 'AR-24',
      severity: 'error',
      cells: [
        't3.new_received.total',
        't3.carried_in.total',
        't3.results_total.total',
        't3.carried_out.total',
      ],
      message: '表三“总计”列：本年新收加上年结转（145）应当等于办理结果总计加结转下年度（144），相差1。',
      expected: '144',
      actual: '145',
      where: '表三“总计”列',
    })
  })

  test('AR-25 of the trial format adds 19 leaves, of the format in force 21', () => {
    const leaves = (facts: ReportFacts) => findingsOf(facts, 'AR-25')[0]?.cells.length
    expect(leaves(aTrialReport({ with: { 't3.results_total.total': '9' } }))).toBe(20)
    expect(leaves(aReport({ with: { 't3.results_total.total': '9' } }))).toBe(22)
  })
})

describe('blank is not zero (6.3)', () => {
  test('a blank beside figures counts as 0, is reported, and marks the failure as one to look at', () => {
    const facts = aReport({ with: { 't3.granted.natural_person': '' } })
    expect(rulesFound(facts)).toEqual(['AR-18', 'AR-25', 'AR-26'])
    expect(findingsOf(facts, 'AR-26')[0]).toMatchObject({ needsLook: true, expected: '8', actual: '49' })
  })

  test('a blank zero changes no sum', () => {
    expect(rulesFound(aReport({ with: { 't3.granted.other_org': '\u00a0' } }))).toEqual(['AR-18'])
  })

  test('a blank total is not assessable, never failed', () => {
    const facts = aReport({ with: { 't3.granted.total': '' } })
    expect(findingsOf(facts, 'AR-26')).toEqual([])
    expect(checkTables(facts).notAssessable).toContainEqual({
      rule: 'AR-26',
      cells: [
        't3.granted.total',
        't3.granted.natural_person',
        't3.granted.business',
        't3.granted.research',
        't3.granted.public_welfare',
        't3.granted.legal_service',
        't3.granted.other_org',
      ],
      why: '表三“（一）予以公开”行：表三“（一）予以公开”行“总计”列没有填写数字',
    })
  })

  test('a row with its total only is not assessable and asks for the columns', () => {
    const columns = ['natural_person', 'business', 'research', 'public_welfare', 'legal_service', 'other_org']
    const blank = Object.fromEntries(columns.map((column) => [`t3.unable.not_held.${column}`, '']))
    const facts = aReport({ with: blank })
    expect(findingsOf(facts, 'AR-26')).toEqual([])
    expect(findingsOf(facts, 'AR-29')[0]?.message).toBe(
      '表三“1.本机关不掌握相关政府信息”行只填了总计，没有填各类申请人的件数，无法核验，请补齐。',
    )
    expect(rulesFound(aReport({ with: { ...blank, 't3.unable.not_held.total': '0' } }))).not.toContain(
      'AR-29',
    )
  })

  test.each(['/', '-', '—', '——', '无', '…', '／', '_'])('%s is a placeholder', (mark) => {
    expect(rulesFound(aReport({ with: { 't2.regulations.issued': mark } }))).toEqual(['AR-19'])
  })
})

describe('structure', () => {
  test('AR-13: a table that is a picture, or not there, is no data; its identities are not assessable', () => {
    const picture = aReport({ without: ['t3.'], tables: { t3: 'picture' } })
    expect(rulesFound(picture)).toEqual(['AR-13'])
    expect(rulesNotAssessable(picture)).toEqual(
      expect.arrayContaining(['AR-14', 'AR-15', 'AR-24', 'AR-25', 'AR-26']),
    )
    expect(rulesFound(aReport({ without: ['t4.'] }))).toEqual(['AR-13'])
    expect(rulesFound(aReport({ without: ['t2.'], tables: { t2: 'sentence' } }))).toEqual(['AR-13'])
  })

  test('AR-14: a dropped row is an error, and what needs it is not assessable', () => {
    const facts = aReport({ without: ['t3.denied.state_secret.'] })
    expect(rulesFound(facts)).toEqual(['AR-14'])
    expect(rulesNotAssessable(facts)).toEqual(expect.arrayContaining(['AR-25', 'AR-26']))
    expect(findingsOf(aReport({ without: ['t2.administrative_compulsion.'] }), 'AR-14')[0]?.message).toBe(
      '缺少表二“行政强制”行。没有数据的行也应当保留并填0；与该行有关的勾稽关系未作核验。',
    )
  })

  test('AR-14 and AR-15 are hints for 2019, when the form was only encouraged', () => {
    const facts = aTrialReport({ without: ['t3.denied.state_secret.'] })
    expect(findingsOf(facts, 'AR-14')[0]?.severity).toBe('info')
    expect(findingsOf({ ...facts, reportYear: 2020 }, 'AR-14')[0]?.severity).toBe('error')
  })

  test('AR-15: a dropped column is an error', () => {
    const rows = aReport().cells
    const research = Object.keys(rows).filter((id) => id.endsWith('.research'))
    const facts = aReport({ without: research })
    expect(rulesFound(facts)).toEqual(['AR-15'])
    expect(findingsOf(facts, 'AR-15')[0]?.message).toContain('表三缺少“科研机构”列')
    expect(rulesFound(aReport({ without: ['t4.review.pending'] }))).toEqual(['AR-15'])
    expect(
      findingsOf(
        aReport({ without: ['t2.regulations.repealed', 't2.normative_documents.repealed'] }),
        'AR-15',
      ),
    ).toHaveLength(1)
  })

  test('a single cell that is not there is missing, not a missing row', () => {
    expect(rulesFound(aReport({ without: ['t3.denied.state_secret.natural_person'] }))).toEqual(['AR-18'])
  })

  test('AR-16 and AR-17 tell what was added and what was recognised softly', () => {
    const facts = aReport({
      extras: [{ what: 'row', label: '其他主动公开文件', where: '表二' }],
      softLabels: [
        { printed: '规范性文件', canonical: '行政规范性文件', how: 'variant', where: '表二' },
        {
          printed: '5.属于三类内容事务信息',
          canonical: '5.属于三类内部事务信息',
          how: 'distance',
          where: '表三',
        },
      ],
    })
    expect(
      checkTables(facts).findings.map(({ rule, severity, message }) => [rule, severity, message]),
    ).toEqual([
      ['AR-16', 'info', '“其他主动公开文件”行不在统一格式之内，核验和汇总时未计入，请确认是否需要保留。'],
      ['AR-17', 'info', '“规范性文件”与统一格式的“行政规范性文件”不一致，已按通行写法识别，请核对。'],
      [
        'AR-17',
        'info',
        '“5.属于三类内容事务信息”与统一格式的“5.属于三类内部事务信息”不一致，已按近似文字识别，请核对。',
      ],
    ])
  })
})

describe('single cells', () => {
  // biome-ignore format: a table
  const CASES = [
    // case                                cell                                       text          rules that speak
    ['a decimal count',                    't2.administrative_penalty.decisions',     '86.5',       ['AR-20']],
    ['a negative count',                   't2.administrative_penalty.decisions',     '-86',        ['AR-20']],
    ['words for a count',                  't2.administrative_penalty.decisions',     '若干',       ['AR-20']],
    ['the letter O for a zero',            't2.administrative_penalty.decisions',     '1O',         ['AR-20']],
    ['a thousands separator',              't2.administrative_license.decisions',     '1,250',      []],
    ['full-width digits',                  't2.administrative_license.decisions',     '１２５０',   []],
    ['a unit behind a count',              't2.administrative_license.decisions',     '1250件',     ['AR-22']],
    ['a note behind a count',              't2.normative_documents.issued',           '3（其中修订1件）', ['AR-22']],
    ['an amount in yuan',                  't2.administrative_fees.fee_amount',       '251000元',   ['AR-21']],
    ['a negative amount',                  't2.administrative_fees.fee_amount',       '-1.5',       ['AR-21']],
    ['words for an amount',                't2.administrative_fees.fee_amount',       '约300',      ['AR-21']],
    ['the unit of the head in the cell',   't2.administrative_fees.fee_amount',       '312.56万元', ['AR-22']],
    ['five decimals',                      't2.administrative_fees.fee_amount',       '312.56001',  ['AR-22']],
    ['four decimals',                      't2.administrative_fees.fee_amount',       '59237.2449', []],
  ] as const
  test.each(CASES)('%s', (_case, cell, text, rules) => {
    expect(rulesFound(aReport({ with: { [cell]: text } }))).toEqual(rules)
  })

  test.each(['-8', '−8', '－8', '减8', '+5', '增5', '0'])('本年增/减 may read %s', (text) => {
    expect(rulesFound(aTrialReport({ with: { 't2.administrative_license.change': text } }))).toEqual([])
  })

  test('only 本年增/减 may be negative', () => {
    expect(
      rulesFound(aTrialReport({ with: { 't2.administrative_license.prior_year_items': '-1' } })),
    ).toContain('AR-20')
  })
})

describe('表二', () => {
  // biome-ignore format: a table
  const IN_FORCE = [
    // case                                          cells changed                                                                    rules
    ['AR-30 the opening stock is negative',          { 't2.normative_documents.in_force': '0' },                                       ['AR-30']],
    ['AR-30 more issued than in force, none repealed', { 't2.normative_documents.issued': '20', 't2.normative_documents.repealed': '0' }, ['AR-30']],
    ['AR-30 the stock starts at zero',               { 't2.normative_documents.issued': '20' },                                        []],
    ['AR-34 a bureau that counts rules',             { 't2.regulations.in_force': '6' },                                               ['AR-34']],
    ['AR-34 a bureau that issued a rule',            { 't2.regulations.issued': '1', 't2.regulations.in_force': '1' },                 ['AR-34']],
  ] as const
  test.each(IN_FORCE)('%s', (_case, texts, rules) => {
    expect(rulesFound(aReport({ with: texts }))).toEqual(rules)
  })

  test('AR-34 is silent for an organ that may make rules and not assessable when nobody knows', () => {
    const { canMakeRegulations: _unknown, ...facts } = aReport({ with: { 't2.regulations.in_force': '6' } })
    expect(rulesFound({ ...facts, canMakeRegulations: true })).toEqual([])
    expect(rulesFound(facts)).toEqual([])
    expect(rulesNotAssessable(facts)).toContain('AR-34')
  })

  // biome-ignore format: a table
  const TRIAL = [
    ['AR-31 more newly disclosed than disclosed',  { 't2.normative_documents.newly_disclosed': '39' },                 ['AR-31']],
    ['AR-31 a rule disclosed and none open',       { 't2.regulations.newly_disclosed': '1' },                          ['AR-31', 'AR-34']],
    ['AR-32 fewer than no items',                  { 't2.administrative_license.change': '-111' },                     ['AR-32']],
    ['AR-32 an item given up that was not there',  { 't2.other_external_services.change': '-1' },                      ['AR-32']],
    ['AR-32 all items given up',                   { 't2.administrative_license.change': '-110' },                     []],
    ['AR-33 projects without money',               { 't2.centralized_procurement.procurement_amount': '0.0000' },      ['AR-33']],
    ['AR-33 money without projects',               { 't2.centralized_procurement.procurement_items': '0' },            ['AR-33']],
  ] as const
  test.each(TRIAL)('%s', (_case, texts, rules) => {
    expect(rulesFound(aTrialReport({ with: texts }))).toEqual(rules)
  })

  // biome-ignore format: a table
  const FEES = [
    // case                                  this year     last year   rules
    ['AR-23 yuan typed into 万元',           '3125600',    '298.4000', ['AR-23']],
    ['AR-23 last year typed in yuan',        '312.5600',   '2984000',  ['AR-23']],
    ['AR-23 exactly a thousandfold',         '298400',     '298.4000', []],
    ['AR-23 nothing collected last year',    '312.5600',   '0',        []],
  ] as const
  test.each(FEES)('%s', (_case, now, before, rules) => {
    const fee = 't2.administrative_fees.fee_amount'
    const prior = {
      format: '2021',
      reportYear: 2023,
      cells: { [fee]: readCell(before, 'amount', fee) },
    } as const
    expect(rulesFound(aReport({ with: { [fee]: now }, prior }))).toEqual(rules)
  })

  // biome-ignore format: a table
  const STATED = [
    ['AR-35 a processing fee above all fees',     '3125601', '312.56', ['AR-35']],
    ['AR-35 a fee where the table says none',     '380',     '0',      ['AR-35']],
    ['AR-35 exactly all fees',                    '3125600', '312.56', []],
    ['AR-35 nothing collected',                   '0',       '312.56', []],
  ] as const
  test.each(STATED)('%s', (_case, feeStatedInYuan, amount, rules) => {
    const texts = { 't2.administrative_fees.fee_amount': amount }
    expect(rulesFound(aReport({ with: texts, feeStatedInYuan }))).toEqual(rules)
  })
})

describe('表三 printed subtotals', () => {
  const figure = (text: string) => readCell(text, 'count', '小计')

  test('AR-27: a printed subtotal row equals its leaves, column by column', () => {
    const right = { denied: { natural_person: figure('16'), business: figure('1'), total: figure('18') } }
    expect(rulesFound(aReport({ groupSubtotals: right }))).toEqual([])
    expect(
      findingsOf(aReport({ groupSubtotals: { denied: { total: figure('19') } } }), 'AR-27')[0],
    ).toMatchObject({
      expected: '18',
      actual: '19',
      where: '表三“（三）不予公开”小计行“总计”列',
    })
    expect(rulesFound(aReport({ groupSubtotals: { other: { natural_person: figure('13') } } }))).toEqual([
      'AR-27',
    ])
  })

  test('AR-28: a printed subtotal column of 法人或其他组织 equals its five columns', () => {
    expect(rulesFound(aReport({ organisationSubtotals: { new_received: figure('18') } }))).toEqual([])
    expect(rulesFound(aReport({ organisationSubtotals: { new_received: figure('17') } }))).toEqual(['AR-28'])
    expect(rulesFound(aReport({ organisationSubtotals: { granted: figure('49') } }))).toEqual(['AR-28'])
  })
})

describe('表四', () => {
  // biome-ignore format: a table
  const CASES = [
    // case                                     cells changed                                                                        rules
    ['AR-36 the total of reviews is off',       { 't4.review.total': '11' },                                                         ['AR-36']],
    ['AR-36 a pending lawsuit left out',        { 't4.litigation_after_review.pending': '0' },                                       ['AR-36']],
    ['AR-38 a direct lawsuit in 2024',          { 't4.litigation_direct.other': '1', 't4.litigation_direct.total': '1' },            ['AR-38']],
  ] as const
  test.each(CASES)('%s', (_case, texts, rules) => {
    expect(rulesFound(aReport({ with: texts }))).toEqual(rules)
  })

  test('AR-38 asks nothing before 2024', () => {
    const texts = { 't4.litigation_direct.other': '1', 't4.litigation_direct.total': '1' }
    expect(rulesFound(aReport({ with: texts, reportYear: 2023 }))).toEqual([])
  })

  test('AR-37: a lawsuit after review asks for a review this year or last year', () => {
    const none = {
      't4.review.upheld': '0',
      't4.review.corrected': '0',
      't4.review.other': '0',
      't4.review.pending': '0',
      't4.review.total': '0',
    }
    const lastYear = (reviews: string) => ({
      format: '2021' as const,
      reportYear: 2023,
      cells: { 't4.review.total': readCell(reviews, 'count', '') },
    })
    expect(rulesFound(aReport({ with: none, prior: lastYear('0') }))).toEqual(['AR-37'])
    expect(rulesFound(aReport({ with: none, prior: lastYear('9') }))).toEqual([])
    expect(rulesNotAssessable(aReport({ with: none }))).toContain('AR-37')
  })
})
