import { PLATFORM_COLUMNS } from '@mingfu/law'
import { listPublishedReports } from '../../services/annual-reports/find-published-reports.ts'
import { catalogueOf } from '../../services/disclosure/catalogue-of.ts'
import { findGuide } from '../../services/disclosure/guide.ts'
import { listPublished } from '../../services/disclosure/list-published.ts'
import { ENTRY_WORDS, entryPath } from '../entries.ts'
import { EntryIcon } from '../entry-icon.tsx'
import { Layout } from '../layout.tsx'
import type { Portal, Visit } from '../portal.ts'
import { ShortList } from './item-list.tsx'
import { agencyOf, SYSTEMS } from './visited-agency.ts'

/** 政府信息公开平台 of an agency: the entries in order, what is new, the columns, the office. */
export function registerPlatform(portal: Portal): void {
  portal.page('/:agency', {}, platformPage)
}

async function platformPage({ ctx, frame }: Visit) {
  const agency = agencyOf(frame)
  const { items } = await listPublished(ctx, { agencyId: agency.agencyId, limit: 12 })
  const nodes = await catalogueOf(ctx, agency.agencyId)
  const guide = await findGuide(ctx, agency.agencyId)
  const [report] = await listPublishedReports(ctx.db, agency.agencyId)
  const columns = nodes.filter(({ code, count }) => code !== SYSTEMS && count > 0)
  const below = frame.site.agencies.filter(({ parentId }) => parentId === agency.agencyId)
  return (
    <Layout
      frame={frame}
      title={agency.name}
      showsEntries
      column={{
        name: '政府信息公开',
        description: `${agency.name}政府信息公开平台`,
        keywords: ['政府信息公开', agency.shortName],
        type: '信息公开目录',
      }}
    >
      <h1 class="sr">{agency.name}政府信息公开</h1>
      <ul class="tiles">
        {PLATFORM_COLUMNS.map(({ id, label }) => (
          <li>
            <a href={entryPath(agency, id)}>
              <EntryIcon id={id} />
              <b>{label}</b>
              <span>{ENTRY_WORDS[id].line}</span>
            </a>
          </li>
        ))}
      </ul>
      <div class="two">
        <div>
          <section class="card">
            <div class="head-row">
              <h2 class="h-bar">最新公开</h2>
              <a class="more" href={entryPath(agency, 'statutory')}>
                查看全部<span class="sr">最新公开</span>
              </a>
            </div>
            {items.length === 0 ? (
              <p class="muted">还没有发布政府信息。</p>
            ) : (
              <ShortList items={items} agencies={frame.site.agencies} />
            )}
          </section>
          <div class="pair">
            {report && (
              <section class="card">
                <h2 class="h-bar">年度报告</h2>
                <p>
                  <a href={`${entryPath(agency, 'annual')}/${report.year}`}>{report.title}</a>
                </p>
              </section>
            )}
            {guide && (
              <section class="card">
                <h2 class="h-bar">联系我们</h2>
                <address>
                  {guide.content.office.name}
                  <br />
                  电话：{guide.content.office.phone}
                  <br />
                  地址：{guide.content.office.address}
                  <br />
                  办公时间：{guide.content.office.hours}
                </address>
              </section>
            )}
          </div>
        </div>
        <div>
          {columns.length > 0 && (
            <nav class="side block" aria-labelledby="columns">
              <h2 id="columns">法定主动公开内容</h2>
              <ul>
                {columns.map(({ code, title, count }) => (
                  <li>
                    <a href={`${entryPath(agency, 'statutory')}/${code}`}>
                      {title}
                      <span class="count">{count}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {below.length > 0 && (
            <nav class="side block" aria-labelledby="below">
              <h2 id="below">所属机关</h2>
              <ul>
                {below.map(({ slug, name }) => (
                  <li>
                    <a href={`/${slug}/`}>{name}</a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </div>
    </Layout>
  )
}
