import { cite, citeItem } from '../../citation.ts'
import { by, law, type RequestRule, requestRule as rule } from '../rule.ts'

const R14 = cite('regulation', 14)
const R16 = cite('regulation', 16)
const R32 = cite('regulation', 32)
const R35 = cite('regulation', 35)
const FORMAT = cite('format-2021')

/** 处理决定和证据: REQ-35 to REQ-56. */
// biome-ignore format: a table
export const OUTCOME = {
  'REQ-35': rule('error', '处理决定在法定的结果之内；每一事项一种结果，每件计数的申请只对应表三的一行。', [FORMAT],
    by(law('decision/outcome', 'OUTCOMES', 'rowOfOutcome'), law('annual-report/counting/case', 'mainOutcome')), '一件申请三个事项，一个公开、两个不予公开：计一件“部分公开”。', { settings: ['severalItems'] }),
  'REQ-36': rule('error', '部分公开的只计入（二），不予公开的理由不另计。', [FORMAT],
    by(law('annual-report/counting/case', 'mainOutcome')), '遮盖个人隐私后公开：计“部分公开”1件，“保护第三方合法权益”0件。'),
  'REQ-37': rule('error', '答复所引条款与处理决定一致。', [cite('regulation', 36)],
    by(law('decision/letter/reply', 'composeReply')), '决定“信息不存在”：答复书引条例第三十六条第（四）项。'),
  'REQ-38': rule('error', '不予公开和非本机关负责公开的，除引用条款外写明理由。', [citeItem('regulation', 36, 3), citeItem('regulation', 36, 5)],
    by(law('decision/letter/reply', 'missingContent')), '只写条款不写理由：提示答复书缺“理由”，不能签发。'),
  'REQ-39': rule('error', '以法律、行政法规禁止公开为由的，写明该法律、行政法规的名称和条款。', [R14],
    by(law('decision/letter/reply', 'missingContent'), law('decision/outcome/denied', 'DENIED_OUTCOMES')), '只写“依照有关规定”：提示缺少法律名称和条款；规章、文件不足为据。'),
  'REQ-40': rule('error', '内部事务信息写明属于三类中的哪一类，过程性信息写明属于四类中的哪一类。', [R16],
    by(law('decision/kinds', 'INTERNAL_KINDS', 'PROCESS_KINDS'), law('decision/letter/reply', 'missingContent')), '会议记录：过程性信息，“讨论记录”。'),
  'REQ-41': rule('error', '以内部事务、过程性信息、行政执法案卷为由的，记录已核查法律、法规、规章没有规定应当公开。', [cite('regulation', 16, 2)],
    by(law('request/evidence-on-file', 'missingEvidence')), '案卷缺核查记录：不能拟稿。'),
  'REQ-42': rule('error', '以第三方合法权益为由的，应当已经书面征求第三方意见并有结果，还应当衡量公共利益。', [cite('regulation', 15), R32],
    by(law('request/guard/decision', 'guardDecisionDrafted'), law('request/evidence-on-file', 'missingEvidence')), '只打过电话：拒绝，“应当先书面征求第三方意见”。'),
  'REQ-43': rule('error', '第三方逾期不答，既不视为同意，也不视为不同意，由行政机关依法决定。', [R32],
    by(law('clock/tally/consultation', 'recordConsultationClosed')), '15个工作日届满未答：记“逾期未提出意见”，由经办人选择处理决定。'),
  'REQ-44': rule('error', '共同制作的其他行政机关逾期不答，视为同意公开。', [cite('regulation', 34)],
    by(law('clock/tally/consultation', 'recordConsultationClosed')), '被征求的机关15个工作日未答：记“视为同意”。'),
  'REQ-45': rule('error', '第三方不同意而决定公开的，应当在公开前把内容和理由书面告知第三方。', [R32],
    by(law('request/guard/decision', 'guardDecisionDrafted'), law('decision/letter/to-others', 'composeOverrideNotice')), '告知书日期晚于拟稿日期：拒绝。'),
  'REQ-46': rule('error', '每一项不予公开都应当回答能否区分处理。', [cite('regulation', 37)],
    by(law('request/evidence-on-file', 'missingEvidence')), '案卷缺“能否区分处理的审查意见”：不能拟稿。'),
  'REQ-47': rule('error', '答复信息不存在的，至少有一份完整的检索记录。', [citeItem('regulation', 36, 4), cite('guiding-case-101')],
    by(law('request/evidence-on-file', 'missingEvidence', 'isComplete')), '检索记录没有写检索人：视为不完整，不能拟稿。'),
  'REQ-48': rule('warning', '检索不应只用申请人的原词，应当换用近义词、正式名称。', [cite('guiding-case-101')],
    by(law('request/evidence-on-file', 'usedOnlyWordsOf')), '申请写“缴款凭证”，只检索“缴款凭证”：提示换词再查。'),
  'REQ-49': rule('error', '不属于本机关负责公开的，告知负责机关的名称和联系方式，或者说明无法确定。', [citeItem('regulation', 36, 5)],
    by(law('decision/letter/reply', 'missingContent')), '只写“请向其他部门申请”：提示缺负责机关。'),
  'REQ-50': rule('error', '申请不移送其他机关，只告知。', [citeItem('regulation', 36, 5)],
    by(law('request/life-cycle', 'nextState')), '申请没有“移送”这一步；更正申请可以转送。'),
  'REQ-51': rule('error', '补正后仍不明确的，才能以此答复。', [cite('regulation', 30)],
    by(law('request/guard/decision', 'guardDecisionDrafted')), '没有补正过就选“补正后申请内容仍不明确”：拒绝。'),
  'REQ-52': rule('error', '重复申请须是同一申请人、已经答复过的同一内容，并关联此前的答复。', [citeItem('regulation', 36, 6)],
    by(law('request/evidence-on-file', 'missingEvidence'), 'server/src/services/requests/same-applicant.ts#relatedRequests'), '关联2024-03-05的答复书，写明日期和文号。'),
  'REQ-53': rule('error', '以大量反复申请为由不予处理的，应当先要求说明理由。', [R35],
    by(law('request/guard/decision', 'guardDecisionDrafted')), '没有发说明理由告知书：拒绝。'),
  'REQ-54': rule('error', '告知已主动公开的，写明查到的位置，位置经过核验。', [citeItem('regulation', 36, 1)],
    by(law('decision/letter/reply', 'missingContent'), law('request/evidence-on-file', 'missingEvidence')), '写明网址、标题、发布日期，并存核验截图。'),
  'REQ-55': rule('warning', '同一信息有多个申请人申请且可以公开的，建议转为主动公开。', [cite('regulation', 44, 1)],
    by(law('disclosure/re-review', 'suggestsProactive')), '第二个申请人获得同一份文件：提示转为主动公开。'),
  'REQ-56': rule('error', '公开前完成审查，审查通过后才能签发、送达。', [cite('regulation', 17)],
    by(law('request/guard/decision', 'guardDecisionApproved')), '没有审查记录就签发：拒绝，“公开政府信息前应当依法审查”。'),
} as const satisfies Record<string, RequestRule>
