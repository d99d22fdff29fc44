import { parsePlainDate } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden, Invalid, NotFound, Refused, Stale } from '../../errors.ts'
import { aColumn, aDocument, theOffice } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { withdrawDocument } from '../disclosure/withdraw-document.ts'
import type { Messenger, OutgoingMessage } from '../notifications/messengers.ts'
import { sendNotification } from '../notifications/send-notification.ts'
import { listActivities } from '../oversight/list-activities.ts'
import { listOrders } from '../oversight/list-orders.ts'
import { draftAnswer } from './draft-answer.ts'
import { followFeedback } from './follow-feedback.ts'
import { forwardComplaint } from './forward-complaint.ts'
import { importPlatformErrors } from './import-platform-errors.ts'
import { leaveFeedback } from './leave-feedback.ts'
import { linkPublished } from './link-published.ts'
import { listFeedback } from './list-feedback.ts'
import { publicAnswers } from './public-answers.ts'
import { recordPlatformError } from './record-platform-error.ts'
import { revealSender } from './reveal-sender.ts'
import { reviewAnswer } from './review-answer.ts'
import { setAsideFeedback } from './set-aside-feedback.ts'
import { takeUpComplaint } from './take-up-complaint.ts'

const day = parsePlainDate

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
      contact: '138****5678',
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
    for (const said of ['请致电13812345678询问。', '请把款项汇到4111111111111111。']) {
      const leaking = { ...(await itemOf(number)), answer: '见公开的问题。', publicQuestion: said }
      await expect(draftAnswer(drafter, leaking)).rejects.toThrow('公开的问题：')
    }
    await draftAnswer(drafter, { ...(await itemOf(number)), answer: '请到窗口办理。', publicQuestion: null })
    await expect(
      reviewAnswer(reviewer, { ...(await itemOf(number)), accepted: false, reason: '' }),
    ).rejects.toThrow('请写明退回的理由')
    await reviewAnswer(reviewer, { ...(await itemOf(number)), accepted: false, reason: '没有写明地址' })
    expect(await itemOf(number)).toMatchObject({ state: 'open', returnedFor: '没有写明地址' })
  })
})

describe('来信人的个人信息', () => {
  it('is masked in the list for everybody, and opened by who answers, with a trace', async () => {
    const { number } = await leave({
      title: '请给13812345678回电',
      text: '我的身份证号是11010519491231002X，请尽快办理。',
      contact: '13812345678，li@example.com',
    })
    const item = await itemOf(number)
    expect(item.title).toBe('请给138****5678回电')
    expect(item.text).toBe('我的身份证号是11*************02X，请尽快办理。')
    expect(item.contact).toBe('138****5678，l***@example.com')
    const { drafter, reviewer } = theOffice(runtime, agencyId)
    await expect(revealSender(reviewer, item)).rejects.toThrow(Forbidden)
    expect(await revealSender(drafter, item)).toEqual({
      text: '我的身份证号是11010519491231002X，请尽快办理。',
      contact: '13812345678，li@example.com',
    })
    const { rows } = await runtime.owner.query(
      `select actor from audit_entry where action = 'reveal-sender' and object_id = $1`,
      [item.feedbackId],
    )
    expect(rows).toEqual([{ actor: '王敏' }])
  })
})

describe('答复后提醒', () => {
  const sent: OutgoingMessage[] = []
  const carrier: Messenger = {
    send: async (message) => {
      sent.push(message)
      return { reference: 'r1' }
    },
  }
  const answered = async (number: string) => {
    const { drafter, reviewer } = theOffice(runtime, agencyId)
    const drafted = await draftAnswer(drafter, {
      ...(await itemOf(number)),
      answer: '请到窗口办理。',
      publicQuestion: null,
    })
    const withMail = { ...reviewer, messengers: { mail: carrier, sms: null } }
    await reviewAnswer(withMail, { ...(await itemOf(number)), ...drafted, accepted: true, reason: '' })
    const { rows } = await runtime.owner.query(
      `select notification_id, to_masked, state, error, body from notification
       where subject_id = (select feedback_id from feedback where number = $1)`,
      [number],
    )
    return rows
  }

  it('needs an address of the kind that is wanted', async () => {
    await expect(leave({ contact: '办公室转', notifyBy: 'sms' })).rejects.toThrow('请填写手机号码')
    await expect(leave({ contact: '13812345678', notifyBy: 'mail' })).rejects.toThrow('请填写电子邮箱')
  })

  it('goes out with the number and nothing of what was asked', async () => {
    const { number } = await leave({ contact: 'li@example.com', notifyBy: 'mail' })
    const [row] = await answered(number)
    expect(row).toMatchObject({ to_masked: 'l***@example.com', state: 'waiting', error: null })
    expect(row.body).not.toContain('火灾')
    const system = { ...runtime.asSystem(agencyId), messengers: { mail: carrier, sms: null } }
    await sendNotification(system, { agencyId, notificationId: row.notification_id })
    expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
      ['li@example.com', `来信${number}已经答复`],
    ])
  })

  it('says why nothing is sent where no service is configured, and is silent for who wants none', async () => {
    const { number } = await leave({ notifyBy: 'sms' })
    expect(await answered(number)).toMatchObject([{ state: 'not-sent', error: '没有配置短信发送服务' }])
    expect(await answered((await leave()).number)).toEqual([])
  })
})

