import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden, Invalid, NotFound, Refused, Stale } from '../../errors.ts'
import { theOffice } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { draftAnswer } from './draft-answer.ts'
import { followFeedback } from './follow-feedback.ts'
import { leaveFeedback } from './leave-feedback.ts'
import { listFeedback } from './list-feedback.ts'
import { publicAnswers } from './public-answers.ts'
import { reviewAnswer } from './review-answer.ts'

let runtime: TestRuntime
let agencyId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
})

let count = 0
function leave(what: Partial<Parameters<typeof leaveFeedback>[1]> = {}, on = '2026-06-15') {
  count += 1
  const input = {
    kind: 'question',
    title: '临时救助怎样申请',
    text: '家里遭了火灾，到哪里申请？',
    contact: '13812345678',
    pagePath: '',
  } as const
  return leaveFeedback(runtime.asPublic(agencyId, on), {
    agencyId,
    formKey: `form ${count}`,
    ...input,
    ...what,
  })
}
const itemOf = async (number: string, on = '2026-06-15') => {
  const item = (await listFeedback(theOffice(runtime, agencyId, on).drafter, { agencyId })).find(
    (each) => each.number === number,
  )
  if (item === undefined) throw new Error(`no ${number}`)
  return { ...item, agencyId }
}

describe('公众留言', () => {
  it('takes a message sealed, with a number, a code and five working days for a plain question', async () => {
    const left = await leave()
    expect(left.number).toBe('互动2026-00001')
    // 19 June 2026 is 端午节: 16, 17, 18, 22 and 23 June are the five working days.
    expect(await itemOf(left.number)).toMatchObject({
      state: 'open',
      dueOn: '2026-06-23',
      contact: '13812345678',
      overdue: false,
    })
    expect(await itemOf(left.number, '2026-06-24')).toMatchObject({ overdue: true, veto: false })
    expect(await itemOf(left.number, '2026-09-16')).toMatchObject({ veto: true })
    const { rows } = await runtime.owner.query('select text_sealed::text, contact_sealed::text from feedback')
    expect(JSON.stringify(rows)).not.toContain('13812345678')
  })

  it('takes the same form once, and an empty one not at all', async () => {
    const first = await leave({ formKey: 'same' })
    expect(await leave({ formKey: 'same' })).toEqual(first)
    await expect(leave({ title: ' ' })).rejects.toThrow('请填写标题')
    await expect(leave({ text: '' })).rejects.toThrow(Invalid)
  })

  it('is answered by one and released by another, and shown to whoever has the code', async () => {
    const { number, code } = await leave()
    const { drafter, reviewer } = theOffice(runtime, agencyId)
    const follow = (withCode: string) =>
      followFeedback(runtime.asPublic(agencyId, '2026-06-16'), { agencyId, number, code: withCode })
    const answer = {
      answer: '请到户籍所在地办事处便民服务中心申请。',
      publicQuestion: '遭遇火灾怎样申请临时救助？',
    }
    const drafted = await draftAnswer(drafter, { ...(await itemOf(number)), ...answer })
    expect((await follow(code)).answer).toBeNull()
    expect(await publicAnswers(drafter, { agencyId })).toEqual([])

    const both = runtime.as(
      { agencyId, roles: ['office-head'], staffId: '00000000-0000-7000-8000-00000000000a' },
      '2026-06-16',
    )
    const accepted = { ...(await itemOf(number)), ...drafted, accepted: true, reason: '' }
    const own = await reviewAnswer(both, accepted).catch((error) => error)
    expect(own).toBeInstanceOf(Refused)
    await expect(reviewAnswer(drafter, accepted)).rejects.toThrow(Forbidden)
    await reviewAnswer(reviewer, accepted)
    await expect(reviewAnswer(reviewer, accepted)).rejects.toThrow(Stale)
    expect((await follow(code.toLowerCase())).answer).toBe('请到户籍所在地办事处便民服务中心申请。')
    await expect(follow('AAAAAAAA')).rejects.toThrow(NotFound)
    expect((await publicAnswers(drafter, { agencyId })).map(({ question }) => question)).toEqual([
      '遭遇火灾怎样申请临时救助？',
    ])
  })

  it('lets no personal data out with an answer, and sends a poor one back with a reason', async () => {
    const { number } = await leave()
    const { drafter, reviewer } = theOffice(runtime, agencyId)
    const private_ = { answer: '请与张三联系，身份证号11010519491231002X。', publicQuestion: null }
    await expect(draftAnswer(drafter, { ...(await itemOf(number)), ...private_ })).rejects.toThrow(
      '请改写后再提交',
    )
    await draftAnswer(drafter, { ...(await itemOf(number)), answer: '请到窗口办理。', publicQuestion: null })
    await expect(
      reviewAnswer(reviewer, { ...(await itemOf(number)), accepted: false, reason: '' }),
    ).rejects.toThrow('请写明退回的理由')
    await reviewAnswer(reviewer, { ...(await itemOf(number)), accepted: false, reason: '没有写明地址' })
    expect(await itemOf(number)).toMatchObject({ state: 'open', returnedFor: '没有写明地址' })
  })
})
