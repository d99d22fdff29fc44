import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden, NotFound, Refused } from '../../errors.ts'
import { aColumn, aDocument, NOTHING_SECRET, theOffice } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { answerDocumentConsultation } from './answer-document-consultation.ts'
import { consultOnDocument } from './consult-on-document.ts'
import { getDocument } from './get-document.ts'
import { listWithheld } from './list-withheld.ts'
import { publishDocument } from './publish-document.ts'
import { publishScheduled } from './publish-scheduled.ts'
import { reReviewDocument } from './re-review-document.ts'
import { returnDocument } from './return-document.ts'
import { reviewSecrecy } from './review-secrecy.ts'
import { scheduleDocument } from './schedule-document.ts'

let runtime: TestRuntime
let agencyId: string
let nodeId: string
let office: ReturnType<typeof theOffice>
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { creditCode: '11441700007280420Y' })
  nodeId = await aColumn(runtime, agencyId)
  office = theOffice(runtime, agencyId)
})

const codeOf = (error: unknown) => (error instanceof Refused ? error.refusal.code : String(error))
const refusal = (work: Promise<unknown>) => work.then(() => 'done', codeOf)
const stateOf = async (document: { agencyId: string; documentId: string }) =>
  (await getDocument(office.drafter, document)).state

describe('定时发布', () => {
  // 15 June 2026, noon in China, is 04:00 in universal time.
  const AT = new Date('2026-06-16T01:00:00Z')

  it('goes out by itself when its moment has come, with the time of the server, and not before', async () => {
    const approved = await aDocument(runtime, agencyId, { nodeId, stage: 'approved' })
    expect(
      await refusal(
        scheduleDocument(office.drafter, { ...approved, publishAt: new Date('2026-06-15T03:00:00Z') }),
      ),
    ).toBe('moment-past')
    const { version } = await scheduleDocument(office.drafter, { ...approved, publishAt: AT })
    expect(await stateOf(approved)).toBe('scheduled')
    expect(await refusal(publishDocument(office.drafter, { ...approved, version }))).toBe('moment-to-come')

    const before = { ...runtime.asSystem('all', '2026-06-15'), now: new Date('2026-06-16T00:59:59Z') }
    expect(await publishScheduled(before)).toBe(0)
    const after = { ...runtime.asSystem('all', '2026-06-16'), now: new Date('2026-06-16T01:00:20Z') }
    expect(await publishScheduled(after)).toBe(1)
    expect(await publishScheduled(after)).toBe(0)
    const file = await getDocument(office.drafter, approved)
    expect([file.state, file.publishedAt]).toEqual(['published', new Date('2026-06-16T01:00:20Z')])
    expect(file.events.at(-1)?.actor).toBe('系统')
  })

  it('is taken off by a return, and only what is signed can be set', async () => {
    const reviewed = await aDocument(runtime, agencyId, { nodeId, stage: 'reviewed' })
    expect(await refusal(scheduleDocument(office.drafter, { ...reviewed, publishAt: AT }))).toBe(
      'not-from-here',
    )
    await expect(scheduleDocument(office.reviewer, { ...reviewed, publishAt: AT })).rejects.toThrow(Forbidden)
    const approved = await aDocument(runtime, agencyId, { nodeId, stage: 'approved' })
    const { version } = await scheduleDocument(office.drafter, { ...approved, publishAt: AT })
    await returnDocument(office.leader, { ...approved, version, reason: '数字有误' })
    expect((await getDocument(office.drafter, approved)).publishAt).toBeNull()
    expect(await publishScheduled({ ...runtime.asSystem('all', '2026-06-17') })).toBe(0)
  })
})

