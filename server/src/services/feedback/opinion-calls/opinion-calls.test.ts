import { parsePlainDate } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden, Invalid, Refused, Stale } from '../../../errors.ts'
import { aColumn, aDocument, theOffice } from '../../../testing/a-document.ts'
import { anAgency } from '../../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../../testing/test-runtime.ts'
import { changeOpinionCall } from './change-call.ts'
import { leaveOpinion, recordOpinion } from './leave-opinion.ts'
import { getCall, listCalls, revealOpinion } from './list-calls.ts'
import { openCall } from './open-call.ts'
import { callsOfDocument, findPublicCall, publicCalls } from './public-calls.ts'
import { draftResult, reviewResult } from './publish-result.ts'
import { weighOpinion } from './weigh-opinion.ts'

const day = parsePlainDate
let runtime: TestRuntime
let agencyId: string
let nodeId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
  nodeId = await aColumn(runtime, agencyId)
})

const office = (on: string) => theOffice(runtime, agencyId, on)

/** From 16 June to 15 July 2026, thirty days, over a draft published on the 15th. */
async function anOpenCall(what: Partial<Parameters<typeof openCall>[1]> = {}) {
  const { documentId } = await aDocument(runtime, agencyId, {
    nodeId,
    content: { title: '停车管理办法（征求意见稿）', kind: 'announcement' },
  })
  const { callId } = await openCall(office('2026-06-15').drafter, {
    agencyId,
    documentId,
    subject: 'decision',
    title: '关于《停车管理办法（征求意见稿）》公开征求意见的公告',
    explanation: '重点征求收费标准的意见。',
    otherWays: '寄送至办公室',
    opensOn: day('2026-06-16'),
    closesOn: day('2026-07-15'),
    shortReason: '',
    ...what,
  })
  return { agencyId, callId, documentId }
}

let count = 0
const leave = (callId: string, on: string, what: Partial<Parameters<typeof leaveOpinion>[1]> = {}) => {
  count += 1
  const form = { formKey: `opinion ${count}`, clause: '第三条', name: '李明', notifyBy: null } as const
  const said = { text: '第三条的收费偏高，请电13812345678说明。', contact: 'li@example.com' }
  return leaveOpinion(runtime.asPublic(agencyId, on), { agencyId, callId, ...form, ...said, ...what })
}

const callNow = async (what: { agencyId: string; callId: string }, on: string) => {
  const { call } = await getCall(office(on).drafter, what)
  return { agencyId, callId: call.callId, version: call.version }
}

