/** Addresses that the portal's own links lead to, found in the running product. */
export type Addresses = Readonly<{
  /** The first that looks so. Throws when the demonstration shows none: then a kind of page is not looked at. */
  one(pattern: RegExp): string
  /** The same, or none: of what the demonstration has not, only an organ that uses it. */
  some(pattern: RegExp): readonly string[]
  /** One for each of these words in its page. */
  withText(pattern: RegExp, words: readonly string[]): readonly string[]
}>

const DOCUMENT = /^\/[a-z-]+\/documents\/[0-9a-f-]{36}$/

/**
 * 门户的每一种页面: by the route that answers it, where examples stand in the demonstration. Pictures, weights and the
 * check of accessibility go through this table, and a test holds it to the routes, so that no kind can be forgotten.
 */
export const PAGE_KINDS: Readonly<Record<string, (at: Addresses) => readonly string[]>> = {
  '/': () => ['/'],
  '/en': () => ['/en'],
  '/sitemap': () => ['/sitemap'],
  '/website-report/:year': (at) => at.some(/^\/website-report\/\d{4}$/),
  '/search': () => [
    '/search',
    '/search?q=宅基地',
    '/search?q=宅急地',
    '/search?q=飞碟坠毁&kind=normative&from=2020-01-01',
    '/search?q=补助&from=昨天',
  ],
  '/verify': () => ['/verify', '/verify?i=11411300000000000A%2F2026-00001&d=000'],
  '/tools/clock': () => ['/tools/clock', '/tools/clock?received=2026-03-02', '/tools/clock?received=昨天'],
  '/tools/report-check': () => ['/tools/report-check'],
  '/apply/status': () => ['/apply/status'],
  '/:agency': (at) => ['/yahe', at.one(/^\/yahe-[a-z]+\/?$/)],
  '/:agency/guide': (at) => ['/yahe/guide', at.one(/^\/yahe-[a-z]+\/guide$/)],
  '/:agency/systems': () => ['/yahe/systems'],
  '/:agency/statutory': () => [
    '/yahe/statutory',
    '/yahe/statutory?q=没有这样的文件',
    '/yahe/statutory?kind=normative&from=昨天',
  ],
  '/:agency/statutory/:code': (at) => [at.one(/^\/yahe\/statutory\/[a-z-]+$/)],
  '/:agency/annual': (at) => ['/yahe/annual', at.one(/^\/yahe-[a-z]+\/annual$/)],
  '/:agency/annual/:year': () => ['/yahe/annual/2019'],
  '/:agency/apply': () => ['/yahe/apply'],
  '/:agency/apply/:kind': () => ['/yahe/apply/person', '/yahe/apply/organisation'],
  '/:agency/catalogue': () => ['/yahe/catalogue'],
  '/:agency/catalogue/:catalogue': (at) => [
    ...at.some(/^\/yahe\/catalogue\/(?!basic)[a-z-]+$/),
    '/yahe/catalogue/basic',
  ],
  '/:agency/catalogue/:catalogue/:entry': (at) => at.some(/^\/yahe\/catalogue\/[a-z-]+\/[^/?]+$/),
  '/:agency/key-areas': () => ['/yahe/key-areas'],
  '/:agency/key-areas/:area': (at) => [at.one(/^\/yahe\/key-areas\/[a-z-]+$/)],
  '/:agency/topics/:topic': (at) => [at.one(/^\/yahe\/topics\/[^/?]+$/)],
  '/:agency/gazette': () => ['/yahe/gazette'],
  '/:agency/rules': (at) => [at.one(/^\/[a-z-]+\/rules$/)],
  '/:agency/board': () => ['/yahe/board', '/yahe/board?size=a3'],
  '/:agency/documents/:documentId': (at) => [
    ...at.withText(DOCUMENT, [
      'rule-paper',
      'rows-table',
      'issue-cover',
      'banner-note',
      'class="files"',
      'picture',
    ]),
    at.one(DOCUMENT),
  ],
  '/:agency/documents/:documentId/preview/:fileId': (at) => [at.one(/\/preview\/[0-9a-f-]{36}$/)],
  '/:agency/open-data': () => ['/yahe/open-data'],
  '/:agency/feedback': () => ['/yahe/feedback'],
  '/:agency/feedback/new': () => ['/yahe/feedback/new'],
  '/:agency/consultations': () => ['/yahe/consultations'],
  '/:agency/consultations/:callId': (at) => [at.one(/^\/yahe\/consultations\/[0-9a-f-]{36}$/)],
  '/:agency/consultations/:callId/opinion': (at) => [
    at.one(/^\/yahe\/consultations\/[0-9a-f-]{36}\/opinion$/),
  ],
  '/:agency/subscribe': () => ['/yahe/subscribe?q=宅基地'],
  '/:agency/subscribe/confirm': () => ['/yahe/subscribe/confirm?key=none'],
  '/:agency/subscribe/end': () => ['/yahe/subscribe/end?key=none'],
}

/** 错误页面: what visitors come upon besides. */
export const ERROR_PAGES = ['/yahe/none', '/none/guide', '/yahe/annual/1999']

/** Routes that answer a question with something else than a page, with what they answer. */
export const NO_PAGES: Readonly<Record<string, string>> = {
  '/assets/:name': 'style sheets, scripts, the icon',
  '/marks/:name': 'a picture',
  '/view.css': 'a style sheet',
  '/search/words': 'JSON',
  '/search.xml': 'a feed',
  '/feed.xml': 'a feed',
  '/atom.xml': 'a feed',
  '/:agency/feed.xml': 'a feed',
  '/:agency/atom.xml': 'a feed',
  '/sitemap.xml': 'a site map',
  '/sitemap/pages.xml': 'a site map',
  '/sitemap/:month': 'a site map',
  '/robots.txt': 'rules for robots',
  '/:agency/catalogue.json': 'open data',
  '/:agency/catalogue.csv': 'open data',
  '/:agency/harvest.json': 'open data',
  '/:agency/apply/form/:file': 'a blank form',
  '/website-report/:year/pdf': 'a download',
  '/files/pictures/:fileId': 'a picture within a text',
  '/files/:agency/:documentId/:fileId': 'a download',
  '/files/:agency/:documentId/:fileId/inline': 'a PDF for the viewer of the browser',
  '/files/:agency/:documentId/text/:type': 'a download',
  '/files/:agency/annual/:year/:type': 'a download',
}
