import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Agency } from '../services/agencies/find-agency.ts'
import type { AgencyMark } from '../services/disclosure/mark/agency-mark.ts'
import type { PortalTheme } from '../services/disclosure/portal-theme.ts'
import type { Site } from '../services/disclosure/site.ts'
import type { Column, ColumnLink } from './column-link.ts'
import { ColumnNav } from './column-nav.tsx'
import { type EntryId, entriesOf, entryPath } from './entries.ts'
import { Footer } from './footer.tsx'
import { type ArticleTags, type ColumnTags, PageTags } from './page-tags.tsx'
import { assetPath } from './static-files.ts'

/** What every page knows before its own matter: the site, whose part of it this is, and the page's path. */
export type Frame = Readonly<{
  site: Site
  agency: Agency | null
  path: string
  /** `https://www.example.gov.cn`, where the site has told its own address; never the name a visitor called it by. */
  home: string | null
  theme: PortalTheme
  /** The organ's own picture in the head of the page. */
  mark: AgencyMark | null
  /** What stands under 法定主动公开内容 in a navigation: the columns that hold something. */
  columns: readonly ColumnLink[]
  /** The agency's columns as it made them, also those that hold nothing yet. */
  catalogue: readonly Column[]
}>

export type Crumb = Readonly<{ text: string; href: string }>

export type LayoutProps = Readonly<{
  frame: Frame
  /** The page's own title; the site's name is added. */
  title: string
  column?: ColumnTags
  article?: ArticleTags
  /** Which of the five entries the page belongs to. */
  entry?: EntryId
  /** The column of the catalogue that the page belongs to, by its code. */
  node?: string
  /** The page shows the entries itself, large; a small screen needs them once. */
  showsEntries?: boolean
  /** Texts and forms have the whole width; lists and entries stand beside the columns. */
  wide?: boolean
  /** Between the home page and this one; the page itself comes last and is no link. */
  crumbs?: readonly Crumb[]
  /** The page that search engines list in place of this one. */
  canonical?: string
  /** Keep search engines away: personal pages, result pages. */
  unlisted?: boolean
  /** Static scripts that make the page more comfortable; it must work without them. */
  scripts?: readonly string[]
  children: ComponentChildren
}>

/** 页面: head, banner, the five entries of the platform, breadcrumbs, matter, foot. */
export function Layout(props: LayoutProps) {
  const { frame, title, column, article, canonical, unlisted, scripts, children } = props
  const { site, agency, theme } = frame
  const owner = agency ?? site.host
  const beside = standsBeside(props)
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="renderer" content="webkit" />
        <meta name="theme-color" content={BAR_COLOURS[theme.colour]} />
        <title>{title === owner.name ? title : `${title}－${owner.name}`}</title>
        <PageTags host={site.host} column={column} article={article} />
        {unlisted && <meta name="robots" content="noindex" />}
        {canonical && <link rel="canonical" href={canonical} />}
        <link rel="stylesheet" href={assetPath('portal.css')} />
        <link rel="stylesheet" href={assetPath('print.css')} media="print" />
        <link rel="stylesheet" href="/view.css" />
        <link rel="icon" type="image/svg+xml" href={assetPath('icon.svg')} />
        <link
          rel="alternate"
          type="application/rss+xml"
          title={`${owner.name}最新公开信息`}
          href={agency ? `/${agency.slug}/feed.xml` : '/feed.xml'}
        />
        {scripts?.map((name) => (
          <script src={assetPath(name)} defer />
        ))}
      </head>
      <body class={theme.colour === 'teal' ? undefined : theme.colour}>
        <a class="skip" href="#main">
          跳到主要内容
        </a>
        <Banner {...props} beside={beside} />
        {props.crumbs && <Breadcrumbs {...props} crumbs={props.crumbs} />}
        {beside ? (
          <div class="wrap platform">
            <ColumnNav agency={beside} frame={frame} entry={props.entry} node={props.node} />
            <main id="main" tabIndex={-1}>
              {children}
            </main>
          </div>
        ) : (
          <main id="main" class="wrap" tabIndex={-1}>
            {children}
          </main>
        )}
        <Footer frame={frame} />
      </body>
    </html>
  )
}

