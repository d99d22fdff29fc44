import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { staticPaths } from '../portal/static-files.ts'
import { digestOf } from './reads/read-log.ts'

/** 程序和外观的版本: after an upgrade or a new style sheet every page is made anew. */
export function programDigest(): string {
  const folder = import.meta.dirname
  // Beside the bundle lie its parts, which bear the digest of their bytes in their names.
  const parts = readdirSync(folder).filter((name) => /\.[jt]sx?$/.test(name))
  return digestOf([parts.map((name) => [name, statSync(join(folder, name)).size]), staticPaths()])
}
