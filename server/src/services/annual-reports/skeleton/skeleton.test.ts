import { type CellId, parsePlainDate } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../db/new-id.ts'
import { anAgency } from '../../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../../testing/test-runtime.ts'
import type { ActivityEntry } from '../../oversight/activity.ts'
import { recordActivity } from '../../oversight/record-activity.ts'
import { proseAlike } from '../prose-alike.ts'
import { saveReportSections } from '../save-report-sections.ts'
import { draftSkeleton } from './draft-skeleton.ts'
import { type SkeletonTopic, textOf } from './span.ts'

let runtime: TestRuntime
let agencyId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { name: '示例市住房和城乡建设局', orgType: 'department' })
})

const clerk = () => runtime.as({ agencyId, roles: ['clerk'], name: '王经办' }, '2025-01-10')

async function aCase(number: string, channel: string, received: string, due: string, result: string | null) {
  await runtime.owner.query(
    `insert into request (agency_id, request_id, number, query_code_hash, channel, applicant_kind, applicant_class,
       description, wanted_medium, wanted_delivery, state, received_on, due_on, result_on, result_outcome)
     values ($1, $2, $3, '', $4, 'person', 'natural-person', '房屋征收补偿方案', '', '', 'closed', $5, $6, $7, $8)`,
    [agencyId, newId(), number, channel, received, due, result, result === null ? null : 'grant-provided'],
  )
}

async function aDocument(title: string, kind: string, areas: readonly string[], published: string) {
  await runtime.owner.query(
    `insert into document (agency_id, document_id, kind, title, issuer, legal_item, key_areas, written_on, attribute,
       state, content_digest, published_at)
     values ($1, $2, $3, $4, '示例局', 'A20_01', $5, $6::date, 'proactive', 'published', '', $6::timestamptz)`,
    [agencyId, newId(), kind, title, areas, published],
  )
}

function record(entry: Partial<ActivityEntry> & Pick<ActivityEntry, 'kind' | 'heldOn' | 'title'>) {
  const rest = { detail: '', participants: null, remedy: '', resolvedOn: null }
  return recordActivity(clerk(), { agencyId, ...rest, ...entry })
}

function topic(topics: readonly SkeletonTopic[], name: string) {
  const found = topics.find((each) => each.topic === name)
  return { lines: found?.lines.map(textOf), missing: found?.missing, spans: found?.lines.flat() ?? [] }
}

