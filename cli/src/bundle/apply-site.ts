import type { KeyObject } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotDo } from '../exit-code.ts'
import { flushFiles, flushFolders } from '../site/durable.ts'
import { hash, readManifest } from '../site/manifest.ts'
import { beginGeneration, keepInStore, nameOf, type SiteFolder } from '../site/site-folder.ts'
import { withSiteLock } from '../site/site-lock.ts'
import type { Receipt } from './pack-site.ts'
import type { OpenedBundle } from './read-bundle.ts'
import { contentPath, PARTS, type SiteBundleList, siteListOf, textOf } from './site-bundle.ts'
import { verifySiteBundle } from './verify-site.ts'

export type AppliedBundle = Readonly<{ receipt: Receipt; receiptFile: string; list: SiteBundleList }>

/**
 * 导入发布包: signature, number and digests first, then a new generation beside the one that is shown, then one exchange.
 * Whatever is wrong, and wherever it stops, the site that was there goes on being shown whole.
 */
export async function applySite(
  site: SiteFolder,
  bundle: OpenedBundle,
  { key, bytes }: Readonly<{ key: KeyObject; bytes: Uint8Array }>,
): Promise<AppliedBundle> {
  const list = siteListOf(bundle)
  const [first, ...more] = verifySiteBundle(bundle, key).faults
  if (first !== undefined) {
    const others = more.length === 0 ? '' : `，另有${more.length}处`
    throw new CannotDo(
      `不予导入：${first.path} ${first.text}${others}。站点保持不变，请重新取得第${list.sequence}号包`,
    )
  }
  return withSiteLock(site.root, async () => {
    const last = await lastApplied(site)
    requireNext(list, last)
    const manifestBytes = bundle.files.get(PARTS.manifest) ?? new Uint8Array()
    const manifest = readManifest(manifestBytes)
    for (const change of list.changes) {
      const content = change.op === 'put' ? bundle.files.get(contentPath(change.sha256)) : undefined
      if (change.op === 'put' && content !== undefined) await keepInStore(site, change.sha256, content)
    }
    const making = await beginGeneration(site)
    try {
      for (const file of manifest.files) await making.take(file)
      await making.finish(manifestBytes, textOf(bundle, PARTS.manifestSignature)?.trim())
    } finally {
      await making.abandon()
    }
    const receipt: Receipt = {
      format: 'mingfu-receipt',
      site: list.site,
      sequence: list.sequence,
      generation: manifest.generation,
      manifest: list.manifest,
      bundle: hash('sha256', bytes),
      appliedAt: new Date().toISOString(),
      files: manifest.files.length,
    }
    return { receipt, receiptFile: await keepReceipt(site, receipt), list }
  })
}

/** The receipt of the bundle that was taken last. It lies in a file of its own, written after the exchange. */
async function lastApplied({ root }: SiteFolder): Promise<Receipt | undefined> {
  const bytes = await readFile(join(root, 'applied.json'), 'utf8').catch(() => undefined)
  if (bytes === undefined) return undefined
  try {
    return JSON.parse(bytes) as Receipt
  } catch {
    throw new CannotDo(
      `导入记录 ${join(root, 'applied.json')} 已经损坏，请用 receipts 目录中最后一份回执替换它`,
    )
  }
}

function requireNext(
  { site, sequence, mode, base, manifest }: SiteBundleList,
  last: Receipt | undefined,
): void {
  if (last !== undefined && last.site !== site)
    throw new CannotDo(`这个包属于 ${site}，本站点是 ${last.site}，不予导入；站点保持不变`)
  if (last !== undefined && sequence <= last.sequence) {
    const same = sequence === last.sequence && manifest === last.manifest
    throw new CannotDo(
      same
        ? `第${sequence}号包已经导入过，不再重复导入；站点保持不变`
        : `已经导入到第${last.sequence}号，不接收更早的第${sequence}号；站点保持不变`,
    )
  }
  if (mode === 'full') return
  const at = last?.sequence ?? 0
  if (sequence !== at + 1) {
    const missing = sequence === at + 2 ? `第${at + 1}号` : `第${at + 1}号至第${sequence - 1}号`
    throw new CannotDo(
      `缺${missing}包，不能导入第${sequence}号；站点保持不变。请依次导入，或者请发送方凭回执重新打包、用 --full 打完整包`,
    )
  }
  if (base?.sequence !== at || base.manifest !== last?.manifest)
    throw new CannotDo(
      `第${sequence}号包所依据的内容与本站点的不同，不能导入；站点保持不变。请发送方用 --full 打完整包`,
    )
}

async function keepReceipt({ root }: SiteFolder, receipt: Receipt): Promise<string> {
  const file = join(root, 'receipts', `${nameOf(receipt.sequence)}.json`)
  const text = `${JSON.stringify(receipt, null, 2)}\n`
  await mkdir(join(root, 'receipts'), { recursive: true })
  await writeFile(file, text)
  await writeFile(join(root, 'applied.json.new'), text)
  await flushFiles([file, join(root, 'applied.json.new')])
  await rename(join(root, 'applied.json.new'), join(root, 'applied.json'))
  await flushFolders([root, join(root, 'receipts')])
  return file
}
