import { describe, expect, test } from 'vitest'
import { REPORT_FORMATS } from '../annual-report/report-format.ts'
import { citationsText } from '../citation.ts'
import { needsReconsiderationFirst, OUTCOMES, outcomeOf, rowOfOutcome } from './outcome.ts'
import { OUTCOME_CODES } from './outcome-code.ts'

describe('one choice fixes the row, the article and the remedy', () => {
  // biome-ignore format: a table
  const TABLE = [
    // outcome                 row 2019                                    row 2021                                    first to reconsideration
    ['grant-already-public',   'granted',                                  'granted',                                  false, '第三十六条第（一）项'],
    ['grant-provided',         'granted',                                  'granted',                                  false, '第三十六条第（二）项'],
    ['grant-later',            'granted',                                  'granted',                                  false, '第三十六条第（二）项'],
    ['partial',                'partially_granted',                        'partially_granted',                        true,  '第三十七条'],
    ['deny-state-secret',      'denied.state_secret',                      'denied.state_secret',                      true,  '第十四条、第三十六条第（三）项'],
    ['deny-law-forbids',       'denied.prohibited_by_law',                 'denied.prohibited_by_law',                 true,  '第十四条、第三十六条第（三）项'],
    ['deny-safety',            'denied.three_securities_one_stability',    'denied.three_securities_one_stability',    true,  '第十四条、第三十六条第（三）项'],
    ['deny-third-party',       'denied.third_party_rights',                'denied.third_party_rights',                true,  '第十五条、第三十二条、第三十六条第（三）项'],
    ['deny-internal',          'denied.internal_affairs',                  'denied.internal_affairs',                  true,  '第十六条第一款、第三十六条第（三）项'],
    ['deny-process',           'denied.process_information',               'denied.process_information',               true,  '第十六条第二款、第三十六条第（三）项'],
    ['deny-enforcement-file',  'denied.enforcement_file',                  'denied.enforcement_file',                  true,  '第十六条第二款、第三十六条第（三）项'],
    ['deny-admin-query',       'denied.administrative_query',              'denied.administrative_query',              false, '第三十六条第（七）项'],
    ['unable-not-exist',       'unable.not_held',                          'unable.not_held',                          false, '第三十六条第（四）项'],
    ['unable-other-agency',    'unable.not_held',                          'unable.not_held',                          false, '第十条、第三十六条第（五）项'],
    ['unable-needs-creation',  'unable.requires_creation',                 'unable.requires_creation',                 false, '第三十八条'],
    ['unable-unclear',         'unable.unclear_after_correction',          'unable.unclear_after_correction',          false, '第二十九条第二款、第三十条'],
    ['noproc-petition',        'not_handled.petition_complaint',           'not_handled.petition_complaint',           false, '第三十九条第一款'],
    ['noproc-repeat',          'not_handled.repeat',                       'not_handled.repeat',                       false, '第三十六条第（六）项'],
    ['noproc-publication',     'not_handled.publication',                  'not_handled.publication',                  false, '第三十九条第二款'],
    ['noproc-excessive',       'not_handled.excessive',                    'not_handled.excessive',                    false, '第三十五条'],
    ['noproc-confirm',         'not_handled.confirm_or_reissue',           'not_handled.confirm_or_reissue',           false, '第二条、第三十八条'],
    ['other-no-correction',    'other',                                    'other.not_corrected',                      false, '第三十条'],
    ['other-fee-unpaid',       'other',                                    'other.fee_unpaid',                         false, '《政府信息公开信息处理费管理办法》第六条'],
    ['other-misc',             'other',                                    'other.misc',                               false, ''],
  ] as const
  test.each(TABLE)('%s', (code, row2019, row2021, first, basis) => {
    expect([rowOfOutcome(code, '2019'), rowOfOutcome(code, '2021')]).toEqual([row2019, row2021])
    expect(OUTCOMES[code].reconsiderationFirst).toBe(first)
    expect(citationsText(outcomeOf(code).basis).replace('《中华人民共和国政府信息公开条例》', '')).toBe(basis)
  })

  test('every outcome is in the table once, and every result row of both formats is reached', () => {
    expect(TABLE.map(([code]) => code)).toEqual([...OUTCOME_CODES])
    for (const format of ['2019', '2021'] as const) {
      const results = REPORT_FORMATS[format].t3.rows
        .filter(({ role }) => role === 'result')
        .map(({ id }) => id)
      const reached = new Set(OUTCOME_CODES.map((code) => rowOfOutcome(code, format)))
      expect([...reached].toSorted()).toEqual(results.toSorted())
    }
  })

  test('部分公开 goes to reconsideration first when a part is withheld under 第十四条 to 第十六条', () => {
    expect(needsReconsiderationFirst('partial', ['deny-third-party'])).toBe(true)
    expect(needsReconsiderationFirst('partial', ['deny-admin-query'])).toBe(false)
    expect(needsReconsiderationFirst('partial', ['not-government-information'])).toBe(false)
    expect(needsReconsiderationFirst('partial', ['not-government-information', 'deny-internal'])).toBe(true)
  })

  test('every refusal has answered whether it can be separated; every release has been reviewed', () => {
    for (const code of OUTCOME_CODES) {
      const { evidence, group, releases } = outcomeOf(code)
      if (group === 'denied') expect(evidence).toContain('separability-check')
      if (releases) expect(evidence).toContain('secrecy-review')
    }
  })
})
