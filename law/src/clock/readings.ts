import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { PlainDate } from '../plain-date.ts'
import type { RequestEvent } from '../request/event.ts'
import { readClock } from './clock.ts'
import type { ClockSettings } from './settings.ts'

/** 另一种算法: a reading of an open question that would give another last day, to show beside the one in use. */
export type Reading = Readonly<{ text: string; dueOn: PlainDate }>

const READINGS: readonly Readonly<{ text: string; change: Partial<ClockSettings> }>[] = [
  { text: '非工作日收到的，自收到当日起算', change: { nonWorkdayReceipt: 'as-is' } },
  { text: '非工作日收到的，视为下一个工作日收到', change: { nonWorkdayReceipt: 'roll-forward' } },
  {
    text: '征求意见的发出日计入期限、收到意见之日不计',
    change: { pauseConvention: 'after-sending-through-answer' },
  },
  { text: '征求意见的发出日、收到意见之日都不计', change: { pauseConvention: 'sending-through-answer' } },
  { text: '征求意见的发出日不计、收到意见之日计入期限', change: { pauseConvention: 'sending-until-answer' } },
  { text: '征求意见的发出日、收到意见之日都计入期限', change: { pauseConvention: 'between' } },
  { text: '缴费后处理期限重新计算', change: { feeClock: 'restart' } },
  { text: '缴费后处理期限继续计算', change: { feeClock: 'resume' } },
  { text: '等待申请人说明理由的时间计入期限', change: { pauseForReasons: false } },
  { text: '等待申请人说明理由的时间不计', change: { pauseForReasons: true } },
  { text: '提请主管部门、保密行政管理部门确定的时间计入期限', change: { pauseForSecrecyReferral: false } },
  { text: '提请主管部门、保密行政管理部门确定的时间不计', change: { pauseForSecrecyReferral: true } },
]

/** Every reading whose last day differs from that of the settings, one switch at a time, earliest first. */
export function otherReadings(
  events: readonly RequestEvent[],
  calendar: WorkingCalendar,
  settings: ClockSettings,
): Reading[] {
  const { dueOn: inUse } = readClock(events, calendar, settings)
  return READINGS.flatMap(({ text, change }) => {
    const { dueOn } = readClock(events, calendar, { ...settings, ...change })
    return dueOn === null || dueOn === inUse ? [] : [{ text, dueOn }]
  }).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}