describe('起草骨架', () => {
  it('makes up nothing where nothing was recorded, and says what is missing', async () => {
    const topics = await draftSkeleton(clerk(), { agencyId, year: 2023 })
    expect(topic(topics, '主动公开')).toMatchObject({
      lines: [],
      missing: '2023年没有公开政府信息的记录，请核实后填写',
    })
    expect(topic(topics, '依申请公开').lines).toEqual(['2023年，本机关未收到政府信息公开申请。'])
    expect(topic(topics, '监督保障').missing).toBe(
      '2023年没有登记业务培训、宣传、监督检查、工作考核、社会评议、责任追究；开展过的请先登记，没有开展的不必写',
    )
    expect(topic(topics, '主要问题')).toMatchObject({
      lines: [],
      missing: expect.stringContaining('没有登记存在的问题'),
    })
  })

  it('tells the year from cases, documents and records, each number with its source', async () => {
    await aCase('示-2024-0001', 'online', '2024-03-04', '2024-04-01', '2024-03-20')
    await aCase('示-2024-0002', 'in-person', '2024-05-06', '2024-06-03', '2024-06-05')
    await aCase('示-2024-0003', 'online', '2024-12-20', '2025-01-20', null)
    await aDocument('物业管理办法', 'normative', [], '2024-02-02')
    await aDocument('2024年部门预算', 'budget', ['public-funds'], '2024-02-20')
    await record({
      kind: 'training',
      heldOn: parsePlainDate('2024-05-16'),
      title: '依申请公开办理实务',
      participants: 42,
    })
    await record({
      kind: 'training',
      heldOn: parsePlainDate('2024-09-10'),
      title: '公开前保密审查',
      participants: 30,
    })
    await record({
      kind: 'problem',
      heldOn: parsePlainDate('2023-11-08'),
      title: '答复文书说理单薄',
      remedy: '编印答复文书范本。',
      resolvedOn: parsePlainDate('2024-06-30'),
    })
    await record({ kind: 'problem', heldOn: parsePlainDate('2024-10-08'), title: '历史信息归集不完整' })

    const topics = await draftSkeleton(clerk(), { agencyId, year: 2024 })
    expect(topic(topics, '主动公开').lines).toEqual([
      '2024年，通过政府信息公开平台主动公开政府信息2条，其中行政规范性文件1条，财政预算、决算1条。',
      '重点领域信息中，财政资金和公共资源配置1条。',
      '制发行政规范性文件1件，废止0件，现行有效1件。',
    ])
    const requests = topic(topics, '依申请公开')
    expect(requests.lines).toEqual([
      '2024年，新收政府信息公开申请3件，上年结转0件，办结2件，结转下年度1件。',
      '新收申请按渠道分，当面提交1件，在线申请2件。',
      '办结的申请中，予以公开2件。',
    ])
    expect(requests.spans.find(({ text }) => text === '3')?.source).toEqual({
      kind: 'cell',
      cellId: 't3.new_received.total' satisfies CellId,
    })
    expect(topic(topics, '监督保障').lines).toEqual([
      '开展业务培训2次，参加72人次：5月，依申请公开办理实务；9月，公开前保密审查。',
    ])
    const problems = topic(topics, '主要问题')
    expect(problems.lines).toEqual(['一是历史信息归集不完整；二是有1件申请未在法定期限内答复。'])
    expect(problems.spans.find(({ text }) => text === '1')?.source).toMatchObject({
      total: 1,
      members: [{ kind: 'request', number: '示-2024-0002', on: '2024-06-05' }],
    })
    expect(topic(topics, '改进情况').lines).toEqual([
      '2023年查找的“答复文书说理单薄”问题，编印答复文书范本，已于2024年6月30日整改完成。',
    ])
    expect(topic(topics, '信息处理费').lines).toEqual(['2024年，本机关未收取政府信息公开信息处理费。'])
    // Every number of more than a year stands in a span that leads somewhere.
    const plain = topics
      .flatMap(({ lines }) => lines.flat())
      .filter(
        ({ source, text }) => source === null && /\d/.test(text.replaceAll(/20\d\d年|\d+月|\d+日/g, '')),
      )
    expect(plain).toEqual([])
  })
})

describe('雷同提醒', () => {
  const text =
    '2024年，认真贯彻落实《中华人民共和国政府信息公开条例》，围绕住房保障、城市更新、物业管理等群众关心的事项推进公开工作，完善专栏检索与下载功能，专区接待群众，开展历史信息清理。'

  it('names the unit whose published report a draft repeats, and stays silent on an honest one', async () => {
    const other = await anAgency(runtime, { name: '示例市水务局' })
    await runtime.owner.query(
      `insert into annual_report (agency_id, report_id, year, format, state, content, published_at)
       values ($1, $2, 2024, '2021', 'published', $3, now())`,
      [
        other,
        newId(),
        JSON.stringify({
          meta: {},
          tables: {},
          sections: [{ id: 's1', heading: '', text: text.replace('2024', '2023') }],
        }),
      ],
    )
    const save = (s1: string, version: number) =>
      saveReportSections(clerk(), { agencyId, year: 2024, version, sections: [{ id: 's1', text: s1 }] })
    const version = await save(text, 0)
    expect(await proseAlike(clerk(), { agencyId, year: 2024 })).toEqual([
      { section: 's1', agencyName: '示例市水务局', year: 2024, isOwn: false, similarity: 1 },
    ])
    await save('本局全年办结三件申请，公开预算和一件办法，举办两次培训，历史信息尚未归集完整。', version)
    expect(await proseAlike(clerk(), { agencyId, year: 2024 })).toEqual([])
  })
})
