import { CONTENT_KINDS, isPlainDate, VALIDITY_STATES } from '@mingfu/law'
import type { Agency } from '../../services/agencies/find-agency.ts'
import { correctQuery } from '../../services/search/correct-query.ts'
import type { MarkedPiece } from '../../services/search/mark-words.ts'
import type { FoundDocument } from '../../services/search/present-hits.ts'
import { type SearchResult, searchDocuments } from '../../services/search/search-documents.ts'
import { CANDIDATES } from '../../services/search/walk-years.ts'
import { documentPath, EndedTag } from '../disclosure/item-list.tsx'
import { Choice, DayField, labelled, WrongDay } from '../fields.tsx'
import { Layout } from '../layout.tsx'
import { dayOf } from '../moment.ts'
import type { Portal, Visit } from '../portal.ts'
import { inputOf, pageOf, QUERY_NAMES, type Query } from './search-input.ts'

/** 检索: full text, title, 文号 and 索引号, in one agency or in all; results say where the words stand. */
export function registerSearch(portal: Portal): void {
  portal.page('/search', { query: QUERY_NAMES, fresh: true, perMinute: 120 }, searchPage)
}

async function searchPage({ ctx, frame, query }: Visit) {
  const { agencies } = frame.site
  const agency = agencies.find(({ slug }) => slug === query.agency)
  const asked = query.q !== undefined
  const input = inputOf(query, agency)
  const result = asked ? await searchDocuments(ctx, input) : undefined
  const correction =
    result !== undefined && (result.count === 0 || result.relaxed)
      ? await correctQuery(ctx, input.q, async (q) => {
          const found = await searchDocuments(ctx, { ...input, q, page: 1 })
          return found !== undefined && found.count > 0 && !found.relaxed
        })
      : undefined
  const title = query.q ? `检索“${query.q}”` : '检索政府信息'
  return (
    <Layout frame={frame} title={title} crumbs={[]} scripts={['suggest.js']} unlisted>
      <section class="card">
        <h1>检索政府信息</h1>
        <SearchForm query={query} agencies={agencies} />
      </section>
      {asked && (
        <section class="card" aria-live="polite">
          {result === undefined ? (
            <p>没有可以检索的词，请输入文字或者数字。</p>
          ) : (
            <>
              {correction && (
                <p class="lead">
                  您是不是要找：<a href={searchPath({ ...query, q: correction, page: '' })}>{correction}</a>
                </p>
              )}
              <Results result={result} query={query} agencies={agencies} order={input.order ?? 'relevance'} />
              <KeepUp query={query} agency={agency ?? frame.site.host} />
            </>
          )}
        </section>
      )}
    </Layout>
  )
}

function SearchForm({ query, agencies }: { query: Query; agencies: readonly Agency[] }) {
  const wrongDay = [query.from, query.to].some((day) => day !== undefined && !isPlainDate(day))
  const narrowed = [query.agency, query.kind, query.validity, query.from, query.to, query.order].some(
    (value) => value,
  )
  return (
    <form class="chooser" action="/search">
      <div class="line">
        <label class="sr" for="f-q">
          检索词
        </label>
        <input
          id="f-q"
          name="q"
          type="search"
          value={query.q}
          maxLength={100}
          placeholder="标题、文号、索引号或者正文里的词，用空格隔开"
        />
        <button type="submit" class="button">
          检索
        </button>
      </div>
      <details open={narrowed}>
        <summary>更多条件</summary>
        <div class="filters">
          <Choice
            name="agency"
            label="公开机关"
            value={query.agency}
            options={agencies.map(({ slug, shortName }) => [slug, shortName])}
          />
          <Choice name="kind" label="内容种类" value={query.kind} options={labelled(CONTENT_KINDS)} />
          <Choice name="validity" label="有效性" value={query.validity} options={labelled(VALIDITY_STATES)} />
          <DayField name="from" label="发布日期自" value={query.from} />
          <DayField name="to" label="至" value={query.to} />
          <Choice
            name="order"
            label="排序"
            value={query.order}
            empty="相关度高的在前"
            options={[['date', '新发布的在前']]}
          />
        </div>
      </details>
      {wrongDay && <WrongDay />}
    </form>
  )
}

function Results({
  result,
  query,
  agencies,
  order,
}: {
  result: SearchResult
  query: Query
  agencies: readonly Agency[]
  order: 'relevance' | 'date'
}) {
  const page = pageOf(query)
  if (result.items.length === 0) {
    return (
      <>
        <h2>没有找到</h2>
        <p>
          可以换用较短的词，或者减少条件再试。没有主动公开的政府信息，可以从各机关的“依申请公开”提出申请。
        </p>
      </>
    )
  }
  return (
    <>
      <h2>
        共{result.more ? `${result.count}条以上` : `${result.count}条`}
        {page > 1 && `，第${page}页`}
      </h2>
      {result.relaxed && (
        <p class="muted">同时含有全部检索词的政府信息很少或者没有，以下也列出了含有其中大部分的。</p>
      )}
      {result.more && order === 'relevance' && (
        <p class="muted">按相关度排序的，是最新的{CANDIDATES}条；可以增加检索词或者条件缩小范围。</p>
      )}
      <ul class="items">
        {result.items.map((item) => (
          <Result item={item} agencies={agencies} />
        ))}
      </ul>
      <nav class="pager" aria-label="翻页">
        {page > 1 ? <a href={searchPath({ ...query, page: String(page - 1) })}>上一页</a> : <span />}
        {page < result.pages && (
          <a href={searchPath({ ...query, page: String(page + 1) })} rel="next">
            下一页
          </a>
        )}
      </nav>
    </>
  )
}

/** 订阅检索: the same question as a feed or by mail; what is new comes by itself. */
function KeepUp({ query, agency }: { query: Query; agency: Agency }) {
  const { q = '', page: _page, order: _order, ...narrowing } = query
  const asked = new URLSearchParams({ q, ...narrowing })
  return (
    <p class="muted no-print">
      以后有新的信息符合这次检索的条件时，可以通过
      <a href={`/${agency.slug}/subscribe?${asked}`}>邮件订阅</a>或者{' '}
      <a href={`/search.xml?${asked}`}>RSS 订阅</a>及时得知。
    </p>
  )
}

function Result({ item, agencies }: { item: FoundDocument; agencies: readonly Agency[] }) {
  const agency = agencies.find(({ agencyId }) => agencyId === item.agencyId)
  if (agency === undefined) return null
  return (
    <li>
      <span>
        <EndedTag item={item} />
        <a href={documentPath(agency, item.documentId)}>
          <Marked pieces={item.title} />
        </a>
      </span>
      <time datetime={item.publishedAt.toISOString()}>{dayOf(item.publishedAt)}</time>
      <p class="about">
        {item.attachment && (
          <>
            附件“
            <a href={`/files/${agency.slug}/${item.documentId}/${item.attachment.fileId}`} download>
              {item.attachment.title}
            </a>
            ”：
          </>
        )}
        <Marked pieces={item.passage} />
      </p>
      <p class="about">
        {item.documentNumber && <span>{item.documentNumber}</span>}
        <span>索引号：{item.indexNumber}</span>
        <span>{agency.shortName}</span>
        <span>成文日期：{item.writtenOn}</span>
      </p>
    </li>
  )
}

function Marked({ pieces }: { pieces: readonly MarkedPiece[] }) {
  return <>{pieces.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}</>
}

function searchPath(query: Query): string {
  return `/search?${new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''))}`
}
