import { parsePlainDate } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { aColumn, aDocument, theOffice } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { leaveOpinion } from '../feedback/opinion-calls/leave-opinion.ts'
import { getCall } from '../feedback/opinion-calls/list-calls.ts'
import { openCall } from '../feedback/opinion-calls/open-call.ts'
import { applyRetention } from './apply-retention.ts'
import { discardExpired } from './discard-expired.ts'
import { showRetention } from './show-retention.ts'

let runtime: TestRuntime
let agencyId: string
let otherId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
  otherId = await anAgency(runtime)
})

const system = (on: string) => runtime.asSystem('all', on)
const query = async (text: string, values: unknown[] = []) => (await runtime.owner.query(text, values)).rows
const dueOf = async (key: string, on: string) => {
  const admin = runtime.as({ agencyId, roles: ['system-admin'] }, on)
  return (await showRetention(admin, { agencyId })).lines.find((line) => line.key === key)?.due
}

async function aCallWithOneOpinion(): Promise<string> {
  const nodeId = await aColumn(runtime, agencyId)
  const { documentId } = await aDocument(runtime, agencyId, { nodeId, content: { kind: 'announcement' } })
  const { callId } = await openCall(theOffice(runtime, agencyId, '2023-06-15').drafter, {
    agencyId,
    documentId,
    subject: 'other',
    title: '公开征求意见的公告',
    explanation: '重点征求收费标准的意见。',
    otherWays: '',
    opensOn: parsePlainDate('2023-06-16'),
    closesOn: parsePlainDate('2023-07-15'),
    shortReason: '',
  })
  await leaveOpinion(runtime.asPublic(agencyId, '2023-06-20'), {
    agencyId,
    callId,
    formKey: 'one form',
    clause: '第三条',
    text: '收费偏高',
    name: '李明',
    contact: 'li@example.com',
    notifyBy: 'mail',
  })
  return callId
}

const opinion = () =>
  query(
    'select contact_sealed is not null as contact, notify_by, name_sealed is not null as name from opinion',
  )

describe('到期清除：征求意见、订阅、站点自测', () => {
  it('erases where somebody who commented is reached, a year after the call is over; comment and name stay', async () => {
    const callId = await aCallWithOneOpinion()
    // While nobody has said what became of it, the address may still be needed.
    await applyRetention(system('2026-06-30'))
    expect(await opinion()).toEqual([{ contact: true, notify_by: 'mail', name: true }])
    const { drafter } = theOffice(runtime, agencyId, '2026-07-01')
    const { call } = await getCall(drafter, { agencyId, callId })
    await query(
      `update opinion_call set result_text = '采纳', result_reviewed_by = '周海涛',
      result_published_at = '2026-07-01T12:00:00+08:00' where call_id = $1`,
      [call.callId],
    )
    // 365 days after noon of 1 July 2026 are over at noon of 1 July 2027.
    expect(await dueOf('opinion-contacts', '2027-07-01')).toBe(0)
    expect(await dueOf('opinion-contacts', '2027-07-02')).toBe(1)
    await applyRetention(system('2027-07-01'))
    expect(await opinion()).toEqual([{ contact: true, notify_by: 'mail', name: true }])
    await applyRetention(system('2027-07-02'))
    expect(await opinion()).toEqual([{ contact: false, notify_by: null, name: true }])
    const read = await getCall(theOffice(runtime, agencyId, '2027-07-02').drafter, { agencyId, callId })
    expect(read.opinions[0]).toMatchObject({ text: '收费偏高', name: '李*', contact: '' })
  })

  it('counts a call that was given up from the day of it', async () => {
    await query('update opinion set contact_sealed = text_sealed')
    await query(`update opinion_call set result_published_at = null, result_reviewed_by = null,
      cancelled_on = '2026-03-01', cancelled_for = '不再制定'`)
    // The days run from the beginning of 1 March, so that they are over by noon of 1 March a year later.
    await applyRetention(system('2027-02-28'))
    expect(await opinion()).toEqual([{ contact: true, notify_by: null, name: true }])
    await applyRetention(system('2027-03-01'))
    expect(await opinion()).toEqual([{ contact: false, notify_by: null, name: true }])
  })

  it('removes subscriptions that nobody confirmed in two days, keeps the confirmed ones and the receipts', async () => {
    const subscribe = (id: string, state: string, on: string) =>
      query(
        `insert into subscription (agency_id, subscription_id, topic, frequency, address_sealed, address_index,
          state, created_at, confirmed_at, seen_until)
         values ($1, gen_random_uuid(), '{}', 'daily', 'x', $2, $3, $4::timestamptz,
          case when $3 = 'active' then $4::timestamptz end, $4::timestamptz)`,
        [agencyId, id, state, `${on}T12:00:00+08:00`],
      )
    await subscribe('waiting', 'waiting', '2026-03-02')
    await subscribe('active', 'active', '2016-03-02')
    await query(
      `insert into subscription_mail (agency_id, mail_id, topic_text, occasion, state, sent_at)
       values ($1, gen_random_uuid(), '全部', 'digest', 'sent', '2016-03-02T12:00:00+08:00')`,
      [agencyId],
    )
    const states = () => query('select state from subscription order by state')
    await discardExpired(system('2026-03-04'))
    expect(await states()).toEqual([{ state: 'active' }, { state: 'waiting' }])
    await discardExpired(system('2026-03-05'))
    expect(await states()).toEqual([{ state: 'active' }])
    await applyRetention(system('2046-03-05'))
    expect(await states()).toEqual([{ state: 'active' }])
    expect(await query('select state from subscription_mail')).toEqual([{ state: 'sent' }])
  })

  it('removes probes of the site after 400 days, each agency its own, and says so on its trail', async () => {
    for (const [id, on] of [
      [agencyId, '2025-01-01'],
      [agencyId, '2025-01-02'],
      [otherId, '2026-01-01'],
    ])
      await query(
        `insert into site_probe (agency_id, probed_at, ok, milliseconds) values ($1, $2, true, 120)`,
        [id, `${on}T12:00:00+08:00`],
      )
    // 400 days after 1 January 2025 is 5 February 2026.
    expect(await dueOf('probes', '2026-02-05')).toBe(0)
    expect(await dueOf('probes', '2026-02-06')).toBe(1)
    await applyRetention(system('2026-02-06'))
    const left = await query(
      `select (probed_at at time zone 'Asia/Shanghai')::date::text as on from site_probe order by 1`,
    )
    expect(left).toEqual([{ on: '2025-01-02' }, { on: '2026-01-01' }])
    const { runs } = await showRetention(runtime.as({ agencyId, roles: ['system-admin'] }, '2026-02-06'), {
      agencyId,
    })
    expect(runs[0]?.removed).toEqual({ probes: 1 })
  })
})
