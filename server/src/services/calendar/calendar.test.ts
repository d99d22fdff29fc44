import { beforeAll, describe, expect, it } from 'vitest'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { fileRequest } from '../requests/file-request.ts'
import { anApplication } from '../requests/testing/office.ts'
import { importNotice } from './import-notice.ts'
import { readNotice } from './read-notice.ts'
import { showCalendar } from './show-calendar.ts'

// No notice for 2029 exists yet; the days are invented, the arithmetic is not: 261 weekdays, 13 of them off, one
// Saturday worked.
const NOTICE_2029 = {
  year: 2029,
  title: '国务院办公厅关于2029年部分节假日安排的通知',
  number: null,
  issuedOn: null,
  amends: false,
  holidays: [
    { name: '元旦', from: '2029-01-01', to: '2029-01-01', workedOn: [] },
    { name: '春节', from: '2029-02-12', to: '2029-02-18', workedOn: ['2029-02-10'] },
    { name: '清明节', from: '2029-04-04', to: '2029-04-04', workedOn: [] },
    { name: '劳动节', from: '2029-05-01', to: '2029-05-01', workedOn: [] },
    { name: '端午节', from: '2029-06-16', to: '2029-06-16', workedOn: [] },
    { name: '中秋节', from: '2029-09-22', to: '2029-09-22', workedOn: [] },
    { name: '国庆节', from: '2029-10-01', to: '2029-10-05', workedOn: [] },
  ],
}
const TEXT = JSON.stringify(NOTICE_2029)

let runtime: TestRuntime
let host: string
let below: string

beforeAll(async () => {
  runtime = await testRuntime()
  host = await anAgency(runtime, { slug: 'yahe', path: '/yahe/' })
  below = await anAgency(runtime, { slug: 'huangludian', path: '/yahe/huangludian/' })
  await runtime.owner.query('update agency set parent_id = $1 where agency_id = $2', [host, below])
})

const admin = (agencyId = host) => runtime.as({ agencyId, roles: ['system-admin'] })
async function kept(): Promise<number> {
  const { rows } = await runtime.owner.query('select count(*)::int as n from holiday_notice')
  return rows[0].n
}

describe('工作日历', () => {
  it('shows the days of a year that are not what their weekday says, each with its notice', () => {
    const { provisional, workingDays, spans } = showCalendar(runtime.asPublic(host), 2024)
    expect([provisional, workingDays]).toEqual([false, 251])
    expect(spans.slice(0, 3)).toEqual([
      {
        from: '2024-01-01',
        to: '2024-01-01',
        name: '元旦',
        kind: 'holiday',
        notice: '《国务院办公厅关于2024年部分节假日安排的通知》（国办发明电〔2023〕7号）',
      },
      expect.objectContaining({ from: '2024-02-04', kind: 'make-up', name: '春节' }),
      expect.objectContaining({ from: '2024-02-10', to: '2024-02-17', kind: 'holiday', name: '春节' }),
    ])
    expect(showCalendar(runtime.asPublic(host), 2029)).toMatchObject({ provisional: true, spans: [] })
  })

  it('is read from a notice before it is kept', async () => {
    expect(await readNotice(admin(), { text: TEXT })).toMatchObject({
      year: 2029,
      workingDays: 249,
      moves: [],
    })
    const lacking = JSON.stringify({ ...NOTICE_2029, holidays: NOTICE_2029.holidays.slice(0, 3) })
    await expect(readNotice(admin(), { text: lacking })).rejects.toThrow(
      '没有读到劳动、端午、中秋、国庆的安排',
    )
    expect(await kept()).toBe(0)
  })

  it('shows which open deadlines of every agency a notice would move, and moves none yet', async () => {
    // 20 working days after Wednesday 20 December 2028, counted by Monday to Friday; 元旦 takes one away.
    const { number } = await fileRequest(runtime.asPublic(below, '2028-12-20'), anApplication(below))
    await fileRequest(runtime.asPublic(below, '2028-11-20'), anApplication(below))
    const { moves } = await readNotice(admin(), { text: TEXT })
    expect(moves).toEqual([{ agencyName: expect.any(String), number, from: '2029-01-17', to: '2029-01-18' }])
    const { rows } = await runtime.owner.query('select due_on::text from request where number = $1', [number])
    expect(rows).toEqual([{ due_on: '2029-01-17' }])
    const local = { ...NOTICE_2029, region: '广西壮族自治区', title: '地方放假通知' }
    expect(await readNotice(admin(), { text: JSON.stringify(local) })).toMatchObject({
      region: '广西壮族自治区',
      moves: [],
    })
  })

  it('takes no notice from anybody but the administrator of the topmost organ, and keeps none', async () => {
    await expect(
      importNotice(runtime.as({ agencyId: host, roles: ['clerk'] }), { text: TEXT }),
    ).rejects.toThrow('您没有办理这一事项的权限')
    await expect(importNotice(admin(below), { text: TEXT })).rejects.toThrow('请由主办单位的系统管理员导入')
    await expect(importNotice(admin(), { text: '今年放假' })).rejects.toMatchObject({
      fields: { text: expect.stringMatching(/\p{Script=Han}/u) },
    })
    expect(await kept()).toBe(0)
  })

  it('takes a notice once, of two at once, and has the deadlines of every agency computed again', async () => {
    const both = await Promise.allSettled([
      importNotice(admin(), { text: TEXT }),
      importNotice(admin(), { text: TEXT }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await kept()).toBe(1)
    const { rows } = await runtime.owner.query(
      `select data->>'agencyId' as id from mingfu_jobs.job where name = 'recompute-deadlines'`,
    )
    expect(rows.map(({ id }) => id).sort()).toEqual([host, below].sort())
  })

  it('knows the imported year from then on', async () => {
    await runtime.reloadCalendar()
    // 2029 joins the unbroken run only when 2027 and 2028 have their notices too.
    expect(showCalendar(runtime.asPublic(host), 2029).spans).toHaveLength(8)
  })
})
