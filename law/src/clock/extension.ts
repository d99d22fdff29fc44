import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { cite } from '../citation.ts'
import type { PlainDate } from '../plain-date.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'

/** 延长答复期限: with the office head's consent, and by 20 working days at the longest. */
export const EXTENSION = { atMost: 20, basis: cite('regulation', 33, 2) } as const

/** A deadline that may be extended: its last day, and the working days it was extended by before. */
export type Deadline = Readonly<{ dueOn: PlainDate; extendedBy: number }>

/** 申请延长: how long, who consented, and the day the applicant is told. */
export type ExtensionAsk = Readonly<{ workingDays: number; approvedBy: string | null; today: PlainDate }>

/** Puts a deadline off, or says which condition is missing. */
export function extendDeadline(
  now: Deadline,
  ask: ExtensionAsk,
  calendar: WorkingCalendar,
  rule: Readonly<{ atMost: number; basis: typeof EXTENSION.basis }> = EXTENSION,
): Ruling<Deadline> {
  const extendedBy = now.extendedBy + ask.workingDays

  if (ask.approvedBy === null || ask.approvedBy.trim() === '') {
    return refuse('extension-not-approved', '延长答复期限应当经政府信息公开工作机构负责人同意', rule.basis)
  }
  if (ask.today > now.dueOn) {
    return refuse('deadline-passed', '答复期限已经届满，不能再延长', rule.basis)
  }
  if (!Number.isInteger(ask.workingDays) || ask.workingDays < 1 || extendedBy > rule.atMost) {
    return refuse('extension-too-long', `延长的期限最长不得超过${rule.atMost}个工作日`, rule.basis)
  }
  return grant({ dueOn: calendar.addWorkingDays(now.dueOn, ask.workingDays), extendedBy })
}
