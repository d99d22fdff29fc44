import { INSTRUMENTS, type Instrument } from '@mingfu/law'
import { flatten } from '../../services/disclosure/catalogue-of.ts'
import { listPublished } from '../../services/disclosure/list-published.ts'
import { entryTags } from '../entries.ts'
import { Layout } from '../layout.tsx'
import type { Portal, Visit } from '../portal.ts'
import { documentPath, EndedTag } from './item-list.tsx'
import { agencyOf, SYSTEMS } from './visited-agency.ts'

/** National provisions on disclosure, in the order of their rank. */
const NATIONAL: readonly Instrument[] = [
  'regulation',
  'fee-measures',
  'platform-notice',
  'rules-notice',
  'format-2021',
  'openness-rules',
  'website-guidelines',
  'grassroots-opinion',
]

/** 政府信息公开制度: the regulation, national provisions, and the agency's own systems with number, date and validity. */
export function registerSystems(portal: Portal): void {
  portal.page('/:agency/systems', {}, systemsPage)
}

async function systemsPage({ ctx, frame }: Visit) {
  const agency = agencyOf(frame)
  const { agencyId } = agency
  const node = flatten(frame.catalogue).find(({ code }) => code === SYSTEMS)
  const { items } =
    node === undefined
      ? { items: [] }
      : await listPublished(ctx, { agencyId, nodeIds: [node.nodeId], limit: 200 })
  return (
    <Layout frame={frame} title="政府信息公开制度" entry="systems" column={entryTags('systems')} crumbs={[]}>
      <h1>政府信息公开制度</h1>
      <section class="card">
        <h2 class="h-bar">本机关工作制度</h2>
        {items.length === 0 ? (
          <p class="muted">本机关的工作制度正在整理。</p>
        ) : (
          <div class="scroll">
            <table class="grid stack">
              <thead>
                <tr>
                  <th scope="col">名称</th>
                  <th scope="col">文号</th>
                  <th scope="col">成文日期</th>
                  <th scope="col">有效性</th>
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <tr>
                    <td>
                      <a href={documentPath(agency, item.documentId)}>{item.title}</a>
                    </td>
                    <td data-label="文号">{item.documentNumber ?? '—'}</td>
                    <td data-label="成文日期">{item.writtenOn}</td>
                    <td data-label="有效性">
                      {item.validity === 'in-force' ? '有效' : <EndedTag item={item} />}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <section class="card">
        <h2 class="h-bar">国家规定</h2>
        <div class="scroll">
          <table class="grid stack">
            <thead>
              <tr>
                <th scope="col">名称</th>
                <th scope="col">发文字号</th>
                <th scope="col">施行或者印发日期</th>
              </tr>
            </thead>
            <tbody>
              {NATIONAL.map((id) => {
                const { title, number, inForceFrom } = INSTRUMENTS[id]
                return (
                  <tr>
                    <td>{title}</td>
                    <td data-label="发文字号">{number ?? '—'}</td>
                    <td data-label="施行或者印发日期" class="nowrap">
                      {inForceFrom ?? '—'}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      </section>
    </Layout>
  )
}
