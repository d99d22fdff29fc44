import { cite } from '../../citation.ts'
import { choice, day, text } from '../fields.ts'
import type { OutcomeCode } from '../outcome-code.ts'
import type { Outcome } from './outcome-entry.ts'

const REASON = text('reason', '理由')

/** 其他处理. */
export const OTHER_OUTCOMES = {
  'other-no-correction': {
    label: '其他处理（逾期不补正，不再处理）',
    group: 'other',
    basis: [cite('regulation', 30)],
    appliesWhen: '申请人无正当理由逾期不补正的，视为放弃申请，不再处理',
    content: [
      day('noticeOn', '补正告知书的日期'),
      day('noticeReceivedOn', '申请人收到补正告知书的日期'),
      day('periodEndedOn', '补正期限届满日'),
    ],
    evidence: ['correction-notice', 'correction-expiry'],
    after: ['correction-requested'],
    rows: { 2019: 'other', 2021: 'other.not_corrected' },
    reconsiderationFirst: false,
    document: 'no-longer-processed',
    releases: false,
  },
  'other-fee-unpaid': {
    label: '其他处理（逾期未缴费，不再处理）',
    group: 'other',
    basis: [cite('fee-measures', 6)],
    appliesWhen: '申请人未按照收费通知要求缴纳信息处理费的，视为放弃申请，不再处理',
    content: [
      day('noticeOn', '收费通知书的日期'),
      day('noticeReceivedOn', '申请人收到收费通知书的日期'),
      day('periodEndedOn', '缴费期限届满日'),
    ],
    evidence: ['fee-notice', 'fee-expiry'],
    after: ['fee-noticed'],
    rows: { 2019: 'other', 2021: 'other.fee_unpaid' },
    reconsiderationFirst: false,
    document: 'no-longer-processed',
    releases: false,
  },
  'other-misc': {
    label: '其他处理（其他）',
    group: 'other',
    basis: [],
    appliesWhen: '申请人撤回申请、重复提交合并办理、不属于政府信息、咨询事项、已移交档案馆等情形',
    content: [
      choice('kind', '具体情形', {
        withdrawn: '申请人撤回申请',
        merged: '同一申请重复提交，合并办理',
        'not-government-information': '所申请内容不属于政府信息',
        inquiry: '所提事项属于咨询',
        archives: '相关信息已移交国家档案馆',
      }),
      day('happenedOn', '有关事实发生的日期'),
      REASON,
    ],
    evidence: ['withdrawal-statement'],
    after: [],
    rows: { 2019: 'other', 2021: 'other.misc' },
    reconsiderationFirst: false,
    document: 'notice',
    releases: false,
  },
} as const satisfies Partial<Record<OutcomeCode, Outcome>>
