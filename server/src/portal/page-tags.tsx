import type { Agency } from '../services/agencies/find-agency.ts'

/** 栏目标签 of 《政府网站发展指引》's page design rules. */
export type ColumnTags = Readonly<{
  name: string
  description: string
  keywords: readonly string[]
  /** From the rules' list of 栏目类别, never the column's own name. */
  type: string
}>

/** 内容页标签; what is not known is left out, for an empty tag is a fault. */
export type ArticleTags = Readonly<{
  title: string
  /** `YYYY-MM-DD HH:MM`. */
  publishedAt: string
  source: string
  keywords?: readonly string[]
  author?: string
  description?: string
  url?: string
}>

/** 网页标签: 3 on a home page, 7 on a column page, 10 and more on a content page; each name once, none empty. */
export function PageTags({
  host,
  column,
  article,
}: {
  host: Agency
  column?: ColumnTags | undefined
  article?: ArticleTags | undefined
}) {
  const tags: readonly (readonly [string, string | null | undefined])[] = [
    ['SiteName', host.name],
    ['SiteDomain', host.siteDomain],
    ['SiteIDCode', host.siteIdCode],
    ['ColumnName', column?.name],
    ['ColumnDescription', column?.description],
    ['ColumnKeywords', column?.keywords.join(',')],
    ['ColumnType', column?.type],
    ['ArticleTitle', article?.title],
    ['PubDate', article?.publishedAt],
    ['ContentSource', article?.source],
    ['Keywords', article?.keywords?.join(',')],
    ['Author', article?.author],
    ['Description', article?.description],
    ['Url', article?.url],
  ]
  return tags
    .filter(([, content]) => content)
    .map(([name, content]) => <meta name={name} content={content ?? ''} />)
}
