import type { PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { listAgencies } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Matter, notifyStaff } from '../notifications/notify-staff.ts'
import { colleaguesOf } from '../requests/staff-of-agency.ts'
import type { SiteFinding } from './site-finding.ts'
import { siteHealth } from './site-health.ts'

const MONDAY = 1
/** 公开时限、重新评估: whose work it is, is reminded singly. */
const TOLD_TO_DRAFTERS: readonly string[] = ['PUB-01', 'PUB-03', 'PUB-41']

/**
 * 更新提醒: tells those who publish, and the head of the office, on the day on which a column, a message or a duty begins
 * to need something; on Mondays of everything that still does. Each is told as he has chosen, and once a day.
 */
export async function remindOffice(ctx: Context): Promise<void> {
  allow(ctx.actor, 'read-documents')
  for (const { agencyId } of await tx(ctx, (t) => listAgencies(t))) {
    const own = { ...ctx, scope: agencyId, calendar: ctx.calendarOf(agencyId) }
    const people = (await tx(own, (t) => colleaguesOf(t, agencyId))).filter(({ roles }) =>
      roles.some((role) => role === 'clerk' || role === 'office-head'),
    )
    if (people.length === 0) continue
    const findings = (await siteHealth(own, { agencyId }))
      .flatMap((item) => item.findings)
      .filter(({ rule }) => !TOLD_TO_DRAFTERS.includes(rule))
    const told = dueToday(findings, ctx.today)
    if (told.length === 0) continue
    const matters = told.map(({ severity }): Matter => ({ level: LEVELS[severity], number: null }))
    await tx(own, async (t) => {
      for (const { staffId } of people) {
        await notifyStaff(
          t,
          own,
          { agencyId, staffId },
          { occasion: 'site-health', matters, path: '/site-health' },
        )
      }
    })
  }
}

const LEVELS = { veto: 'overdue', fault: 'overdue', warning: 'soon' } as const satisfies Record<
  SiteFinding['severity'],
  Matter['level']
>

/** What began today; on Mondays, all that is open. */
export function dueToday(findings: readonly SiteFinding[], today: PlainDate): readonly SiteFinding[] {
  const isMonday = new Date(`${today}T00:00:00Z`).getUTCDay() === MONDAY
  return isMonday ? findings : findings.filter(({ since }) => since === today)
}
