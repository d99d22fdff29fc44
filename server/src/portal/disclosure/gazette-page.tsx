import { plainDateText } from '@mingfu/law'
import type { Agency } from '../../services/agencies/find-agency.ts'
import { type GazetteIssue, listIssues } from '../../services/disclosure/gazette/list-issues.ts'
import { entryPath, entryTags } from '../entries.ts'
import { Layout } from '../layout.tsx'
import { sizeText } from '../moment.ts'
import type { Portal, Visit } from '../portal.ts'
import { documentPath } from './item-list.tsx'
import { agencyOf } from './visited-agency.ts'

/** 政府公报: every issue of every year, with cover, contents and the whole issue to download. */
export function registerGazette(portal: Portal): void {
  portal.page('/:agency/gazette', {}, gazettePage)
}

async function gazettePage({ ctx, frame }: Visit) {
  const agency = agencyOf(frame)
  const issues = await listIssues(ctx, agency.agencyId)
  const years = Map.groupBy(issues, ({ year }) => year)
  return (
    <Layout
      frame={frame}
      title="政府公报"
      entry="statutory"
      column={{
        ...entryTags('statutory'),
        name: '政府公报',
        description: `${agency.name}公报各期目录和全文`,
        keywords: ['政府公报', agency.shortName],
      }}
      crumbs={[{ text: '法定主动公开内容', href: entryPath(agency, 'statutory') }]}
    >
      <section class="card">
        <h1>政府公报</h1>
        <p class="lead">公报登载的规章文本为标准文本。各期可以在线查阅，也可以整期下载。</p>
        {issues.length === 0 && <p class="muted">还没有发布公报。</p>}
      </section>
      {[...years].map(([year, ofYear]) => (
        <section class="card" aria-labelledby={`y-${year}`}>
          <h2 id={`y-${year}`} class="h-bar">
            {year}年
          </h2>
          <ul class="issues">
            {ofYear.map((issue) => (
              <Issue issue={issue} agency={agency} />
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  )
}

function Issue({ issue, agency }: { issue: GazetteIssue; agency: Agency }) {
  const { documentId, title, year, issueNumber, totalNumber, issuedOn, documents, cover, pdf } = issue
  const page = documentPath(agency, documentId)
  return (
    <li>
      {cover === null ? (
        <span class="issue-cover" aria-hidden="true">
          <b>{agency.shortName}公报</b>
          <span>{year}</span>
          <span>第{issueNumber}期</span>
        </span>
      ) : (
        <img
          class="issue-cover"
          src={`/files/${agency.slug}/${documentId}/${cover.fileId}`}
          alt={`${title}封面`}
          loading="lazy"
        />
      )}
      <div>
        <h3>
          <a href={page}>{title}</a>
        </h3>
        <p class="about">
          第{issueNumber}期{totalNumber && `（总第${totalNumber}期）`}
          {issuedOn && `　${plainDateText(issuedOn)}出版`}　登载{documents}件
        </p>
        <p>
          <a class="download" href={`/files/${agency.slug}/${documentId}/text/pdf`} download>
            整期PDF
          </a>
          {pdf && (
            <a class="download" href={`/files/${agency.slug}/${documentId}/${pdf.fileId}`} download>
              印刷版（PDF，{sizeText(pdf.sizeBytes)}）
            </a>
          )}
        </p>
      </div>
    </li>
  )
}
