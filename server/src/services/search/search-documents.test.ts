import { beforeAll, describe, expect, it } from 'vitest'
import { aColumn, aDocument, theOffice } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { changeValidity } from '../disclosure/change-validity.ts'
import { withdrawDocument } from '../disclosure/withdraw-document.ts'
import { indexDocument } from './index-document.ts'
import { type SearchDocuments, searchDocuments } from './search-documents.ts'

let runtime: TestRuntime
let agencyId: string
let nodeId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { creditCode: '11441700007280420Y' })
  nodeId = await aColumn(runtime, agencyId)
  await publish(
    '关于农村宅基地审批管理办法的通知',
    '2024-10-08',
    '<p>每户只能拥有一处宅基地。</p>',
    '鸭管〔2024〕8号',
  )
  await publish(
    '关于划定畜禽禁养区的通告',
    '2025-05-07',
    '<p>禁养区内的养殖场应当关闭，涉及宅基地的另行处理。</p>',
  )
  await publish('关于临时救助工作的意见', '2026-04-02', '<p>救助标准按照低保标准执行。</p>')
  await publish('宅基地管理情况公示', '2026-05-06', '<p>本季度批准宅基地12宗。</p>')
})

async function publish(title: string, on: string, html: string, documentNumber: string | null = null) {
  const at = new Date(`${on}T09:00:00+08:00`)
  const document = await aDocument(runtime, agencyId, {
    nodeId,
    on,
    at,
    content: {
      title,
      html,
      documentNumber,
      writtenOn: on as never,
      effectiveOn: null,
      kind: title.includes('公示') ? 'announcement' : 'normative',
    },
  })
  await indexDocument(runtime.asSystem(agencyId), document)
  return document
}

async function titles(input: SearchDocuments) {
  const result = await searchDocuments(runtime.asPublic('', '2026-06-16'), input)
  return result?.items.map(({ title }) => title.map(({ text }) => text).join(''))
}

