import { topicsOf } from '../../services/disclosure/catalogue/topics.ts'
import { catalogueOf } from '../../services/disclosure/catalogue-of.ts'
import { themeOf } from '../../services/disclosure/site.ts'
import { shownTopics, topicPath } from '../disclosure/topic-cards.tsx'
import { columnPath, entriesOf, entryPath } from '../entries.ts'
import { Layout } from '../layout.tsx'
import type { Portal, Visit } from '../portal.ts'

/** 网站地图: every agency, entry and column on one page. */
export function registerSiteMap(portal: Portal): void {
  portal.page('/sitemap', {}, siteMapPage)
}

async function siteMapPage({ ctx, frame }: Visit) {
  const sections = await Promise.all(
    frame.site.agencies.map(async (agency) => ({
      agency,
      columns: (await catalogueOf(ctx, agency.agencyId)).filter(({ count }) => count > 0),
      topics: shownTopics(await topicsOf(ctx, agency.agencyId)),
    })),
  )
  return (
    <Layout frame={frame} title="网站地图" crumbs={[]}>
      <h1>网站地图</h1>
      {sections.map(({ agency, columns, topics }) => (
        <section class="card">
          <h2>
            <a href={`/${agency.slug}/`}>{agency.name}</a>
          </h2>
          <ul class="chips">
            {entriesOf(themeOf(frame.site, agency)).map(({ id, label }) => (
              <li>
                <a href={entryPath(agency, id)}>{label}</a>
              </li>
            ))}
            {columns.map((node) => (
              <li>
                <a href={columnPath(agency, node)}>{node.title}</a>
              </li>
            ))}
            <li>
              <a href={`/${agency.slug}/key-areas`}>重点领域和专题</a>
            </li>
            {topics.map((topic) => (
              <li>
                <a href={topicPath(agency, topic)}>{topic.title}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section class="card">
        <h2>工具</h2>
        <ul class="chips">
          <li>
            <a href="/search">检索</a>
          </li>
          <li>
            <a href="/apply/status">办理查询</a>
          </li>
          <li>
            <a href="/tools/clock">期限计算</a>
          </li>
          <li>
            <a href="/tools/report-check">年报校核</a>
          </li>
        </ul>
      </section>
    </Layout>
  )
}
