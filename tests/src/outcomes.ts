import type { OutcomeCode } from '../../law/src/decision/outcome-code.ts'

/** What a case goes through before its decision, beside being taken up. */
export type Course = 'corrected' | 'third-party-refuses' | 'reasons-given' | 'not-corrected' | 'fee-unpaid'

export type OutcomeCase = Readonly<{
  course?: Course
  /** Materials a clerk puts on file; what the course proves by itself is not among them. */
  evidence: readonly string[]
  facts: Readonly<Record<string, unknown>>
  /** The articles that the letter must name, and what else it must say. */
  says: readonly string[]
  /** 复议前置: reconsideration before any court. */
  reconsiderationFirst: boolean
  /** The row of table three, in the format of 2019 and in that of 2021. */
  rows: readonly [string, string]
}>

const CHECKED = ['separability-check'] as const
const KIND = ['sub-kind', 'contrary-rule-check', ...CHECKED] as const
const row = (id: string) => [id, id] as const

/** Every outcome with its facts, worked out by hand from the regulation (2019) and the two forms of the report. */
// biome-ignore format: a table
export const OUTCOME_CASES = (today: string): Readonly<Record<OutcomeCode, OutcomeCase>> => ({
  'grant-already-public':  { evidence: ['location-check'], facts: { places: ['门户网站“公告公示”栏目'] }, says: ['第三十六条第（一）项', '门户网站“公告公示”栏目'], reconsiderationFirst: false, rows: row('granted') },
  'grant-provided':        { evidence: ['secrecy-review'], facts: { enclosures: ['竣工验收报告'], pages: 9, medium: 'electronic' }, says: ['第三十六条第（二）项', '竣工验收报告', '共9页'], reconsiderationFirst: false, rows: row('granted') },
  'grant-later':           { evidence: ['secrecy-review'], facts: { way: '查阅、复制', path: '政务服务中心公开查阅点', availableOn: today }, says: ['第三十六条第（二）项', '政务服务中心公开查阅点'], reconsiderationFirst: false, rows: row('granted') },
  partial:                 { evidence: ['full-copy', 'masked-copy', 'masking-table', 'secrecy-review'], facts: { enclosures: ['验收意见书（区分处理后）'], pages: 3, withheld: [{ part: '附件二联系人电话', ground: 'deny-third-party', reason: '属于个人隐私', masking: '涂黑' }] }, says: ['第三十七条', '附件二联系人电话', '第十五条'], reconsiderationFirst: true, rows: row('partially_granted') },
  'deny-state-secret':     { evidence: ['classification', ...CHECKED], facts: { reason: '该信息已依法定密' }, says: ['第十四条', '第三十六条第（三）项', '国家秘密'], reconsiderationFirst: true, rows: row('denied.state_secret') },
  'deny-law-forbids':      { evidence: ['special-law', ...CHECKED], facts: { lawKind: 'law', law: '中华人民共和国统计法', lawArticle: '第二十五条', reason: '该信息能够识别单个统计调查对象身份' }, says: ['第十四条', '第三十六条第（三）项', '《中华人民共和国统计法》第二十五条'], reconsiderationFirst: true, rows: row('denied.prohibited_by_law') },
  'deny-safety':           { evidence: ['safety-opinion', ...CHECKED], facts: { interest: 'public-security', reason: '涉及供水管网节点位置' }, says: ['第十四条', '第三十六条第（三）项', '公共安全'], reconsiderationFirst: true, rows: row('denied.three_securities_one_stability') },
  'deny-third-party':      { course: 'third-party-refuses', evidence: ['public-interest-weighing', ...CHECKED], facts: { interest: 'trade-secret', answer: 'refused', publicInterest: '不公开不会对公共利益造成重大影响', reason: '投标报价构成属于商业秘密' }, says: ['第十五条', '第三十二条', '第三十六条第（三）项', '不同意公开'], reconsiderationFirst: true, rows: row('denied.third_party_rights') },
  'deny-internal':         { evidence: KIND, facts: { kind: 'personnel', reason: '属于内部考勤记录' }, says: ['第十六条第一款', '第三十六条第（三）项', '人事管理'], reconsiderationFirst: true, rows: row('denied.internal_affairs') },
  'deny-process':          { evidence: KIND, facts: { kind: 'discussion', reason: '属于尚未形成结论的会议讨论记录' }, says: ['第十六条第二款', '第三十六条第（三）项', '讨论记录'], reconsiderationFirst: true, rows: row('denied.process_information') },
  'deny-enforcement-file': { evidence: KIND, facts: { fileKind: '行政处罚案卷', reason: '属于该行政处罚案卷的组成部分' }, says: ['第十六条第二款', '第三十六条第（三）项', '行政执法案卷'], reconsiderationFirst: true, rows: row('denied.enforcement_file') },
  'deny-admin-query':      { evidence: ['special-law', ...CHECKED], facts: { law: '《不动产登记暂行条例》第二十七条', place: '不动产登记中心', procedure: '凭身份证件现场查询', reason: '属于不动产登记资料' }, says: ['第三十六条第（七）项', '《不动产登记暂行条例》', '不动产登记中心'], reconsiderationFirst: false, rows: row('denied.administrative_query') },
  'unable-not-exist':      { evidence: ['search-record'], facts: { searched: '综合档案系统', keywords: ['环卫', '中标'] }, says: ['第三十六条第（四）项', '检索用词：环卫、中标', '不存在'], reconsiderationFirst: false, rows: row('unable.not_held') },
  'unable-other-agency':   { evidence: ['not-ours-basis', 'responsible-agency'], facts: { reason: '该信息由其他机关制作', responsibleAgency: '南阳市水利局', agencyContact: '0377-11111111' }, says: ['第十条', '第三十六条第（五）项', '请您向南阳市水利局提出申请'], reconsiderationFirst: false, rows: row('unable.not_held') },
  'unable-needs-creation': { evidence: ['search-record'], facts: { reason: '需要对三年的台账汇总统计' }, says: ['第三十八条', '加工、分析'], reconsiderationFirst: false, rows: row('unable.requires_creation') },
  'unable-unclear':        { course: 'corrected', evidence: [], facts: { asked: ['文件名称或者文号'], stillUnclear: '仍未写明所指的工程' }, says: ['第二十九条第二款', '第三十条', '仍未写明所指的工程'], reconsiderationFirst: false, rows: row('unable.unclear_after_correction') },
  'noproc-petition':       { evidence: [], facts: { nature: 'complaint', channel: '12345政务服务便民热线' }, says: ['第三十九条第一款', '投诉', '12345'], reconsiderationFirst: false, rows: row('not_handled.petition_complaint') },
  'noproc-repeat':         { evidence: ['earlier-reply'], facts: { earlierReplyOn: '2025-11-03', earlierReplyNumber: '鸭管公开〔2025〕41号' }, says: ['第三十六条第（六）项', '鸭管公开〔2025〕41号', '2025年11月3日'], reconsiderationFirst: false, rows: row('not_handled.repeat') },
  'noproc-publication':    { evidence: [], facts: { publication: '《南阳统计年鉴2024》', wayToGet: '市图书馆借阅' }, says: ['第三十九条第二款', '《南阳统计年鉴2024》'], reconsiderationFirst: false, rows: row('not_handled.publication') },
  'noproc-excessive':      { course: 'reasons-given', evidence: ['request-statistics'], facts: { requestCount: 96, period: '近十二个月', reasonsAskedOn: today, whyUnreasonable: '所述理由与申请内容无关' }, says: ['第三十五条', '96件', '所述理由与申请内容无关'], reconsiderationFirst: false, rows: row('not_handled.excessive') },
  'noproc-confirm':        { evidence: ['earlier-provision'], facts: { alreadyHeld: '《验收备案表》', obtainedBy: '2025年9月4日的答复' }, says: ['第二条', '第三十八条', '《验收备案表》'], reconsiderationFirst: false, rows: row('not_handled.confirm_or_reissue') },
  'other-no-correction':   { course: 'not-corrected', evidence: [], facts: {}, says: ['第三十条', '逾期未补正', '视为放弃申请'], reconsiderationFirst: false, rows: ['other', 'other.not_corrected'] },
  'other-fee-unpaid':      { course: 'fee-unpaid', evidence: [], facts: {}, says: ['《政府信息公开信息处理费管理办法》第六条', '视为放弃申请'], reconsiderationFirst: false, rows: ['other', 'other.fee_unpaid'] },
  'other-misc':            { evidence: ['withdrawal-statement'], facts: { kind: 'inquiry', happenedOn: today, reason: '询问的是办事流程' }, says: ['第二条', '属于咨询', '询问的是办事流程'], reconsiderationFirst: false, rows: ['other', 'other.misc'] },
})
