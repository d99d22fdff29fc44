import type { Agency } from '../../services/agencies/find-agency.ts'
import { type Frame, Layout } from '../layout.tsx'
import type { Portal } from '../portal.ts'

/** 首页: the agencies that publish here. */
export function registerHome(portal: Portal): void {
  portal.page('/', {}, async ({ frame }) => <HomePage frame={frame} />)
}

function HomePage({ frame }: { frame: Frame }) {
  return (
    <Layout frame={frame} title={frame.site.host.name}>
      <section class="card">
        <h2>公开机关</h2>
        <AgencyList agencies={frame.site.agencies} />
      </section>
    </Layout>
  )
}

function AgencyList({ agencies }: { agencies: readonly Agency[] }) {
  return (
    <ul class="items">
      {agencies.map(({ slug, name }) => (
        <li>
          <a href={`/${slug}/`}>{name}</a>
        </li>
      ))}
    </ul>
  )
}
