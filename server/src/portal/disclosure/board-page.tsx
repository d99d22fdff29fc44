import { plainDateText } from '@mingfu/law'
import { listPublished, type PublishedItem } from '../../services/disclosure/list-published.ts'
import { Layout } from '../layout.tsx'
import { dayOf } from '../moment.ts'
import type { Portal, Visit } from '../portal.ts'
import { QrCode } from '../verify/qr-code.tsx'
import { documentPath } from './item-list.tsx'
import { agencyOf } from './visited-agency.ts'

const SIZES = {
  a4: { label: 'A4', items: 7 },
  a3: { label: 'A3', items: 16 },
} as const
type Size = keyof typeof SIZES

/** 公示栏: what is new as one sheet to print and hang up, each line with a code that leads to its page. */
export function registerBoard(portal: Portal): void {
  portal.page('/:agency/board', { query: ['size'] }, boardPage)
}

async function boardPage({ ctx, frame, query }: Visit) {
  const agency = agencyOf(frame)
  const size: Size = query.size === 'a3' ? 'a3' : 'a4'
  const { items } = await listPublished(ctx, { agencyId: agency.agencyId, limit: SIZES[size].items })
  const path = `/${agency.slug}/board`
  return (
    <Layout
      frame={frame}
      title="公示栏"
      crumbs={[]}
      scripts={['print-button.js']}
      wide
      unlisted
      column={{
        name: '公示栏',
        description: `${agency.name}最新公开的信息，供打印张贴`,
        keywords: ['公示栏', '政府信息公开'],
        type: '信息公开目录',
      }}
    >
      <section class="card no-print">
        <h1>公示栏</h1>
        <p class="lead">打印出来张贴在公示栏、查阅点和便民服务站；扫描二维码可以看到全文。</p>
        <div class="actions">
          {Object.entries(SIZES).map(([id, { label }]) => (
            <a
              class={id === size ? 'button' : 'button quiet'}
              href={id === 'a4' ? path : `${path}?size=${id}`}
              aria-current={id === size ? 'page' : undefined}
            >
              {label}纸
            </a>
          ))}
          <button type="button" class="print-button" hidden>
            打印
          </button>
        </div>
      </section>
      <article class={`card board ${size}`}>
        <h2>{agency.name}政府信息公开栏</h2>
        {items.length === 0 ? (
          <p class="muted">还没有发布政府信息。</p>
        ) : (
          <ol>
            {items.map((item) => (
              <Notice item={item} path={documentPath(agency, item.documentId)} home={frame.home} />
            ))}
          </ol>
        )}
        <p class="board-foot">
          <span>{plainDateText(ctx.today)}</span>
          {frame.home && (
            <span>
              更多信息：{frame.home.replace(/^https?:\/\//, '')}/{agency.slug}
            </span>
          )}
        </p>
      </article>
    </Layout>
  )
}

type Line = Readonly<{ item: PublishedItem; path: string; home: string | null }>

function Notice({ item, path, home }: Line) {
  return (
    <li>
      <div>
        <h3>
          <a href={path}>{item.title}</a>
        </h3>
        {item.summary && <p>{item.summary}</p>}
        <p class="muted">
          {item.documentNumber && `${item.documentNumber}　`}
          {plainDateText(dayOf(item.publishedAt))}发布
        </p>
      </div>
      {home && <QrCode text={`${home}${path}`} label={`“${item.title}”的二维码`} />}
    </li>
  )
}
