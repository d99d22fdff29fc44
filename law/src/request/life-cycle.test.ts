import { describe, expect, test } from 'vitest'
import { citationText } from '../citation.ts'
import type { RequestEventKind } from './event.ts'
import { availableEvents, LIFE_CYCLE, nextState, REQUEST_EVENTS } from './life-cycle.ts'
import { REQUEST_STATES, type RequestState } from './state.ts'

const STATES = Object.keys(REQUEST_STATES) as RequestState[]
const KINDS = Object.keys(REQUEST_EVENTS) as RequestEventKind[]

/** Where each event leads from each state; what is not listed is refused. Transitions S01 to S29 by their numbers. */
// biome-ignore format: a table
const TRANSITIONS: readonly (readonly [RequestState, RequestEventKind, RequestState])[] = [
  ['draft', 'submitted', 'submitted'],                                       // S01
  ['submitted', 'confirmed', 'registered'],                                  // S02
  ['draft', 'received', 'registered'],                                       // S03
  ['draft', 'arrived', 'received-unconfirmed'],                              // S04
  ['received-unconfirmed', 'confirmed', 'registered'],                       // S05
  ['registered', 'review-started', 'under-review'],                          // S06
  ['registered', 'replied-on-spot', 'served'],                               // S07
  ['under-review', 'replied-on-spot', 'served'],
  ['registered', 'correction-requested', 'awaiting-correction'],             // S08
  ['under-review', 'correction-requested', 'awaiting-correction'],
  ['awaiting-correction', 'correction-received', 'under-review'],            // S09
  ['awaiting-correction', 'correction-lapsed', 'abandoned-correction'],      // S10
  ['under-review', 'extended', 'under-review'],                              // S11, and while others are waited for
  ['consulting', 'extended', 'consulting'],
  ['awaiting-reasons', 'extended', 'awaiting-reasons'],
  ['under-review', 'consultation-opened', 'consulting'],                     // S12, and a second one beside the first
  ['consulting', 'consultation-opened', 'consulting'],
  ['consulting', 'consultation-delivered', 'consulting'],
  ['consulting', 'consultation-answered', 'consulting'],                     // S13, while others are open
  ['consulting', 'consultation-lapsed', 'consulting'],                       // S14
  ['under-review', 'reasons-asked', 'awaiting-reasons'],                     // S15
  ['awaiting-reasons', 'reasons-given', 'under-review'],                     // S16
  ['awaiting-reasons', 'reasons-lapsed', 'under-review'],
  ['under-review', 'delayed-reply-fixed', 'under-review'],                   // S17
  ['under-review', 'fee-noticed', 'awaiting-payment'],                       // S18
  ['awaiting-payment', 'fee-paid', 'under-review'],                          // S19
  ['awaiting-payment', 'fee-lapsed', 'abandoned-fee'],                       // S20
  ['under-review', 'decision-drafted', 'decision-drafted'],                  // S21
  ['decision-drafted', 'decision-returned', 'under-review'],                 // S22
  ['decision-drafted', 'decision-approved', 'decision-approved'],            // S23
  ['decision-approved', 'served', 'served'],                                 // S24
  ['served', 'closed', 'closed'],                                            // S25
  ['draft', 'withdrawn', 'withdrawn'],                                       // S26
  ['submitted', 'withdrawn', 'withdrawn'],
  ['received-unconfirmed', 'withdrawn', 'withdrawn'],
  ['registered', 'withdrawn', 'withdrawn'],
  ['awaiting-correction', 'withdrawn', 'withdrawn'],
  ['under-review', 'withdrawn', 'withdrawn'],
  ['awaiting-reasons', 'withdrawn', 'withdrawn'],
  ['consulting', 'withdrawn', 'withdrawn'],
  ['awaiting-payment', 'withdrawn', 'withdrawn'],
  ['decision-drafted', 'withdrawn', 'withdrawn'],
  ['decision-approved', 'withdrawn', 'withdrawn'],
  ['reopened', 'withdrawn', 'withdrawn'],
  ['served', 'ordered-again', 'reopened'],                                   // S27
  ['closed', 'ordered-again', 'reopened'],
  ['abandoned-correction', 'ordered-again', 'reopened'],
  ['abandoned-fee', 'ordered-again', 'reopened'],
  ['registered', 'ordered-again', 'reopened'],                               // the order against silence
  ['under-review', 'ordered-again', 'reopened'],
  ['awaiting-reasons', 'ordered-again', 'reopened'],
  ['consulting', 'ordered-again', 'reopened'],
  ['decision-drafted', 'ordered-again', 'reopened'],
  ['decision-approved', 'ordered-again', 'reopened'],
  ['reopened', 'ordered-again', 'reopened'],
  ['reopened', 'review-started', 'under-review'],                            // S28
  ['decision-approved', 'service-failed', 'decision-approved'],              // S29
  ['served', 'service-failed', 'decision-approved'],
  // the slip of a letter comes back while the request is wherever it is
  ['awaiting-correction', 'delivered', 'awaiting-correction'],
  ['under-review', 'delivered', 'under-review'],
  ['awaiting-reasons', 'delivered', 'awaiting-reasons'],
  ['consulting', 'delivered', 'consulting'],
  ['awaiting-payment', 'delivered', 'awaiting-payment'],
  ['decision-drafted', 'delivered', 'decision-drafted'],
  ['decision-approved', 'delivered', 'decision-approved'],
  ['served', 'delivered', 'served'],
]

