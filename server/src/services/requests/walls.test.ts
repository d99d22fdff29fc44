import { DEFAULT_SETTINGS, foldRequest, makeCalendar, NATIONAL_NOTICES } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { tx } from '../../db/transaction.ts'
import { anAgency } from '../../testing/factories.ts'
import { caseFacts } from './case-facts.ts'
import { countQueue } from './count-queue.ts'
import { readEvents } from './event-store.ts'
import { extendDeadline } from './extend-deadline.ts'
import { fileRequest } from './file-request.ts'
import { getRequest } from './get-request.ts'
import { listRequests } from './list-requests.ts'
import { recomputeDeadlines } from './recompute-deadlines.ts'
import { foldColumns, readRequest } from './request-store.ts'
import { anApplication, anOffice, day, type Office, underReview } from './testing/office.ts'
import { withdrawRequest } from './withdraw-request.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})

describe('机关之间', () => {
  it('another agency sees, changes and counts nothing of a request', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const elsewhere = await anAgency(office.runtime)
    const stranger = office.runtime.as({ agencyId: elsewhere, roles: ['clerk'] }, '2024-06-04')
    await expect(getRequest(stranger, on)).rejects.toThrow('没有找到')
    await expect(
      withdrawRequest(stranger, { ...on, on: day('2024-06-04'), statement: '撤回' }),
    ).rejects.toThrow('没有找到')
    const { agencyId } = office
    expect((await listRequests(stranger, { agencyId, group: 'all', limit: 10 })).lines).toEqual([])
    expect((await countQueue(stranger, { agencyId })).open).toBe(0)
    expect(await tx(stranger, (t) => caseFacts(t, agencyId, stranger.countingPractice))).toEqual([])
  })

  it('a connection without a scope sees no request at all', async () => {
    await underReview(office, '2024-06-03')
    for (const table of [
      'request',
      'applicant',
      'request_event',
      'letter',
      'request_filing',
      'filing_draft',
    ] as const) {
      const { n } = await office.runtime.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      expect(n, table).toBe(0)
    }
  })

  it('the program cannot rewrite what happened', async () => {
    await underReview(office, '2024-06-03')
    await expect(
      tx(office.as('clerk', '2024-06-04'), (t) => t.deleteFrom('request_event').execute()),
    ).rejects.toThrow('permission denied')
    await expect(
      tx(office.as('clerk', '2024-06-04'), (t) => t.updateTable('request_note').set({ body: '' }).execute()),
    ).rejects.toThrow('permission denied')
  })
})

describe('行与经过', () => {
  it('every row says what law reads off its events', async () => {
    const { agencyId } = office
    const clerk = office.as('clerk', '2024-06-28')
    const { on } = await underReview(office, '2024-06-03')
    await extendDeadline(clerk, {
      ...on,
      on: day('2024-06-28'),
      workingDays: 7,
      reason: '需要核对',
      approvedBy: office.headId,
      approvedOn: day('2024-06-28'),
    })
    const gone = await underReview(office, '2024-06-04')
    await withdrawRequest(clerk, { ...gone.on, on: day('2024-06-20'), statement: '撤回' })
    const { lines } = await listRequests(clerk, { agencyId, group: 'all', limit: 100 })
    expect(lines.length).toBeGreaterThan(2)
    for (const { requestId } of lines) {
      const { row, again } = await tx(clerk, async (t) => {
        const request = await readRequest(t, agencyId, requestId)
        const events = (await readEvents(t, agencyId, requestId)).map(({ event }) => event)
        const fold = foldRequest(events, clerk.calendar, DEFAULT_SETTINGS)
        const columns = foldColumns(fold, request.applicantClass)
        const stored = await t
          .selectFrom('request')
          .select([
            'state',
            'outcome',
            'received_on',
            'due_on',
            'due_is_provisional',
            'concluded_on',
            'served_on',
            'result_on',
            'result_served_on',
            'result_items',
            'result_outcome',
          ])
          .where('request_id', '=', requestId)
          .executeTakeFirstOrThrow()
        return { row: stored, again: columns }
      })
      expect(row).toEqual(again)
    }
  })

  it('is counted by its first receipt and its result, as the annual report wants it', async () => {
    const other = await anOffice()
    const { on } = await underReview(other, '2024-12-10')
    await withdrawRequest(other.as('clerk', '2025-01-03'), {
      ...on,
      on: day('2025-01-03'),
      statement: '撤回',
    })
    const reader = other.as('clerk', '2025-01-03')
    const facts = await tx(reader, (t) => caseFacts(t, other.agencyId, reader.countingPractice))
    expect(facts).toEqual([
      {
        id: on.requestId,
        applicantClass: 'natural-person',
        receivedOn: '2024-12-10',
        concludedOn: '2025-01-03',
        outcome: 'other-misc',
      },
    ])
  })
})

