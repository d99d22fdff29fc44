import { renderHtmlFragment } from '@mingfu/documents'
import { reportDocument } from '@mingfu/report'
import { NotFound } from '../../errors.ts'
import type { Agency } from '../../services/agencies/find-agency.ts'
import {
  findPublishedReport,
  listPublishedReports,
  type PublishedReport,
} from '../../services/annual-reports/find-published-reports.ts'
import { entryPath, entryTags } from '../entries.ts'
import { Layout } from '../layout.tsx'
import { dayOf, momentText } from '../moment.ts'
import type { Portal, Visit } from '../portal.ts'
import { Html, safeHtml } from '../safe-html.tsx'
import { agencyOf } from './visited-agency.ts'

/** 政府信息公开年报: every year's report, as a page and to take away. */
export function registerAnnual(portal: Portal): void {
  portal.page('/:agency/annual', {}, annualPage)
  portal.page('/:agency/annual/:year', {}, reportPage)
}

async function annualPage({ ctx, frame }: Visit) {
  const agency = agencyOf(frame)
  const reports = await listPublishedReports(ctx.db, agency.agencyId)
  return (
    <Layout frame={frame} title="政府信息公开年报" entry="annual" column={entryTags('annual')} crumbs={[]}>
      <section class="card">
        <h1>政府信息公开年报</h1>
        {reports.length === 0 ? (
          <p class="muted">本机关还没有发布年度报告。</p>
        ) : (
          <ul class="items">
            {reports.map(({ year, title, publishedAt }) => (
              <li>
                <a href={`${entryPath(agency, 'annual')}/${year}`}>{title}</a>
                <time datetime={publishedAt.toISOString()}>{dayOf(publishedAt)}</time>
                <p class="about">
                  <Downloads agency={agency} year={year} />
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </Layout>
  )
}

async function reportPage({ ctx, frame, params }: Visit) {
  const agency = agencyOf(frame)
  const year = Number(/^\d{4}$/.test(params.year ?? '') ? params.year : Number.NaN)
  const report = Number.isNaN(year) ? undefined : await findPublishedReport(ctx.db, agency.agencyId, year)
  if (report === undefined) throw new NotFound('这一年度的年度报告')
  return (
    <Layout
      frame={frame}
      title={report.title}
      entry="annual"
      column={entryTags('annual')}
      article={{
        title: report.title,
        publishedAt: momentText(report.publishedAt),
        source: agency.name,
        keywords: ['政府信息公开', '年度报告', `${year}年`],
        description: `${agency.name}${year}年政府信息公开工作年度报告`,
        ...(frame.home ? { url: `${frame.home}${entryPath(agency, 'annual')}/${year}` } : {}),
      }}
      crumbs={[{ text: '政府信息公开年报', href: entryPath(agency, 'annual') }]}
      wide
      scripts={['print-button.js']}
    >
      <article class="card paper">
        <p class="byline">
          <span>
            发布时间：
            <time datetime={report.publishedAt.toISOString()}>{momentText(report.publishedAt)}</time>
          </span>
          <span>来源：{agency.name}</span>
          <span class="no-print">
            下载：
            <Downloads agency={agency} year={year} />
          </span>
          <button type="button" class="print-button no-print" hidden>
            打印
          </button>
        </p>
        <Html class="prose report" html={safeHtml(statutoryHtml(report), { keepsTitle: true })} />
      </article>
    </Layout>
  )
}

/** The report in the statutory form, from the same document that makes the Word and PDF files. */
function statutoryHtml({ report }: PublishedReport): string {
  return renderHtmlFragment(reportDocument(report), { headingLevel: 1 })
}

const TYPES = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel', json: 'JSON' } as const

function Downloads({ agency, year }: { agency: Agency; year: number }) {
  return (
    <>
      {Object.entries(TYPES).map(([type, label]) => (
        <a class="download" href={`/files/${agency.slug}/annual/${year}/${type}`} download>
          {label}
        </a>
      ))}
    </>
  )
}
