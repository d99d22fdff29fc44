import { type ContentFacts, type OutcomeCode, parsePlainDate } from '@mingfu/law'

const on = parsePlainDate
const ENDED = {
  noticeOn: on('2024-03-04'),
  noticeReceivedOn: on('2024-03-06'),
  periodEndedOn: on('2024-03-18'),
}

/** For each outcome what its letter needs, and whether reconsideration comes first (第二十三条第一款第四项); by hand. */
// biome-ignore format: a table
export const OUTCOME_FACTS = {
  'grant-already-public':  [false, { places: ['《验收公告》，https://www.example.gov.cn/a.html', '市政府公报2023年第5期'] }],
  'grant-provided':        [false, { enclosures: ['《消防验收意见书》', '《验收备案表》'], pages: 5, medium: 'paper' }],
  'grant-later':           [false, { way: '查阅、复制', path: '市政务服务中心公开查阅点', availableOn: on('2024-04-01') }],
  partial:                 [true,  { enclosures: ['《消防验收意见书》（区分处理后）'], pages: 3, withheld: [{ part: '附件二联系人电话', ground: 'deny-third-party', reason: '属于个人隐私', masking: '涂黑' }] }],
  'deny-state-secret':     [true,  { reason: '该信息已依法定密' }],
  'deny-law-forbids':      [true,  { lawKind: 'law', law: '中华人民共和国统计法', lawArticle: '第二十五条', reason: '该信息能够识别单个统计调查对象身份' }],
  'deny-safety':           [true,  { interest: 'public-security', reason: '涉及供水管网节点位置' }],
  'deny-third-party':      [true,  { interest: 'trade-secret', answer: 'silent', publicInterest: '不公开不会对公共利益造成重大影响', reason: '投标报价构成属于商业秘密' }],
  'deny-internal':         [true,  { kind: 'personnel', reason: '属于内部考勤记录' }],
  'deny-process':          [true,  { kind: 'discussion', reason: '属于尚未形成结论的会议讨论记录' }],
  'deny-enforcement-file': [true,  { fileKind: '行政处罚案卷', reason: '属于某号行政处罚案卷' }],
  'deny-admin-query':      [false, { law: '《不动产登记暂行条例》', place: '市不动产登记中心', procedure: '凭身份证件现场查询', reason: '属于不动产登记资料' }],
  'unable-not-exist':      [false, { searched: '综合档案系统和建设科', keywords: ['消防', '验收'] }],
  'unable-other-agency':   [false, { reason: '该信息由其他机关制作', responsibleAgency: '示例市消防救援局', agencyContact: '0371-11111111' }],
  'unable-needs-creation': [false, { reason: '需要对三年的台账汇总统计' }],
  'unable-unclear':        [false, { asked: ['文件名称或者文号'], stillUnclear: '仍未写明所指的工程' }],
  'noproc-petition':       [false, { nature: 'complaint', channel: '12345政务服务便民热线' }],
  'noproc-repeat':         [false, { earlierReplyOn: on('2023-11-02'), earlierReplyNumber: '示住建复〔2023〕41号' }],
  'noproc-publication':    [false, { publication: '《示例市统计年鉴2023》', wayToGet: '市图书馆借阅' }],
  'noproc-excessive':      [false, { requestCount: 96, period: '2023年9月至2024年2月', reasonsAskedOn: on('2024-03-05'), whyUnreasonable: '所述理由与申请内容无关' }],
  'noproc-confirm':        [false, { alreadyHeld: '《验收备案表》', obtainedBy: '2023年9月4日的答复' }],
  'other-no-correction':   [false, ENDED],
  'other-fee-unpaid':      [false, ENDED],
  'other-misc':            [false, { kind: 'inquiry', happenedOn: on('2024-03-01'), reason: '询问办理流程' }],
} as const satisfies Record<OutcomeCode, readonly [reconsiderationFirst: boolean, facts: ContentFacts]>
