import type { FormatId } from '../annual-report/report-format.ts'
import type { T3ResultRowId } from '../annual-report/table-three.ts'
import { type Citation, cite, citeItem } from '../citation.ts'
import type { RequestEventKind } from '../request/event.ts'
import { type ContentField, NOT_GOVERNMENT_INFORMATION, type WithheldGround } from './content-field.ts'
import type { EvidenceKind } from './evidence.ts'
import { choice, count, day, flag, list, optional, text, withheldParts } from './fields.ts'
import type { OutcomeCode } from './outcome-code.ts'

/** The five headings of 三、本年度办理结果, with 部分公开 apart. */
export type OutcomeGroup = 'granted' | 'partial' | 'denied' | 'unable' | 'not-processed' | 'other'

/** 答复书, 告知书, 不再处理告知书: the kind of letter that carries an outcome. */
export type ReplyKind = 'reply' | 'notice' | 'no-longer-processed'

/** 处理决定: one choice that fixes the article, the letter, the remedy clause and the row of the annual report. */
export type Outcome = Readonly<{
  label: string
  group: OutcomeGroup
  /** What the letter cites, in this order. Empty only where the law names no article. */
  basis: readonly Citation[]
  appliesWhen: string
  /** What the letter says beyond the common elements. */
  content: readonly ContentField[]
  evidence: readonly EvidenceKind[]
  /** Events that must have happened before this outcome may be drafted. */
  after: readonly RequestEventKind[]
  rows: Readonly<Record<FormatId, T3ResultRowId>>
  /** 复议前置: a refusal under 条例 第十四条至第十六条 goes to reconsideration before any court. */
  reconsiderationFirst: boolean
  document: ReplyKind
  /** Whether pages leave the house with the letter. */
  releases: boolean
}>

const REASON = text('reason', '理由')

export const INTERNAL_KINDS = {
  personnel: '人事管理',
  logistics: '后勤管理',
  workflow: '内部工作流程',
} as const

export const PROCESS_KINDS = {
  discussion: '讨论记录',
  draft: '过程稿',
  negotiation: '磋商信函',
  submission: '请示报告',
} as const

export const SAFETY_INTERESTS = {
  'national-security': '国家安全',
  'public-security': '公共安全',
  'economic-security': '经济安全',
  'social-stability': '社会稳定',
} as const

export const THIRD_PARTY_INTERESTS = {
  'trade-secret': '商业秘密',
  privacy: '个人隐私',
  other: '其他合法权益',
} as const

export const PROVISION_MEDIA = {
  paper: '纸质文本',
  electronic: '电子文档',
  disc: '光盘',
  reading: '当场阅读、抄录',
  fax: '传真',
} as const

