import { cite } from '../../citation.ts'
import { by, law, type RequestRule, requestRule as rule } from '../rule.ts'

const FEES = cite('fee-measures')
const BY_ITEM = cite('fee-measures', 4)
const BY_VOLUME = cite('fee-measures', 5)

/** 信息处理费: REQ-69 to REQ-76. */
// biome-ignore format: a table
export const FEE = {
  'REQ-69': rule('error', '按件计收、按量计收均按超额累进的档次计算，数额为非负整数元。', [BY_ITEM, BY_VOLUME],
    by(law('fee/fee', 'feeOfItem', 'feeOfPages')), '一个月31件：20件×100元加1件×200元，共2200元；150页：70页×10元加50页×20元，共1700元。'),
  'REQ-70': rule('error', '一件申请只能选用一种收费方式。', [cite('fee-measures', 3)],
    by(law('request/guard/fee', 'guardFeeNoticed')), '当月第12件、80页：按件100元或者按量500元，择一。'),
  'REQ-71': rule('error', '每月前10件、每件前30页不收费。', [BY_ITEM, BY_VOLUME],
    by(law('fee/fee', 'feeOfItem', 'feeOfPages')), '第10件0元，第11件100元；30页0元，31页10元。'),
  'REQ-72': rule('error', '2021年1月1日以前收到的申请不收费。', [FEES],
    by(law('fee/fee', 'feeScheduleFor')), '2020-12-31收到：没有适用的标准，不能发收费通知。', { open: true }),
  'REQ-73': rule('error', '实际提供了信息的，才能按量计收。', [BY_VOLUME],
    by(law('fee/fee-options', 'feeOptions')), '只告知已公开的位置：没有按量收费。'),
  'REQ-74': rule('error', '收费通知在办理期限内发出，载明依据、标准、数额、缴纳方式。', [cite('fee-measures', 6)],
    by(law('request/guard/fee', 'guardFeeNoticed'), law('decision/letter/to-applicant', 'composeFeeNotice')), '2025-03-31届满，04-01发收费通知：拒绝。'),
  'REQ-75': rule('error', '申请人自收到收费通知次日起20个工作日内缴费。', [cite('fee-measures', 6)],
    by(law('clock/tally/fee', 'recordFeeNoticeDelivered')), '2025-03-28收到：2025-04-27前缴费（星期日，调休上班）。', { settings: ['feeClock'] }),
  'REQ-76': rule('error', '收费通知已经送达、缴费期限已过、没有缴费的，才可以视为放弃申请。', [cite('fee-measures', 6)],
    by(law('request/guard/fee', 'guardFeeLapsed')), '缴费期限至2025-04-27：04-28起可以按放弃申请办结。'),
} as const satisfies Record<string, RequestRule>
