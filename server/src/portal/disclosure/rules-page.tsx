import { VALIDITY_STATES } from '@mingfu/law'
import { NotFound } from '../../errors.ts'
import type { Agency } from '../../services/agencies/find-agency.ts'
import { listRules, type PublishedRule } from '../../services/disclosure/list-rules.ts'
import { entryPath, entryTags } from '../entries.ts'
import { Layout } from '../layout.tsx'
import type { Portal, Visit } from '../portal.ts'
import { documentPath } from './item-list.tsx'
import { agencyOf } from './visited-agency.ts'

/** 规章: everything in force in one place, kept current (国办公开办函〔2021〕33号); only organs with the power have it. */
export function registerRules(portal: Portal): void {
  portal.page('/:agency/rules', {}, rulesPage)
}

async function rulesPage({ ctx, frame }: Visit) {
  const agency = agencyOf(frame)
  const rules = await listRules(ctx, agency.agencyId)
  // No blank column, and none for an organ without the power.
  if (!agency.canMakeRegulations || rules.length === 0) throw new NotFound('这个栏目')
  const inForce = rules.filter((rule) => rule.inForce)
  const ended = rules.filter((rule) => !rule.inForce)
  return (
    <Layout
      frame={frame}
      title="规章"
      entry="statutory"
      column={{
        ...entryTags('statutory'),
        name: '规章',
        description: `${agency.name}制定的规章，集中公开、动态更新`,
        keywords: ['规章', agency.shortName],
        type: '政策文件',
      }}
      crumbs={[{ text: '法定主动公开内容', href: entryPath(agency, 'statutory') }]}
    >
      <section class="card">
        <h1>规章</h1>
        <p class="lead">
          {agency.name}制定的现行有效规章共{inForce.length}件，规章修改、废止的，本页随之更新。
        </p>
        <Rules rules={inForce} agency={agency} />
      </section>
      {ended.length > 0 && (
        <section class="card" aria-labelledby="ended">
          <h2 id="ended" class="h-bar">
            已经废止、失效的规章
          </h2>
          <Rules rules={ended} agency={agency} />
        </section>
      )}
    </Layout>
  )
}

function Rules({ rules, agency }: { rules: readonly PublishedRule[]; agency: Agency }) {
  return (
    <ol class="rules-list">
      {rules.map(({ documentId, title, caption, validity }) => (
        <li>
          <h3>
            {validity !== 'in-force' && <span class="tag">{VALIDITY_STATES[validity].label}</span>}
            <a href={documentPath(agency, documentId)}>{title}</a>
          </h3>
          {caption !== null && <p class="rule-caption">{caption}</p>}
          <p class="about no-print">
            {(['docx', 'pdf'] as const).map((type) => (
              <a class="download" href={`/files/${agency.slug}/${documentId}/text/${type}`} download>
                {type === 'docx' ? 'Word' : 'PDF'}
                <span class="sr">下载{title}</span>
              </a>
            ))}
          </p>
        </li>
      ))}
    </ol>
  )
}
