import type { ContentKind } from '@mingfu/law'
import { keyAreasOf } from '../../services/disclosure/catalogue/key-areas.ts'
import { topicsOf } from '../../services/disclosure/catalogue/topics.ts'
import { listPublished, type PublishedItem } from '../../services/disclosure/list-published.ts'
import { publishedWebsiteReports } from '../../services/site-health/website-report/website-report.ts'
import { ShortList } from '../disclosure/item-list.tsx'
import { KeyAreaGrid } from '../disclosure/key-area-grid.tsx'
import { shownTopics, TopicCards } from '../disclosure/topic-cards.tsx'
import { ENTRY_WORDS, entriesOf, entryPath } from '../entries.ts'
import { EntryIcon } from '../entry-icon.tsx'
import { type Frame, Layout } from '../layout.tsx'
import type { Portal, Visit } from '../portal.ts'
import { BesideCards, besideOf } from './participation.tsx'

/** 首页: the host's entries, what is new, the key areas, who else publishes here, and the tools for everybody. */
export function registerHome(portal: Portal): void {
  portal.page('/', {}, homePage)
}

/** So many organs stand on the first page; the others are found on the map of the site. */
const ORGANS_SHOWN = 12

async function homePage({ ctx, frame }: Visit) {
  const { host, agencies } = frame.site
  const { items } = await listPublished(ctx, { limit: 10 })
  const policies = await listPublished(ctx, { kind: 'normative', limit: 6 })
  const readings = await listPublished(ctx, { kind: 'interpretation', limit: 6 })
  const [report] = await publishedWebsiteReports(ctx)
  const areas = (await keyAreasOf(ctx, host.agencyId)).filter(({ count }) => count > 0)
  const topics = shownTopics(await topicsOf(ctx, host.agencyId))
  const beside = await besideOf(ctx, host)
  const others = agencies.filter(({ agencyId }) => agencyId !== host.agencyId)
  return (
    <Layout frame={frame} title={host.name}>
      <h1 class="sr">{host.name}政府信息公开</h1>
      <ul class={`tiles of-${entriesOf(frame.theme).length}`}>
        {entriesOf(frame.theme).map(({ id, label }) => (
          <li>
            <a href={entryPath(host, id)}>
              <EntryIcon id={id} />
              <b>{label}</b>
              <span>{ENTRY_WORDS[id].line}</span>
            </a>
          </li>
        ))}
      </ul>
      <div class="two">
        <section class="card">
          <div class="head-row">
            <h2 class="h-bar">最新公开</h2>
            <span class="more">
              <a href={`/${host.slug}/subscribe`} rel="nofollow">
                订阅
              </a>
              <a href="/search">
                检索<span class="sr">全部政府信息</span>
              </a>
            </span>
          </div>
          {items.length === 0 ? (
            <p class="muted">还没有发布政府信息。</p>
          ) : (
            <ShortList items={items} agencies={agencies} withAgency={agencies.length > 1} />
          )}
        </section>
        <div>
          <nav class="side block" aria-labelledby="agencies">
            <h2 id="agencies">公开机关</h2>
            <ul>
              {[host, ...others.slice(0, ORGANS_SHOWN - 1)].map(({ slug, name }) => (
                <li>
                  <a href={`/${slug}/`}>{name}</a>
                </li>
              ))}
              {others.length >= ORGANS_SHOWN && (
                <li>
                  <a href="/sitemap">全部{agencies.length}个机关</a>
                </li>
              )}
            </ul>
          </nav>
          <Tools report={report?.year} />
        </div>
      </div>
      {areas.length > 0 && (
        <section class="card">
          <div class="head-row">
            <h2 class="h-bar">重点领域</h2>
            <a class="more" href={`/${host.slug}/key-areas`}>
              全部<span class="sr">重点领域和专题</span>
            </a>
          </div>
          <KeyAreaGrid agency={host} areas={areas} />
        </section>
      )}
      <TopicCards agency={host} topics={topics} />
      <div class="pair">
        <Kind frame={frame} kind="normative" title="政策文件" items={policies.items} />
        <div>
          <Kind frame={frame} kind="interpretation" title="政策解读" items={readings.items} />
          <BesideCards agency={host} {...beside} />
        </div>
      </div>
    </Layout>
  )
}

type KindProps = Readonly<{
  frame: Frame
  kind: ContentKind
  title: string
  items: readonly PublishedItem[]
}>

function Kind({ frame, kind, title, items }: KindProps) {
  if (items.length === 0) return null
  const { host, agencies } = frame.site
  return (
    <section class="card">
      <div class="head-row">
        <h2 class="h-bar">{title}</h2>
        <a class="more" href={`${entryPath(host, 'statutory')}?kind=${kind}`}>
          更多<span class="sr">{title}</span>
        </a>
      </div>
      <ShortList items={items} agencies={agencies} />
    </section>
  )
}

function Tools({ report }: { report: number | undefined }) {
  return (
    <section class="card">
      <h2 class="h-bar">便民工具</h2>
      <ul class="plain tools">
        {report !== undefined && (
          <li>
            <a href={`/website-report/${report}`}>政府网站工作年度报表</a>
            <p class="muted">{report}年度</p>
          </li>
        )}
        <li>
          <a href="/apply/status">查询申请的办理进度</a>
          <p class="muted">凭申请编号和查询码</p>
        </li>
        <li>
          <a href="/tools/clock">计算答复期限</a>
          <p class="muted">按国务院办公厅放假安排逐日计算，附依据条款</p>
        </li>
        <li>
          <a href="/tools/report-check">校核年度报告</a>
          <p class="muted">上传 Word、PDF 或者网页，检查表格勾稽关系</p>
        </li>
      </ul>
    </section>
  )
}
