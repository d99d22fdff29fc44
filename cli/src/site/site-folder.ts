import { constants } from 'node:fs'
import {
  copyFile,
  link,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { CannotDo } from '../exit-code.ts'
import { flushFiles, flushFolders } from './durable.ts'
import { fileOf, hash, type Manifest, manifestBytes, readManifest, type SiteFile } from './manifest.ts'

/**
 * A static site on disk. `current` is what the web server shows: a link to one of the last generations, exchanged in
 * one step. `store` holds every file once more by its digest, out of the web server's reach, to restore from.
 */
export type SiteFolder = Readonly<{ root: string }>

const KEPT_TREES = 3
const KEPT_MANIFESTS = 50

export function nameOf(generation: number): string {
  return String(generation).padStart(6, '0')
}

/** The generation that is shown, `undefined` in a new folder. */
export async function currentOf({ root }: SiteFolder): Promise<number | undefined> {
  try {
    return Number(basename(await readlink(join(root, 'current'))))
  } catch {
    return undefined
  }
}

export function treeOf({ root }: SiteFolder, generation: number): string {
  return join(root, 'generations', nameOf(generation))
}

export function manifestPath({ root }: SiteFolder, generation: number): string {
  return join(root, 'manifests', `${nameOf(generation)}.json`)
}

/** The manifest of a generation with its bytes and, where it was signed, its signature. */
export async function manifestOf(site: SiteFolder, generation: number) {
  const path = manifestPath(site, generation)
  const bytes = await readFile(path).catch(() => undefined)
  if (bytes === undefined) return undefined
  const signature = await readFile(`${path}.sig`, 'utf8').catch(() => undefined)
  return { manifest: readManifest(bytes), bytes, sha256: hash('sha256', bytes), signature }
}

/** Generations whose trees are still there, oldest first. */
export async function generationsOf({ root }: SiteFolder): Promise<readonly number[]> {
  const names = await readdir(join(root, 'generations')).catch(() => [])
  return names
    .filter((name) => /^\d{6,}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b)
}

/** Bytes into the store; what is there already and whole stays. */
export async function keepInStore(site: SiteFolder, sha256: string, bytes: Uint8Array): Promise<void> {
  const path = stored(site, sha256)
  const there = await readFile(path).catch(() => undefined)
  if (there !== undefined && hash('sha256', there) === sha256) return
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, bytes)
  await rename(`${path}.new`, path)
}

/** The bytes of a file from the store, `undefined` when they are not there or not what they should be. */
export async function fromStore(site: SiteFolder, { sha256 }: SiteFile): Promise<Buffer | undefined> {
  const bytes = await readFile(stored(site, sha256)).catch(() => undefined)
  return bytes !== undefined && hash('sha256', bytes) === sha256 ? bytes : undefined
}

function stored({ root }: SiteFolder, sha256: string): string {
  return join(root, 'store', sha256.slice(0, 2), sha256)
}

