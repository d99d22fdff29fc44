import { findGuide } from '../../services/disclosure/guide.ts'
import { entryPath } from '../entries.ts'
import { Layout } from '../layout.tsx'
import type { Portal, Visit } from '../portal.ts'

/** English summary: what this site is, what a visitor may read and ask for, and whom to write to. */
export function registerEnglish(portal: Portal): void {
  portal.page('/en', {}, englishPage)
}

async function englishPage({ ctx, frame }: Visit) {
  const { agencies, host } = frame.site
  const guides = await Promise.all(
    agencies.map(async (agency) => ({ agency, guide: await findGuide(ctx, agency.agencyId) })),
  )
  return (
    <Layout frame={frame} title="English summary" crumbs={[]}>
      <article class="card paper" lang="en">
        <h1>Open Government Information: a summary in English</h1>
        <p>
          This site belongs to <span lang="zh-CN">{host.name}</span>. Its documents are in Chinese, and only
          the Chinese text has legal force. This page says what you can find here and how to ask for what you
          cannot.
        </p>
        <h2>What is published</h2>
        <p>
          Under the Regulation on Open Government Information (State Council Decree No. 711, in force since 15
          May 2019) every agency publishes, without being asked, its duties and officers, its rules and
          normative documents, budgets and accounts, licences and penalties, procurement, major projects and
          other matters of public interest.
        </p>
        <dl class="facts">
          <dt>
            <span lang="zh-CN">政府信息公开指南</span>
          </dt>
          <dd>Guide: how the information is arranged, how to obtain it, whom to contact</dd>
          <dt>
            <span lang="zh-CN">政府信息公开制度</span>
          </dt>
          <dd>The law and the agency’s own rules on openness</dd>
          <dt>
            <span lang="zh-CN">法定主动公开内容</span>
          </dt>
          <dd>Everything that is published, by subject; search and filters</dd>
          <dt>
            <span lang="zh-CN">政府信息公开年报</span>
          </dt>
          <dd>Annual reports on openness, all years</dd>
          <dt>
            <span lang="zh-CN">依申请公开</span>
          </dt>
          <dd>Requests for information that has not been published, and their progress</dd>
        </dl>
        <h2>Asking for information</h2>
        <p>
          Any citizen, legal person or other organisation may file a request (Articles 27 and 29): online, by
          post or in person, with name, proof of identity, contact, a description of the information, and the
          form in which you want it. The agency answers on the spot where it can, otherwise within 20 working
          days of receipt, which may be extended once by up to 20 working days with notice to you (Article
          33). Requests are free unless their number or frequency is clearly unreasonable (Article 42).
          Against an answer you may seek administrative reconsideration, bring a suit in court, or complain to
          the supervising authority (Article 51).
        </p>
        <h2>Agencies on this site</h2>
        <ul class="items">
          {guides.map(({ agency, guide }) => (
            <li>
              <span>
                <a href={`/${agency.slug}/`} lang="zh-CN" hreflang="zh-CN">
                  {agency.name}
                </a>{' '}
                (
                <a href={entryPath(agency, 'apply')} hreflang="zh-CN">
                  file a request
                </a>
                )
              </span>
              {guide && (
                <p class="about">
                  Telephone {guide.content.office.phone};{' '}
                  <span lang="zh-CN">{guide.content.office.address}</span>
                </p>
              )}
            </li>
          ))}
        </ul>
      </article>
    </Layout>
  )
}
