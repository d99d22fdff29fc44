import { citationText, KEY_AREAS, type KeyAreaId } from '@mingfu/law'
import { NotFound } from '../../errors.ts'
import { keyAreasOf } from '../../services/disclosure/catalogue/key-areas.ts'
import { type Topic, topicsOf } from '../../services/disclosure/catalogue/topics.ts'
import { type ListPublished, listPublished } from '../../services/disclosure/list-published.ts'
import { entryPath } from '../entries.ts'
import { Layout } from '../layout.tsx'
import type { Portal, Visit } from '../portal.ts'
import { CatalogueList } from './item-list.tsx'
import { shownTopics, topicPath } from './topic-cards.tsx'
import { agencyOf } from './visited-agency.ts'

/** 重点领域、热点专题: the items of the catalogue seen from other sides; each text exists once. */
export function registerViews(portal: Portal): void {
  portal.page('/:agency/key-areas', {}, viewsPage)
  portal.page('/:agency/key-areas/:area', { query: ['after', 'content'] }, keyAreaPage)
  portal.page('/:agency/topics/:topic', { query: ['after'] }, topicPage)
}

const COLUMN = { name: '重点领域', keywords: ['重点领域', '政府信息公开'], type: '信息公开目录' }

async function viewsPage({ ctx, frame }: Visit) {
  const agency = agencyOf(frame)
  const areas = (await keyAreasOf(ctx, agency.agencyId)).filter(({ count }) => count > 0)
  const topics = shownTopics(await topicsOf(ctx, agency.agencyId))
  return (
    <Layout
      frame={frame}
      title="重点领域和专题"
      entry="statutory"
      column={{ ...COLUMN, description: `${agency.name}重点领域和热点专题的政府信息` }}
      crumbs={[{ text: '法定主动公开内容', href: entryPath(agency, 'statutory') }]}
    >
      <section class="card">
        <h1>重点领域</h1>
        {areas.length === 0 && <p class="muted">还没有重点领域的信息。</p>}
        <ul class="views">
          {areas.map(({ areaId, label, count, contents }) => (
            <li>
              <h2>
                <a href={`/${agency.slug}/key-areas/${areaId}`}>{label}</a>
                <span class="count">{count}条</span>
              </h2>
              <p>
                {contents
                  .filter(({ count: held }) => held > 0)
                  .map(({ content }) => content)
                  .join('、')}
              </p>
            </li>
          ))}
        </ul>
      </section>
      {topics.length > 0 && (
        <section class="card">
          <h2 id="topics">热点专题</h2>
          <ul class="views">
            {topics.map((topic) => (
              <li>
                <h3>
                  <a href={topicPath(agency, topic)}>{topic.title}</a>
                  <span class="count">{topic.count}条</span>
                </h3>
                {topic.description && <p>{topic.description}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  )
}

async function keyAreaPage(visit: Visit) {
  const { params, query, frame } = visit
  const agency = agencyOf(frame)
  const area = params.area ?? ''
  if (!Object.hasOwn(KEY_AREAS, area)) throw new NotFound('这个重点领域')
  const areaId = area as KeyAreaId
  const { label, norm } = KEY_AREAS[areaId]
  const held = (await keyAreasOf(visit.ctx, agency.agencyId)).find((each) => each.areaId === areaId)
  const contents = held?.contents.filter(({ count }) => count > 0) ?? []
  const chosen = contents.find(({ content }) => content === query.content)
  const here = `/${agency.slug}/key-areas/${areaId}`
  return listPage(visit, {
    title: label,
    lead: norm === null ? '' : `依据：${citationText(norm)}`,
    path: chosen === undefined ? here : `${here}?content=${encodeURIComponent(chosen.content)}`,
    where:
      chosen === undefined
        ? { keyArea: areaId }
        : { placedAt: { kind: 'key-content', target: chosen.target } },
    choices: [
      { text: '全部', href: here, current: chosen === undefined },
      ...contents.map(({ content, count }) => ({
        text: `${content}（${count}）`,
        href: `${here}?content=${encodeURIComponent(content)}`,
        current: content === chosen?.content,
      })),
    ],
  })
}

async function topicPage(visit: Visit) {
  const agency = agencyOf(visit.frame)
  const topics: readonly Topic[] = await topicsOf(visit.ctx, agency.agencyId)
  const topic = topics.find(({ code }) => code === visit.params.topic)
  if (topic === undefined) throw new NotFound('这个专题')
  return listPage(visit, {
    title: topic.title,
    lead: topic.isOpen ? topic.description : `${topic.description}（本专题不再更新）`,
    path: topicPath(agency, topic),
    where: { placedAt: { kind: 'topic', target: topic.code } },
    choices: [],
  })
}

type View = Readonly<{
  title: string
  lead: string
  path: string
  where: Omit<ListPublished, 'agencyId' | 'cursor'>
  choices: readonly Readonly<{ text: string; href: string; current: boolean }>[]
}>

async function listPage({ ctx, frame, query }: Visit, { title, lead, path, where, choices }: View) {
  const agency = agencyOf(frame)
  const page = await listPublished(ctx, {
    agencyId: agency.agencyId,
    ...where,
    ...(query.after ? { cursor: query.after } : {}),
  })
  const next = page.next && `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(page.next)}`
  return (
    <Layout
      frame={frame}
      title={title}
      entry="statutory"
      column={{ ...COLUMN, name: title, description: lead || `${agency.name}${title}的政府信息` }}
      crumbs={[
        { text: '法定主动公开内容', href: entryPath(agency, 'statutory') },
        { text: '重点领域', href: `/${agency.slug}/key-areas` },
      ]}
    >
      <section class="card">
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
        {choices.length > 1 && (
          <nav aria-label="具体内容">
            <ul class="plain-links">
              {choices.map(({ text, href, current }) => (
                <li>
                  <a href={href} aria-current={current ? 'page' : undefined}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {page.items.length === 0 ? (
          <p class="muted">还没有这方面的信息。</p>
        ) : (
          <CatalogueList items={page.items} agencies={[agency]} />
        )}
        <nav class="pager" aria-label="翻页">
          {query.after ? <a href={path}>回到第一页</a> : <span />}
          {next && (
            <a href={next} rel="next">
              下一页
            </a>
          )}
        </nav>
      </section>
    </Layout>
  )
}
