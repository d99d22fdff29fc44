import { beforeAll, describe, expect, it } from 'vitest'
import { Invalid, NotFound, Refused, Stale } from '../../errors.ts'
import { answerCorrection } from './answer-correction.ts'
import { askExplanation } from './ask-explanation.ts'
import { askReasons } from './ask-reasons.ts'
import { declarePayment } from './declare-payment.ts'
import { fetchPaper } from './fetch-paper.ts'
import { followRequest } from './follow-request.ts'
import { getRequest } from './get-request.ts'
import { keepAttachment } from './keep-attachment.ts'
import { listApplicantMessages, listWaitingMessages } from './list-applicant-messages.ts'
import { rateService } from './rate-service.ts'
import { requestCorrection } from './request-correction.ts'
import { settleMessage } from './settle-message.ts'
import { stateReasons } from './state-reasons.ts'
import { anOffice, day, type Office, underReview } from './testing/office.ts'
import { withdrawByApplicant } from './withdraw-by-applicant.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})

type File = Awaited<ReturnType<typeof underReview>>
const claimOf = ({ number, queryCode }: File) => ({ number, queryCode })
let forms = 0
const said = (file: File, text: string) => {
  forms += 1
  return { ...claimOf(file), messageKey: `form ${forms}`, text, attachments: [] }
}

/** Received on Monday 2024-06-03; asked on Thursday to correct until Thursday 2024-06-20. */
async function toCorrect() {
  const file = await underReview(office, '2024-06-03')
  await requestCorrection(office.as('clerk', '2024-06-06'), {
    ...file.on,
    on: day('2024-06-06'),
    items: ['请明确项目的年份'],
    guidance: '可以写明招标公告的日期',
    respondBy: day('2024-06-20'),
    deliveredOn: null,
  })
  return file
}

describe('网上补正', () => {
  it('is received at once, starts the count anew, and is taken once', async () => {
    const file = await toCorrect()
    const visitor = office.follower('2024-06-17')
    const bytes = Buffer.from('%PDF-1.4')
    const attachment = await keepAttachment(visitor, { name: '说明.pdf', bytes })
    const input = { ...said(file, '2023年的项目'), attachments: [attachment] }
    expect(await answerCorrection(visitor, input)).toEqual({ late: false })
    await answerCorrection(visitor, input)
    const { fold, history, files } = await getRequest(office.as('clerk', '2024-06-17'), file.on)
    expect(fold.state).toBe('under-review')
    // Twenty working days from Monday 2024-06-17.
    expect(fold.clock.dueOn).toBe('2024-07-15')
    const received = history.filter(({ event }) => event.kind === 'correction-received')
    expect(received.map(({ actor, office: facts }) => [actor, facts.text])).toEqual([
      ['申请人', '2023年的项目'],
    ])
    expect(files.map(({ name }) => name)).toEqual(['说明.pdf'])
    const messages = await listApplicantMessages(office.as('clerk', '2024-06-17'), file.on)
    expect(messages.map(({ kind, settledAt }) => [kind, settledAt !== null])).toEqual([['correction', true]])
  })

  it('waits for a person when it comes late, and the clock stands still until then', async () => {
    const file = await toCorrect()
    expect(await answerCorrection(office.follower('2024-06-21'), said(file, '住院，附证明'))).toEqual({
      late: true,
    })
    const { fold } = await getRequest(office.as('clerk', '2024-06-21'), file.on)
    expect(fold.state).toBe('awaiting-correction')
    const waiting = await listWaitingMessages(office.as('clerk', '2024-06-21'), office)
    expect(waiting.map(({ number }) => number)).toContain(file.number)
  })

  it('is refused where none was asked for, and nothing is written', async () => {
    const file = await underReview(office, '2024-06-03')
    await expect(answerCorrection(office.follower('2024-06-04'), said(file, '补正'))).rejects.toThrow(Refused)
    await expect(answerCorrection(office.follower('2024-06-04'), said(file, ' '))).rejects.toThrow(Refused)
    expect(await listApplicantMessages(office.as('clerk', '2024-06-04'), file.on)).toEqual([])
  })

  it('says one thing to a wrong number and to a wrong code', async () => {
    const file = await toCorrect()
    const wrong = { ...said(file, '补正'), queryCode: 'AAAA' }
    await expect(answerCorrection(office.follower('2024-06-10'), wrong)).rejects.toThrow(NotFound)
  })

  it('proves the arrival of the notice by its first download', async () => {
    const file = await toCorrect()
    const follower = office.follower('2024-06-11')
    const { papers } = await followRequest(follower, claimOf(file))
    const notice = papers.find(({ code }) => code === 'D03')?.paperId ?? ''
    for (const on of ['2024-06-11', '2024-06-12']) {
      await fetchPaper(office.follower(on), { ...claimOf(file), paperId: notice, lastFour: '1234' })
    }
    const { history } = await getRequest(office.as('clerk', '2024-06-12'), file.on)
    const delivered = history.filter(({ event }) => event.kind === 'delivered')
    expect(delivered.map(({ event, office: facts }) => [event.on, facts.proof])).toEqual([
      ['2024-06-11', '申请人在网上取走'],
    ])
  })
})

