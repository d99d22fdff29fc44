import { parsePlainDate } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { amendDispute } from './amend-dispute.ts'
import { concludeDispute } from './conclude-dispute.ts'
import { disputeFacts } from './dispute-facts.ts'
import { getDispute } from './get-dispute.ts'
import { listDisputes } from './list-disputes.ts'
import { listLessons } from './list-lessons.ts'
import { recordDispute } from './record-dispute.ts'
import { recordDisputeStep } from './record-dispute-step.ts'
import { saveLesson } from './save-lesson.ts'
import { strikeDisputeStep } from './strike-dispute-step.ts'

let runtime: TestRuntime
let agencyId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
})

const clerk = () => runtime.as({ agencyId, roles: ['clerk'] }, '2024-06-20')
const day = parsePlainDate
const review = (filedOn: string) => ({
  agencyId,
  requestId: null,
  block: 'review' as const,
  role: 'original' as const,
  organ: '测试市人民政府',
  caseNumber: '测政复〔2024〕1号',
  filedOn: day(filedOn),
  copyReceivedOn: null,
  acceptedOn: null,
  procedure: 'ordinary' as const,
  note: '',
  appealOf: null,
})
const conclusion = (disputeId: string, concludedOn: string) => ({
  agencyId,
  disputeId,
  version: 1,
  concludedOn: day(concludedOn),
  resultText: '',
  failedStep: null,
  answerAgain: null,
})
const find = async (disputeId: string) =>
  (await listDisputes(clerk(), { agencyId })).find(({ id }) => id === disputeId)

