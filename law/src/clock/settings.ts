/** 时间间隔 of a pause: whether the day of sending and the day of the answer are left out of the count. */
export type PauseConvention =
  | 'after-sending-through-answer'
  | 'sending-through-answer'
  | 'sending-until-answer'
  | 'between'

/**
 * Readings that the law leaves open, each a switch with the default first. An office that has other instructions
 * from its competent department sets them; nothing here changes what the text decides.
 */
export type Settings = Readonly<{
  /** 非工作日收到: whether a request that arrives on a day off counts from that day or from the next working day. */
  nonWorkdayReceipt: 'as-is' | 'roll-forward'
  /** 征求意见所需时间: which of the two outer days is left out. The law says only “the time needed”. */
  pauseConvention: PauseConvention
  /** 一次性告知: how many rounds of correction may be asked for. */
  maxCorrectionRounds: 1 | 2
  /** 逾期告知补正: a late notice still restarts the count; whether the old deadline stays as the deadline at risk. */
  lateCorrectionNotice: 'keep-risk-deadline' | 'restart'
  /** 延长次数: the regulation limits the total, practice also the number. */
  maxExtensions: 1 | 2
  /** 缴费后: the count starts again from payment, or goes on from where the fee notice left it. */
  feeClock: 'restart' | 'resume'
  /** 说明理由期间 (Art. 35): whether waiting for reasons is left out of the count. */
  pauseForReasons: boolean
  /** 提请保密行政管理部门确定 (Art. 17): whether that time is “the time of another organ” of Art. 33. */
  pauseForSecrecyReferral: boolean
  /** 部分公开的救济: whether a partly refused answer asks for reconsideration first. */
  partialRemedy: 'reconsideration-first' | 'either'
  /** 逾期不答复的救济: whether silence must go to reconsideration first. */
  nonReplyReconsiderationFirst: 'unsettled' | 'yes' | 'no'
  /** 电子送达日: arrival in the applicant's system, or the first opening. Moves the remedy period only. */
  electronicServiceDate: 'arrival' | 'first-opened'
  /** 咨询类申请: which outcome a question in the form of a request gets. */
  inquiryOutcome: 'other-misc' | 'unable-needs-creation'
  /** 已移交档案馆: which outcome a request for archived files gets. */
  archivesOutcome: 'other-misc' | 'deny-admin-query'
  /** 个体工商户: its column in table three. */
  soleTraderClass: 'natural-person' | 'commercial-enterprise'
  /** 适用的地方假日: regions whose own holidays the office counts as days off (放假办法 Art. 4). */
  regionalHolidays: readonly string[]
}>

/** What `readClock` needs of the settings. */
export type ClockSettings = Pick<
  Settings,
  | 'nonWorkdayReceipt'
  | 'pauseConvention'
  | 'maxCorrectionRounds'
  | 'lateCorrectionNotice'
  | 'maxExtensions'
  | 'feeClock'
  | 'pauseForReasons'
  | 'pauseForSecrecyReferral'
>

export const DEFAULT_SETTINGS: Settings = {
  nonWorkdayReceipt: 'as-is',
  pauseConvention: 'after-sending-through-answer',
  maxCorrectionRounds: 1,
  lateCorrectionNotice: 'keep-risk-deadline',
  maxExtensions: 1,
  feeClock: 'restart',
  pauseForReasons: false,
  pauseForSecrecyReferral: false,
  partialRemedy: 'reconsideration-first',
  nonReplyReconsiderationFirst: 'unsettled',
  electronicServiceDate: 'arrival',
  inquiryOutcome: 'other-misc',
  archivesOutcome: 'other-misc',
  soleTraderClass: 'natural-person',
  regionalHolidays: [],
}

/** The reading of every open question that gives the earliest deadline: what a careful office plans by. */
export function mostCareful<S extends ClockSettings>(settings: S): S {
  return {
    ...settings,
    nonWorkdayReceipt: 'as-is',
    pauseConvention: 'between',
    feeClock: 'resume',
    pauseForReasons: false,
    pauseForSecrecyReferral: false,
  }
}
