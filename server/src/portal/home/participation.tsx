import { plainDateText } from '@mingfu/law'
import type { Agency } from '../../services/agencies/find-agency.ts'
import type { Context } from '../../services/context.ts'
import { type GazetteIssue, listIssues } from '../../services/disclosure/gazette/list-issues.ts'
import { type PublicCall, publicCalls } from '../../services/feedback/opinion-calls/public-calls.ts'
import { documentPath } from '../disclosure/item-list.tsx'
import { callPath } from '../feedback/consultation-pages.tsx'

const SHOWN = 4

/** What a front page says of an agency beside its latest: drafts to comment on, and its gazette. */
export type Beside = Readonly<{ calls: readonly PublicCall[]; issues: readonly GazetteIssue[] }>

export async function besideOf(ctx: Context, { agencyId }: Agency): Promise<Beside> {
  const calls = await publicCalls({ db: ctx.db, today: ctx.today, scope: agencyId }, { agencyId })
  return {
    calls: calls.filter(({ state }) => state === 'open').slice(0, SHOWN),
    issues: (await listIssues(ctx, agencyId)).slice(0, SHOWN),
  }
}

/** 意见征集、政府公报: each only where there is something. */
export function BesideCards({ agency, calls, issues }: Beside & Readonly<{ agency: Agency }>) {
  return (
    <>
      {calls.length > 0 && (
        <section class="card">
          <div class="head-row">
            <h2 class="h-bar">意见征集</h2>
            <a class="more" href={`/${agency.slug}/consultations`}>
              全部<span class="sr">意见征集</span>
            </a>
          </div>
          <ul class="items short">
            {calls.map((call) => (
              <li>
                <a href={callPath(agency, call)}>{call.title}</a>
                <span class="from">{plainDateText(call.closesOn)}止</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {issues.length > 0 && (
        <section class="card">
          <div class="head-row">
            <h2 class="h-bar">政府公报</h2>
            <a class="more" href={`/${agency.slug}/gazette`}>
              历期<span class="sr">政府公报</span>
            </a>
          </div>
          <ul class="items short">
            {issues.map((issue) => (
              <li>
                <a href={documentPath(agency, issue.documentId)}>{issue.title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