describe('行政复议、行政诉讼', () => {
  it('becomes a dated fact for table four, open and then concluded', async () => {
    const disputeId = await recordDispute(clerk(), review('2024-03-01'))
    const facts = () => tx(clerk(), (t) => disputeFacts(t, agencyId))
    const open = { id: disputeId, block: 'review', filedOn: '2024-03-01', role: 'original' }
    expect(await facts()).toEqual([{ ...open, concludedOn: null, outcome: null }])
    await concludeDispute(clerk(), { ...conclusion(disputeId, '2024-04-28'), result: 'claim-rejected' })
    expect(await facts()).toEqual([{ ...open, concludedOn: '2024-04-28', outcome: 'upheld' }])
    await expect(
      concludeDispute(clerk(), { ...conclusion(disputeId, '2024-05-01'), version: 2, result: 'upheld' }),
    ).rejects.toThrow('已经登记审结')
  })

  it('refuses days that cannot be and an unknown application, and writes nothing', async () => {
    const before = (await listDisputes(clerk(), { agencyId })).length
    await expect(recordDispute(clerk(), review('2024-06-21'))).rejects.toThrow('不能晚于今天')
    await expect(
      recordDispute(clerk(), { ...review('2024-06-10'), copyReceivedOn: day('2024-06-09') }),
    ).rejects.toThrow('不能早于申请、起诉之日')
    await expect(recordDispute(clerk(), { ...review('2024-06-01'), requestId: newId() })).rejects.toThrow(
      '没有找到',
    )
    expect((await listDisputes(clerk(), { agencyId })).length).toBe(before)
    const disputeId = await recordDispute(clerk(), review('2024-05-01'))
    await expect(
      concludeDispute(clerk(), { ...conclusion(disputeId, '2024-04-30'), result: 'upheld' }),
    ).rejects.toThrow('不能早于申请、起诉之日')
    expect((await find(disputeId))?.concludedOn).toBeNull()
  })

  it('takes results only in the words of its own law, and asks where a corrected case went wrong', async () => {
    const disputeId = await recordDispute(clerk(), review('2024-05-06'))
    await expect(
      concludeDispute(clerk(), { ...conclusion(disputeId, '2024-06-03'), result: 'suit-rejected' }),
    ).rejects.toThrow('与案件类别相符')
    const corrected = { ...conclusion(disputeId, '2024-06-03'), result: 'revoked' as const }
    await expect(concludeDispute(clerk(), corrected)).rejects.toThrow('出问题的环节')
    await concludeDispute(clerk(), { ...corrected, failedStep: 'search' })
    expect(await find(disputeId)).toMatchObject({ outcome: 'corrected', failedStep: 'search' })
  })

  // 10 working days after Friday 2024-05-31: 端午节 2024-06-10 is off, so 2024-06-17. 60 days after 2024-06-03: 2024-08-02.
  it('says until when the agency owes its answer and the organ its decision', async () => {
    const disputeId = await recordDispute(clerk(), {
      ...review('2024-05-30'),
      copyReceivedOn: day('2024-05-31'),
      acceptedOn: day('2024-06-03'),
    })
    expect((await find(disputeId))?.dues).toMatchObject([
      { period: 'answer-ordinary', dueOn: '2024-06-17', provisional: false, whose: 'ours' },
      { period: 'decide-ordinary', dueOn: '2024-08-02', provisional: false, whose: 'organ' },
    ])
  })

  it('counts an appeal as one case with the first instance', async () => {
    const suit = { ...review('2024-04-01'), block: 'litigation_direct' as const, organ: '测试区人民法院' }
    const first = await recordDispute(clerk(), suit)
    const appeal = await recordDispute(clerk(), { ...suit, filedOn: day('2024-06-03'), appealOf: first })
    expect((await find(first))?.caseId).toBe(first)
    expect((await find(appeal))?.caseId).toBe(first)
    const reviewed = await recordDispute(clerk(), review('2024-04-01'))
    await expect(recordDispute(clerk(), { ...suit, appealOf: reviewed })).rejects.toThrow('没有二审')
  })

  it('is amended by who saw the latest version only', async () => {
    const entered = review('2024-05-08')
    const disputeId = await recordDispute(clerk(), entered)
    const amended = { ...entered, disputeId, version: 1, caseNumber: '测政复〔2024〕9号' }
    const both = await Promise.allSettled([amendDispute(clerk(), amended), amendDispute(clerk(), amended)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await find(disputeId)).toMatchObject({ caseNumber: '测政复〔2024〕9号', version: 2 })
  })

  it('stops owing the answer once it is handed in, and owes it again when that was entered wrongly', async () => {
    const disputeId = await recordDispute(clerk(), {
      ...review('2024-05-30'),
      copyReceivedOn: day('2024-05-31'),
    })
    const step = { agencyId, disputeId, kind: 'answered' as const, until: null, note: '' }
    const stepId = await recordDisputeStep(clerk(), { ...step, on: day('2024-06-18') })
    const [clock] = (await getDispute(clerk(), { agencyId, disputeId })).clocks
    expect(clock).toMatchObject({ dueOn: '2024-06-17', metOn: '2024-06-18', state: 'late' })
    expect((await find(disputeId))?.dues).toEqual([])
    await strikeDisputeStep(clerk(), { agencyId, disputeId, stepId })
    expect((await find(disputeId))?.dues).toMatchObject([{ period: 'answer-ordinary' }])
    await expect(strikeDisputeStep(clerk(), { agencyId, disputeId, stepId })).rejects.toThrow('没有找到')
    await expect(recordDisputeStep(clerk(), { ...step, on: day('2024-06-21') })).rejects.toThrow(
      '不能晚于今天',
    )
    await expect(recordDisputeStep(clerk(), { ...step, on: day('2024-05-29') })).rejects.toThrow(
      '不能早于申请',
    )
    const leader = runtime.as({ agencyId, roles: ['leader'] }, '2024-06-20')
    await expect(recordDisputeStep(leader, { ...step, on: day('2024-06-18') })).rejects.toThrow('权限')
    expect((await getDispute(clerk(), { agencyId, disputeId })).steps).toEqual([])
  })

  it('learns from what was corrected: which step, why, and what is done about it', async () => {
    const other = await anAgency(runtime)
    const there = runtime.as({ agencyId: other, roles: ['clerk'] }, '2024-06-20')
    const suit = { ...review('2024-04-01'), agencyId: other, block: 'litigation_direct' as const }
    const first = await recordDispute(there, suit)
    const corrected = { result: 'revoked' as const, failedStep: 'search' as const, agencyId: other }
    await concludeDispute(there, { ...conclusion(first, '2024-05-06'), ...corrected })
    const lost = await recordDispute(there, { ...review('2024-04-02'), agencyId: other })
    await concludeDispute(there, { ...conclusion(lost, '2024-06-03'), ...corrected, failedStep: 'deadline' })
    const lesson = {
      agencyId: other,
      disputeId: first,
      failedStep: 'search' as const,
      lesson: '只检索了一个系统',
      measure: '检索前列出系统清单',
      measureDueOn: null,
      measureDoneOn: null,
    }
    await expect(saveLesson(there, { ...lesson, version: 1 })).rejects.toThrow('刚刚被其他人修改过')
    await saveLesson(there, { ...lesson, version: 2 })
    expect(await listLessons(there, { agencyId: other })).toMatchObject({
      years: [2024],
      steps: [
        { step: 'search', counts: [1], total: 1 },
        { step: 'deadline', counts: [1], total: 1 },
      ],
      unexplained: 1,
    })
    // The appeal sets the first judgment aside: one case, and no longer a lost one.
    const appeal = await recordDispute(there, { ...suit, filedOn: day('2024-06-10'), appealOf: first })
    const upheld = { ...conclusion(appeal, '2024-06-19'), agencyId: other, result: 'claim-rejected' as const }
    await concludeDispute(there, upheld)
    expect((await listLessons(there, { agencyId: other })).steps.map(({ step }) => step)).toEqual([
      'deadline',
    ])
    await expect(saveLesson(there, { ...lesson, disputeId: appeal, version: 2 })).rejects.toThrow(
      '只有结果为纠正',
    )
  })

  it('is not for leaders and reviewers to record', async () => {
    const leader = runtime.as({ agencyId, roles: ['leader'] }, '2024-06-20')
    await expect(recordDispute(leader, review('2024-03-01'))).rejects.toThrow('没有办理这一事项的权限')
  })

  it('is invisible from another agency', async () => {
    const elsewhere = await anAgency(runtime)
    const stranger = runtime.as({ agencyId: elsewhere, roles: ['clerk'] })
    expect(await listDisputes(stranger, { agencyId })).toEqual([])
  })
})