/** A generation in the making, beside those that are shown: until it is finished nobody sees any of it. */
export async function beginGeneration(site: SiteFolder) {
  const staging = join(site.root, 'generations', 'making')
  await rm(staging, { recursive: true, force: true })
  await mkdir(staging, { recursive: true })
  const shown = await currentOf(site)
  const last = shown === undefined ? undefined : await manifestOf(site, shown)
  const before = new Map(last?.manifest.files.map((file) => [file.path, file]))
  const files = new Map<string, SiteFile>()
  const folders = new Set<string>()
  /** Files that are new on the disc; the others are names more of what lies there already. */
  const written = new Set<string>()

  async function place(path: string): Promise<string> {
    const to = join(staging, path)
    const folder = dirname(to)
    if (!folders.has(folder)) await mkdir(folder, { recursive: true })
    for (let at = folder; at.startsWith(staging) && !folders.has(at); at = dirname(at)) folders.add(at)
    return to
  }

  /** A file as the manifest names it: from the generation that is shown when it is the same, else from the store. */
  async function take(file: SiteFile): Promise<void> {
    const to = await place(file.path)
    const same = shown !== undefined && before.get(file.path)?.sha256 === file.sha256
    if (!(same && (await linked(join(treeOf(site, shown), file.path), to, file.size)))) {
      const bytes = await fromStore(site, file)
      if (bytes === undefined) throw new CannotDo(`缺少文件 ${file.path}，请用完整包重新导入`)
      await copyFile(stored(site, file.sha256), to, constants.COPYFILE_FICLONE)
      written.add(to)
    }
    files.set(file.path, file)
  }

  return {
    take,
    async put(path: string, bytes: Uint8Array): Promise<void> {
      const file = fileOf(path, bytes)
      await keepInStore(site, file.sha256, bytes)
      await rm(join(staging, path), { force: true })
      await take(file)
    },
    async keep(path: string): Promise<void> {
      const file = before.get(path)
      if (file === undefined) throw new CannotDo(`上一次的清单中没有 ${path}，请用 --full 重新生成全站`)
      await take(file)
    },
    files: (): readonly SiteFile[] => [...files.values()],
    /** Whether it is file by file what is shown now. */
    isSame: () =>
      last !== undefined &&
      files.size === before.size &&
      [...files.values()].every(({ path, sha256 }) => before.get(path)?.sha256 === sha256),
    /** Writes the manifest and shows this generation, in one step. */
    async finish(bytes: Uint8Array, signature: string | undefined): Promise<Manifest> {
      const manifest = readManifest(bytes)
      const path = manifestPath(site, manifest.generation)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, bytes)
      await rm(`${path}.sig`, { force: true })
      if (signature !== undefined) await writeFile(`${path}.sig`, `${signature}\n`)
      await flushFiles([...written, path, ...(signature === undefined ? [] : [`${path}.sig`])])
      await flushFolders([...folders, dirname(path)])
      const tree = treeOf(site, manifest.generation)
      await rm(tree, { recursive: true, force: true })
      await rename(staging, tree)
      await flushFolders([dirname(tree)])
      await show(site, manifest.generation)
      await prune(site, manifest.generation)
      return manifest
    },
    abandon: () => rm(staging, { recursive: true, force: true }),
  }
}

/** Exchanges what the web server shows: one rename, so that it is the old site or the new one and never a mixture. */
export async function show(site: SiteFolder, generation: number): Promise<void> {
  const fresh = join(site.root, 'current.new')
  await rm(fresh, { force: true })
  await symlink(join('generations', nameOf(generation)), fresh)
  await rename(fresh, join(site.root, 'current'))
  await flushFolders([site.root])
}

/** The next free number of a generation. */
export async function nextGeneration(site: SiteFolder): Promise<number> {
  const names = await readdir(join(site.root, 'manifests')).catch(() => [])
  return Math.max(0, ...names.map((name) => Number.parseInt(name, 10)).filter(Number.isFinite)) + 1
}

export function newManifest(generation: number, site: string, files: readonly SiteFile[]): Uint8Array {
  return manifestBytes({
    format: 'mingfu-site',
    generation,
    createdAt: new Date().toISOString(),
    site,
    files,
  })
}

async function linked(from: string, to: string, size: number): Promise<boolean> {
  try {
    if ((await stat(from)).size !== size) return false
    await link(from, to)
    return true
  } catch {
    return false
  }
}

/** Only the last generations are kept, and of the store what they need. */
async function prune(site: SiteFolder, shown: number): Promise<void> {
  const trees = (await generationsOf(site)).filter((generation) => generation !== shown)
  const kept = [...trees.slice(-(KEPT_TREES - 1)), shown]
  for (const generation of trees.filter((each) => !kept.includes(each)))
    await rm(treeOf(site, generation), { recursive: true, force: true })
  const needed = new Set<string>()
  for (const generation of kept)
    for (const { sha256 } of (await manifestOf(site, generation))?.manifest.files ?? []) needed.add(sha256)
  const store = join(site.root, 'store')
  for (const part of await readdir(store).catch(() => []))
    for (const name of await readdir(join(store, part)))
      if (!needed.has(name)) await rm(join(store, part, name), { force: true })
  const lists = (await readdir(join(site.root, 'manifests'))).filter((name) => name.endsWith('.json')).sort()
  for (const name of lists.slice(0, -KEPT_MANIFESTS)) {
    await rm(join(site.root, 'manifests', name), { force: true })
    await rm(join(site.root, 'manifests', `${name}.sig`), { force: true })
  }
}