describe('说明理由、缴费说明、请求解释', () => {
  it('keeps reasons for a person to judge', async () => {
    const file = await underReview(office, '2024-06-03')
    const clerk = office.as('clerk', '2024-06-05')
    await askReasons(clerk, {
      ...file.on,
      on: day('2024-06-05'),
      requestCount: 60,
      period: '2024年1月至5月',
      toExplain: '短期内提出60件申请的理由',
      respondBy: day('2024-06-19'),
    })
    await stateReasons(office.follower('2024-06-07'), said(file, '各件所涉项目不同'))
    const { fold } = await getRequest(office.as('clerk', '2024-06-07'), file.on)
    expect(fold.state).toBe('awaiting-reasons')
    const { own } = await followRequest(office.follower('2024-06-07'), { ...claimOf(file), lastFour: '1234' })
    expect(own?.reasons).toEqual({ toExplain: '短期内提出60件申请的理由', period: '2024年1月至5月' })
    expect(own?.messages.map(({ kind, text }) => [kind, text])).toEqual([['reasons', '各件所涉项目不同']])
    await expect(declarePayment(office.follower('2024-06-07'), said(file, '已缴'))).rejects.toThrow(Refused)
  })

  it('answers a question once, and shows it only to who knows the last four', async () => {
    const file = await underReview(office, '2024-06-03')
    await askExplanation(office.follower('2024-06-04'), said(file, '为什么是7月2日？'))
    const clerk = office.as('clerk', '2024-06-05')
    const [message] = await listApplicantMessages(clerk, file.on)
    const settle = { ...file.on, messageId: message?.messageId ?? '', answer: '自6月3日起20个工作日' }
    await settleMessage(clerk, settle)
    await expect(settleMessage(clerk, settle)).rejects.toThrow(Stale)
    const open = await followRequest(office.follower('2024-06-05'), claimOf(file))
    expect(JSON.stringify(open)).not.toContain('为什么')
    const { own } = await followRequest(office.follower('2024-06-05'), { ...claimOf(file), lastFour: '002X' })
    expect(own?.messages.map(({ answer }) => answer)).toEqual(['自6月3日起20个工作日'])
    await expect(
      followRequest(office.follower('2024-06-05'), { ...claimOf(file), lastFour: '0000' }),
    ).rejects.toThrow(Invalid)
  })
})

describe('网上撤回、评价', () => {
  it('ends the request on the word of who knows the last four, and rates it then', async () => {
    const file = await underReview(office, '2024-06-03')
    const follower = office.follower('2024-06-04')
    const rate = { ...claimOf(file), score: 4, comment: '' }
    await expect(rateService(follower, rate)).rejects.toThrow('请在办结以后评价')
    await expect(withdrawByApplicant(follower, { ...said(file, ''), lastFour: '0000' })).rejects.toThrow(
      '后四位',
    )
    const mine = { ...said(file, ''), lastFour: '1234' }
    await withdrawByApplicant(follower, mine)
    await withdrawByApplicant(follower, mine)
    const { fold, history } = await getRequest(office.as('clerk', '2024-06-04'), file.on)
    expect([fold.state, fold.outcome, history.at(-1)?.note]).toEqual([
      'withdrawn',
      'other-misc',
      '申请人在网上撤回申请，没有写明原因',
    ])
    await expect(
      withdrawByApplicant(follower, { ...said(file, '再撤一次'), lastFour: '1234' }),
    ).rejects.toThrow(Refused)
    await rateService(follower, rate)
    await rateService(follower, { ...rate, score: 2 })
    const followed = await followRequest(follower, claimOf(file))
    expect([followed.mayRate, followed.rating]).toEqual([true, 2])
    await expect(rateService(follower, { ...rate, score: 6 })).rejects.toThrow('请选择满意程度')
  })
})

it('shows why the deadline is that day, and what may be done', async () => {
  const file = await underReview(office, '2024-06-03')
  const { turns, days, acts, waitsFor, own } = await followRequest(
    office.follower('2024-06-04'),
    claimOf(file),
  )
  expect(turns.at(-1)).toMatchObject({ on: '2024-07-02', kind: 'due', basis: { article: 33, paragraph: 2 } })
  expect(days.find(({ on }) => on === '2024-06-10')).toMatchObject({ kind: 'holiday' })
  expect([acts, waitsFor, own]).toEqual([['withdrawal', 'explanation'], null, null])
})
