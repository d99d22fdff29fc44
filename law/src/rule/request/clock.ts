import { cite } from '../../citation.ts'
import { by, law, type RequestRule, requestRule as rule } from '../rule.ts'

const R30 = cite('regulation', 30)
const R33_2 = cite('regulation', 33, 2)
const R33_3 = cite('regulation', 33, 3)
const R32 = cite('regulation', 32)
const R34 = cite('regulation', 34)
const R35 = cite('regulation', 35)

/** 补正、答复期限、延期、征求意见: REQ-17 to REQ-34. */
// biome-ignore format: a table
export const CLOCK = {
  'REQ-17': rule('error', '需要补正的，自收到申请之日起7个工作日内告知；逾期告知的，记为程序瑕疵。', [R30],
    by(law('clock/tally/correction', 'correctionNoticeBy', 'recordCorrectionRequested')), '2023-04-17收到：最迟2023-04-25告知补正（04-23星期日上班）。', { settings: ['lateCorrectionNotice'] }),
  'REQ-18': rule('error', '补正告知应当列明补正事项、合理的补正期限和逾期不补正的后果。', [R30],
    by(law('request/guard/correction', 'guardCorrectionRequested'), law('decision/letter/to-applicant', 'composeCorrectionNotice')), '补正事项空着：拒绝，“补正告知应当一次性列明需要补正的事项”。'),
  'REQ-19': rule('warning', '补正一次性告知，一般只要求一次；再次告知的，写明理由。', [R30],
    by(law('request/guard/correction', 'guardCorrectionRequested')), '补正后仍不明确：不再要求补正，按“补正后申请内容仍不明确”答复。', { open: true, settings: ['maxCorrectionRounds'] }),
  'REQ-20': rule('warning', '补正期限以5至15个工作日为宜。', [R30],
    by(law('clock/tally/correction', 'recordCorrectionRequested')), '给10个工作日：2021-09-22收到补正告知，2021-10-11届满。', { open: true }),
  'REQ-21': rule('error', '收到补正后的申请之日起重新计算答复期限；统计年度仍以第一次收到申请之日为准。', [R30],
    by(law('clock/tally/correction', 'recordCorrectionReceived'), law('annual-report/counting/applications', 'countRows')), '2023-04-17收到，05-08收到补正：2023-06-05届满，仍计入2023年新收。'),
  'REQ-22': rule('error', '补正告知已经送达、补正期限已过、没有正当理由的，才可以视为放弃申请。', [R30],
    by(law('request/guard/correction', 'guardCorrectionLapsed')), '补正期限至2021-10-11：10-12起可以按放弃申请办结，10-11当日不可以。'),
  'REQ-23': rule('error', '不得以补正要求说明理由；要求说明理由只适用于大量反复申请。', [R30, R35],
    by(law('request/guard/correction', 'guardCorrectionRequested')), '补正事项写“请说明申请理由”：拒绝。', { open: true }),
  'REQ-24': rule('error', '自收到申请之日（或者收到补正之日）起20个工作日内答复，扣除依法不计入的时间。', [R33_2, R33_3],
    by(law('clock/clock', 'readClock'), law('clock/pause', 'deadlineOf')), '2024-01-08收到，01-15至01-29征求第三方意见：2024-02-22届满。'),
  'REQ-25': rule('error', '延长答复期限累计1至20个工作日。', [R33_2],
    by(law('clock/extension', 'extendDeadline')), '已延长15个工作日，再要求延长6个：拒绝，“延长的期限最长不得超过20个工作日”。', { settings: ['maxExtensions'] }),
  'REQ-26': rule('error', '延长须经政府信息公开工作机构负责人同意并告知申请人，同意和告知都应当在原期限届满之前。', [R33_2],
    by(law('request/guard/limit', 'guardExtended'), law('clock/extension', 'extendDeadline')), '原期限2023-10-08届满，10-09才告知：拒绝，“答复期限已经届满，不能再延长”。'),
  'REQ-27': rule('error', '只有征求第三方和其他机关意见所需时间不计入答复期限；内部审批、检索、人员休假都计入。', [R33_3],
    by(law('clock/tally/tally-events', 'tallyEvents')), '请示领导用了五个工作日：照常计入。', { settings: ['pauseForReasons', 'pauseForSecrecyReferral'] }),
  'REQ-28': rule('error', '同时征求几方意见的，重叠的时间只扣除一次。', [R33_3],
    by(law('clock/pause', 'gapsOf')), '09-09至09-24征求第三方、09-12至09-30征求共同制作机关：2024-09-02收到的申请2024-10-25届满，不是11-05。'),
  'REQ-29': rule('error', '征求意见的时间到收到意见为止，最长到被征求方收到征求意见书后的第15个工作日。', [R32, R34],
    by(law('clock/tally/consultation', 'recordConsultationClosed')), '第三方2024-01-24收到后不答：扣除至2024-02-19，2024-01-15收到的申请2024-03-11届满。', { settings: ['pauseConvention'] }),
  'REQ-30': rule('warning', '征求意见书发出5个工作日没有收件凭证的，提示补充。', [R32],
    by(law('request/reminder', 'remindersOf')), '2024-01-15发出，01-22仍无凭证：提示“请补充送达凭证”。', { open: true }),
  'REQ-31': rule('error', '答复期限届满后才征求意见的，不能使期限恢复。', [R33_3],
    by(law('request/guard/consultation', 'guardConsultationOpened')), '2024-02-05才发征求意见书，而期限02-04届满：拒绝。'),
  'REQ-32': rule('error', '决定是否按期的日期（直接送达看签收，邮寄看交邮）不晚于届满日，否则逾期，并计算逾期天数。', [R33_2, cite('letter-235')],
    by(law('remedy/service', 'readService'), law('clock/clock-today', 'isOverdue')), '2024-10-14届满，当日交邮、10-17签收：按期。'),
  'REQ-33': rule('error', '当场答复只能在收到申请的当日。', [cite('regulation', 33, 1)],
    by(law('request/guard/decision', 'guardRepliedOnSpot')), '次日登记“当场答复”：拒绝，“请改用一般答复”。'),
  'REQ-34': rule('error', '因大量申请延迟答复的，应当先要求说明理由、认定理由合理，并在原期限届满前告知新的期限。', [R35],
    by(law('request/guard/limit', 'guardDelayedReply')), '没有要求说明理由就登记延迟答复：拒绝。'),
} as const satisfies Record<string, RequestRule>