describe('意见征集', () => {
  it('is opened over a published draft only, for as long as the norm asks or with a reason', async () => {
    const { drafter, reviewer } = office('2026-06-15')
    const { documentId } = await aDocument(runtime, agencyId, { nodeId, stage: 'draft' })
    const ask = {
      agencyId,
      documentId,
      subject: 'decision',
      title: '征求意见',
      explanation: '说明',
      otherWays: '',
      opensOn: day('2026-06-15'),
      closesOn: day('2026-07-14'),
      shortReason: '',
    } as const
    await expect(openCall(drafter, ask)).rejects.toThrow('请选择已经发布的征求意见稿')
    await expect(openCall(reviewer, ask)).rejects.toThrow(Forbidden)
    const short = await openCall(drafter, { ...ask, closesOn: day('2026-07-13') }).catch((error) => error)
    expect(short).toBeInstanceOf(Refused)
    expect(short.refusal.reason).toContain('一般不少于30日')
    await expect(anOpenCall({ explanation: '请电13812345678。' })).rejects.toThrow('说明：')
    const { callId } = await anOpenCall({ closesOn: day('2026-06-30'), shortReason: '汛期前需要施行' })
    const { call } = await findPublicCall(runtime.asPublic(agencyId, '2026-06-16'), { agencyId, callId })
    expect(call.shortReason).toBe('汛期前需要施行')
  })

  it('takes opinions within its days, each form once, and never shows what people wrote', async () => {
    const { callId, documentId } = await anOpenCall()
    const visitor = runtime.asPublic(agencyId, '2026-06-15')
    await expect(leave(callId, '2026-06-15')).rejects.toThrow('征集从2026年6月16日开始')
    expect((await publicCalls(visitor, { agencyId })).map((call) => call.callId)).not.toContain(callId)
    const first = await leave(callId, '2026-06-16', { formKey: 'same' })
    expect(await leave(callId, '2026-06-16', { formKey: 'same' })).toEqual(first)
    await leave(callId, '2026-07-15')
    await expect(leave(callId, '2026-07-16')).rejects.toThrow('征集已经在2026年7月15日截止')
    await expect(leave(callId, '2026-06-16', { text: ' ' })).rejects.toThrow('请填写意见和理由')
    const shown = await findPublicCall(runtime.asPublic(agencyId, '2026-07-01'), { agencyId, callId })
    expect(shown.call.opinions).toBe(2)
    expect(JSON.stringify(shown)).not.toMatch(/偏高|李明|li@/)
    expect(
      await callsOfDocument(runtime.asPublic(agencyId, '2026-07-01'), { agencyId, documentId }),
    ).toMatchObject([{ as: 'draft', call: { state: 'open' } }])
    const { rows } = await runtime.owner.query(
      'select text_sealed::text, name_sealed::text, contact_sealed::text from opinion',
    )
    expect(JSON.stringify(rows)).not.toMatch(/偏高|li@example/)

    const { opinions } = await getCall(office('2026-07-01').reviewer, { agencyId, callId })
    expect(opinions[0]).toMatchObject({
      text: '第三条的收费偏高，请电138****5678说明。',
      contact: 'l***@example.com',
    })
    expect(opinions[0]?.name).not.toBe('李明')
    const opinionId = opinions[0]?.opinionId ?? ''
    await expect(revealOpinion(office('2026-07-01').reviewer, { agencyId, opinionId })).rejects.toThrow(
      Forbidden,
    )
    expect((await revealOpinion(office('2026-07-01').drafter, { agencyId, opinionId })).name).toBe('李明')
  })

  it('ends with what was taken up, by two hands, and leads to the document that came of it', async () => {
    const call = await anOpenCall()
    await leave(call.callId, '2026-06-20', { notifyBy: 'mail', clause: '第三条，请电13812345678' })
    await recordOpinion(office('2026-07-20').drafter, {
      agencyId,
      callId: call.callId,
      way: 'letter',
      clause: '',
      text: '建议增加残疾人车位',
      name: '',
      contact: '',
    })
    const { drafter, reviewer } = office('2026-07-20')
    const draft = async (text = '共收到两条意见，采纳一条。') =>
      draftResult(drafter, { ...(await callNow(call, '2026-07-20')), text })
    await expect(draft()).rejects.toThrow('还有2条意见没有写明是否采纳')
    const { opinions } = await getCall(drafter, call)
    const [first, second] = opinions
    if (first === undefined || second === undefined) throw new Error('two opinions were left')
    const weigh = (opinion: typeof first, what: Partial<Parameters<typeof weighOpinion>[1]>) =>
      weighOpinion(drafter, {
        agencyId,
        opinionId: opinion.opinionId,
        version: opinion.version,
        clause: '第三条',
        gist: '收费标准偏高',
        outcome: 'not-adopted',
        reason: '标准由价格部门核定',
        ...what,
      })
    expect(first.clause).toBe('第三条，请电138****5678')
    // What a sender typed beside the article is not published unread.
    await expect(weigh(first, { clause: '第三条，请电13812345678' })).rejects.toThrow(Invalid)
    await expect(weigh(first, { reason: '' })).rejects.toThrow('未采纳的，请写明理由')
    await expect(weigh(first, { gist: '李明电话13812345678' })).rejects.toThrow(Invalid)
    await weigh(first, {})
    await weigh(second, { clause: '', gist: '增加残疾人车位', outcome: 'adopted', reason: '' })
    await draft()
    expect((await findPublicCall(drafter, call)).call.resultText).toBeNull()
    const both = runtime.as(
      { agencyId, roles: ['office-head'], staffId: '00000000-0000-7000-8000-00000000000a' },
      '2026-07-20',
    )
    const accept = async (who: typeof both) =>
      reviewResult(who, { ...(await callNow(call, '2026-07-20')), accepted: true, reason: '' })
    await expect(accept(both)).rejects.toThrow(Refused)
    await accept(reviewer)
    await expect(accept(reviewer)).rejects.toThrow(Stale)
    const shown = await findPublicCall(runtime.asPublic(agencyId, '2026-08-20'), call)
    expect(shown.call).toMatchObject({ state: 'concluded', resultText: '共收到两条意见，采纳一条。' })
    expect(shown.points).toEqual([
      { clause: '第三条', gist: '收费标准偏高', outcome: 'not-adopted', reason: '标准由价格部门核定' },
      { clause: '', gist: '增加残疾人车位', outcome: 'adopted', reason: '' },
    ])
    const { rows } = await runtime.owner.query(
      'select state, error from notification where subject_id = $1',
      [first.opinionId],
    )
    expect(rows).toEqual([{ state: 'not-sent', error: '没有配置电子邮件发送服务' }])

    const final = await aDocument(runtime, agencyId, { nodeId, content: { title: '停车管理办法' } })
    const link = async (documentId: string) =>
      changeOpinionCall(drafter, { ...(await callNow(call, '2026-07-20')), act: 'link-final', documentId })
    await expect(link(call.documentId)).rejects.toThrow('这是征求意见稿')
    await link(final.documentId)
    expect((await findPublicCall(drafter, call)).final).toMatchObject({ title: '停车管理办法' })
    expect(await callsOfDocument(drafter, { agencyId, documentId: final.documentId })).toMatchObject([
      { as: 'final' },
    ])
  })

  it('is only ever made longer, owes its result from the later day, and says why it was ended', async () => {
    const call = await anOpenCall()
    const { drafter } = office('2026-07-01')
    const extend = async (closesOn: string) =>
      changeOpinionCall(drafter, {
        ...(await callNow(call, '2026-07-01')),
        act: 'extend',
        closesOn: day(closesOn),
      })
    await expect(extend('2026-07-15')).rejects.toThrow('延长后的截止日期应当晚于2026年7月15日')
    await extend('2026-07-31')
    const line = async (on: string) =>
      (await listCalls(office(on).drafter, { agencyId })).find(({ callId }) => callId === call.callId)
    expect(await line('2026-08-30')).toMatchObject({ state: 'awaiting-result', resultDueOn: '2026-08-30' })
    expect(await line('2026-08-31')).toMatchObject({ state: 'result-overdue' })
    const cancel = { ...(await callNow(call, '2026-08-31')), act: 'cancel' } as const
    await expect(changeOpinionCall(drafter, { ...cancel, reason: '' })).rejects.toThrow(
      '请写明终止征集的理由',
    )
    await changeOpinionCall(drafter, { ...cancel, reason: '上位法正在修改' })
    expect(await line('2026-12-31')).toMatchObject({ state: 'cancelled', cancelledFor: '上位法正在修改' })
  })
})
