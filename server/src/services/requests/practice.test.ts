import { DEFAULT_SETTINGS } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { importNotice } from '../calendar/import-notice.ts'
import type { Applicant } from './applicant.ts'
import { changePractice } from './change-practice.ts'
import { draftDecision } from './draft-decision.ts'
import { fileRequest } from './file-request.ts'
import { showPractice } from './show-practice.ts'
import { anApplication, anOffice, PERSON, underReview } from './testing/office.ts'

// “壮族三月三” of 2025 is Monday 31 March; no national notice gives it off.
const GUANGXI = {
  year: 2025,
  title: '“壮族三月三”放假通知',
  region: '广西壮族自治区',
  holidays: [{ name: '壮族三月三', from: '2025-03-31', to: '2025-04-01' }],
}

let runtime: TestRuntime
let nanning: string
let other: string
const admin = (agencyId: string) => runtime.as({ agencyId, roles: ['system-admin'] }, '2025-03-20')
const clerk = (agencyId: string) => runtime.as({ agencyId, roles: ['clerk'] }, '2025-03-20')
const isWorked = (agencyId: string) => clerk(agencyId).calendar.isWorkingDay('2025-03-31' as never)

beforeAll(async () => {
  runtime = await testRuntime()
  nanning = await anAgency(runtime, { slug: 'nanning', path: '/nanning/' })
  other = await anAgency(runtime, { slug: 'elsewhere', path: '/zz/' })
})

describe('办理口径', () => {
  it('is the default until the office sets another', async () => {
    expect(await showPractice(admin(nanning), { agencyId: nanning })).toEqual({
      settings: DEFAULT_SETTINGS,
      knownRegions: [],
    })
  })

  it('is changed by the administrator only, to what the law leaves open, and not in part', async () => {
    const change = (settings: Record<string, unknown>, ctx = admin(nanning)) =>
      changePractice(ctx, { agencyId: nanning, settings })
    await expect(change({ feeClock: 'resume' }, clerk(nanning))).rejects.toThrow('您没有办理这一事项的权限')
    await expect(change({ feeClock: 'never' })).rejects.toThrow('“缴费后的期限”不能是“never”')
    await expect(change({ feeClock: 'resume', regionalHolidays: ['广西壮族自治区'] })).rejects.toThrow(
      '还没有导入广西壮族自治区的放假通知，请先在工作日历中导入',
    )
    const { rows } = await runtime.owner.query('select count(*)::int as n from setting')
    expect(rows[0].n).toBe(0)

    await change({ feeClock: 'resume' })
    const { settings } = await showPractice(admin(nanning), { agencyId: nanning })
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, feeClock: 'resume' })
    const jobs = await runtime.owner.query(
      `select data->>'agencyId' as id from mingfu_jobs.job where name = 'recompute-deadlines'`,
    )
    expect(jobs.rows).toEqual([{ id: nanning }])
  })

  it('local holidays count for the office that names their region, and for no other', async () => {
    await importNotice(admin(nanning), { text: JSON.stringify(GUANGXI) })
    await runtime.reloadCalendar()
    expect([isWorked(nanning), isWorked(other)]).toEqual([true, true])
    const { knownRegions } = await showPractice(admin(nanning), { agencyId: nanning })
    expect(knownRegions).toEqual(['广西壮族自治区'])

    await changePractice(admin(nanning), {
      agencyId: nanning,
      settings: { regionalHolidays: ['广西壮族自治区'] },
    })
    await runtime.reloadCalendar()
    expect([isWorked(nanning), isWorked(other)]).toEqual([false, true])
    expect(runtime.calendar().isWorkingDay('2025-03-31' as never)).toBe(true)
    const across = runtime.asSystem('all')
    expect(across.calendarOf(nanning).isWorkingDay('2025-03-31' as never)).toBe(false)
  })
})

describe('what the office keeps to', () => {
  it('files a sole trader in its column, and holds an answer to its heading', async () => {
    const office = await anOffice()
    const { agencyId } = office
    const trader: Applicant = {
      ...PERSON,
      kind: 'organisation',
      name: '示例县小明早点店',
      identityKind: 'credit-code',
      identityNumber: '92350100M000100Y4J',
      contactName: '李小明',
    }
    const classOf = async (requestId: string) => {
      const { rows } = await office.runtime.owner.query(
        'select applicant_class from request where request_id = $1',
        [requestId],
      )
      return rows[0].applicant_class
    }
    const first = await fileRequest(
      office.visitor('2024-03-01'),
      anApplication(agencyId, { applicant: trader }),
    )
    expect(await classOf(first.requestId)).toBe('natural-person')

    const settings = { soleTraderClass: 'commercial-enterprise', inquiryOutcome: 'unable-needs-creation' }
    await changePractice(office.as('system-admin', '2024-03-02'), { agencyId, settings })
    const second = await fileRequest(
      office.visitor('2024-03-04'),
      anApplication(agencyId, { applicant: trader }),
    )
    expect(await classOf(second.requestId)).toBe('commercial-enterprise')

    const { on } = await underReview(office, '2024-03-04')
    const facts = { kind: 'inquiry', happenedOn: '2024-03-04', reason: '询问办理进度' }
    const items = [{ outcome: 'other-misc', facts }] as const
    await expect(draftDecision(office.as('clerk', '2024-03-05'), { ...on, items })).rejects.toThrow(
      '按本机关的办理口径，这类申请作“无法提供（没有现成信息需要另行制作）”处理',
    )
    const { rows } = await office.runtime.owner.query('select state from request where request_id = $1', [
      on.requestId,
    ])
    expect(rows[0].state).toBe('under-review')
  })
})
