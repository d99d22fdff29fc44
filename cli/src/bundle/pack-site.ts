import type { KeyObject } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { CannotDo } from '../exit-code.ts'
import { flushFiles, flushFolders } from '../site/durable.ts'
import { signed } from '../site/keys.ts'
import type { Manifest, SiteFile } from '../site/manifest.ts'
import { currentOf, fromStore, manifestOf, type SiteFolder } from '../site/site-folder.ts'
import { type Change, contentPath, PARTS, type SiteBundleList } from './site-bundle.ts'

/** What the sender remembers of each bundle, so that the next builds on it. */
type Packed = Readonly<{ sequence: number; generation: number; manifest: string }>

/** 回执: what the receiver says of a bundle that it took. */
export type Receipt = Readonly<{
  format: 'mingfu-receipt'
  site: string
  sequence: number
  generation: number
  manifest: string
  bundle: string
  appliedAt: string
  files: number
}>

export type PackSite = Readonly<{
  key: KeyObject
  full: boolean
  /** What the receiver took last; without it, all bundles so far are taken to have arrived. */
  receipt?: Receipt
}>

export type PackedBundle = Readonly<{ list: SiteBundleList; bytes: Uint8Array }>

/** More than this does not fit into memory on a small machine, nor into what a gap lets through at once. */
const LARGEST = 1024 ** 3

/** 打包: the site as it is shown now, whole or as the difference to what the receiver has, numbered and signed. */
export async function packSite(site: SiteFolder, { key, full, receipt }: PackSite): Promise<PackedBundle> {
  const generation = await currentOf(site)
  const now = generation === undefined ? undefined : await manifestOf(site, generation)
  if (now === undefined) throw new CannotDo(`${site.root} 中还没有站点，请先用 mingfu site export 导出`)
  const ledger = await ledgerOf(site)
  const last = receipt === undefined ? ledger.at(-1) : receipted(receipt, ledger)
  const base = full || last === undefined ? undefined : await manifestOf(site, last.generation)
  const based = base !== undefined && base.sha256 === last?.manifest ? base : undefined
  if (based?.sha256 === now.sha256)
    throw new CannotDo(`与第${last?.sequence}号包相比没有变化，不需要打包；要重发全站请加 --full`)
  const changes = differences(based?.manifest, now.manifest)
  const sequence = (last?.sequence ?? 0) + 1
  const list: SiteBundleList = {
    format: 'mingfu-bundle',
    kind: 'site',
    site: now.manifest.site,
    sequence,
    mode: based === undefined ? 'full' : 'incremental',
    createdAt: new Date().toISOString(),
    base:
      based === undefined || last === undefined ? null : { sequence: last.sequence, manifest: last.manifest },
    manifest: now.sha256,
    generation: now.manifest.generation,
    changes,
  }
  const listBytes = new TextEncoder().encode(`${JSON.stringify(list, null, 1)}\n`)
  const parts: Zippable = {
    [PARTS.list]: listBytes,
    [PARTS.signature]: text(signed(listBytes, key)),
    [PARTS.manifest]: now.bytes,
    [PARTS.manifestSignature]: text(signed(now.bytes, key)),
  }
  let size = 0
  for (const file of changes) {
    if (file.op === 'delete' || parts[contentPath(file.sha256)] !== undefined) continue
    const bytes = await fromStore(site, file)
    if (bytes === undefined)
      throw new CannotDo(`文件 ${file.path} 已经缺失或者损坏，请用 site export --full 重新导出`)
    size += bytes.length
    if (size > LARGEST) throw new CannotDo('变化的内容超过1 GB，一个包装不下；请用移动介质复制整个站点目录')
    parts[contentPath(file.sha256)] = [
      bytes,
      { level: /\.(?:html|css|js|json|xml|svg|txt|csv)$/.test(file.path) ? 6 : 0 },
    ]
  }
  const file = join(site.root, 'bundles.json')
  const packed = { sequence, generation: now.manifest.generation, manifest: now.sha256 }
  await writeFile(
    `${file}.new`,
    JSON.stringify([...ledger.filter((each) => each.sequence < sequence), packed]),
  )
  await flushFiles([`${file}.new`])
  await rename(`${file}.new`, file)
  await flushFolders([site.root])
  return { list, bytes: zipSync(parts) }
}

function receipted(receipt: Receipt, ledger: readonly Packed[]): Packed {
  const packed = ledger.find(
    ({ sequence, manifest }) => sequence === receipt.sequence && manifest === receipt.manifest,
  )
  if (packed !== undefined) return packed
  // Ours or not, its number is taken over there: what follows has to count on from it.
  return { sequence: receipt.sequence, generation: -1, manifest: receipt.manifest }
}

function differences(from: Manifest | undefined, to: Manifest): readonly Change[] {
  const before = new Map<string, SiteFile>(from?.files.map((file) => [file.path, file]))
  const after = new Set(to.files.map(({ path }) => path))
  const put = to.files.filter(({ path, sha256 }) => before.get(path)?.sha256 !== sha256)
  const gone = [...before.keys()].filter((path) => !after.has(path))
  return [
    ...put.map((file) => ({ op: 'put' as const, ...file })),
    ...gone.map((path) => ({ op: 'delete' as const, path })),
  ]
}

async function ledgerOf({ root }: SiteFolder): Promise<readonly Packed[]> {
  const file = join(root, 'bundles.json')
  const bytes = await readFile(file, 'utf8').catch(() => undefined)
  if (bytes === undefined) return []
  try {
    return JSON.parse(bytes) as readonly Packed[]
  } catch {
    throw new CannotDo(
      `发布包的编号记录 ${file} 已经损坏；请从备份恢复，或者删去它并用接收方的回执（--receipt）接着编号`,
    )
  }
}

function text(signature: string): Uint8Array {
  return new TextEncoder().encode(`${signature}\n`)
}
