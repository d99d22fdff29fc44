import { beforeAll, describe, expect, it } from 'vitest'
import { anAgency } from '../../testing/factories.ts'
import { fileRequest } from '../requests/file-request.ts'
import { anApplication, anOffice, day, type Office, PERSON } from '../requests/testing/office.ts'
import { withdrawRequest } from '../requests/withdraw-request.ts'
import { compareAnswers } from './compare-answers.ts'
import { issueOrder } from './issue-order.ts'
import { listOrders } from './list-orders.ts'
import { oversee } from './oversee.ts'
import { replyOrder } from './reply-order.ts'
import { settleOrder } from './settle-order.ts'
import { listSupervision, recordSupervision } from './supervision-records.ts'

let office: Office
let top: string
let first: string
let second: string
let stranger: string
beforeAll(async () => {
  office = await anOffice()
  const { runtime } = office
  top = await anAgency(runtime, { slug: 'top', path: '/top/' })
  first = await anAgency(runtime, { slug: 'first', path: '/top/first/', name: '甲局' })
  second = await anAgency(runtime, { slug: 'second', path: '/top/second/', name: '乙局' })
  stranger = await anAgency(runtime, { slug: 'stranger', path: '/stranger/' })
})

const TODAY = '2024-06-20'
const supervisor = (agencyId = top) =>
  office.runtime.as({ agencyId, roles: ['supervisor'], name: '监督员' }, TODAY)
const clerk = (agencyId: string) => office.runtime.as({ agencyId, roles: ['clerk'], name: '经办员' }, TODAY)
const file = (agencyId: string, on: string, description: string, name = '欧阳测试') =>
  fileRequest(
    office.runtime.asPublic(agencyId, on),
    anApplication(agencyId, {
      applicant: { ...PERSON, name },
      wish: { ...anApplication(agencyId).wish, description },
    }),
  )
const withdraw = (agencyId: string, requestId: string) =>
  withdrawRequest(clerk(agencyId), {
    agencyId,
    requestId,
    version: 1,
    on: day('2024-06-05'),
    statement: '撤回',
  })
const order = () => ({
  agencyId: top,
  toAgencyId: first,
  ground: 'overdue' as const,
  subject: '申请逾期未答复',
  demand: '请在期限内答复并报告',
  requestNumber: '',
  replyBy: day('2024-06-28'),
})

