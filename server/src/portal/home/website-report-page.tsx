import { citationText, WEBSITE_REPORT_BASIS } from '@mingfu/law'
import { NotFound } from '../../errors.ts'
import { linesOf } from '../../services/site-health/website-report/report-lines.ts'
import { publishedWebsiteReports } from '../../services/site-health/website-report/website-report.ts'
import { drawWebsiteReport } from '../../services/site-health/website-report/website-report-file.ts'
import { Layout } from '../layout.tsx'
import { momentText } from '../moment.ts'
import type { Portal, Visit } from '../portal.ts'

/** 政府网站工作年度报表 as published, with its file. */
export function registerWebsiteReport(portal: Portal): void {
  portal.page('/website-report/:year', {}, websiteReportPage)
  portal.server.get('/website-report/:year/pdf', async (request, reply) => {
    const { year } = request.params as { year: string }
    const report = await reportOf(portal.contextFor(request, ''), year)
    const { bytes, name, mediaType } = await drawWebsiteReport({ ...report, isDraft: false }, 'pdf')
    return reply
      .type(mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(Buffer.from(bytes))
  })
}

async function reportOf(ctx: Visit['ctx'], text: string) {
  const report = (await publishedWebsiteReports(ctx)).find(({ year }) => String(year) === text)
  if (report === undefined) throw new NotFound('这一年度的网站工作年度报表')
  return report
}

async function websiteReportPage({ ctx, frame, params }: Visit) {
  const { year, figures, publishedAt } = await reportOf(ctx, params.year ?? '')
  const title = `政府网站工作年度报表（${year}年度）`
  return (
    <Layout
      frame={frame}
      title={title}
      column={{
        name: '网站工作年度报表',
        description: '政府网站工作年度报表',
        keywords: ['网站工作年度报表', '政府网站'],
        type: '数据发布',
      }}
      crumbs={[]}
    >
      <article class="card paper">
        <h1>{title}</h1>
        <p class="byline">
          <span>
            发布时间：<time datetime={publishedAt.toISOString()}>{momentText(publishedAt)}</time>
          </span>
          <span>来源：{frame.site.host.name}</span>
          <span class="no-print">
            下载：
            <a class="download" href={`/website-report/${year}/pdf`} download>
              PDF
            </a>
          </span>
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section class="scroll" aria-label="年度报表" tabIndex={0}>
          <table class="grid">
            <caption class="sr">{title}</caption>
            <thead>
              <tr>
                <th scope="col" colSpan={3}>
                  项目
                </th>
                <th scope="col">内容</th>
                <th scope="col">来源</th>
              </tr>
            </thead>
            <tbody>
              {linesOf(figures).map(({ heads, group, groupHeads, label, value, isGiven }) => (
                <tr>
                  {heads !== null && (
                    <th scope="row" rowSpan={heads.rows}>
                      {heads.text}
                    </th>
                  )}
                  {groupHeads !== null && (
                    <th scope="row" rowSpan={groupHeads.rows}>
                      {groupHeads.text}
                    </th>
                  )}
                  <td colSpan={group === null ? 2 : undefined}>{label}</td>
                  <td>{value}</td>
                  <td class="source">{isGiven ? '填报' : '统计'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p class="muted">
          “统计”的各项由系统记录得出，“填报”的各项由填报人填写。依据：{citationText(WEBSITE_REPORT_BASIS)}
        </p>
      </article>
    </Layout>
  )
}
