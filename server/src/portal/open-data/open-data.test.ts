import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aColumn, aDocument } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { portalServer } from '../testing/portal-server.ts'

let runtime: TestRuntime
let portal: FastifyInstance
let documentId: string
beforeAll(async () => {
  runtime = await testRuntime()
  const agencyId = await anAgency(runtime, { slug: 'yahe', creditCode: '11441700007280420Y' })
  const nodeId = await aColumn(runtime, agencyId)
  const at = new Date('2026-06-15T01:05:33Z')
  ;({ documentId } = await aDocument(runtime, agencyId, {
    nodeId,
    at,
    content: { title: '=1+1，"低保"标准' },
  }))
  await aDocument(runtime, agencyId, { nodeId, stage: 'draft', content: { title: '没有发布的' } })
  portal = await portalServer(runtime)
})
afterAll(() => portal.close())

describe('开放数据', () => {
  it('gives the catalogue under the names of its metadata', async () => {
    const { items, next, column } = (await portal.inject('/yahe/catalogue.json?column=normative')).json()
    expect([column, next, items.length]).toEqual(['行政规范性文件', null, 1])
    expect(items[0]).toMatchObject({
      indexNo: '11441700007280420Y/2026-00001',
      docNo: '鸭管〔2026〕2号',
      writtenDate: '2026-06-01',
      pubDate: '2026-06-15 09:05',
      validity: '有效',
      assembledCategory: '行政规范性文件',
      disclosure: '主动公开',
      attachments: [],
    })
  })

  it('gives it under the names of provincial collection interfaces', async () => {
    const { articles } = (await portal.inject('/yahe/harvest.json')).json()
    expect(articles).toEqual([
      {
        id: documentId,
        title: '=1+1，"低保"标准',
        document_number: '鸭管〔2026〕2号',
        publisher: '鸭河工区管理委员会',
        keywords: '临时救助',
        date: '2026-06-01',
        created_at: '2026-06-15 09:05',
        display_publish_time: '2026-06-15 09:05',
        identifier: '11441700007280420Y/2026-00001',
        classify_main_name: '行政规范性文件',
        classify_genre_name: '意见',
        classify_theme_name: '民政、扶贫、救灾',
        url: `http://localhost:80/yahe/documents/${documentId}`,
        post_url: `http://localhost:80/yahe/documents/${documentId}`,
        attachment: [],
        abstract: '细化临时救助的对象、标准和公示要求。',
        is_expired: false,
        is_abolished: false,
      },
    ])
  })

  it('gives it as CSV that a spreadsheet opens and does not run', async () => {
    const { body, headers } = await portal.inject('/yahe/catalogue.csv')
    expect(headers['content-type']).toContain('text/csv')
    const [head, row] = body.split('\r\n')
    expect(head?.startsWith('\uFEFF索引号,名称,发文字号,')).toBe(true)
    expect(row?.startsWith(`11441700007280420Y/2026-00001,"'=1+1，""低保""标准",鸭管〔2026〕2号,`)).toBe(true)
  })

  it('lists every column that has items, and an English summary tells of the site', async () => {
    expect((await portal.inject('/yahe/open-data')).body).toContain('/yahe/catalogue.csv?column=normative')
    expect((await portal.inject('/yahe/catalogue.json?column=nothing')).statusCode).toBe(404)
    expect((await portal.inject('/en')).body).toContain('lang="en"')
  })
})