describe('every state decides every event', () => {
  test.each(STATES)('%s', (state) => {
    const decided = KINDS.map((kind) => [kind, LIFE_CYCLE[state][kind]])
    const expected = KINDS.map((kind) => {
      const row = TRANSITIONS.find(([from, event]) => from === state && event === kind)
      return [kind, row === undefined ? null : row[2]]
    })
    expect(decided).toEqual(expected)
  })
})

test('every state is reached from a draft', () => {
  const reached = new Set<RequestState>(['draft'])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    for (const [from, , to] of TRANSITIONS) if (reached.has(from)) reached.add(to)
  }
  expect([...reached].sort()).toEqual([...STATES].sort())
})

test('a terminal state is left by an order to answer again and by nothing else', () => {
  for (const state of STATES.filter((name) => REQUEST_STATES[name].terminal)) {
    expect(availableEvents(state).filter((kind) => kind !== 'ordered-again')).toEqual([])
  }
})

test('the last open consultation leads back to review', () => {
  expect(nextState('consulting', 'consultation-answered', 1)).toBe('consulting')
  expect(nextState('consulting', 'consultation-answered', 0)).toBe('under-review')
  expect(nextState('consulting', 'consultation-lapsed', 0)).toBe('under-review')
  expect(nextState('consulting', 'extended', 0)).toBe('consulting')
})

test('what can be done next is offered in the order of the usual course', () => {
  expect(availableEvents('registered')).toEqual([
    'correction-requested',
    'review-started',
    'replied-on-spot',
    'withdrawn',
    'ordered-again',
  ])
  expect(availableEvents('withdrawn')).toEqual([])
})

