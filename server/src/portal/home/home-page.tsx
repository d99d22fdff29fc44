import { listPublished } from '../../services/disclosure/list-published.ts'
import { ShortList } from '../disclosure/item-list.tsx'
import { Layout } from '../layout.tsx'
import type { Portal, Visit } from '../portal.ts'

/** 首页: who publishes here, what is new, and the tools for everybody. */
export function registerHome(portal: Portal): void {
  portal.page('/', {}, homePage)
}

async function homePage({ ctx, frame }: Visit) {
  const { host, agencies } = frame.site
  const { items } = await listPublished(ctx, { limit: 15 })
  return (
    <Layout frame={frame} title={host.name}>
      <h1 class="sr">{host.name}政府信息公开</h1>
      <div class="two">
        <section class="card">
          <h2 class="h-bar">最新公开</h2>
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
              {agencies.map(({ slug, name }) => (
                <li>
                  <a href={`/${slug}/`}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
          <section class="card">
            <h2 class="h-bar">便民工具</h2>
            <ul class="plain">
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
        </div>
      </div>
    </Layout>
  )
}