describe('没有签发的', () => {
  it('however long nothing is signed, nothing goes out', async () => {
    const waiting = await Promise.all(
      (['draft', 'submitted', 'reviewed'] as const).map((stage) =>
        aDocument(runtime, agencyId, { nodeId, stage }),
      ),
    )
    // A moment that somebody wrote into the table does not take the place of a signature.
    await runtime.owner.query(
      `update document set publish_at = '2026-06-16T01:00:00Z' where document_id = any($1)`,
      [waiting.map(({ documentId }) => documentId)],
    )
    for (const day of ['2026-06-17', '2026-12-31', '2036-06-15'])
      expect(await publishScheduled(runtime.asSystem('all', day))).toBe(0)
    expect(await Promise.all(waiting.map(stateOf))).toEqual(['draft', 'submitted', 'reviewed'])
  })
})

describe('条例 第十一条: 协商、确认、批准', () => {
  it('waits for everybody who was asked, and then the review goes on', async () => {
    const submitted = await aDocument(runtime, agencyId, { nodeId, stage: 'submitted' })
    const ask = (version: number, kind: 'organ' | 'third-party', party: string) =>
      consultOnDocument(office.reviewer, { ...submitted, version, kind, party, question: '是否同意公开' })
    const first = await ask(submitted.version, 'organ', '市水利局')
    const second = await ask(first.version, 'third-party', '某某公司')
    expect(await stateOf(submitted)).toBe('consulting')
    const review = { answers: NOTHING_SECRET, opinion: 'disclose', reason: '', overrides: {} } as const
    expect(
      await refusal(reviewSecrecy(office.reviewer, { ...submitted, version: second.version, ...review })),
    ).toBe('not-from-here')

    const { consultations } = await getDocument(office.drafter, submitted)
    let { version } = second
    for (const { consultationId } of consultations) {
      expect(await stateOf(submitted)).toBe('consulting')
      const answer = { consultationId, outcome: 'agreed', answer: '同意' } as const
      ;({ version } = await answerDocumentConsultation(office.reviewer, { ...submitted, version, ...answer }))
      await expect(
        answerDocumentConsultation(office.reviewer, { ...submitted, version, ...answer }),
      ).rejects.toThrow(NotFound)
    }
    expect(await stateOf(submitted)).toBe('submitted')
    const done = await reviewSecrecy(office.reviewer, { ...submitted, version, ...review })
    expect(done.state).toBe('reviewed')
    const late = {
      ...submitted,
      version: done.version,
      kind: 'organ',
      party: '市水利局',
      question: '再问',
    } as const
    expect(await refusal(consultOnDocument(office.reviewer, late))).toBe('reviewed-already')
  })
})