export const OUTCOMES = {
  'grant-already-public': {
    label: '予以公开（已主动公开，告知获取方式和途径）',
    group: 'granted',
    basis: [citeItem('regulation', 36, 1)],
    appliesWhen: '所申请公开信息已经主动公开的',
    content: [list('places', '已公开的位置（名称、网址或者公报期号、日期）')],
    evidence: ['location-check'],
    after: [],
    rows: sameRow('granted'),
    reconsiderationFirst: false,
    document: 'reply',
    releases: false,
  },
  'grant-provided': {
    label: '予以公开（提供信息）',
    group: 'granted',
    basis: [citeItem('regulation', 36, 2)],
    appliesWhen: '所申请公开信息可以公开，并向申请人提供该政府信息的',
    content: [
      list('enclosures', '提供的信息清单'),
      count('pages', '页数'),
      choice('medium', '提供形式', PROVISION_MEDIA),
    ],
    evidence: ['secrecy-review'],
    after: [],
    rows: sameRow('granted'),
    reconsiderationFirst: false,
    document: 'reply',
    releases: true,
  },
  'grant-later': {
    label: '予以公开（告知获取的方式、途径和时间）',
    group: 'granted',
    basis: [citeItem('regulation', 36, 2)],
    appliesWhen: '所申请公开信息可以公开，告知申请人获取该政府信息的方式、途径和时间的',
    content: [text('way', '获取方式'), text('path', '获取途径'), day('availableOn', '获取时间')],
    evidence: ['secrecy-review'],
    after: [],
    rows: sameRow('granted'),
    reconsiderationFirst: false,
    document: 'reply',
    releases: false,
  },
  partial: {
    label: '部分公开（区分处理）',
    group: 'partial',
    basis: [cite('regulation', 37)],
    appliesWhen: '信息中含有不应当公开或者不属于政府信息的内容，但是能够作区分处理的',
    content: [
      list('enclosures', '提供的信息清单'),
      count('pages', '页数'),
      withheldParts('withheld', '不予公开的部分、依据、理由和遮盖方式'),
    ],
    evidence: ['full-copy', 'masked-copy', 'masking-table', 'secrecy-review'],
    after: [],
    rows: sameRow('partially_granted'),
    reconsiderationFirst: true,
    document: 'reply',
    releases: true,
  },
  'deny-state-secret': {
    label: '不予公开（属于国家秘密）',
    group: 'denied',
    basis: [cite('regulation', 14), citeItem('regulation', 36, 3)],
    appliesWhen: '依法确定为国家秘密，标明密级和保密期限的',
    content: [REASON],
    evidence: ['classification', 'separability-check'],
    after: [],
    rows: sameRow('denied.state_secret'),
    reconsiderationFirst: true,
    document: 'reply',
    releases: false,
  },
  'deny-law-forbids': {
    label: '不予公开（其他法律行政法规禁止公开）',
    group: 'denied',
    basis: [cite('regulation', 14), citeItem('regulation', 36, 3)],
    appliesWhen: '法律、行政法规禁止公开的；规章、规范性文件不能作为依据',
    content: [
      choice('lawKind', '规范层级', { law: '法律', 'administrative-regulation': '行政法规' }),
      text('law', '法律、行政法规的名称'),
      text('lawArticle', '条款'),
      REASON,
    ],
    evidence: ['special-law', 'separability-check'],
    after: [],
    rows: sameRow('denied.prohibited_by_law'),
    reconsiderationFirst: true,
    document: 'reply',
    releases: false,
  },
  'deny-safety': {
    label: '不予公开（危及“三安全一稳定”）',
    group: 'denied',
    basis: [cite('regulation', 14), citeItem('regulation', 36, 3)],
    appliesWhen: '公开后可能危及国家安全、公共安全、经济安全、社会稳定的',
    content: [choice('interest', '可能危及的利益', SAFETY_INTERESTS), REASON],
    evidence: ['safety-opinion', 'separability-check'],
    after: [],
    rows: sameRow('denied.three_securities_one_stability'),
    reconsiderationFirst: true,
    document: 'reply',
    releases: false,
  },
  'deny-third-party': {
    label: '不予公开（保护第三方合法权益）',
    group: 'denied',
    basis: [cite('regulation', 15), cite('regulation', 32), citeItem('regulation', 36, 3)],
    appliesWhen:
      '涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害，且不公开不会对公共利益造成重大影响的',
    content: [
      choice('interest', '涉及的权益', THIRD_PARTY_INTERESTS),
      choice('answer', '第三方意见', { refused: '不同意公开', silent: '逾期未提出意见' }),
      text('publicInterest', '公共利益衡量情况'),
      REASON,
    ],
    evidence: [
      'third-party-letter',
      'third-party-receipt',
      'third-party-answer',
      'public-interest-weighing',
      'separability-check',
    ],
    after: ['consultation-opened'],
    rows: sameRow('denied.third_party_rights'),
    reconsiderationFirst: true,
    document: 'reply',
    releases: false,
  },
  'deny-internal': {
    label: '不予公开（属于三类内部事务信息）',
    group: 'denied',
    basis: [cite('regulation', 16, 1), citeItem('regulation', 36, 3)],
    appliesWhen: '属于行政机关人事管理、后勤管理、内部工作流程等方面的信息，可以不予公开的',
    content: [choice('kind', '内部事务信息的类别', INTERNAL_KINDS), REASON],
    evidence: ['sub-kind', 'contrary-rule-check', 'separability-check'],
    after: [],
    rows: sameRow('denied.internal_affairs'),
    reconsiderationFirst: true,
    document: 'reply',
    releases: false,
  },
  'deny-process': {
    label: '不予公开（属于四类过程性信息）',
    group: 'denied',
    basis: [cite('regulation', 16, 2), citeItem('regulation', 36, 3)],
    appliesWhen: '属于履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告，可以不予公开的',
    content: [choice('kind', '过程性信息的类别', PROCESS_KINDS), REASON],
    evidence: ['sub-kind', 'contrary-rule-check', 'separability-check'],
    after: [],
    rows: sameRow('denied.process_information'),
    reconsiderationFirst: true,
    document: 'reply',
    releases: false,
  },
  'deny-enforcement-file': {
    label: '不予公开（属于行政执法案卷）',
    group: 'denied',
    basis: [cite('regulation', 16, 2), citeItem('regulation', 36, 3)],
    appliesWhen: '属于行政执法案卷信息，可以不予公开的',
    content: [text('fileKind', '案卷类别'), REASON],
    evidence: ['sub-kind', 'contrary-rule-check', 'separability-check'],
    after: [],
    rows: sameRow('denied.enforcement_file'),
    reconsiderationFirst: true,
    document: 'reply',
    releases: false,
  },
  'deny-admin-query': {
    label: '不予公开（属于行政查询事项）',
    group: 'denied',
    basis: [citeItem('regulation', 36, 7)],
    appliesWhen: '属于工商、不动产登记资料等信息，有关法律、行政法规对信息的获取有特别规定的',
    content: [
      text('law', '作出特别规定的法律、行政法规及条款'),
      text('place', '查询场所'),
      text('procedure', '查询程序'),
      REASON,
    ],
    evidence: ['special-law', 'separability-check'],
    after: [],
    rows: sameRow('denied.administrative_query'),
    reconsiderationFirst: false,
    document: 'reply',
    releases: false,
  },
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
  'noproc-petition': {
    label: '不予处理（信访举报投诉类申请）',
    group: 'not-processed',
    basis: [cite('regulation', 39, 1)],
    appliesWhen: '以政府信息公开申请的形式进行信访、投诉、举报等活动的',
    content: [
      choice('nature', '申请的性质', { petition: '信访', complaint: '投诉', report: '举报' }),
      optional(text('channel', '可以提出的相应渠道')),
    ],
    evidence: [],
    after: [],
    rows: sameRow('not_handled.petition_complaint'),
    reconsiderationFirst: false,
    document: 'notice',
    releases: false,
  },
  'noproc-repeat': {
    label: '不予处理（重复申请）',
    group: 'not-processed',
    basis: [citeItem('regulation', 36, 6)],
    appliesWhen: '已就申请人提出的政府信息公开申请作出答复，申请人重复申请公开相同政府信息的',
    content: [day('earlierReplyOn', '此前答复的日期'), text('earlierReplyNumber', '此前答复的文号')],
    evidence: ['earlier-reply'],
    after: [],
    rows: sameRow('not_handled.repeat'),
    reconsiderationFirst: false,
    document: 'notice',
    releases: false,
  },
  'noproc-publication': {
    label: '不予处理（要求提供公开出版物）',
    group: 'not-processed',
    basis: [cite('regulation', 39, 2)],
    appliesWhen: '要求行政机关为其提供政府公报、报刊、书籍等公开出版物的',
    content: [text('publication', '公开出版物的名称'), optional(text('wayToGet', '获取途径'))],
    evidence: [],
    after: [],
    rows: sameRow('not_handled.publication'),
    reconsiderationFirst: false,
    document: 'notice',
    releases: false,
  },
  'noproc-excessive': {
    label: '不予处理（无正当理由大量反复申请）',
    group: 'not-processed',
    basis: [cite('regulation', 35)],
    appliesWhen: '申请数量、频次明显超过合理范围，申请人说明的理由不合理的',
    content: [
      count('requestCount', '申请件数'),
      text('period', '统计时段'),
      day('reasonsAskedOn', '要求说明理由的日期'),
      text('whyUnreasonable', '理由不合理之处'),
    ],
    evidence: ['request-statistics', 'reasons-notice', 'reasons-answer'],
    after: ['reasons-asked'],
    rows: sameRow('not_handled.excessive'),
    reconsiderationFirst: false,
    document: 'notice',
    releases: false,
  },
  'noproc-confirm': {
    label: '不予处理（要求确认或重新出具已获取信息）',
    group: 'not-processed',
    basis: [cite('regulation', 2), cite('regulation', 38)],
    appliesWhen: '要求行政机关确认或者重新出具其已经获取的政府信息的',
    content: [text('alreadyHeld', '申请人已获取的信息'), text('obtainedBy', '获取该信息的文书或者途径')],
    evidence: ['earlier-provision'],
    after: [],
    rows: sameRow('not_handled.confirm_or_reissue'),
    reconsiderationFirst: false,
    document: 'notice',
    releases: false,
  },
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
} as const satisfies Record<OutcomeCode, Outcome>

/** The entry of the table, without its literal types. */
export function outcomeOf(code: OutcomeCode): Outcome {
  return OUTCOMES[code]
}

/** The row of table three that counts an outcome in a format. */
export function rowOfOutcome(code: OutcomeCode, format: FormatId): T3ResultRowId {
  return OUTCOMES[code].rows[format]
}

/**
 * 复议前置: whether the reply can be sued over only after reconsideration. Partial disclosure counts when a part
 * is withheld under 条例 第十四条、第十五条、第十六条.
 */
export function needsReconsiderationFirst(
  code: OutcomeCode,
  withheldUnder: readonly WithheldGround[] = [],
): boolean {
  if (code !== 'partial') return OUTCOMES[code].reconsiderationFirst
  return withheldUnder.some(
    (ground) => ground !== NOT_GOVERNMENT_INFORMATION && OUTCOMES[ground].reconsiderationFirst,
  )
}

function sameRow<const Row extends T3ResultRowId>(row: Row): Record<FormatId, Row> {
  return { 2019: row, 2021: row }
}
