import { cite, citeItem } from '../../citation.ts'
import { by, law, type RequestRule, requestRule as rule } from '../rule.ts'

const R29 = cite('regulation', 29, 2)
const R31_2 = citeItem('regulation', 31, 2)
const R31_3 = citeItem('regulation', 31, 3)
const LETTER_19 = cite('letter-19')
const CASE_26 = cite('guiding-case-26')

/** 提出和收到申请: REQ-01 to REQ-16. */
// biome-ignore format: a table
export const FILING_AND_RECEIPT = {
  'REQ-01': rule('error', '申请应当包含申请人姓名或者名称、身份证明、至少一种联系方式、所需信息的名称、文号或者特征性描述、获取信息的方式和途径；缺少的，在补正告知中一次列明。', [R29],
    by('server/src/portal/apply/fields.ts#faultsOf', 'server/src/services/requests/request-correction.ts#requestCorrection'), '只写“要看2023年预算”，没有写联系方式：在线申请页面提示补填；邮寄来的，登记后告知补正。'),
  'REQ-02': rule('error', '不得要求申请人说明用途、需要，或者与所需信息的关系。', [cite('regulation', 27), R29],
    by(law('request/guard/correction', 'guardCorrectionRequested'), 'server/src/portal/apply/fields.ts#faultsOf'), '补正事项写“请说明申请用途”：拒绝，“不得以补正要求申请人说明用途或者理由”。'),
  'REQ-03': rule('error', '申请渠道为当面、口头、邮寄（签收）、平常信函、传真、在线申请、电子邮箱之一；当面和邮寄任何时候都不得关闭。', [cite('regulation', 29, 1), LETTER_19],
    by(law('request/channel', 'CHANNELS'), 'server/src/services/requests/register-request.ts#registerRequest'), '指南只公布了在线申请：当面提交、邮寄的照样登记，程序不提供关闭渠道的设置。'),
  'REQ-04': rule('warning', '传真、在线申请、电子邮箱等选择性渠道，在用的应当在公开指南中公布；指南没有规定的，尊重申请人的选择。', [LETTER_19],
    by('server/src/services/requests/register-request.ts#registerRequest'), '指南没有写渠道：收到传真申请，照样登记、受理。'),
  'REQ-05': rule('error', '每件申请在统计前归入且只归入六类申请人之一。', [cite('format-2021')],
    by(law('request/applicant', 'APPLICANT_CLASSES'), law('annual-report/rules/ledger', 'checkLedger')), '律师以本人名义申请，计入自然人；律师事务所以本所名义申请，计入法律服务机构。', { settings: ['soleTraderClass'] }),
  'REQ-06': rule('error', '当面提交的，以提交之日为收到申请之日。', [citeItem('regulation', 31, 1)],
    by(law('clock/receipt', 'readReceipt')), '2019-05-15当面提交：收到申请之日为2019-05-15，2019-06-13届满。'),
  'REQ-07': rule('error', '以邮寄方式提交的，以行政机关签收之日为收到申请之日；门卫、收发室签收即为行政机关签收，与内部转交的日期无关。', [R31_2],
    by(law('clock/receipt', 'readReceipt')), '门卫2022-06-06签收，经办科室06-27拿到：自06-06起算，2022-07-04届满。'),
  'REQ-08': rule('error', '以平常信函提交的，收到当日与申请人确认，以确认之日为收到申请之日；确认之日晚于到达之日的，提示核对。', [R31_2],
    by(law('clock/receipt', 'readReceipt'), law('request/reminder', 'remindersOf')), '信件2024-03-04到达，03-06电话确认：以03-06为收到申请之日，并提示到达之日是03-04。'),
  'REQ-09': rule('error', '通过互联网渠道或者传真提交的，以双方确认之日为收到申请之日，不早于提交之日。', [R31_3],
    by(law('clock/receipt', 'readReceipt')), '2021-04-30提交，05-06双方确认：以05-06为收到申请之日，2021-06-02届满。'),
  'REQ-10': rule('warning', '在线申请的确认晚于提交后一个工作日的，提示并按提交之日另算一个最早的届满日。', [CASE_26],
    by(law('clock/clock', 'readClock'), law('clock/readings', 'otherReadings')), '2021-11-24提交，12-02才确认：届满日2021-12-30，按提交之日计算为2021-12-22。', { open: true }),
  'REQ-11': rule('error', '收到申请之日不因机关内部的转交、登记、网络隔离而改变。', [CASE_26],
    by(law('clock/receipt', 'readReceipt')), '登记较签收晚三天：收到申请之日仍是签收之日。'),
  'REQ-12': rule('info', '收到申请之日不是工作日的，同时列出两种算法的届满日。', [cite('regulation', 31)],
    by(law('clock/receipt', 'asReceived'), law('clock/readings', 'otherReadings')), '2025-05-24（星期六）收到电子邮件：按当日起算2025-06-23届满，顺延到下一工作日起算2025-06-24届满。', { open: true, settings: ['nonWorkdayReceipt'] }),
  'REQ-13': rule('error', '收到之日不计，次日起的第一个工作日为第一日。', [cite('regulation', 33, 2)],
    by(law('clock/pause', 'deadlineOf'), law('calendar/working-calendar', 'makeCalendar')), '2025-02-20签收：2025-03-20届满；把收到之日算作第一日会得出03-19，是错的。'),
  'REQ-14': rule('error', '调休上班的星期六、星期日是工作日，放假安排列明的放假日不是工作日。', [cite('holiday-measures')],
    by(law('calendar/working-calendar', 'makeCalendar')), '2022-09-30签收：国庆放假七天，10-08、10-09上班，2022-11-02届满。'),
  'REQ-15': rule('error', '计算到尚未公布放假安排的年份的，届满日标明“暂定”。', [cite('holiday-measures')],
    by(law('calendar/working-calendar', 'makeCalendar')), '期限跨入没有放假安排的年份：给出日期，并标明暂定。', { open: true }),
  'REQ-16': rule('error', '放假安排公布或者调整后，在办申请的届满日全部重算。', [cite('holiday-measures')],
    by('server/src/services/requests/recompute-deadlines.ts#recomputeDeadlines'), '2020-01-15签收：按原安排2020-02-17届满；春节假期延长后为2020-02-19。'),
} as const satisfies Record<string, RequestRule>
