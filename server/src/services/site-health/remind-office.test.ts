import { parsePlainDate } from '@mingfu/law'
import { expect, it } from 'vitest'
import { anAgency, aStaffMember } from '../../testing/factories.ts'
import { testRuntime } from '../../testing/test-runtime.ts'
import { leaveFeedback } from '../feedback/leave-feedback.ts'
import { dueToday, remindOffice } from './remind-office.ts'

const day = parsePlainDate

it('tells of what began today, and on Mondays of all that is open', () => {
  const finding = (since: string) =>
    ({ rule: 'PUB-91', severity: 'fault', text: '', href: '', since: day(since) }) as const
  const findings = [finding('2026-06-10'), finding('2026-06-16')]
  // 15 June 2026 is a Monday.
  expect(dueToday(findings, day('2026-06-16'))).toEqual([findings[1]])
  expect(dueToday(findings, day('2026-06-15'))).toEqual(findings)
  expect(dueToday(findings, day('2026-06-17'))).toEqual([])
})

it('writes to those who publish, as each has chosen, with nothing of the matter', async () => {
  const runtime = await testRuntime()
  const agencyId = await anAgency(runtime)
  const clerk = await aStaffMember(runtime, agencyId, { roles: ['clerk'] })
  await aStaffMember(runtime, agencyId, { roles: ['reviewer'] })
  await runtime.owner.query(
    `insert into staff_contact (agency_id, staff_id, mail_sealed, by_mail, by_sms, least_level, changed_at, changed_by)
     values ($1, $2, $3, true, false, 'note', now(), '王敏')`,
    [agencyId, clerk, runtime.seal.seal('wang@example.gov.cn')],
  )
  await leaveFeedback(runtime.asPublic(agencyId, '2026-06-01'), {
    agencyId,
    formKey: 'one',
    kind: 'question',
    title: '临时救助',
    text: '到哪里申请',
    contact: '',
    pagePath: '',
  })
  // Five working days end on 8 June: the 9th is the first day after.
  await remindOffice(runtime.asSystem('all', '2026-06-09'))
  await remindOffice(runtime.asSystem('all', '2026-06-10'))
  const { rows } = await runtime.owner.query(
    `select staff_id, occasion_on::text as on, subject, body from notification where occasion = 'site-health'`,
  )
  expect(rows.map(({ staff_id, on, subject }) => [staff_id, on, subject])).toEqual([
    [clerk, '2026-06-09', '有1件网站更新和公开事项需要处理'],
  ])
  expect(rows[0].body).not.toContain('临时救助')
})