describe('无效留言', () => {
  it('owes no answer and tells the sender why', async () => {
    const { number, code } = await leave({ kind: 'message', title: '广告', text: '贷款请联系' })
    const { drafter, reviewer } = theOffice(runtime, agencyId)
    await expect(setAsideFeedback(drafter, { ...(await itemOf(number)), reason: ' ' })).rejects.toThrow(
      Invalid,
    )
    await expect(setAsideFeedback(reviewer, { ...(await itemOf(number)), reason: '广告' })).rejects.toThrow(
      Forbidden,
    )
    await setAsideFeedback(drafter, { ...(await itemOf(number)), reason: '商业广告' })
    expect(await itemOf(number, '2026-12-31')).toMatchObject({ veto: false, overdue: false })
    const followed = await followFeedback(runtime.asPublic(agencyId), { agencyId, number, code })
    expect(followed.setAsideFor).toBe('商业广告')
    const answer = { answer: '不办理', publicQuestion: null }
    await expect(draftAnswer(drafter, { ...(await itemOf(number)), ...answer })).rejects.toThrow(Stale)
  })
})

describe('建议主动公开', () => {
  it('leads to what was published because of it, while that is public', async () => {
    const { number, code } = await leave({ kind: 'suggestion', title: '建议公开停车泊位' })
    const { drafter, reviewer } = theOffice(runtime, agencyId)
    const nodeId = await aColumn(runtime, agencyId)
    const draft = await aDocument(runtime, agencyId, { nodeId, stage: 'draft' })
    const link = async (documentId: string) =>
      linkPublished(drafter, { ...(await itemOf(number)), documentId })
    await expect(link(draft.documentId)).rejects.toThrow('还没有发布的，发布以后再关联')
    const published = await aDocument(runtime, agencyId, { nodeId, content: { title: '停车泊位位置图' } })
    await link(published.documentId)
    const answer = { answer: '已经采纳。', publicQuestion: '能否公开停车泊位？' }
    const drafted = await draftAnswer(drafter, { ...(await itemOf(number)), ...answer })
    await reviewAnswer(reviewer, { ...(await itemOf(number)), ...drafted, accepted: true, reason: '' })
    const shown = { documentId: published.documentId, title: '停车泊位位置图' }
    const follow = () => followFeedback(runtime.asPublic(agencyId), { agencyId, number, code })
    expect((await follow()).published).toEqual(shown)
    expect((await publicAnswers(drafter, { agencyId })).map((one) => one.published)).toContainEqual(shown)
    await withdrawDocument(drafter, { ...published, reason: 'wrong', note: '图有误' })
    expect((await follow()).published).toBeNull()
    const question = await leave()
    await expect(
      linkPublished(drafter, { ...(await itemOf(question.number)), documentId: published.documentId }),
    ).rejects.toThrow('只有建议主动公开的来信')
  })
})

