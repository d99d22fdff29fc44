import type { SettingName } from './rule.ts'

type SettingWords = Readonly<{
  label: string
  /** Why the law leaves it open. */
  because: string
  /** Each value as it is written in a setting, the default first, and what it means. */
  values: Readonly<Record<string, string>>
}>

/** 口径设定: what every switch is called, what its values mean, and why there is a switch at all. */
export const SETTING_WORDS = {
  nonWorkdayReceipt: {
    label: '非工作日收到的申请',
    because: '条例没有规定；有法院认可顺延',
    values: { 'as-is': '自收到当日起算', 'roll-forward': '视为下一个工作日收到' },
  },
  pauseConvention: {
    label: '征求意见时间的首尾',
    because: '条例只说“所需时间不计算在内”',
    values: {
      'after-sending-through-answer': '发出日计入，收到意见之日不计',
      'sending-through-answer': '发出日、收到意见之日都不计',
      'sending-until-answer': '发出日不计，收到意见之日计入',
      between: '发出日、收到意见之日都计入',
    },
  },
  maxCorrectionRounds: {
    label: '补正次数',
    because: '“一次性告知”有两种理解',
    values: { 1: '只要求一次', 2: '最多两次', 3: '最多三次' },
  },
  lateCorrectionNotice: {
    label: '逾期告知补正的后果',
    because: '条例没有规定逾期告知对期限的影响',
    values: { 'keep-risk-deadline': '重新计算，同时保留原届满日作为风险日', restart: '只重新计算' },
  },
  maxExtensions: {
    label: '延长次数',
    because: '条例只限总长，不限次数',
    values: { 1: '只延长一次', 2: '最多两次' },
  },
  feeClock: {
    label: '缴费后的期限',
    because: '对管理办法第六条有两种理解',
    values: { restart: '自缴费次日起重新计算', resume: '自缴费次日起继续计算' },
  },
  pauseForReasons: {
    label: '等待申请人说明理由的时间',
    because: '条例第三十五条没有规定',
    values: { false: '计入期限', true: '不计入期限' },
  },
  pauseForSecrecyReferral: {
    label: '报请主管部门、保密行政管理部门确定的时间',
    because: '条例第十七条与第三十三条没有衔接',
    values: { false: '计入期限', true: '不计入期限' },
  },
  partialRemedy: {
    label: '部分公开的救济途径',
    because: '复议指导意见与法院做法不一',
    values: { 'reconsideration-first': '不公开的部分先申请行政复议', either: '可以复议，也可以起诉' },
  },
  nonReplyReconsiderationFirst: {
    label: '逾期不答复是否先复议',
    because: '行政复议法第二十三条与司法解释第二条的关系没有定论',
    values: { unsettled: '两种期限都告知', yes: '先申请行政复议', no: '可以复议，也可以起诉' },
  },
  electronicServiceDate: {
    label: '电子送达之日',
    because: '只能比照民事诉讼法',
    values: { arrival: '到达申请人指定系统之日', 'first-opened': '申请人首次打开之日' },
  },
  inquiryOutcome: {
    label: '咨询类申请的处理结果',
    because: '各地做法不一',
    values: { 'other-misc': '其他处理3.其他', 'unable-needs-creation': '没有现成信息需要另行制作' },
  },
  archivesOutcome: {
    label: '已移交档案馆的信息',
    because: '各地做法不一',
    values: { 'other-misc': '其他处理3.其他', 'deny-admin-query': '属于行政查询事项' },
  },
  soleTraderClass: {
    label: '个体工商户的申请人类别',
    because: '格式没有说明',
    values: { 'natural-person': '自然人', 'commercial-enterprise': '商业企业' },
  },
  regionalHolidays: {
    label: '适用的地方假日',
    because: '放假办法第四条允许民族自治地方规定假日，对答复期限的影响没有规定',
    values: { none: '不适用', regions: '所列地区的地方假日不计为工作日' },
  },
  resultYearBy: {
    label: '办理结果的年度',
    because: '格式没有说明以决定日还是送达日为准；全平台一个设定，各年一致',
    values: { decision: '作出决定之日', service: '送达之日' },
  },
  severalItems: {
    label: '一份申请多个事项',
    because: '格式没有说明；与收费的计件一致',
    values: { 'one-case': '计一件', 'one-case-an-item': '每一事项计一件' },
  },
  lapseCountsAsRepeal: {
    label: '失效是否计入本年废止件数',
    because: '格式没有说明',
    values: { false: '不计入', true: '计入' },
  },
} as const satisfies Record<SettingName, SettingWords>
