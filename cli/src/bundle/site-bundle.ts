import { CannotDo } from '../exit-code.ts'
import { isSafePath, type SiteFile } from '../site/manifest.ts'
import type { OpenedBundle } from './read-bundle.ts'

/** 发布包的清单: which bundle of which site, what it builds on, and what it changes. */
export type SiteBundleList = Readonly<{
  format: 'mingfu-bundle'
  kind: 'site'
  site: string
  /** Numbered from 1 without a gap; the receiver takes the next one and no other. */
  sequence: number
  mode: 'full' | 'incremental'
  createdAt: string
  /** What the receiver must have: of an incremental bundle, the one before. */
  base: Readonly<{ sequence: number; manifest: string }> | null
  /** SHA-256 of the site's manifest after this bundle. */
  manifest: string
  generation: number
  changes: readonly Change[]
}>

export type Change = (Readonly<{ op: 'put' }> & SiteFile) | Readonly<{ op: 'delete'; path: string }>

/** Names of the parts of a bundle; each content lies once, under its digest. */
export const PARTS = {
  list: 'bundle.json',
  signature: 'bundle.sig',
  manifest: 'manifest.json',
  manifestSignature: 'manifest.sig',
} as const

export function contentPath(sha256: string): string {
  return `contents/${sha256}`
}

/** The list of a bundle of this kind; one that is not whole is refused. */
export function siteListOf({ kind, list }: OpenedBundle): SiteBundleList {
  if (kind !== 'site') throw new CannotDo('这不是静态站点的发布包，不能导入')
  const read = list as Partial<SiteBundleList>
  const whole =
    Number.isSafeInteger(read.sequence) &&
    (read.sequence ?? 0) > 0 &&
    (read.mode === 'full' ? read.base === null : read.mode === 'incremental' && read.base != null) &&
    typeof read.manifest === 'string' &&
    Array.isArray(read.changes) &&
    read.changes.every(isChange)
  if (!whole) throw new CannotDo('发布包的清单不完整，请重新取得')
  return read as SiteBundleList
}

function isChange(change: Change): boolean {
  if (!isSafePath(change?.path)) return false
  return change.op === 'delete' || (change.op === 'put' && /^[0-9a-f]{64}$/.test(change.sha256))
}

export function textOf(bundle: OpenedBundle, part: string): string | undefined {
  const bytes = bundle.files.get(part)
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
}