// biome-ignore format: a table
const EVENTS = [
  ['submitted',              '提交申请',           'applicant',    '第二十九条'],
  ['arrived',                '收到信函或者传真',   'office',       '第三十一条第（二）项'],
  ['received',               '收到申请',           'office',       '第三十一条'],
  ['confirmed',              '与申请人确认',       'office',       '第三十一条'],
  ['correction-requested',   '告知补正',           'office',       '第三十条'],
  ['correction-received',    '收到补正',           'applicant',    '第三十条'],
  ['correction-lapsed',      '逾期未补正',         'office',       '第三十条'],
  ['review-started',         '开始办理',           'office',       '第三十三条'],
  ['extended',               '延长答复期限',       'leader',       '第三十三条第二款'],
  ['consultation-opened',    '征求意见',           'office',       '第三十三条第三款'],
  ['consultation-delivered', '征求意见书送达',     'office',       '第三十二条'],
  ['consultation-answered',  '收到意见',           'asked-party',  '第三十二条'],
  ['consultation-lapsed',    '逾期未提出意见',     'office',       '第三十二条'],
  ['reasons-asked',          '要求说明理由',       'office',       '第三十五条'],
  ['reasons-given',          '申请人说明理由',     'applicant',    '第三十五条'],
  ['reasons-lapsed',         '逾期未说明理由',     'office',       '第三十五条'],
  ['delayed-reply-fixed',    '确定延迟答复的期限', 'office',       '第三十五条'],
  ['fee-noticed',            '发出收费通知',       'office',       '《政府信息公开信息处理费管理办法》第六条'],
  ['fee-paid',               '申请人缴费',         'applicant',    '《政府信息公开信息处理费管理办法》第六条'],
  ['fee-lapsed',             '逾期未缴费',         'office',       '《政府信息公开信息处理费管理办法》第六条'],
  ['decision-drafted',       '拟出处理决定',       'office',       '第三十六条'],
  ['decision-returned',      '退回修改',           'leader',       '第三十六条'],
  ['decision-approved',      '签发处理决定',       'leader',       '第十七条'],
  ['replied-on-spot',        '当场答复',           'office',       '第三十三条第一款'],
  ['served',                 '送达',               'office',       '《关于政府信息公开处理决定送达问题的解释》（国办公开办函〔2016〕235号）'],
  ['service-failed',         '送达未成',           'office',       '《关于政府信息公开处理决定送达问题的解释》（国办公开办函〔2016〕235号）'],
  ['delivered',              '文书签收',           'office',       '《关于政府信息公开处理决定送达问题的解释》（国办公开办函〔2016〕235号）'],
  ['closed',                 '办结归档',           'office',       '第四十五条'],
  ['withdrawn',              '撤回申请',           'applicant',    '第二十九条'],
  ['ordered-again',          '责令重新答复',       'review-organ', '第五十一条'],
] as const

test('every event has a name, an actor and an article', () => {
  const rows = KINDS.map((kind) => {
    const { label, actor, basis } = REQUEST_EVENTS[kind]
    return [kind, label, actor, citationText(basis).replace('《中华人民共和国政府信息公开条例》', '')]
  })
  expect(rows).toEqual(EVENTS.map((row) => [...row]))
})

test('every state has a name inside, a coarse one outside, and an end or none', () => {
  // biome-ignore format: a table
  expect(STATES.map((state) => [state, ...Object.values(REQUEST_STATES[state])])).toEqual([
    ['draft',                '草稿',                 '草稿',   false],
    ['submitted',            '已提交待确认',         '已提交', false],
    ['received-unconfirmed', '收到待确认',           '已提交', false],
    ['registered',           '已登记',               '已登记', false],
    ['awaiting-correction',  '待补正',               '待补正', false],
    ['under-review',         '办理中',               '办理中', false],
    ['awaiting-reasons',     '待说明理由',           '办理中', false],
    ['consulting',           '征求意见中',           '办理中', false],
    ['awaiting-payment',     '待缴费',               '待缴费', false],
    ['decision-drafted',     '拟稿',                 '办理中', false],
    ['decision-approved',    '已签发',               '办理中', false],
    ['served',               '已送达',               '已答复', false],
    ['closed',               '办结归档',             '已答复', true],
    ['abandoned-correction', '逾期未补正，不再处理', '已终止', true],
    ['abandoned-fee',        '逾期未缴费，不再处理', '已终止', true],
    ['withdrawn',            '申请人撤回',           '已终止', true],
    ['reopened',             '重新处理',             '办理中', false],
  ])
})
