import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Forbidden } from '../../../errors.ts'
import { aStaffMember } from '../../../testing/factories.ts'
import type { Role } from '../../allow.ts'
import { casesBehindCell } from '../../annual-reports/cases-behind-cell.ts'
import { draftSkeleton } from '../../annual-reports/skeleton/draft-skeleton.ts'
import type { Context } from '../../context.ts'
import { reReviewPrompts } from '../../disclosure/re-review-prompts.ts'
import { listNotifications } from '../../notifications/list-notifications.ts'
import { amendDispute } from '../../remedies/amend-dispute.ts'
import { concludeDispute } from '../../remedies/conclude-dispute.ts'
import { getDispute } from '../../remedies/get-dispute.ts'
import { listDisputes } from '../../remedies/list-disputes.ts'
import { listEvidenceBundles } from '../../remedies/list-evidence-bundles.ts'
import { listLessons } from '../../remedies/list-lessons.ts'
import { openEvidenceBundle } from '../../remedies/open-evidence-bundle.ts'
import { orderEvidenceBundle } from '../../remedies/order-evidence-bundle.ts'
import { recordDispute } from '../../remedies/record-dispute.ts'
import { recordDisputeStep } from '../../remedies/record-dispute-step.ts'
import { saveLesson } from '../../remedies/save-lesson.ts'
import { abuseFacts } from '../abuse-facts.ts'
import { insertMessage } from '../applicant-message-store.ts'
import { getRequest } from '../get-request.ts'
import { linkRequests } from '../link/link-requests.ts'
import { listWaitingMessages } from '../list-applicant-messages.ts'
import { callForRecords } from '../record-call/call-for-records.ts'
import { chaseRecordCall } from '../record-call/chase-record-call.ts'
import { anOffice, day, type Office, underReview } from '../testing/office.ts'
import { triageFacts } from '../triage/triage-facts.ts'

const TODAY = '2024-06-05'

// One clerk's case is known to that clerk alone; the other clerk of the organ comes upon it from every side.
let office: Office
let agencyId: string
let outsider: Context
let head: Context
let closed: Awaited<ReturnType<typeof underReview>>
let open: Awaited<ReturnType<typeof underReview>>
beforeAll(async () => {
  office = await anOffice()
  agencyId = office.agencyId
  outsider = await somebody('clerk')
  head = office.as('office-head', TODAY)
  closed = await underReview(office, '2024-06-03')
  open = await underReview(office, '2024-06-04')
  await office.runtime.owner.query(`update request set read_scope = 'handler' where request_id = $1`, [
    closed.requestId,
  ])
})

async function somebody(role: Role): Promise<Context> {
  const staffId = await aStaffMember(office.runtime, agencyId, { name: '旁人', roles: [role] })
  return office.runtime.as({ agencyId, roles: [role], staffId, name: '旁人' }, TODAY)
}

const insider = () => office.as('clerk', TODAY)
const on = (requestId: string) => ({ agencyId, requestId })