describe('who was asked is heard', () => {
  const review = { opinion: 'disclose', reason: '', overrides: {} } as const
  const yes = (settled: string) => ({ answer: 'yes', settled }) as const

  async function asked(kind: 'organ' | 'approval' | 'office', outcome: 'agreed' | 'opposed') {
    const submitted = await aDocument(runtime, agencyId, { nodeId, stage: 'submitted' })
    const question = { kind, party: '市水利局', question: '是否同意公开' } as const
    let { version } = await consultOnDocument(office.reviewer, { ...submitted, ...question })
    const { consultations } = await getDocument(office.drafter, submitted)
    const answer = {
      consultationId: consultations[0]?.consultationId ?? '',
      outcome,
      answer: '宛水函〔2026〕3号',
    }
    const give = (ctx: typeof office.reviewer) =>
      answerDocumentConsultation(ctx, { ...submitted, version, ...answer })
    const head = runtime.as({ agencyId, roles: ['office-head'], name: '孙玉梅' }, '2026-06-15')
    if (kind === 'office') await expect(give(office.reviewer)).rejects.toThrow('由公开工作机构负责人登记')
    ;({ version } = await give(kind === 'office' ? head : office.reviewer))
    return { ...submitted, version }
  }

  it('the other organ that said no is not passed over (第十一条第一款)', async () => {
    const document = await asked('organ', 'opposed')
    const judged = { ...document, ...review, answers: NOTHING_SECRET }
    expect(await refusal(reviewSecrecy(office.reviewer, judged))).toBe('organ-opposed')
    const answers = { ...NOTHING_SECRET, 'other-organ': yes('已经协商一致，删去第三条') }
    expect((await reviewSecrecy(office.reviewer, { ...judged, answers })).state).toBe('reviewed')
  })

  it('what needs an approval has one (第十一条第二款)', async () => {
    const answers = { ...NOTHING_SECRET, 'needs-approval': yes('统计数据发布前报市统计局批准') }
    const bare = await aDocument(runtime, agencyId, { nodeId, stage: 'submitted' })
    expect(await refusal(reviewSecrecy(office.reviewer, { ...bare, ...review, answers }))).toBe(
      'approval-missing',
    )
    const refused = await asked('approval', 'opposed')
    expect(await refusal(reviewSecrecy(office.reviewer, { ...refused, ...review, answers }))).toBe(
      'approval-missing',
    )
    const given = await asked('approval', 'agreed')
    expect((await reviewSecrecy(office.reviewer, { ...given, ...review, answers })).state).toBe('reviewed')
  })

  it('a policy document is kept closed only after the disclosure office was heard, and the list says on what ground', async () => {
    const closed = {
      opinion: 'withhold',
      reason: '属于讨论记录',
      exemption: 'process',
      overrides: {},
      answers: NOTHING_SECRET,
    } as const
    const bare = await aDocument(runtime, agencyId, { nodeId, stage: 'submitted' })
    expect(await refusal(reviewSecrecy(office.reviewer, { ...bare, ...closed }))).toBe('office-not-heard')
    const heard = await asked('office', 'opposed')
    expect((await reviewSecrecy(office.reviewer, { ...heard, ...closed })).state).toBe('withheld')
    const listed = (await listWithheld(office.reviewer, { agencyId })).find(
      ({ documentId }) => documentId === heard.documentId,
    )
    expect(listed).toMatchObject({ attribute: 'withheld', exemption: 'process', reason: '属于讨论记录' })
  })
})

describe('条例 第十八条: 定期评估', () => {
  it('lists what was not opened with a day a year on, keeps it with a reason or sets it on its way out', async () => {
    const closed = { attribute: 'upon-request', attributeReason: '条例第十六条：内部事务' } as const
    const draft = await aDocument(runtime, agencyId, { nodeId, stage: 'draft', content: closed })
    const of = async (on: string) =>
      (await listWithheld(theOffice(runtime, agencyId, on).drafter, { agencyId })).find(
        ({ documentId }) => documentId === draft.documentId,
      )
    expect(await of('2027-06-14')).toMatchObject({
      reviewedOn: '2026-06-15',
      nextReviewOn: '2027-06-15',
      due: false,
    })
    expect(await of('2027-06-15')).toMatchObject({ due: true })

    const later = theOffice(runtime, agencyId, '2027-06-15')
    const kept = await reReviewDocument(later.reviewer, { ...draft, outcome: 'keep', reason: '情况没有变化' })
    expect(await of('2027-06-15')).toMatchObject({ nextReviewOn: '2028-06-15', due: false })
    await reReviewDocument(later.reviewer, {
      ...draft,
      version: kept.version,
      outcome: 'open',
      reason: '已经没有保密的必要',
    })
    const file = await getDocument(later.drafter, draft)
    expect([file.state, file.content.attribute, file.content.attributeReason]).toEqual([
      'draft',
      'proactive',
      null,
    ])
    expect(await of('2027-06-15')).toBeUndefined()
  })

  it('has nothing to say of what is open', async () => {
    const open = await aDocument(runtime, agencyId, { nodeId, stage: 'draft' })
    expect(await refusal(reReviewDocument(office.reviewer, { ...open, outcome: 'keep', reason: '无' }))).toBe(
      'not-withheld',
    )
    await expect(
      reReviewDocument(office.drafter, { ...open, outcome: 'keep', reason: '无' }),
    ).rejects.toThrow(Forbidden)
  })
})
