import {
  CONTENT_KINDS,
  type ContentKind,
  citationText,
  isPlainDate,
  LEGAL_ITEMS,
  VALIDITY_STATES,
  type ValidityState,
} from '@mingfu/law'
import type { ComponentChildren } from 'preact'
import { NotFound } from '../../errors.ts'
import { type CatalogueNode, catalogueOf, flatten } from '../../services/disclosure/catalogue-of.ts'
import { type ListPublished, listPublished } from '../../services/disclosure/list-published.ts'
import { type ColumnLink, countedLink } from '../column-link.ts'
import { ColumnTree } from '../column-nav.tsx'
import { columnPath, entryPath, entryTags } from '../entries.ts'
import { Choice, DayField, labelled, WrongDay } from '../fields.tsx'
import { Layout } from '../layout.tsx'
import type { Portal, Visit } from '../portal.ts'
import { CatalogueList } from './item-list.tsx'
import { agencyOf, SYSTEMS } from './visited-agency.ts'

const QUERY = ['q', 'kind', 'validity', 'from', 'to', 'order', 'after'] as const

/** 法定主动公开内容: the catalogue as a tree, and a list to choose from, page by page. */
export function registerStatutory(portal: Portal): void {
  portal.page('/:agency/statutory', { query: QUERY }, statutoryPage)
  portal.page('/:agency/statutory/:code', { query: QUERY }, statutoryPage)
}

async function statutoryPage({ ctx, frame, params, query }: Visit) {
  const agency = agencyOf(frame)
  const { agencyId } = agency
  const nodes = frame.catalogue
  const { code } = params
  const node = flatten(nodes).find((each) => each.code === code)
  if (code !== undefined && node === undefined) throw new NotFound('这个栏目')
  const systems = nodes.find((each) => each.code === SYSTEMS)
  const page = await listPublished(ctx, {
    agencyId,
    ...(node ? { nodeIds: flatten([node]).map(({ nodeId }) => nodeId) } : {}),
    ...(node === undefined && systems
      ? { exceptNodeIds: flatten([systems]).map(({ nodeId }) => nodeId) }
      : {}),
    ...filterOf(query),
  })
  const tree = node === undefined ? await countedColumns(ctx, agencyId) : frame.columns
  const isStandard = frame.theme.layout === 'columns'
  const here = node === undefined ? entryPath(agency, 'statutory') : columnPath(agency, node)
  const item =
    node?.legalItem && node.legalItem in LEGAL_ITEMS ? LEGAL_ITEMS[node.legalItem as 'A20_01'] : undefined
  return (
    <Layout
      frame={frame}
      title={node?.title ?? '法定主动公开内容'}
      entry="statutory"
      {...(node ? { node: node.code } : {})}
      column={node === undefined ? entryTags('statutory') : tagsOf(node)}
      crumbs={node === undefined ? [] : [{ text: '法定主动公开内容', href: entryPath(agency, 'statutory') }]}
    >
      <Beside show={!isStandard} tree={<TreeAside tree={tree} agency={agency} current={node?.code} />}>
        <section class="card">
          <h1>{node?.title ?? '法定主动公开内容'}</h1>
          {isStandard && (
            <details class="fold tree-fold no-print">
              <summary>公开目录</summary>
              <ColumnTree agency={agency} tree={tree} current={node?.code} />
            </details>
          )}
          {node?.description && <p class="lead">{node.description}</p>}
          {item && <p class="basis">依据：{citationText(item.basis)}</p>}
          <Filters action={here} query={query} />
          {page.items.length === 0 ? (
            <p class="muted">
              没有符合条件的政府信息。可以减少条件再试，或者
              <a href={entryPath(agency, 'apply')}>依法提出申请</a>。
            </p>
          ) : (
            <CatalogueList items={page.items} agencies={[agency]} />
          )}
          <nav class="pager" aria-label="翻页">
            {query.after ? <a href={withQuery(here, { ...query, after: '' })}>回到第一页</a> : <span />}
            {page.next && (
              <a href={withQuery(here, { ...query, after: page.next })} rel="next">
                下一页
              </a>
            )}
          </nav>
        </section>
      </Beside>
    </Layout>
  )
}