describe('申请列表', () => {
  it('shows what is due first, page by page, with overdue reckoned for today', async () => {
    const other = await anOffice()
    const { agencyId } = other
    for (const on of ['2024-06-05', '2024-06-03', '2024-06-04', '2024-04-01', '2024-06-03']) {
      await fileRequest(other.visitor(on), anApplication(agencyId))
    }
    const clerk = other.as('clerk', '2024-06-06')
    const received: (string | null)[] = []
    let after: string | undefined
    for (let page = 0; page < 10; page++) {
      const { lines, next } = await listRequests(clerk, {
        agencyId,
        group: 'open',
        limit: 2,
        ...(after === undefined ? {} : { after }),
      })
      received.push(...lines.map(({ receivedOn }) => receivedOn))
      if (next === null) break
      after = next
    }
    expect(received).toEqual(['2024-04-01', '2024-06-03', '2024-06-03', '2024-06-04', '2024-06-05'])
    const overdue = await listRequests(clerk, { agencyId, group: 'open', due: 'overdue', limit: 10 })
    expect(overdue.lines.map(({ receivedOn }) => receivedOn)).toEqual(['2024-04-01'])
    expect(overdue.lines[0]?.workingDaysLeft).toBeLessThan(0)
    expect(await countQueue(clerk, { agencyId })).toMatchObject({ open: 5, overdue: 1, mine: 0 })
  })

  it('finds by a part of the number or of what was asked, and masks the name', async () => {
    const { agencyId } = office
    await fileRequest(
      office.visitor('2024-06-05'),
      anApplication(agencyId, {
        wish: { ...anApplication(agencyId).wish, description: '申请公开100%_水质监测\\数据' },
      }),
    )
    const find = (text: string) =>
      listRequests(office.as('clerk', '2024-06-06'), { agencyId, group: 'all', text, limit: 50 })
    expect((await find('100%_水质监测\\数')).lines).toMatchObject([{ applicant: '欧阳**' }])
    expect((await find('水质%数据')).lines).toEqual([])
    expect((await find('-2024-0001')).lines).toHaveLength(1)
  })
})

describe('放假安排变动', () => {
  // Without the 2026 notice the year counts by Monday to Friday: due 2026-01-05. With it, Sunday 2026-01-04 counts: 2026-01-06
  // is the 20th working day after 2025-12-08, for 2026-01-01 to 01-03 are off (the norms' T24).
  it('moves the deadlines of open cases, marks them no longer provisional, and tells of it once', async () => {
    const other = await anOffice()
    const { agencyId } = other
    const early = makeCalendar(NATIONAL_NOTICES.filter(({ year }) => year < 2026))
    const visitor = { ...other.visitor('2025-12-08'), calendar: early }
    const filed = await fileRequest(visitor, anApplication(agencyId))
    expect(filed.provisional).toBe(true)
    const system = other.runtime.asSystem(agencyId, '2025-12-09')
    const moved = await recomputeDeadlines(system, { agencyId })
    expect(moved).toMatchObject([{ number: filed.number, from: '2026-01-05', to: '2026-01-06' }])
    expect(await recomputeDeadlines(system, { agencyId })).toEqual([])
    const { request, notes } = await getRequest(other.as('clerk', '2025-12-09'), {
      agencyId,
      requestId: filed.requestId,
    })
    expect(request).toMatchObject({ dueOn: '2026-01-06', dueIsProvisional: false })
    expect(notes.map(({ body }) => body)).toEqual([
      '放假安排有变动，答复期限届满日由2026-01-05改为2026-01-06',
    ])
  })
})
