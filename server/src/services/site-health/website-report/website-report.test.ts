import { WEBSITE_FIGURE_IDS, WEBSITE_FIGURES } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden, Invalid, Stale } from '../../../errors.ts'
import { aColumn, aDocument, theOffice } from '../../../testing/a-document.ts'
import { anAgency } from '../../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../../testing/test-runtime.ts'
import { saveTopic } from '../../disclosure/catalogue/topics.ts'
import { draftAnswer } from '../../feedback/draft-answer.ts'
import { leaveFeedback } from '../../feedback/leave-feedback.ts'
import { listFeedback } from '../../feedback/list-feedback.ts'
import { reviewAnswer } from '../../feedback/review-answer.ts'
import { linesOf } from './report-lines.ts'
import {
  getWebsiteReport,
  publishedWebsiteReports,
  publishWebsiteReport,
  saveWebsiteReport,
} from './website-report.ts'
import { websiteReportFile } from './website-report-file.ts'

let runtime: TestRuntime
let agencyId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { slug: 'a-host', name: '鸭河工区管理委员会' })
  await runtime.owner.query(
    `update agency set site_id_code = '4113000099', site_domain = 'www.yahe.example.gov.cn' where agency_id = $1`,
    [agencyId],
  )
  const footer = { icpNumber: '豫ICP备00000099号', policeRecord: '豫公网安备41130002000099号' }
  await runtime.owner.query(`insert into setting (agency_id, key, value) values ($1, 'site', $2)`, [
    agencyId,
    JSON.stringify(footer),
  ])
})

const head = (on = '2027-01-10') => runtime.as({ agencyId, roles: ['office-head'], name: '孙玉梅' }, on)
const which = () => ({ agencyId, year: 2026 })
const GIVEN = Object.fromEntries(
  WEBSITE_FIGURE_IDS.filter((id) => !WEBSITE_FIGURES[id].computed).map((id) => [
    id,
    {
      count: '0',
      'yes-no': '否',
      text: ['wechatName', 'weiboName', 'otherMedia'].includes(id) ? '' : '孙玉梅',
      choice: '政府门户网站',
    }[WEBSITE_FIGURES[id].kind],
  ]),
)

async function aMessage(day: string, answered: string | null): Promise<void> {
  const left = await leaveFeedback(runtime.asPublic(agencyId, day), {
    agencyId,
    formKey: day,
    kind: 'message',
    title: '来信',
    text: '内容',
    contact: '',
    pagePath: '',
  })
  if (answered === null) return
  const { drafter, reviewer } = theOffice(runtime, agencyId, answered)
  const item = (await listFeedback(drafter, { agencyId })).find(({ number }) => number === left.number)
  const on = { agencyId, feedbackId: item?.feedbackId ?? '' }
  const drafted = await draftAnswer(drafter, {
    ...on,
    version: 1,
    answer: '已经办理。',
    publicQuestion: null,
  })
  await reviewAnswer(reviewer, { ...on, ...drafted, accepted: true, reason: '' })
}