/** The agency whose columns stand at the left of this page, where its theme and the page want that. */
export function standsBeside({ frame, entry, showsEntries, wide }: Omit<LayoutProps, 'title' | 'children'>) {
  const wanted = frame.theme.layout === 'columns' && !wide && (entry !== undefined || showsEntries === true)
  return wanted ? frame.agency : null
}

const BAR_COLOURS = { teal: '#17465f', blue: '#123c78', red: '#7d1a16' } as const

/** The page as it goes over the wire. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}

function Banner({ frame, entry, showsEntries, beside }: LayoutProps & { beside: Agency | null }) {
  const { site, agency, path, theme, mark } = frame
  const owner = agency ?? site.host
  return (
    <header class="banner">
      <div class="topline">
        <div class="wrap">
          <a href="/">{site.host.name}</a>
          <nav aria-label="工具">
            <a href="/tools/clock">期限计算</a>
            <a href="/tools/report-check">年报校核</a>
            <a href="/apply/status">办理查询</a>
          </nav>
          <form method="post" action="/view">
            <input type="hidden" name="back" value={path} />
            <button type="submit" name="view" value="elder" class="to-elder">
              长者模式
            </button>
            <button type="submit" name="view" value="plain" class="to-plain">
              标准模式
            </button>
          </form>
        </div>
      </div>
      <div class="wrap masthead">
        <a class="sitename" href={agency ? `/${agency.slug}/` : '/'}>
          {mark === null ? <Emblem /> : <Mark mark={mark} />}
          <span>
            <b>{owner.name}</b>
            <i>政府信息公开</i>
          </span>
        </a>
        {/* biome-ignore lint/a11y/useSemanticElements: browsers before 2023 do not know <search> */}
        <form class="search" role="search" action="/search">
          {agency && <input type="hidden" name="agency" value={agency.slug} />}
          <label class="sr" for="q">
            检索政府信息
          </label>
          <input id="q" name="q" type="search" placeholder="标题、文号、索引号或者正文" maxLength={100} />
          <button type="submit">检索</button>
        </form>
      </div>
      {agency && !beside && (
        <nav class={showsEntries ? 'entries beside-tiles' : 'entries'} aria-label="政府信息公开平台">
          <ul class="wrap">
            {entriesOf(theme).map(({ id, label }) => (
              <li>
                <a href={entryPath(agency, id)} aria-current={entry === id ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}

function Breadcrumbs({ frame, title, crumbs }: LayoutProps & { crumbs: readonly Crumb[] }) {
  const { agency } = frame
  return (
    <nav class="crumbs wrap" aria-label="当前位置">
      <ol>
        <li>
          <a href="/">首页</a>
        </li>
        {agency && (
          <li>
            <a href={`/${agency.slug}/`}>{agency.shortName}</a>
          </li>
        )}
        {crumbs.map(({ text, href }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  )
}

/** 机关标识, with its size, so that nothing moves when it comes. */
function Mark({ mark: { src, alt, width, height } }: { mark: AgencyMark }) {
  const shown = Math.round((MARK_HEIGHT * width) / height)
  return <img class="mark" src={src} alt={alt} width={shown} height={MARK_HEIGHT} />
}

const MARK_HEIGHT = 52

/** The product's own mark: an open leaf under a roof. National emblem and flag are not ours to draw. */
function Emblem() {
  return (
    <svg class="emblem" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="46" height="46" rx="9" />
      <path d="M9 20 24 10l15 10M13 22v15h22V22M18.5 28h11M18.5 32.5h7" />
    </svg>
  )
}