/** How much each column holds is told on the page of all of them, and there alone. */
async function countedColumns(ctx: Visit['ctx'], agencyId: string): Promise<readonly ColumnLink[]> {
  const nodes = await catalogueOf(ctx, agencyId)
  return nodes.filter(({ code, count }) => code !== SYSTEMS && count > 0).map(countedLink)
}

/** The tree stands beside the list where the theme does not show it at the left of every page anyway. */
function Beside(props: Readonly<{ show: boolean; tree: ComponentChildren; children: ComponentChildren }>) {
  if (!props.show) return <>{props.children}</>
  return (
    <div class="columns">
      {props.tree}
      {props.children}
    </div>
  )
}

type PlatformAgency = ReturnType<typeof agencyOf>

type Tree = Readonly<{
  tree: readonly ColumnLink[]
  agency: PlatformAgency
  current: string | undefined
}>

function TreeAside({ tree, agency, current }: Tree) {
  return (
    <nav class="side" aria-label="公开目录">
      <h2>公开目录</h2>
      <ColumnTree agency={agency} tree={tree} current={current} />
    </nav>
  )
}

function Filters({ action, query }: { action: string; query: Readonly<Record<string, string>> }) {
  const wrongDay = [query.from, query.to].some((day) => day !== undefined && !isPlainDate(day))
  const narrowed = [query.kind, query.validity, query.from, query.to, query.order].some((value) => value)
  return (
    <form class="chooser no-print" action={action}>
      <div class="line">
        <label class="sr" for="f-q">
          标题、文号、索引号
        </label>
        <input
          id="f-q"
          name="q"
          type="search"
          value={query.q}
          maxLength={100}
          placeholder="在本栏目内查找：标题、文号、索引号"
        />
        <button type="submit" class="button">
          查找
        </button>
      </div>
      <details open={narrowed}>
        <summary>更多条件</summary>
        <div class="filters">
          <Choice name="kind" label="内容种类" value={query.kind} options={labelled(CONTENT_KINDS)} />
          <Choice name="validity" label="有效性" value={query.validity} options={labelled(VALIDITY_STATES)} />
          <DayField name="from" label="成文日期自" value={query.from} />
          <DayField name="to" label="至" value={query.to} />
          <Choice
            name="order"
            label="排序"
            value={query.order}
            empty="发布日期，新的在前"
            options={[['written', '成文日期，新的在前']]}
          />
        </div>
      </details>
      {wrongDay && <WrongDay />}
    </form>
  )
}

/** What the query asks for, as far as it can be understood. */
function filterOf(query: Readonly<Record<string, string>>): ListPublished {
  const { q, kind, validity, from, to, order, after } = query
  return {
    ...(q ? { title: q } : {}),
    ...(kind && kind in CONTENT_KINDS ? { kind: kind as ContentKind } : {}),
    ...(validity && validity in VALIDITY_STATES ? { validity: validity as ValidityState } : {}),
    ...(from && isPlainDate(from) ? { from } : {}),
    ...(to && isPlainDate(to) ? { to } : {}),
    ...(order === 'written' ? { order } : {}),
    ...(after ? { cursor: after } : {}),
  }
}

function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const given = Object.entries(query).filter(([, value]) => value !== '')
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

/** Column tags from what the office wrote about its column; an empty tag would be a fault. */
export function tagsOf(node: Pick<CatalogueNode, 'title' | 'description' | 'keywords' | 'columnType'>) {
  return {
    name: node.title,
    description: node.description || node.title,
    keywords: node.keywords ? node.keywords.split(/[，,、\s]+/) : [node.title],
    type: node.columnType,
  }
}