describe('监督', () => {
  it('counts agencies below and nobody else, and only for a supervisor', async () => {
    await file(first, '2024-04-01', '申请公开甲项目的批复')
    const withdrawn = await file(first, '2024-06-03', '申请公开乙项目的批复')
    await withdraw(first, withdrawn.requestId)
    await file(stranger, '2024-04-01', '申请公开丙项目的批复')
    const seen = await oversee(supervisor(), { agencyId: top, year: 2024 })
    expect(seen.map(({ agencyId }) => agencyId).sort()).toEqual([first, second].sort())
    // Filed on 2024-04-01, due on 2024-04-30 with 清明 and the worked Sundays: overdue in June.
    expect(seen.find(({ agencyId }) => agencyId === first)).toMatchObject({
      received: 2,
      open: 1,
      overdue: 1,
      concluded: 1,
      inTime: 1,
      reportState: 'none',
    })
    await expect(oversee(clerk(top), { agencyId: top, year: 2024 })).rejects.toThrow('权限')
    expect(await oversee(supervisor(first), { agencyId: first, year: 2024 })).toEqual([])
  })

  it('finds the same matter at several agencies with answers that differ, masked, and notes who looked', async () => {
    const asked = '申请公开2023年度危房改造补助名单'
    const one = await file(first, '2024-06-03', asked, '司马相如')
    await file(second, '2024-06-03', `${asked}。`, '司马相如')
    await file(stranger, '2024-06-03', asked, '司马相如')
    const look = () => compareAnswers(supervisor(), { agencyId: top, year: 2024, same: 'matter' })
    expect(await look()).toMatchObject([
      { asked, applicant: '司马**', differs: false, answers: [{ agency: '甲局' }, { agency: '乙局' }] },
    ])
    await withdraw(first, one.requestId)
    const before = await office.runtime.owner.query(
      `select count(*)::int as n from audit_entry where action = 'compare-answers'`,
    )
    const people = await compareAnswers(supervisor(), { agencyId: top, year: 2024, same: 'applicant' })
    expect(new Set(people.flatMap(({ answers }) => answers.map(({ agency }) => agency)))).toEqual(
      new Set(['甲局', '乙局']),
    )
    expect(JSON.stringify(people)).not.toContain('相如')
    const after = await office.runtime.owner.query(
      `select count(*)::int as n from audit_entry where action = 'compare-answers'`,
    )
    expect(after.rows[0].n).toBe(before.rows[0].n + 1)
    await expect(compareAnswers(clerk(top), { agencyId: top, year: 2024, same: 'matter' })).rejects.toThrow(
      '权限',
    )
    // The other agency refuses what the first let be withdrawn: two answers of different kinds.
    await office.runtime.owner.query(`update request set outcome = 'deny-process' where agency_id = $1`, [
      second,
    ])
    expect((await look()).map(({ differs }) => differs)).toEqual([true])
    // What one agency keeps within a few people is counted in the comparison, and not shown.
    await office.runtime.owner.query(`update request set read_scope = 'handler' where agency_id = $1`, [
      first,
    ])
    expect(await look()).toMatchObject([
      {
        asked: `${asked}。`,
        differs: true,
        answers: [
          { agency: '甲局', number: '', asked: '（限定知悉范围）' },
          { agency: '乙局', asked: `${asked}。` },
        ],
      },
    ])
  })

  it('orders an agency below to act, takes its reply, sends it back and closes it', async () => {
    const { orderId, number } = await issueOrder(supervisor(), order())
    expect(number).toMatch(/^督办〔2024〕\d+号$/)
    const [seen] = await listOrders(clerk(first), { agencyId: first })
    expect(seen).toMatchObject({ orderId, side: 'received', overdue: false, demand: '请在期限内答复并报告' })
    expect(await listOrders(clerk(second), { agencyId: second })).toEqual([])
    const settle = (version: number, settlement: 'accepted' | 'returned', remark = '') =>
      settleOrder(supervisor(), { agencyId: top, orderId, version, settlement, remark })
    await expect(settle(1, 'accepted')).rejects.toThrow('还没有回复')
    const reply = { agencyId: first, orderId, version: 1, reply: '已经答复申请人' }
    const both = await Promise.allSettled([replyOrder(clerk(first), reply), replyOrder(clerk(first), reply)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(settle(2, 'returned')).rejects.toThrow('请写明退回的理由')
    expect(await settle(2, 'returned', '没有附答复书')).toBe(3)
    // The first reply still stands in the row, and does not answer for what was asked again.
    await expect(settle(3, 'accepted')).rejects.toThrow('下级机关还没有回复办理情况，不能“核实销号”')
    await replyOrder(clerk(first), { ...reply, version: 3 })
    await settle(4, 'accepted')
    expect((await listOrders(supervisor(), { agencyId: top }))[0]).toMatchObject({
      side: 'issued',
      settledOn: TODAY,
    })
    await expect(replyOrder(clerk(first), { ...reply, version: 5 })).rejects.toThrow('已经办结')
  })

  it('reaches nobody outside the tree, is for a supervisor, and writes nothing otherwise', async () => {
    const count = async () =>
      (await office.runtime.owner.query('select count(*)::int as n from supervision_order')).rows[0].n
    const before = await count()
    await expect(issueOrder(supervisor(), { ...order(), toAgencyId: stranger })).rejects.toThrow('没有找到')
    await expect(issueOrder(supervisor(), { ...order(), toAgencyId: top })).rejects.toThrow('没有找到')
    await expect(issueOrder(clerk(top), order())).rejects.toThrow('权限')
    await expect(issueOrder(supervisor(), { ...order(), replyBy: day(TODAY) })).rejects.toThrow('晚于今天')
    expect(await count()).toBe(before)
  })

  it('keeps inspections, assessments and accountability of agencies below', async () => {
    const record = {
      agencyId: top,
      aboutAgencyId: second,
      kind: 'assessment' as const,
      heldOn: day('2024-06-10'),
      title: '2023年度政府信息公开考核',
      findings: '目录更新不及时',
      score: 87.5,
      rectifyBy: day('2024-07-31'),
      rectifiedOn: null,
    }
    await recordSupervision(supervisor(), record)
    expect(await listSupervision(supervisor(), { agencyId: top })).toMatchObject([
      { aboutName: '乙局', score: 87.5 },
    ])
    await expect(recordSupervision(supervisor(), { ...record, aboutAgencyId: stranger })).rejects.toThrow(
      '没有找到',
    )
    await expect(recordSupervision(clerk(top), record)).rejects.toThrow('权限')
  })
})