describe('政府网站工作年度报表', () => {
  it('counts what the system has on record of the year, over every organ of the site', async () => {
    const below = await anAgency(runtime, { slug: 'b-below', path: '/a-host/b-below/' })
    await runtime.owner.query('update agency set parent_id = $1 where agency_id = $2', [agencyId, below])
    const duties = { code: 'duties', title: '机构职能', columnType: '机构职能' }
    const own = await aColumn(runtime, agencyId, duties)
    const files = await aColumn(runtime, below)
    const dated = { kind: 'announcement', documentNumber: null, effectiveOn: null } as const
    await aDocument(runtime, agencyId, { nodeId: own, content: dated })
    await aDocument(runtime, below, { nodeId: files, content: dated })
    await aDocument(runtime, below, { nodeId: files, stage: 'approved', content: dated })
    const told = await aDocument(runtime, below, { nodeId: files, content: dated })
    await runtime.owner.query(
      `update document set kind = 'interpretation', form = '{"interpretationForm": "图解"}' where document_id = $1`,
      [told.documentId],
    )
    const clerk = theOffice(runtime, agencyId, '2026-03-01').drafter
    const topic = { agencyId, description: '', sortOrder: 0 }
    await saveTopic(clerk, { ...topic, code: 'new', title: '新开的专题', isOpen: true })
    await saveTopic(theOffice(runtime, agencyId, '2024-03-01').drafter, {
      ...topic,
      code: 'old',
      title: '旧的专题',
      isOpen: true,
    })
    await saveTopic(theOffice(runtime, agencyId, '2025-12-31').drafter, {
      ...topic,
      code: 'old',
      title: '旧的专题',
      isOpen: false,
    })
    await aMessage('2026-06-01', '2026-06-04')
    await aMessage('2026-06-02', '2026-06-03')
    await aMessage('2026-06-03', null)
    await aMessage('2025-12-31', '2026-01-05')
    const { figures } = await getWebsiteReport(head(), which())
    expect(figures).toMatchObject({
      siteName: '鸭河工区管理委员会',
      homeAddress: 'https://www.yahe.example.gov.cn/',
      published: '3',
      profile: '1',
      news: '0',
      catalogue: '2',
      topicsKept: '1',
      topicsOpened: '1',
      interpretations: '1',
      interpretationTexts: '0',
      interpretationProducts: '1',
      responses: '0',
      siteType: '政府门户网站',
      filedOn: '2027-01-10',
      messages: '3',
      messagesDone: '2',
      // Three days and one.
      messageDays: '2',
      messagesPublic: '0',
    })
    expect(figures.visits).toBeUndefined()
    const elsewhere = runtime.as({ agencyId: below, roles: ['office-head'] }, '2027-01-10')
    await expect(getWebsiteReport(elsewhere, { agencyId: below, year: 2026 })).rejects.toThrow(Forbidden)
  })

  it('takes what is filled in, never what is counted, and is published once it is whole', async () => {
    const save = (given: Readonly<Record<string, string>>, version: number) =>
      saveWebsiteReport(head(), { ...which(), version, given })
    await expect(save({ visits: '12万' }, 0)).rejects.toThrow('“网站总访问量”应当填写整数')
    await expect(save({ securityDrill: '有' }, 0)).rejects.toThrow(Invalid)
    const { version } = await save({ visits: '120000', published: '99999' }, 0)
    const half = await getWebsiteReport(head(), which())
    expect([half.figures.visits, half.figures.published]).toEqual(['120000', '3'])
    await expect(publishWebsiteReport(head(), { ...which(), version })).rejects.toThrow('没有填写')
    await expect(save(GIVEN, 0)).rejects.toThrow(Stale)
    const whole = await save({ ...GIVEN, visits: '120000' }, version)
    const early = publishWebsiteReport(head('2026-12-31'), { ...which(), ...whole })
    await expect(early).rejects.toThrow('2026年还没有结束')
    expect(await publishedWebsiteReports(runtime.asPublic(''))).toEqual([])
    await publishWebsiteReport(head(), { ...which(), ...whole })
    await expect(save(GIVEN, whole.version + 1)).rejects.toThrow(Stale)
    await aMessage('2026-12-30', null)
    expect((await getWebsiteReport(head(), which())).figures.messages).toBe('3')
    expect(await publishedWebsiteReports(runtime.asPublic(''))).toMatchObject([
      { year: 2026, figures: { visits: '120000', messages: '3' } },
    ])
  })

  it('is printed as the form: blocks, groups within them, choices as boxes, and what was filled in', async () => {
    const { figures } = await getWebsiteReport(head(), which())
    const lines = linesOf(figures)
    const line = (id: string) => lines.find((each) => each.id === id)
    expect(line('siteType')).toMatchObject({ value: '■政府门户网站　□部门网站　□专项网站', isGiven: true })
    expect(line('messages')).toMatchObject({
      group: '留言办理',
      groupHeads: { text: '留言办理', rows: 4 },
      label: '收到留言数量（条）',
      isGiven: false,
    })
    expect(line('unifiedPlatform')).toMatchObject({ heads: { text: '互动交流', rows: 12 }, groupHeads: null })
    expect(line('messagesDone')).toMatchObject({ heads: null, groupHeads: null })
    // Every cell of the two columns of headings is covered once.
    expect(lines.reduce((sum, { heads }) => sum + (heads?.rows ?? 0), 0)).toBe(lines.length)
    const grouped = lines.filter(({ group }) => group !== null).length
    expect(lines.reduce((sum, { groupHeads }) => sum + (groupHeads?.rows ?? 0), 0)).toBe(grouped)
  })

  it('goes out as PDF, Word and a workbook', async () => {
    for (const [type, begins] of [
      ['pdf', '%P'],
      ['docx', 'PK'],
      ['xlsx', 'PK'],
    ] as const) {
      const { bytes, name } = await websiteReportFile(head(), { ...which(), type })
      expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe(begins)
      expect(name).toBe(`政府网站工作年度报表（2026年度）.${type}`)
    }
  })
})
