import { cite } from '../citation.ts'

/** 页脚要素 of every page of a government website. */
export const FOOTER_FIELDS = [
  { id: 'host', label: '主办单位' },
  { id: 'operator', label: '承办单位' },
  { id: 'contact', label: '联系方式' },
  { id: 'siteIdCode', label: '政府网站标识码' },
  { id: 'icpNumber', label: 'ICP备案号' },
  { id: 'policeRecord', label: '公安备案号' },
  { id: 'conacId', label: '党政机关网站标识' },
  { id: 'errorReport', label: '网站找错' },
  { id: 'siteMap', label: '网站地图' },
] as const

export const FOOTER_BASIS = cite('website-guidelines')

export type FooterField = (typeof FOOTER_FIELDS)[number]['id']

/** The footer elements that are missing or blank. */
export function missingFooterFields(
  values: Readonly<Partial<Record<FooterField, string | null>>>,
): readonly FooterField[] {
  return FOOTER_FIELDS.map(({ id }) => id).filter((id) => (values[id] ?? '').trim() === '')
}

/** 政府网站标识码: `bm` and eight digits for ministries, ten digits elsewhere, `N` and nine for newer sites. */
export function isSiteCode(text: string): boolean {
  return /^(?:bm\d{8}|\d{10}|N\d{9})$/.test(text)
}
