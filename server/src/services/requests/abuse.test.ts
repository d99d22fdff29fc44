import { beforeAll, describe, expect, it } from 'vitest'
import { tx } from '../../db/transaction.ts'
import { Forbidden, Invalid, Stale } from '../../errors.ts'
import { abuseFacts } from './abuse-facts.ts'
import { caseFacts } from './case-facts.ts'
import { countQueue } from './count-queue.ts'
import { fileRequest } from './file-request.ts'
import { findSameFiling } from './find-same-filing.ts'
import { readLedgerIds } from './ledger/ledger-store.ts'
import { listRequests } from './list-requests.ts'
import { listSetAside } from './list-set-aside.ts'
import { restoreRequest } from './restore-request.ts'
import { relatedRequests } from './same-applicant.ts'
import { setAsideRequest } from './set-aside-request.ts'
import { anApplication, anOffice, type Office, PERSON, underReview } from './testing/office.ts'
import { triageFacts } from './triage/triage-facts.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})

const SPAMMER = { ...PERSON, name: '群发测试', identityNumber: '110105194912310062' }
const OTHER = { ...PERSON, name: '他人测试', identityNumber: '110105194912310011' }

it('counts what one applicant and others filed, and drafts a notice that nobody has to send', async () => {
  const { agencyId } = office
  for (const on of ['2024-01-08', '2024-05-06', '2024-06-03']) {
    await fileRequest(office.visitor(on), anApplication(agencyId))
  }
  // More than twelve months before the last one.
  await fileRequest(office.visitor('2023-06-01'), anApplication(agencyId))
  await fileRequest(office.visitor('2024-03-04'), anApplication(agencyId, { applicant: OTHER }))
  const other = anApplication(agencyId, {
    wish: { ...anApplication(agencyId).wish, description: '另一件事' },
  })
  const last = await fileRequest(office.visitor('2024-06-04'), other)
  const clerk = office.as('clerk', '2024-06-05')
  const facts = await abuseFacts(clerk, { agencyId, requestId: last.requestId })
  expect(facts).toMatchObject({
    inTwelveMonths: 4,
    inThisMonth: 2,
    othersMost: 1,
    othersMedian: 1,
    sameContent: 0,
    answered: [],
    draft: { requestCount: 4, period: '2024年1月8日至2024年6月4日' },
  })
  const events = await office.count('request_event')
  await abuseFacts(clerk, { agencyId, requestId: last.requestId })
  expect(await office.count('request_event')).toBe(events)
})

describe('相同的申请', () => {
  it('is told by its day alone, whatever its punctuation, and only for the same identity', async () => {
    const { agencyId } = office
    const { applicant, wish } = anApplication(agencyId)
    const visitor = office.visitor('2024-06-05')
    const again = { ...wish, description: `  ${wish.description}。` }
    expect(await findSameFiling(visitor, { agencyId, applicant, wish: again })).toBe('2024-06-03')
    const stranger = { ...applicant, identityNumber: '110105194912310038' }
    expect(await findSameFiling(visitor, { agencyId, applicant: stranger, wish })).toBeNull()
    const nobody = { ...applicant, identityNumber: ' ' }
    expect(await findSameFiling(visitor, { agencyId, applicant: nobody, wish })).toBeNull()
  })
})

describe('垃圾信息', () => {
  it('is set aside by a person with a reason, kept out of queue and report, and brought back as it was', async () => {
    const { agencyId } = office
    const filed = await fileRequest(office.visitor('2024-06-05'), anApplication(agencyId))
    const clerk = office.as('clerk', '2024-06-06')
    const list = { agencyId, group: 'all', limit: 100 } as const
    const before = [
      (await listRequests(clerk, list)).lines.length,
      (await countQueue(clerk, { agencyId })).open,
      (await tx(clerk, (t) => caseFacts(t, agencyId, clerk.countingPractice))).length,
    ]
    const act = { agencyId, requestId: filed.requestId, version: 1, reason: '广告' }
    await expect(setAsideRequest(office.as('reviewer', '2024-06-06'), act)).rejects.toThrow(Forbidden)
    await expect(setAsideRequest(clerk, { ...act, version: 9 })).rejects.toThrow(Stale)
    await setAsideRequest(clerk, act)
    const set = await listSetAside(clerk, { agencyId })
    expect(set.map(({ number, by, reason, dueOn }) => [number, by, reason, dueOn])).toEqual([
      [filed.number, '经办员', '广告', '2024-07-04'],
    ])
    expect([
      (await listRequests(clerk, list)).lines.length,
      (await countQueue(clerk, { agencyId })).open,
      (await tx(clerk, (t) => caseFacts(t, agencyId, clerk.countingPractice))).length,
    ]).toEqual(before.map((count) => count - 1))
    await restoreRequest(clerk, act)
    await expect(restoreRequest(clerk, act)).rejects.toThrow(Stale)
    expect(
      (await listRequests(clerk, list)).lines.find(({ number }) => number === filed.number),
    ).toMatchObject({
      receivedOn: '2024-06-05',
      dueOn: '2024-07-04',
    })
  })

  it('is left out of what other reads say of the applicant and of the year', async () => {
    const { agencyId } = office
    const { wish } = anApplication(agencyId)
    const asked = { applicant: SPAMMER, wish: { ...wish, description: '恭喜中奖请点击领取' } }
    const kept = await fileRequest(office.visitor('2024-06-10'), anApplication(agencyId, asked))
    const spam = await fileRequest(office.visitor('2024-06-11'), anApplication(agencyId, asked))
    const clerk = office.as('clerk', '2024-06-12')
    const reads = () =>
      tx(clerk, async (t) => ({
        related: (await relatedRequests(t, clerk, { agencyId, requestId: kept.requestId })).shown.length,
        exported: (await readLedgerIds(t, clerk, agencyId)).includes(spam.requestId),
      }))
    const thisMonth = async () =>
      (await triageFacts(clerk, { agencyId, requestId: kept.requestId })).sameApplicant.thisMonth
    const same = () => findSameFiling(office.visitor('2024-06-12'), { agencyId, ...asked })
    expect([await reads(), await thisMonth(), await same()]).toEqual([
      { related: 1, exported: true },
      2,
      '2024-06-11',
    ])
    await setAsideRequest(clerk, { agencyId, requestId: spam.requestId, version: 1, reason: '广告' })
    expect([await reads(), await thisMonth(), await same()]).toEqual([
      { related: 0, exported: false },
      1,
      '2024-06-10',
    ])
    await restoreRequest(clerk, { agencyId, requestId: spam.requestId })
  })

  it('takes nothing that the office has begun to handle', async () => {
    const file = await underReview(office, '2024-06-05')
    const act = { ...file.on, reason: '广告' }
    await expect(setAsideRequest(office.as('clerk', '2024-06-06'), act)).rejects.toThrow(Invalid)
    expect(await listSetAside(office.as('clerk', '2024-06-06'), office)).toEqual([])
  })
})
