import { cite, citeItem } from '../../citation.ts'
import { flag, list, optional, text } from '../fields.ts'
import type { OutcomeCode } from '../outcome-code.ts'
import { type Outcome, sameRow } from './outcome-entry.ts'

const REASON = text('reason', '理由')

/** 无法提供. */
export const UNABLE_OUTCOMES = {
  'unable-not-exist': {
    label: '无法提供（政府信息不存在）',
    group: 'unable',
    basis: [citeItem('regulation', 36, 4)],
    appliesWhen: '经检索没有所申请公开信息的',
    content: [text('searched', '检索范围（系统、档案、单位）'), list('keywords', '检索用词')],
    evidence: ['search-record'],
    after: [],
    rows: sameRow('unable.not_held'),
    reconsiderationFirst: false,
    document: 'reply',
    releases: false,
  },
  'unable-other-agency': {
    label: '无法提供（不属于本机关负责公开）',
    group: 'unable',
    basis: [cite('regulation', 10), citeItem('regulation', 36, 5)],
    appliesWhen: '所申请公开信息不属于本行政机关负责公开的',
    content: [
      REASON,
      optional(text('responsibleAgency', '负责公开的行政机关名称')),
      optional(text('agencyContact', '该机关的联系方式')),
      flag('undeterminable', '无法确定负责公开的行政机关'),
    ],
    evidence: ['not-ours-basis', 'responsible-agency'],
    after: [],
    rows: sameRow('unable.not_held'),
    reconsiderationFirst: false,
    document: 'reply',
    releases: false,
  },
  'unable-needs-creation': {
    label: '无法提供（没有现成信息需要另行制作）',
    group: 'unable',
    basis: [cite('regulation', 38)],
    appliesWhen: '需要行政机关对现有政府信息进行加工、分析的；区分处理不属于加工、分析',
    content: [text('reason', '现有信息不包含所申请内容的情况')],
    evidence: ['search-record'],
    after: [],
    rows: sameRow('unable.requires_creation'),
    reconsiderationFirst: false,
    document: 'reply',
    releases: false,
  },
  'unable-unclear': {
    label: '无法提供（补正后申请内容仍不明确）',
    group: 'unable',
    basis: [cite('regulation', 29, 2), cite('regulation', 30)],
    appliesWhen: '申请人补正后，申请内容仍不足以识别所申请的政府信息的',
    content: [list('asked', '要求补正的事项'), text('stillUnclear', '仍不明确之处')],
    evidence: ['correction-notice', 'correction-answer'],
    after: ['correction-requested', 'correction-received'],
    rows: sameRow('unable.unclear_after_correction'),
    reconsiderationFirst: false,
    document: 'reply',
    releases: false,
  },
} as const satisfies Partial<Record<OutcomeCode, Outcome>>
