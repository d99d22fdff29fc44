import { CATALOGUES, LEGAL_ITEMS, PUBLISHING_CHANNELS, type PublishingChannel } from '@mingfu/law'
import { NotFound } from '../../errors.ts'
import { type CatalogueDuty, publicDuties } from '../../services/disclosure/catalogue/catalogue-duties.ts'
import { cataloguesInForce } from '../../services/disclosure/catalogue/catalogues-in-force.ts'
import { flatten } from '../../services/disclosure/catalogue-of.ts'
import { listPublished } from '../../services/disclosure/list-published.ts'
import { columnPath, entryPath } from '../entries.ts'
import { Layout } from '../layout.tsx'
import type { Portal, Visit } from '../portal.ts'
import { CatalogueList } from './item-list.tsx'

import { agencyOf } from './visited-agency.ts'

/** 公开目录: the duties that the organ has set itself, as printed catalogues show them, each leading to its items. */
export function registerCatalogue(portal: Portal): void {
  portal.page('/:agency/catalogue', {}, cataloguePage)
  portal.page('/:agency/catalogue/:catalogue', {}, cataloguePage)
  portal.page('/:agency/catalogue/:catalogue/:entry', { query: ['after'] }, entryPage)
}

const TAGS = { keywords: ['公开目录', '主动公开基本目录'], type: '信息公开目录' }

async function cataloguePage({ ctx, frame, params }: Visit) {
  const agency = agencyOf(frame)
  const { agencyId } = agency
  const catalogue = params.catalogue ?? 'basic'
  const title = Object.hasOwn(CATALOGUES, catalogue) ? CATALOGUES[catalogue] : undefined
  if (title === undefined) throw new NotFound('这个目录')
  const others = (await cataloguesInForce(ctx, agencyId)).filter((id) => id !== catalogue)
  const { duties, version } = await publicDuties(ctx, { agencyId, catalogue })
  const nodes = new Map(flatten(frame.catalogue).map((node) => [node.nodeId, node]))
  const shared = new Set(duties.map(({ nodeId }) => nodeId).filter((id, at, all) => all.indexOf(id) !== at))
  const linkOf = (duty: CatalogueDuty) => {
    if (duty.items === 0) return undefined
    const node = duty.nodeId === null || shared.has(duty.nodeId) ? undefined : nodes.get(duty.nodeId)
    return node === undefined
      ? `/${agency.slug}/catalogue/${catalogue}/${duty.entryId}`
      : columnPath(agency, node)
  }
  return (
    <Layout
      frame={frame}
      title={title}
      entry="statutory"
      column={{ name: title, description: `${agency.name}${title}`, ...TAGS }}
      crumbs={[{ text: '法定主动公开内容', href: entryPath(agency, 'statutory') }]}
    >
      <section class="card">
        <h1>{title}</h1>
        {others.length > 0 && (
          <nav aria-label="其他目录">
            <ul class="plain-links">
              {others.map((id) => (
                <li>
                  <a href={`/${agency.slug}/catalogue/${id}`}>{CATALOGUES[id]}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {duties.length === 0 ? (
          <p class="muted">
            还没有公布这份目录。已经公开的信息见
            <a href={entryPath(agency, 'statutory')}>法定主动公开内容</a>。
          </p>
        ) : (
          <>
            <p class="lead">
              第{version}版，共{duties.length}项。公开事项名称可以点击的，已有公开的信息。
            </p>
            <ol class="duties">
              {duties.map((duty) => (
                <Duty duty={duty} href={linkOf(duty)} />
              ))}
            </ol>
          </>
        )}
      </section>
    </Layout>
  )
}

/** One line of the catalogue: its facts under its name, so that no table scrolls sideways on a phone. */
function Duty({ duty, href }: { duty: CatalogueDuty; href: string | undefined }) {
  const name = duty.path.join(' › ')
  const channels = Object.entries(duty.channels)
    .filter(([, box]) => box !== 'none')
    .map(([channel]) => PUBLISHING_CHANNELS[channel as PublishingChannel])
  const facts: readonly (readonly [string, string])[] = [
    ['公开内容', duty.contentRequired],
    ['公开时限', duty.deadlineText],
    ['公开依据', duty.basis.join('；')],
    ['公开主体', duty.responsibleUnit],
    ['公开渠道', channels.join('、')],
    ['公开方式', duty.mode === 'proactive' ? '主动公开' : '依申请公开'],
    ['法定事项', duty.legalItems.map((code) => LEGAL_ITEMS[code].label).join('；')],
  ]
  return (
    <li>
      <h2>
        {href === undefined ? name : <a href={href}>{name}</a>}
        {duty.items > 0 && <span class="count">{duty.items}条</span>}
      </h2>
      <dl>
        {facts.map(([term, text]) => (
          <div>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

async function entryPage({ ctx, frame, params, query }: Visit) {
  const agency = agencyOf(frame)
  const { agencyId } = agency
  const catalogue = params.catalogue ?? ''
  const { duties } = Object.hasOwn(CATALOGUES, catalogue)
    ? await publicDuties(ctx, { agencyId, catalogue })
    : { duties: [] }
  const duty = duties.find(({ entryId }) => entryId === params.entry)
  if (duty === undefined) throw new NotFound('这个公开事项')
  const title = duty.path.join(' › ')
  const page = await listPublished(ctx, {
    agencyId,
    placedAt: { kind: 'entry', target: duty.entryId },
    ...(query.after ? { cursor: query.after } : {}),
  })
  const here = `/${agency.slug}/catalogue/${catalogue}/${duty.entryId}`
  return (
    <Layout
      frame={frame}
      title={title}
      entry="statutory"
      column={{ name: title, description: duty.contentRequired, ...TAGS }}
      crumbs={[
        { text: '法定主动公开内容', href: entryPath(agency, 'statutory') },
        { text: CATALOGUES[catalogue] ?? '', href: `/${agency.slug}/catalogue/${catalogue}` },
      ]}
    >
      <section class="card">
        <h1>{title}</h1>
        <p class="lead">{duty.contentRequired}</p>
        <CatalogueList items={page.items} agencies={[agency]} />
        <nav class="pager" aria-label="翻页">
          <span />
          {page.next && (
            <a href={`${here}?after=${encodeURIComponent(page.next)}`} rel="next">
              下一页
            </a>
          )}
        </nav>
      </section>
    </Layout>
  )
}
