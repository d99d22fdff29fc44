import { cite } from '../../citation.ts'
import { by, law, type RequestRule, requestRule as rule } from '../rule.ts'

const FORMAT = cite('format-2021')
const FORMAT_2019 = cite('format-2019')
const LETTER_201 = cite('letter-201')
const PRIVACY = cite('personal-information', 6)
const SECURITY = cite('personal-information', 51)

/** 统计、隐私、记录: REQ-77 to REQ-100. */
// biome-ignore format: a table
export const COUNTING_AND_PRIVACY = {
  'REQ-77': rule('error', '2019、2020年度报告中，其他处理的三种情形并为一行。', [FORMAT_2019],
    by(law('decision/outcome', 'rowOfOutcome'), law('annual-report/counting/across-formats', 'mergeOther')), '2020年逾期不补正1件、撤回2件：“其他处理”3件。'),
  'REQ-78': rule('error', '各列：新收加上年结转等于办理结果总计加结转下年度；总计等于各行之和；总计列等于六类之和。', [FORMAT],
    by(law('annual-report/rules/identities', 'identitiesOf'), law('annual-report/rules/identity', 'checkIdentity')), '新收132、上年结转12，办理结果136、结转下年度8：132+12=136+8。'),
  'REQ-79': rule('error', '上年结转逐列等于上一年度报告的结转下年度。', [FORMAT],
    by(law('annual-report/counting/roll-forward', 'rollForward'), law('annual-report/rules/across-years', 'checkAcrossYears')), '2023年结转下年度121件，2024年上年结转121件。'),
  'REQ-80': rule('error', '申请在第一次收到的年度计一件新收，以后无论补正、重新答复都不再计。', [cite('regulation', 31)],
    by(law('annual-report/counting/applications', 'countRows')), '2024-12-10收到，2025-01-08答复：2024年新收、2025年上年结转。', { open: true }),
  'REQ-81': rule('error', '12月31日终了时没有办结的计入结转下年度，包括等待补正、缴费、征求意见的。', [FORMAT],
    by(law('annual-report/counting/applications', 'countRows')), '12-31仍在等待补正：结转下年度1件。', { open: true, settings: ['resultYearBy'] }),
  'REQ-82': rule('error', '表四各组总计等于结果维持、结果纠正、其他结果、尚未审结之和。', [FORMAT],
    by(law('annual-report/rules/identities', 'identitiesOf')), '维持3、纠正1、其他2、尚未审结1：总计7。'),
  'REQ-83': rule('error', '本机关仅作为复议机关成为共同被告的案件不计。', [LETTER_201],
    by(law('annual-report/counting/disputes', 'countDisputes')), '市政府维持县局答复后一同被诉：只由县局计1件。'),
  'REQ-84': rule('warning', '复议后起诉的案件应当关联同一申请的复议案件。', [cite('litigation', 45)],
    by(law('remedy/dispute', 'disputeDoubts')), '登记“复议后起诉”而没有登记复议：提示核对。'),
  'REQ-85': rule('warning', '应当先复议的答复被直接起诉的，提示可能不被受理。', [cite('reconsideration', 23, 1, 4)],
    by(law('remedy/dispute', 'disputeDoubts')), '2025-09-01以过程性信息不予公开，直接起诉：提示。'),
  'REQ-86': rule('error', '责令重新答复的，沿用原申请编号，不计新收。', [cite('reconsideration', 64)],
    by(law('request/fold', 'foldRequest'), law('annual-report/counting/case', 'factsOfCase')), '2024年重新答复：2024年表三不增加，反映在表四“结果纠正”。', { open: true }),
  'REQ-87': rule('error', '公开查询不显示姓名、证件、联系方式和申请内容。', [PRIVACY],
    by('server/src/services/requests/follow-request.ts#followRequest'), '凭查询码只看到“办理中”和日期。'),
  'REQ-88': rule('error', '查询码不存在与核对不符，显示同样的结果。', [PRIVACY],
    by('server/src/services/requests/follow-request.ts#followRequest'), '两种情形都显示“没有查到”。'),
  'REQ-89': rule('error', '证件号码及复印件加密保存，每次查看留痕。', [SECURITY],
    by('server/src/outside/aes-seal.ts#aesSeal', 'server/src/services/requests/reveal-applicant.ts#revealApplicant'), '查看身份证号：写入审计记录，列明何人何时因何查看。'),
  'REQ-90': rule('warning', '征求意见书、协办函一般不写申请人身份。', [PRIVACY],
    by(law('decision/letter/to-others', 'composeThirdPartyConsultation', 'composeCoMakerConsultation', 'composeSearchOrder')), '征求意见书写“有申请人申请公开……”，不写姓名。'),
  'REQ-91': rule('error', '对外统计只有件数。', [PRIVACY],
    by(law('annual-report/counting/applications', 'countApplications')), '报告只取件数；点开数字看案件只限本机关工作人员。'),
  'REQ-92': rule('error', '办理经过只追加不修改，更正以新的记录写明理由。', [cite('regulation', 45)],
    by('server/src/services/requests/record-event.ts#recordEvent'), '登错日期：追加一条更正记录，原记录保留。'),
  'REQ-93': rule('error', '办理的每一步都在状态表之内。', [cite('regulation', 29, 1)],
    by(law('request/life-cycle', 'nextState')), '已办结的申请不能再延期。'),
  'REQ-94': rule('warning', '剩余5个工作日未拟稿、2个工作日未签发、当日未送达的，提示。', [cite('regulation', 33, 2)],
    by(law('request/reminder', 'remindersOf')), '2024-02-04届满，01-29仍未拟稿：提示还有5个工作日。'),
  'REQ-95': rule('warning', '逾期未答复的，显示申请人的救济期限和责任条款。', [cite('regulation', 47), cite('regulation', 51), cite('regulation', 53)],
    by(law('remedy/window', 'silenceWindow'), law('request/reminder', 'remindersOf')), '2024-07-02届满未答复：可以在2024-09-02前申请复议。', { settings: ['nonReplyReconsiderationFirst'] }),
  'REQ-96': rule('error', '要求更正本人信息的（条例第四十一条）另类登记，不计入表三。', [cite('regulation', 41)],
    by(law('decision/letter/to-applicant', 'composeRecordCorrection')), '申请更正登记错误：用更正告知书，不占申请编号。', { open: true }),
  'REQ-97': rule('error', '身份证号码、统一社会信用代码校验不符的，提示核对或者补正，不得拒收。', [cite('regulation', 30)],
    by(law('request/identity', 'isResidentNumber', 'isCreditCode'), 'server/src/services/requests/filing-hints.ts#filingHints'), '110105194912310021校验不符：受理，并提示核对。'),
  'REQ-98': rule('warning', '同一人同日以两种渠道提出相同内容的，提示合并。', [cite('regulation', 36)],
    by('server/src/services/requests/filing-hints.ts#filingHints'), '上午在线、下午邮寄到同一内容：提示可能是同一申请。'),
  'REQ-99': rule('error', '日历自检：各年工作日数正确；调休上班日都是周末；没有一天既放假又上班。', [cite('holiday-measures')],
    by(law('calendar/check-holiday-notice', 'checkHolidayNotice'), law('calendar/working-calendar', 'makeCalendar')), '2019至2025年工作日数：250、249、250、249、249、251、248。'),
  'REQ-100': rule('error', '登记的收到、送达、缴费等日期不能晚于今天，也不能早于它所跟随的事项。', [cite('regulation', 33)],
    by(law('request/guard/day', 'guardDay')), '收费通知03-27发出，缴费日期填03-26：拒绝。'),
} as const satisfies Record<string, RequestRule>
