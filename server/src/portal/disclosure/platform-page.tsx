import { plainDateText } from '@mingfu/law'
import type { ComponentChildren } from 'preact'
import type { Agency } from '../../services/agencies/find-agency.ts'
import {
  listPublishedReports,
  type PublishedReportLine,
} from '../../services/annual-reports/find-published-reports.ts'
import { keyAreasOf } from '../../services/disclosure/catalogue/key-areas.ts'
import { topicsOf } from '../../services/disclosure/catalogue/topics.ts'
import { type CatalogueNode, catalogueOf } from '../../services/disclosure/catalogue-of.ts'
import { findGuide, type Guide } from '../../services/disclosure/guide.ts'
import { listPublished } from '../../services/disclosure/list-published.ts'
import { publicCalls } from '../../services/feedback/opinion-calls/public-calls.ts'
import { columnPath, ENTRY_WORDS, entriesOf, entryPath } from '../entries.ts'
import { EntryIcon } from '../entry-icon.tsx'
import { callPath } from '../feedback/consultation-pages.tsx'
import { BesideCards, besideOf } from '../home/participation.tsx'
import { type Frame, Layout } from '../layout.tsx'
import type { Portal, Visit } from '../portal.ts'
import { ShortList } from './item-list.tsx'
import { KeyAreaGrid } from './key-area-grid.tsx'
import { shownTopics, TopicCards } from './topic-cards.tsx'
import { agencyOf, SYSTEMS } from './visited-agency.ts'

/** 政府信息公开平台 of an agency: the entries in order, what is new, the columns, the key areas, the office. */
export function registerPlatform(portal: Portal): void {
  portal.page('/:agency', {}, platformPage)
}

async function platformPage({ ctx, frame }: Visit) {
  const agency = agencyOf(frame)
  const { agencyId } = agency
  const { items } = await listPublished(ctx, { agencyId, limit: 12 })
  const guide = await findGuide(ctx, agencyId)
  const reports = await listPublishedReports(ctx.db, agencyId)
  const areas = (await keyAreasOf(ctx, agencyId)).filter(({ count }) => count > 0)
  const topics = shownTopics(await topicsOf(ctx, agencyId))
  const calls = (await publicCalls(ctx, agency)).filter(({ state }) => state === 'open')
  const { issues } = await besideOf(ctx, agency)
  const below = frame.site.agencies.filter(({ parentId }) => parentId === agencyId)
  const isStandard = frame.theme.layout === 'columns'
  const columns = isStandard
    ? []
    : (await catalogueOf(ctx, agencyId)).filter(({ code, count }) => code !== SYSTEMS && count > 0)
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
      {!isStandard && <Tiles frame={frame} agency={agency} />}
      {calls.map((call) => (
        <div class="banner-note plain" role="note">
          <p>
            正在征求意见，{plainDateText(call.closesOn)}截止：
            <a href={callPath(agency, call)}>{call.title}</a>
          </p>
        </div>
      ))}
      <WithAside
        aside={
          (columns.length > 0 || below.length > 0) && (
            <>
              <Columns columns={columns} agency={agency} />
              <Below agencies={below} />
            </>
          )
        }
      >
        <section class="card">
          <div class="head-row">
            <h2 class="h-bar">最新公开</h2>
            <span class="more">
              <a href={`/${agency.slug}/subscribe?agency=${agency.slug}`} rel="nofollow">
                订阅
              </a>
              <a href={entryPath(agency, 'statutory')}>
                全部<span class="sr">最新公开</span>
              </a>
            </span>
          </div>
          {items.length === 0 ? (
            <p class="muted">还没有发布政府信息。</p>
          ) : (
            <ShortList items={items} agencies={frame.site.agencies} />
          )}
        </section>
        {areas.length > 0 && (
          <section class="card">
            <div class="head-row">
              <h2 class="h-bar">重点领域</h2>
              <a class="more" href={`/${agency.slug}/key-areas`}>
                全部<span class="sr">重点领域和专题</span>
              </a>
            </div>
            <KeyAreaGrid agency={agency} areas={areas} />
          </section>
        )}
        <TopicCards agency={agency} topics={topics} />
        <div class="pair">
          <BesideCards agency={agency} calls={[]} issues={issues} />
          <Reports reports={reports} agency={agency} />
          <Contact guide={guide} agency={agency} />
        </div>
      </WithAside>
    </Layout>
  )
}

function WithAside({ aside, children }: { aside: ComponentChildren; children: ComponentChildren }) {
  if (!aside) return <>{children}</>
  return (
    <div class="two narrow-aside">
      <div>{children}</div>
      <div>{aside}</div>
    </div>
  )
}

function Tiles({ frame, agency }: { frame: Frame; agency: Agency }) {
  const entries = entriesOf(frame.theme)
  return (
    <ul class={`tiles of-${entries.length}`}>
      {entries.map(({ id, label }) => (
        <li>
          <a href={entryPath(agency, id)}>
            <EntryIcon id={id} />
            <b>{label}</b>
            <span>{ENTRY_WORDS[id].line}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function Columns({ columns, agency }: { columns: readonly CatalogueNode[]; agency: Agency }) {
  if (columns.length === 0) return null
  return (
    <nav class="side block" aria-labelledby="columns">
      <h2 id="columns">法定主动公开内容</h2>
      <ul>
        {columns.map((node) => (
          <li>
            <a href={columnPath(agency, node)}>
              {node.title}
              <span class="count">{node.count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Below({ agencies }: { agencies: readonly Agency[] }) {
  if (agencies.length === 0) return null
  return (
    <nav class="side block" aria-labelledby="below">
      <h2 id="below">所属机关</h2>
      <ul>
        {agencies.map(({ slug, name }) => (
          <li>
            <a href={`/${slug}/`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const REPORTS_SHOWN = 5

function Reports({ reports, agency }: { reports: readonly PublishedReportLine[]; agency: Agency }) {
  if (reports.length === 0) return null
  return (
    <section class="card">
      <div class="head-row">
        <h2 class="h-bar">年度报告</h2>
        <a class="more" href={entryPath(agency, 'annual')}>
          历年<span class="sr">年度报告</span>
        </a>
      </div>
      <ul class="items short">
        {reports.slice(0, REPORTS_SHOWN).map(({ year, title }) => (
          <li>
            <a href={`${entryPath(agency, 'annual')}/${year}`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Contact({ guide, agency }: { guide: Guide | undefined; agency: Agency }) {
  if (guide === undefined) return null
  const { office } = guide.content
  return (
    <section class="card">
      <div class="head-row">
        <h2 class="h-bar">联系我们</h2>
        <a class="more" href={entryPath(agency, 'guide')}>
          公开指南
        </a>
      </div>
      <address>
        <dl class="facts close">
          <dt>机构</dt>
          <dd>{office.name}</dd>
          <dt>电话</dt>
          <dd>{office.phone}</dd>
          <dt>地址</dt>
          <dd>{office.address}</dd>
          <dt>办公时间</dt>
          <dd>{office.hours}</dd>
        </dl>
      </address>
    </section>
  )
}
