import { entryPath } from './entries.ts'
import type { Frame } from './layout.tsx'

/** 页脚: organiser, operator, contact, records, error reporting and site map, as far as the site has told them. */
export function Footer({ frame }: { frame: Frame }) {
  const { site, agency, path } = frame
  const { host, footer } = site
  const owner = agency ?? host
  return (
    <footer class="foot">
      <div class="wrap">
        <ul class="footlinks">
          <li>
            <a href="/sitemap">网站地图</a>
          </li>
          <li>
            <a href={entryPath(owner, 'guide')}>联系我们</a>
          </li>
          <li>
            <a href={`/${owner.slug}/open-data`}>开放数据</a>
          </li>
          <li>
            <a href="/en" lang="en" hreflang="en">
              English
            </a>
          </li>
          <li>
            <a href="/verify">文件核验</a>
          </li>
          <li>
            <a href={agency ? `/${agency.slug}/feed.xml` : '/feed.xml'}>RSS 订阅</a>
          </li>
          <li>
            <a href={`/${owner.slug}/subscribe${agency ? `?agency=${agency.slug}` : ''}`} rel="nofollow">
              邮件订阅
            </a>
          </li>
          <li>
            <a href={`/${owner.slug}/board`}>公示栏</a>
          </li>
          <li>
            <a href={`/${owner.slug}/feedback`}>互动交流</a>
          </li>
          {host.siteIdCode && (
            <li>
              <a href={errorReport(host.siteIdCode, host.siteDomain, path)} rel="noopener">
                政府网站找错
              </a>
            </li>
          )}
          {footer.conacId && (
            <li>
              <a
                href={`https://bszs.conac.cn/sitename?method=show&id=${footer.conacId}`}
                rel="noopener"
                class="conac"
              >
                党政机关网站标识
              </a>
            </li>
          )}
          <li>
            <a href="/console/" rel="nofollow">
              工作人员登录
            </a>
          </li>
        </ul>
        <p>
          <span>主办单位：{host.name}</span>
          {footer.operator && <span>承办单位：{footer.operator}</span>}
          {footer.phone && <span>联系电话：{footer.phone}</span>}
        </p>
        {(footer.address || footer.postcode) && (
          <p>
            {footer.address && <span>地址：{footer.address}</span>}
            {footer.postcode && <span>邮编：{footer.postcode}</span>}
          </p>
        )}
        <p>
          {host.siteIdCode && <span>政府网站标识码：{host.siteIdCode}</span>}
          {footer.icpNumber && (
            <span>
              <a href="https://beian.miit.gov.cn/" rel="noopener">
                {footer.icpNumber}
              </a>
            </span>
          )}
          {footer.policeRecord && (
            <span>
              <a href={policeQuery(footer.policeRecord)} rel="noopener">
                {footer.policeRecord}
              </a>
            </span>
          )}
        </p>
      </div>
    </footer>
  )
}

function errorReport(siteIdCode: string, domain: string | null, path: string): string {
  const page = domain === null ? path : `https://${domain}${path}`
  return `https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=${siteIdCode}&url=${encodeURIComponent(page)}`
}

function policeQuery(record: string): string {
  const code = /\d{14}/.exec(record.replaceAll(' ', ''))?.[0] ?? ''
  return `https://www.beian.gov.cn/portal/registerSystemInfo?recordcode=${code}`
}
