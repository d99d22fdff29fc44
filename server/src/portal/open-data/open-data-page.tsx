import { CONTENT_KINDS, type ContentKind, formFields } from '@mingfu/law'
import { NotFound } from '../../errors.ts'
import { catalogueOf, flatten } from '../../services/disclosure/catalogue-of.ts'
import { type KindCount, listKinds } from '../../services/open-data/list-kinds.ts'
import { listOpenRecords, type OpenRecord } from '../../services/open-data/list-open-records.ts'
import { documentPath } from '../disclosure/item-list.tsx'
import { agencyOf } from '../disclosure/visited-agency.ts'
import { Layout } from '../layout.tsx'
import type { Portal, Visit } from '../portal.ts'
import { type Addresses, csvView, harvestView, metadataView } from './data-views.ts'

const QUERY = ['column', 'kind', 'after'] as const

/** 开放数据: every catalogue as JSON and CSV, under names that others already read. */
export function registerOpenData(portal: Portal): void {
  portal.page('/:agency/open-data', {}, openDataPage)
  portal.page('/:agency/catalogue.json', { absolute: true, query: QUERY }, async (visit) => {
    const { records, at, kind: _kind, ...rest } = await recordsOf(visit)
    return json({ ...rest, items: records.map((record) => metadataView(record, at)) })
  })
  portal.page('/:agency/harvest.json', { absolute: true, query: QUERY }, async (visit) => {
    const { records, at, next } = await recordsOf(visit)
    return json({ next, articles: records.map((record) => harvestView(record, at)) })
  })
  portal.page('/:agency/catalogue.csv', { absolute: true, query: QUERY }, async (visit) => {
    const { records, at, kind } = await recordsOf(visit)
    return { type: 'text/csv; charset=utf-8; header=present', body: csvView(records, at, kind) }
  })
}

async function recordsOf({ ctx, frame, query, origin }: Visit) {
  const agency = agencyOf(frame)
  const { agencyId, slug, name } = agency
  const column = columnOf(frame, query.column)
  const kind = kindOf(query.kind)
  const page = await listOpenRecords(ctx, {
    agencyId,
    ...(column ? { nodeIds: flatten([column]).map(({ nodeId }) => nodeId) } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(query.after ? { cursor: query.after } : {}),
  })
  const at: Addresses = {
    page: ({ documentId }) => `${origin}${documentPath(agency, documentId)}`,
    file: ({ documentId }: OpenRecord, fileId) => `${origin}/files/${slug}/${documentId}/${fileId}`,
  }
  const more = new URLSearchParams({
    ...(query.column ? { column: query.column } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(page.next === null ? {} : { after: page.next }),
  })
  return {
    agency: name,
    column: column?.title ?? null,
    next: page.next === null ? null : `${origin}${frame.path.split('?')[0]}?${more}`,
    records: page.records,
    kind,
    at,
  }
}

function kindOf(text: string | undefined): ContentKind | undefined {
  if (text === undefined) return undefined
  if (!Object.hasOwn(CONTENT_KINDS, text)) throw new NotFound('这个内容种类')
  return text as ContentKind
}

function columnOf({ catalogue }: Visit['frame'], code: string | undefined) {
  if (code === undefined) return undefined
  const node = flatten(catalogue).find((each) => each.code === code)
  if (node === undefined) throw new NotFound('这个栏目')
  return node
}

function json(value: unknown) {
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}

async function openDataPage({ ctx, frame }: Visit) {
  const agency = agencyOf(frame)
  const columns = flatten(await catalogueOf(ctx, agency.agencyId)).filter(({ count }) => count > 0)
  const kinds = (await listKinds(ctx, agency.agencyId)).filter(({ kind }) => formFields(kind).length > 0)
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
      <KindTable kinds={kinds} slug={agency.slug} />
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

/** 分类数据: kinds whose content is kept field by field. */
function KindTable({ kinds, slug }: { kinds: readonly KindCount[]; slug: string }) {
  if (kinds.length === 0) return null
  return (
    <section class="card">
      <h2 class="h-bar">分类数据</h2>
      <p class="muted">按内容种类下载，除目录外还有该种类的各项数据；CSV 中表格的每一行各占一行。</p>
      <div class="scroll">
        <table class="grid">
          <thead>
            <tr>
              <th scope="col">内容种类</th>
              <th scope="col">条数</th>
              <th scope="col">下载和读取</th>
            </tr>
          </thead>
          <tbody>
            {kinds.map(({ kind, count }) => (
              <tr>
                <th scope="row">{CONTENT_KINDS[kind].label}</th>
                <td>{count}</td>
                <td>
                  <a class="download" href={`/${slug}/catalogue.csv?kind=${kind}`} download>
                    CSV<span class="sr">，{CONTENT_KINDS[kind].label}</span>
                  </a>
                  <a class="download" href={`/${slug}/catalogue.json?kind=${kind}`}>
                    JSON<span class="sr">，{CONTENT_KINDS[kind].label}</span>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