describe('投诉举报', () => {
  it('becomes an order to the organ below, once, without the sender in it', async () => {
    const above = await anAgency(runtime, { path: '/shang/', slug: 'shang' })
    const below = await anAgency(runtime, { path: '/shang/xia/', slug: 'xia' })
    const clerk = runtime.as({ agencyId: above, roles: ['clerk'] }, '2026-06-15')
    const supervisor = runtime.as({ agencyId: above, roles: ['supervisor'] }, '2026-06-16')
    const input = {
      kind: 'complaint',
      title: '某局不公开预算',
      text: '张三反映',
      contact: '13812345678',
    } as const
    await leaveFeedback(runtime.asPublic(above, '2026-06-15'), {
      agencyId: above,
      formKey: 'c1',
      pagePath: '',
      ...input,
    })
    const [item] = await listFeedback(clerk, { agencyId: above })
    if (item === undefined) throw new Error('no complaint')
    const about = { toAgencyId: below, demand: '查明情况，限期公开', replyBy: day('2026-06-30') }
    const what = { agencyId: above, feedbackId: item.feedbackId, version: item.version }
    const order = { ...what, subject: '核查预算公开情况', about }
    await expect(takeUpComplaint(clerk, order)).rejects.toThrow(Forbidden)
    const two = await Promise.allSettled([
      takeUpComplaint(supervisor, order),
      takeUpComplaint(supervisor, order),
    ])
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const orders = await listOrders(runtime.as({ agencyId: below, roles: ['clerk'] }), { agencyId: below })
    expect(orders).toMatchObject([
      { ground: 'complaint', subject: '核查预算公开情况', replyBy: '2026-06-30' },
    ])
    expect(JSON.stringify(orders)).not.toMatch(/张三|138/)
    expect((await listFeedback(clerk, { agencyId: above }))[0]).toMatchObject({
      orderNumber: orders[0]?.number,
      orderSettled: false,
    })
  })

  it('about the organ itself becomes a problem of its records', async () => {
    const { number } = await leave({ kind: 'complaint', title: '没有公开收费标准' })
    const { drafter } = theOffice(runtime, agencyId)
    await takeUpComplaint(drafter, { ...(await itemOf(number)), subject: '没有公开收费标准', about: 'own' })
    const { activities } = await listActivities(drafter, { agencyId, year: 2026 })
    expect(activities.map(({ kind, title }) => [kind, title])).toContainEqual(['problem', '没有公开收费标准'])
  })

  it('is forwarded to the authority above with all that was said, and the sender is told', async () => {
    const above = await anAgency(runtime, { path: '/zhuguan/', slug: 'zhuguan', name: '主管市人民政府' })
    const below = await anAgency(runtime, { path: '/zhuguan/ju/', slug: 'ju' })
    await runtime.owner.query('update agency set parent_id = $1 where agency_id = $2', [above, below])
    const visitor = runtime.asPublic(below, '2026-06-15')
    const left = await leaveFeedback(visitor, {
      agencyId: below,
      formKey: 'c2',
      kind: 'complaint',
      title: '逾期不答复',
      text: '申请已过期限没有答复',
      contact: '13812345678',
      pagePath: '',
    })
    const clerk = runtime.as({ agencyId: below, roles: ['clerk'] }, '2026-06-16')
    const [item] = await listFeedback(clerk, { agencyId: below })
    if (item === undefined) throw new Error('no complaint')
    await forwardComplaint(clerk, { agencyId: below, feedbackId: item.feedbackId, version: item.version })
    const followed = await followFeedback(visitor, { agencyId: below, ...left })
    expect(followed.answer).toBe(
      '您反映的事项由主管部门查证处理，已于2026年6月16日转送主管市人民政府（编号互动2026-00001）。',
    )
    const there = runtime.as({ agencyId: above, roles: ['clerk'] }, '2026-06-16')
    const [copy] = await listFeedback(there, { agencyId: above })
    expect(copy).toMatchObject({ origin: 'forwarded', originNumber: left.number, state: 'open' })
    expect(await revealSender(there, { agencyId: above, feedbackId: copy?.feedbackId ?? '' })).toEqual({
      text: '申请已过期限没有答复',
      contact: '13812345678',
    })
  })
})

describe('我为政府网站找错平台', () => {
  const TABLE = `<table><tr><th>留言编号</th><th>问题描述</th><th>问题页面</th><th>提交时间</th></tr>
    <tr><td>ZC2026-1</td><td>页面打不开</td><td>https://www.example.gov.cn/a.html</td><td>2026-05-31 10:20</td></tr>
    <tr><td>ZC2026-2</td><td>错别字</td><td></td><td>2026年6月1日</td></tr>
    <tr><td></td><td>没有编号</td><td></td><td>2026/6/1</td></tr>
    <tr><td>ZC2026-4</td><td>日期不对</td><td></td><td>上周</td></tr></table>`

  it('takes an export in, each line once, and names the lines that it could not read', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    const file = { agencyId, name: '导出.html', bytes: Buffer.from(TABLE) }
    const first = await importPlatformErrors(drafter, file)
    expect([first.taken, first.known]).toEqual([2, 0])
    expect(first.faults.map(({ message }) => message)).toEqual([
      '没有编号，不能判断是否登记过',
      '提交时间“上周”不是日期，应当写作2024-03-01的样式',
    ])
    expect(await importPlatformErrors(drafter, file)).toMatchObject({ taken: 0, known: 2 })
    const items = (await listFeedback(drafter, { agencyId })).filter(({ origin }) => origin !== 'portal')
    // A month from the day on which it was reported there: 31 May has no counterpart in June.
    expect(items.map(({ originNumber, dueOn }) => [originNumber, dueOn])).toEqual([
      ['ZC2026-1', '2026-06-30'],
      ['ZC2026-2', '2026-07-01'],
    ])
    await expect(
      importPlatformErrors(drafter, { ...file, bytes: Buffer.from('<table><tr><td>其他</td></tr></table>') }),
    ).rejects.toThrow('没有找到表头')
  })

  it('takes one by hand, and not twice', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    const report = { agencyId, originNumber: 'ZC2026-9', title: '链接失效', text: '打不开', page: '' }
    await recordPlatformError(drafter, { ...report, receivedOn: day('2026-06-10') })
    await expect(recordPlatformError(drafter, { ...report, receivedOn: day('2026-06-10') })).rejects.toThrow(
      '已经登记过',
    )
    await expect(
      recordPlatformError(drafter, { ...report, originNumber: 'ZC2026-10', receivedOn: day('2026-06-16') }),
    ).rejects.toThrow('提交日期不能晚于今天')
  })
})
