/** 网页标签 of the page design rules to 国办发〔2017〕47号: exact names, and where each has to stand. */
// biome-ignore format: a table
export const META_TAGS = {
  SiteName:          { label: '网站名称', level: 'site', required: true },
  SiteDomain:        { label: '网站域名', level: 'site', required: true },
  SiteIDCode:        { label: '政府网站标识码', level: 'site', required: true },
  ColumnName:        { label: '栏目名称', level: 'column', required: true },
  ColumnDescription: { label: '栏目描述', level: 'column', required: true },
  ColumnKeywords:    { label: '栏目关键词', level: 'column', required: true },
  ColumnType:        { label: '栏目类别', level: 'column', required: true },
  ArticleTitle:      { label: '标题', level: 'content', required: true },
  PubDate:           { label: '发布时间', level: 'content', required: true },
  ContentSource:     { label: '来源', level: 'content', required: true },
  Keywords:          { label: '关键词', level: 'content', required: false },
  Author:            { label: '作者', level: 'content', required: false },
  Description:       { label: '摘要', level: 'content', required: false },
  Image:             { label: '图片', level: 'content', required: false },
  Url:               { label: '网址', level: 'content', required: false },
} as const satisfies Record<string, { label: string; level: 'site' | 'column' | 'content'; required: boolean }>

export type MetaTag = keyof typeof META_TAGS
export type MetaPage = 'home' | 'column' | 'content'

/** 栏目类别 that the rules list; the list is open. */
export const COLUMN_TYPES: readonly string[] = [
  '首页',
  '概况信息',
  '机构职能',
  '负责人信息',
  '工作动态',
  '政策文件',
  '信息公开指南',
  '信息公开目录',
  '信息公开年报',
  '依申请公开',
  '数据发布',
  '数据开放',
  '政策解读',
  '回应关切',
  '办事服务',
  '咨询投诉',
  '征集调查',
  '在线访谈',
]

const LEVELS: Readonly<Record<MetaPage, readonly ('site' | 'column' | 'content')[]>> = {
  home: ['site'],
  column: ['site', 'column'],
  content: ['site', 'column', 'content'],
}

/** The tags that a page must carry: 3 on the home page, 7 on a column page, 10 on a content page. */
export function requiredMetaTags(page: MetaPage): readonly MetaTag[] {
  return (Object.keys(META_TAGS) as MetaTag[]).filter(
    (tag) => META_TAGS[tag].required && LEVELS[page].includes(META_TAGS[tag].level),
  )
}

/** What is wrong with the tags of a page, in words; each name once, none empty, values in their form. */
export function metaTagFaults(
  page: MetaPage,
  tags: readonly (readonly [name: string, content: string])[],
): readonly string[] {
  const names = tags.map(([name]) => name)
  const content = new Map(tags)
  const missing = requiredMetaTags(page).filter((tag) => !names.includes(tag))
  const repeated = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
  const empty = tags.filter(([, value]) => value.trim() === '').map(([name]) => name)
  return [
    ...missing.map((tag) => `缺少${META_TAGS[tag].label}标签${tag}`),
    ...repeated.map((name) => `标签${name}重复`),
    ...empty.map((name) => `标签${name}内容为空`),
    ...formFaults(content),
  ]
}

function formFaults(content: ReadonlyMap<string, string>): readonly string[] {
  const domain = content.get('SiteDomain')
  const published = content.get('PubDate')
  const type = content.get('ColumnType')
  const faults: string[] = []
  if (domain?.includes('/')) faults.push('SiteDomain应当只写域名，不带协议和斜杠')
  if (published !== undefined && !/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/.test(published)) {
    faults.push('PubDate应当写作YYYY-MM-DD HH:MM，24小时制')
  }
  if (type !== undefined && type === content.get('ColumnName') && !COLUMN_TYPES.includes(type)) {
    faults.push('ColumnType应当填栏目类别，不是栏目名称')
  }
  return faults
}
