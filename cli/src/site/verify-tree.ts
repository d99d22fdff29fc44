import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CannotDo } from '../exit-code.ts'
import { hash } from './manifest.ts'
import { currentOf, fromStore, manifestOf, type SiteFolder, treeOf } from './site-folder.ts'

export type TreeFault = Readonly<{
  what: 'missing' | 'altered' | 'added'
  path: string
  /** Whether it was set right. */
  restored: boolean
}>

export type TreeCheck = Readonly<{
  generation: number
  files: number
  sha256: string
  signature: string | undefined
  manifestBytes: Uint8Array
  faults: readonly TreeFault[]
}>

/** 网页防篡改: every public file against the manifest; with `restore`, made as the manifest says again. */
export async function verifyTree(
  site: SiteFolder,
  { restore, generation: asked }: Readonly<{ restore: boolean; generation?: number }>,
): Promise<TreeCheck> {
  const generation = asked ?? (await currentOf(site))
  const listed = generation === undefined ? undefined : await manifestOf(site, generation)
  if (generation === undefined || listed === undefined)
    throw new CannotDo(`${site.root} 不是静态站点的目录，或者清单已经不在；请重新导出，或者用完整包重新导入`)
  const { manifest, bytes, sha256, signature } = listed
  const tree = treeOf(site, generation)
  const there = await filesBelow(tree, '')
  const known = new Set(manifest.files.map(({ path }) => path))
  const faults: TreeFault[] = []
  // First what does not belong: a link put in place of a folder would lead the restored files astray.
  for (const path of there.filter((each) => !known.has(each))) {
    if (restore) await rm(join(tree, path), { recursive: true, force: true })
    faults.push({ what: 'added', path, restored: restore })
  }
  for (const file of manifest.files) {
    const found = await readFile(join(tree, file.path)).catch(() => undefined)
    if (found !== undefined && hash('sha256', found) === file.sha256) continue
    const good = restore ? await fromStore(site, file) : undefined
    if (good !== undefined) await exchange(join(tree, file.path), good)
    const what = found === undefined ? 'missing' : 'altered'
    faults.push({ what, path: file.path, restored: good !== undefined })
  }
  return { generation, files: manifest.files.length, sha256, signature, manifestBytes: bytes, faults }
}

/** Written beside and put in its place: nobody is ever sent half a file, and other links to the bad one stay apart. */
async function exchange(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await rm(`${path}.restored`, { recursive: true, force: true })
  await writeFile(`${path}.restored`, bytes)
  await rename(`${path}.restored`, path).catch(async () => {
    await rm(path, { recursive: true, force: true })
    await rename(`${path}.restored`, path)
  })
}

/** Everything that is no folder: a link is never followed, it is a file that should not be there. */
async function filesBelow(folder: string, below: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) found.push(...(await filesBelow(join(folder, entry.name), path)))
    else found.push(path)
  }
  return found
}