describe('知悉范围, wherever a case is come upon', () => {
  it('同一申请人的其他申请: how many lie outside, and nothing of them', async () => {
    const seen = async (ctx: Context) => {
      const { related } = await getRequest(ctx, on(open.requestId))
      return [related.shown.map(({ number }) => number), related.outOfScope]
    }
    expect(await seen(insider())).toEqual([[closed.number], 0])
    expect(await seen(head)).toEqual([[closed.number], 0])
    expect(await seen(outsider)).toEqual([[], 1])
  })

  it('关联、合并: neither tied from outside nor shown there', async () => {
    const link = { kind: 'related', note: '同一项目' } as const
    const tie = { ...on(open.requestId), ...link, otherNumber: closed.number }
    const back = { ...on(closed.requestId), ...link, otherNumber: open.number }
    await expect(linkRequests(outsider, tie)).rejects.toThrow('限定了知悉范围')
    await expect(linkRequests(outsider, back)).rejects.toThrow('限定了知悉范围')
    expect(await office.count('request_link')).toBe(0)
    await linkRequests(insider(), tie)
    const links = async (ctx: Context) =>
      (await getRequest(ctx, on(open.requestId))).links.map(({ number }) => number)
    expect([await links(insider()), await links(outsider)]).toEqual([[closed.number], []])
  })

  it('以前的答复: counted for the one, named for the other', async () => {
    await office.runtime.owner.query(
      `update request set served_on = '2024-06-04', outcome = 'grant-provided' where request_id = $1`,
      [closed.requestId],
    )
    const triage = async (ctx: Context) => (await triageFacts(ctx, on(open.requestId))).earlierAnswers.length
    expect([await triage(insider()), await triage(outsider)]).toEqual([1, 0])
    const abuse = async (ctx: Context) => {
      const { sameContent, answered } = await abuseFacts(ctx, on(open.requestId))
      return [sameContent, answered.length]
    }
    expect([await abuse(insider()), await abuse(outsider)]).toEqual([
      [1, 1],
      [1, 0],
    ])
    await office.runtime.owner.query(
      'update request set served_on = null, outcome = null where request_id = $1',
      [closed.requestId],
    )
  })

  it('待处理的来信', async () => {
    const said = { kind: 'reasons', key: 'form', text: '补充说明', fileIds: [], settled: false } as const
    await tx(head, (t) => insertMessage(t, head, on(closed.requestId), said))
    const waiting = async (ctx: Context) =>
      (await listWaitingMessages(ctx, { agencyId })).map(({ number }) => number)
    expect([await waiting(insider()), await waiting(outsider)]).toEqual([[closed.number], []])
  })

  it('协办催办', async () => {
    const callId = await callForRecords(insider(), {
      ...on(closed.requestId),
      on: day(TODAY),
      unit: '规划科',
      information: '中标通知书',
      keywords: ['中标'],
      places: ['档案室'],
      respondBy: day('2024-06-12'),
    })
    const chase = { ...on(closed.requestId), callId, how: '电话' }
    await expect(chaseRecordCall(outsider, chase)).rejects.toThrow('限定了知悉范围')
  })

  it('复议、诉讼案件 and their 举证材料', async () => {
    const entry = {
      agencyId,
      requestId: closed.requestId,
      block: 'review' as const,
      role: 'original' as const,
      organ: '测试市人民政府',
      caseNumber: '测政复〔2024〕9号',
      filedOn: day('2024-06-04'),
      copyReceivedOn: null,
      acceptedOn: null,
      procedure: 'ordinary' as const,
      note: '',
      appealOf: null,
    }
    await expect(recordDispute(outsider, entry)).rejects.toThrow(Forbidden)
    const disputeId = await recordDispute(insider(), entry)
    const bundleId = await orderEvidenceBundle(insider(), { agencyId, disputeId, withIdentity: false })
    const key = { agencyId, disputeId }
    const step = { ...key, kind: 'other', on: day(TODAY), until: null, note: '已联系' } as const
    const result = {
      ...key,
      version: 1,
      concludedOn: day(TODAY),
      result: 'upheld',
      resultText: '',
      failedStep: null,
      answerAgain: null,
    } as const
    const lesson = { failedStep: 'other', lesson: '', measure: '', measureDueOn: null, measureDoneOn: null }
    const doors: readonly (() => Promise<unknown>)[] = [
      () => getDispute(outsider, key),
      () => amendDispute(outsider, { ...entry, ...key, version: 1 }),
      () => recordDisputeStep(outsider, step),
      () => concludeDispute(outsider, result),
      () => saveLesson(outsider, { ...key, version: 1, ...lesson } as Parameters<typeof saveLesson>[1]),
      () => listEvidenceBundles(outsider, key),
      () => orderEvidenceBundle(outsider, { ...key, withIdentity: false }),
      () => openEvidenceBundle(outsider, { ...key, bundleId, type: 'pdf' }),
    ]
    for (const door of doors) await expect(door()).rejects.toThrow('限定了知悉范围')
    const listed = async (ctx: Context) => (await listDisputes(ctx, { agencyId })).map(({ id }) => id)
    expect([await listed(insider()), await listed(outsider)]).toEqual([[disputeId], []])
    expect((await listEvidenceBundles(insider(), key)).map((one) => one.bundleId)).toEqual([bundleId])
    await office.runtime.owner.query(
      `update dispute set outcome = 'corrected', failed_step = 'search', concluded_on = '2024-06-05' where dispute_id = $1`,
      [disputeId],
    )
    const lessons = async (ctx: Context) => {
      const { steps, cases } = await listLessons(ctx, { agencyId })
      return [steps.map(({ total }) => total), cases.length]
    }
    expect([await lessons(insider()), await lessons(outsider)]).toEqual([
      [[1], 1],
      [[1], 0],
    ])
    const cell = { agencyId, year: 2024, cellId: 't4.review.corrected' }
    const behind = async (ctx: Context) => {
      const { value, members, outOfScope } = await casesBehindCell(ctx, cell)
      return [value, members.length, outOfScope]
    }
    expect([await behind(insider()), await behind(outsider)]).toEqual([
      ['1', 1, 0],
      ['1', 0, 1],
    ])
  })

  it('年度报告: the figure is the same for all, the cases behind it are not', async () => {
    const cell = { agencyId, year: 2024, cellId: 't3.new_received.natural_person' }
    const behind = async (ctx: Context) => {
      const { value, members, outOfScope } = await casesBehindCell(ctx, cell)
      return [value, members.map(({ number }) => number), outOfScope]
    }
    expect(await behind(insider())).toEqual(['2', [closed.number, open.number], 0])
    expect(await behind(outsider)).toEqual(['2', [open.number], 1])
    const named = async (ctx: Context) => {
      const spans = (await draftSkeleton(ctx, { agencyId, year: 2024 })).flatMap(({ lines }) => lines.flat())
      const members = spans.flatMap(({ source }) => (source?.kind === 'members' ? source.members : []))
      return members.filter(({ kind }) => kind === 'request').map(({ number }) => number)
    }
    expect((await named(insider())).includes(closed.number)).toBe(true)
    expect((await named(outsider)).includes(closed.number)).toBe(false)
  })

  it('不予公开信息的再次评估: prompted all the same, without the case', async () => {
    const withheld = {
      document_id: newId(),
      title: '城乡环卫一体化项目的中标通知书',
      document_number: null,
      attribute_reason: null,
      reviewed_on: day('2024-01-01'),
    }
    const prompts = async (ctx: Context) =>
      [...(await tx(ctx, (t) => reReviewPrompts(t, ctx, agencyId, [withheld]))).values()]
        .flat()
        .map(({ text, id }) => [text, id])
    expect(await prompts(insider())).toEqual([
      [`申请${open.number}`, open.requestId],
      [`申请${closed.number}`, closed.requestId],
    ])
    expect(await prompts(outsider)).toEqual([
      [`申请${open.number}`, open.requestId],
      ['限定知悉范围的一件申请', null],
    ])
  })

  it('提醒记录: of cases within, and of nobody else', async () => {
    const message = {
      agency_id: agencyId,
      channel: 'mail',
      occasion_on: TODAY,
      to_sealed: Buffer.from('x'),
      to_masked: 'c***@example.com',
      subject: '',
      body: '',
      link: null,
      state: 'not-sent',
      error: null,
      created_at: new Date(`${TODAY}T04:00:00Z`),
    }
    const ofTheCase = {
      request_id: closed.requestId,
      staff_id: null,
      occasion: 'received',
      number: null,
    }
    const ofItsClerk = {
      request_id: null,
      staff_id: office.clerkId,
      occasion: 'handed-over',
      number: closed.number,
    }
    await tx(head, (t) =>
      t
        .insertInto('notification')
        .values(
          [ofTheCase, ofItsClerk].map((of) => ({
            ...message,
            ...of,
            notification_id: newId(),
            subject_id: null,
          })),
        )
        .execute(),
    )
    const listed = async (ctx: Context) =>
      (await listNotifications(ctx, { agencyId })).notifications.filter(
        ({ number }) => number === closed.number,
      ).length
    expect([await listed(insider()), await listed(head), await listed(outsider)]).toEqual([2, 2, 0])
  })
})