describe('检索政府信息', () => {
  it('finds words in titles and texts, the best first, or the newest first', async () => {
    expect(await titles({ q: '宅基地' })).toEqual([
      '宅基地管理情况公示',
      '关于农村宅基地审批管理办法的通知',
      '关于划定畜禽禁养区的通告',
    ])
    expect(await titles({ q: '宅基地', order: 'date' })).toEqual([
      '宅基地管理情况公示',
      '关于划定畜禽禁养区的通告',
      '关于农村宅基地审批管理办法的通知',
    ])
  })

  it('asks for every word', async () => {
    expect(await titles({ q: '宅基地 审批' })).toEqual(['关于农村宅基地审批管理办法的通知'])
  })

  it('shows what has most of the words when nothing has all, and says so', async () => {
    const ctx = runtime.asPublic('', '2026-06-16')
    const found = await searchDocuments(ctx, { q: '畜禽 禁养区 火星' })
    expect([found?.relaxed, found?.count]).toEqual([true, 1])
    expect((await searchDocuments(ctx, { q: '禁养区' }))?.relaxed).toBe(false)
    const none = await searchDocuments(ctx, { q: '火星 移民' })
    expect([none?.relaxed, none?.count]).toEqual([false, 0])
  })

  it('finds a document by what people call it', async () => {
    expect(await titles({ q: '怎么申请低保' })).toEqual(['关于临时救助工作的意见'])
    expect(await titles({ q: '农村建房 审批' })).toEqual(['关于农村宅基地审批管理办法的通知'])
  })

  it('finds a document by its number and by its index number, in any brackets and widths', async () => {
    expect(await titles({ q: '鸭管〔2024〕8号' })).toEqual(['关于农村宅基地审批管理办法的通知'])
    expect(await titles({ q: '鸭管［２０２４］８号' })).toEqual(['关于农村宅基地审批管理办法的通知'])
    expect(await titles({ q: '11441700007280420Y/2025-00001' })).toEqual(['关于划定畜禽禁养区的通告'])
  })

  it('is narrowed by agency, kind, validity and days of publication', async () => {
    const elsewhere = await anAgency(runtime)
    expect(await titles({ q: '宅基地', agencyId: elsewhere })).toEqual([])
    expect(await titles({ q: '宅基地', kind: 'announcement' })).toEqual(['宅基地管理情况公示'])
    expect(await titles({ q: '宅基地', validity: 'repealed' })).toEqual([])
    expect(await titles({ q: '宅基地', from: '2025-05-07' as never, to: '2025-05-07' as never })).toEqual([
      '关于划定畜禽禁养区的通告',
    ])
  })

  it('follows a change of validity, and the day on which a document lapses by itself', async () => {
    const { documentId, version } = await publish('关于渡口管理的规定', '2026-03-02', '<p>渡口夜间停航。</p>')
    const on = async (day: string, validity: 'in-force' | 'repealed' | 'expired') =>
      (await searchDocuments(runtime.asPublic('', day), { q: '渡口', validity }))?.count
    expect([await on('2026-06-16', 'in-force'), await on('2026-06-16', 'repealed')]).toEqual([1, 0])
    await changeValidity(theOffice(runtime, agencyId).drafter, {
      agencyId,
      documentId,
      version,
      validity: 'repealed',
      on: '2026-06-20' as never,
      basis: '鸭管〔2026〕9号',
    })
    await indexDocument(runtime.asSystem(agencyId), { agencyId, documentId })
    // Announced on the fifteenth, it holds from the twentieth on.
    expect([await on('2026-06-19', 'in-force'), await on('2026-06-19', 'repealed')]).toEqual([1, 0])
    expect([await on('2026-06-20', 'in-force'), await on('2026-06-20', 'repealed')]).toEqual([0, 1])
    await runtime.owner.query(
      `update document_search set validity = 'in-force', validity_changed_on = null, expires_on = '2026-07-31' where document_id = $1`,
      [documentId],
    )
    expect([await on('2026-07-31', 'in-force'), await on('2026-07-31', 'expired')]).toEqual([1, 0])
    expect([await on('2026-08-01', 'in-force'), await on('2026-08-01', 'expired')]).toEqual([0, 1])
  })

  it('marks what was looked for and shows the passage where it stands', async () => {
    const result = await searchDocuments(runtime.asPublic('', '2026-06-16'), { q: '禁养区' })
    expect(result?.items[0]?.passage).toEqual([
      { text: '禁养区', hit: true },
      { text: '内的养殖场应当关闭，涉及宅基地的另行处理。', hit: false },
    ])
  })

  it('pages through everything once, in both orders', async () => {
    for (let n = 1; n <= 45; n += 1) {
      await publish(`第${n}期水质公报`, n % 2 ? '2025-03-04' : '2026-03-04', '<p>水源水质达标。</p>')
    }
    for (const order of ['date', 'relevance'] as const) {
      const pages = await Promise.all([1, 2, 3, 4].map((page) => titles({ q: '水质', order, page })))
      expect(pages.map((page) => page?.length)).toEqual([20, 20, 5, 0])
      expect(new Set(pages.flat()).size).toBe(45)
    }
    const result = await searchDocuments(runtime.asPublic('', '2026-06-16'), { q: '水质', order: 'date' })
    expect([result?.count, result?.more, result?.pages]).toEqual([45, false, 3])
  })

  it('forgets what was withdrawn, also before the index has followed', async () => {
    const document = await publish('错发的补贴名单', '2026-06-02', '<p>补贴名单。</p>')
    expect(await titles({ q: '补贴名单' })).toEqual(['错发的补贴名单'])
    const withdrawal = { ...document, reason: 'personal', note: '未遮盖' } as const
    await withdrawDocument(theOffice(runtime, agencyId).drafter, withdrawal)
    expect(await titles({ q: '补贴名单' })).toEqual([])
    await indexDocument(runtime.asSystem(agencyId), document)
    expect(await titles({ q: '补贴名单' })).toEqual([])
  })

  it('takes quotes and operators as text', async () => {
    for (const q of ["'", '宅基地 & | ! :*', "\\'宅基地'", '%_']) expect(await titles({ q })).not.toBeNull()
    expect(await titles({ q: '，。！' })).toBeUndefined()
  })
})
