import { NotFound } from '../../errors.ts'
import { catalogueOf, flatten } from '../../services/disclosure/catalogue-of.ts'
import { listOpenRecords, type OpenRecord } from '../../services/open-data/list-open-records.ts'
import { documentPath } from '../disclosure/item-list.tsx'
import { agencyOf } from '../disclosure/visited-agency.ts'
import { Layout } from '../layout.tsx'
import type { Portal, Visit } from '../portal.ts'
import { type Addresses, csvView, harvestView, metadataView } from './data-views.ts'

const QUERY = ['column', 'after'] as const

/** 开放数据: every catalogue as JSON and CSV, under names that others already read. */
export function registerOpenData(portal: Portal): void {
  portal.page('/:agency/open-data', {}, openDataPage)
  portal.page('/:agency/catalogue.json', { absolute: true, query: QUERY }, async (visit) => {
    const { records, at, ...rest } = await recordsOf(visit)
    return json({ ...rest, items: records.map((record) => metadataView(record, at)) })
  })
  portal.page('/:agency/harvest.json', { absolute: true, query: QUERY }, async (visit) => {
    const { records, at, next } = await recordsOf(visit)
    return json({ next, articles: records.map((record) => harvestView(record, at)) })
  })
  portal.page('/:agency/catalogue.csv', { absolute: true, query: QUERY }, async (visit) => {
    const { records, at } = await recordsOf(visit)
    return { type: 'text/csv; charset=utf-8; header=present', body: csvView(records, at) }
  })
}

async function recordsOf({ ctx, frame, query, origin }: Visit) {
  const agency = agencyOf(frame)
  const { agencyId, slug, name } = agency
  const column = await columnOf(ctx, agencyId, query.column)
  const page = await listOpenRecords(ctx, {
    agencyId,
    ...(column ? { nodeIds: flatten([column]).map(({ nodeId }) => nodeId) } : {}),
    ...(query.after ? { cursor: query.after } : {}),
  })
  const at: Addresses = {
    page: ({ documentId }) => `${origin}${documentPath(agency, documentId)}`,
    file: ({ documentId }: OpenRecord, fileId) => `${origin}/files/${slug}/${documentId}/${fileId}`,
  }
  const more = new URLSearchParams({
    ...(query.column ? { column: query.column } : {}),
    ...(page.next === null ? {} : { after: page.next }),
  })
  return {
    agency: name,
    column: column?.title ?? null,
    next: page.next === null ? null : `${origin}${frame.path.split('?')[0]}?${more}`,
    records: page.records,
    at,
  }
}

async function columnOf(ctx: Visit['ctx'], agencyId: string, code: string | undefined) {
  if (code === undefined) return undefined
  const node = flatten(await catalogueOf(ctx, agencyId)).find((each) => each.code === code)
  if (node === undefined) throw new NotFound('这个栏目')
  return node
}

function json(value: unknown) {
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}

async function openDataPage({ ctx, frame }: Visit) {
  const agency = agencyOf(frame)
  const columns = flatten(await catalogueOf(ctx, agency.agencyId)).filter(({ count }) => count > 0)
  const links = (code: string) => (code === '' ? '' : `?column=${encodeURIComponent(code)}`)
  return (
    <Layout frame={frame} title="开放数据" crumbs={[]}>
      <section class="card">
        <h1>开放数据</h1>
        <p class="lead">
          {agency.name}
          主动公开的政府信息目录，可以按栏目整体下载，也可以由程序定时读取。数据与网页同源，每次发布、更正、撤回后随即更新。
        </p>
        <div class="scroll">
          <table class="grid">
            <thead>
              <tr>
                <th scope="col">栏目</th>
                <th scope="col">条数</th>
                <th scope="col">下载和读取</th>
              </tr>
            </thead>
            <tbody>
              {[{ code: '', title: '全部', count: null }, ...columns].map(({ code, title, count }) => (
                <tr>
                  <th scope="row">{title}</th>
                  <td>{count ?? '—'}</td>
                  <td>
                    <a class="download" href={`/${agency.slug}/catalogue.csv${links(code)}`} download>
                      CSV<span class="sr">，{title}</span>
                    </a>
                    <a class="download" href={`/${agency.slug}/catalogue.json${links(code)}`}>
                      JSON<span class="sr">，{title}</span>
                    </a>
                    <a class="download" href={`/${agency.slug}/feed.xml${links(code)}`}>
                      RSS<span class="sr">，{title}</span>
                    </a>
                    <a class="download" href={`/${agency.slug}/atom.xml${links(code)}`}>
                      Atom<span class="sr">，{title}</span>
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section class="card">
        <h2 class="h-bar">读取办法</h2>
        <ul>
          <li>每次给出最新的500条；JSON 中的 next 是下一批的网址，没有下一批时为 null。</li>
          <li>
            上级平台采集可以读取 <a href={`/${agency.slug}/harvest.json`}>harvest.json</a>
            ，字段名与省级集约化平台的接口相同。
          </li>
          <li>CSV 为 UTF-8 编码，可以直接用电子表格软件打开。</li>
          <li>
            全部网页的清单见 <a href="/sitemap.xml">sitemap.xml</a>。
          </li>
        </ul>
      </section>
    </Layout>
  )
}
