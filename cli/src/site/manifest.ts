import { createHash } from 'node:crypto'
import { CannotDo } from '../exit-code.ts'

/** One file of a static site, by its path under the root. */
export type SiteFile = Readonly<{ path: string; size: number; sha256: string; sm3: string }>

/** 站点清单: every file of one generation of a static site. Its bytes are what is signed. */
export type Manifest = Readonly<{
  format: 'mingfu-site'
  generation: number
  createdAt: string
  /** The site's address. */
  site: string
  files: readonly SiteFile[]
}>

export function fileOf(path: string, bytes: Uint8Array): SiteFile {
  return { path, size: bytes.length, sha256: hash('sha256', bytes), sm3: hash('sm3', bytes) }
}

export function manifestBytes(manifest: Manifest): Uint8Array {
  const files = [...manifest.files].sort((a, b) => (a.path < b.path ? -1 : 1))
  return new TextEncoder().encode(`${JSON.stringify({ ...manifest, files }, null, 1)}\n`)
}

/** Reads a manifest; what is none, or names a place outside the site, is refused. */
export function readManifest(bytes: Uint8Array): Manifest {
  let read: unknown
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new CannotDo('站点清单已经损坏，请重新取得')
  }
  const { format, generation, files } = (read ?? {}) as Partial<Manifest>
  if (format !== 'mingfu-site' || !Number.isSafeInteger(generation) || !Array.isArray(files))
    throw new CannotDo('站点清单不是明府的格式，可能由更新版本的明府生成')
  const paths = new Set<string>()
  for (const file of files as readonly SiteFile[]) {
    if (!isSafePath(file.path) || !/^[0-9a-f]{64}$/.test(file.sha256) || !(file.size >= 0))
      throw new CannotDo(`站点清单中的“${String(file.path)}”不是站点里的文件，不予接收`)
    if (paths.has(file.path)) throw new CannotDo(`站点清单中的“${file.path}”列了两次，不予接收`)
    paths.add(file.path)
  }
  return read as Manifest
}

/** Below the root and nowhere else, on every system. */
export function isSafePath(path: unknown): path is string {
  if (typeof path !== 'string' || path === '' || path.length > 1000 || /[\\:*?"<>|]|\p{Cc}/u.test(path))
    return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

export function hash(by: 'sha256' | 'sm3', of: Uint8Array): string {
  return createHash(by).update(of).digest('hex')
}
