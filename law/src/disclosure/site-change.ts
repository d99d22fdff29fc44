import { type Citation, cite } from '../citation.ts'

export const SITE_CHANGE: Readonly<{ basis: Citation }> = { basis: cite('website-guidelines') }

export const SITE_CHANGES = {
  domain: '变更域名',
  name: '变更名称',
  code: '变更标识码',
  close: '关停网站',
} as const satisfies Record<string, string>

export type SiteChangeKind = keyof typeof SITE_CHANGES

/** 网站变更的办理清单: what each step is and to which changes it belongs, in order. */
// biome-ignore format: a table
export const SITE_CHANGE_STEPS = {
  approve:     { label: '报主管单位审核同意', for: ['domain', 'name', 'code', 'close'] },
  announce:    { label: '在网站首页公告，说明变更的内容和时间', for: ['domain', 'name', 'close'] },
  register:    { label: '在全国政府网站信息报送系统办理变更、关停登记', for: ['domain', 'name', 'code', 'close'] },
  icp:         { label: '办理ICP备案的变更、注销', for: ['domain', 'name', 'close'] },
  police:      { label: '办理公安联网备案的变更、注销', for: ['domain', 'name', 'close'] },
  mark:        { label: '更换、注销党政机关网站标识', for: ['domain', 'name', 'close'] },
  migrate:     { label: '迁移内容，历史信息归档', for: ['domain', 'close'] },
  redirect:    { label: '原域名跳转到新域名', for: ['domain'] },
  cancel:      { label: '注销原域名，防止被他人注册', for: ['domain', 'close'] },
  links:       { label: '通知链接本站的网站，更换文件、宣传品上的网址和名称', for: ['domain', 'name'] },
  check:       { label: '核对页脚的名称、标识码和备案号', for: ['domain', 'name', 'code'] },
} as const satisfies Record<string, { label: string; for: readonly SiteChangeKind[] }>

export type SiteChangeStep = keyof typeof SITE_CHANGE_STEPS

/** The steps of a change, in order. */
export function siteChangeSteps(kind: SiteChangeKind): readonly SiteChangeStep[] {
  return (Object.keys(SITE_CHANGE_STEPS) as SiteChangeStep[]).filter((step) =>
    (SITE_CHANGE_STEPS[step].for as readonly SiteChangeKind[]).includes(kind),
  )
}
