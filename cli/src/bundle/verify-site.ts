import type { KeyObject } from 'node:crypto'
import { isSignedBy } from '../site/keys.ts'
import { hash } from '../site/manifest.ts'
import type { OpenedBundle } from './read-bundle.ts'
import { contentPath, PARTS, siteListOf, textOf } from './site-bundle.ts'
import type { BundleCheck, BundleFault } from './verify-evidence.ts'

/**
 * 核对发布包: the signature over the list, the manifest against the list, and every content against its digest.
 * Without a key the signature is not looked at, and nothing proves whose bundle it is.
 */
export function verifySiteBundle(bundle: OpenedBundle, key?: KeyObject): BundleCheck {
  const list = siteListOf(bundle)
  const puts = list.changes.filter((change) => change.op === 'put')
  const what = list.mode === 'full' ? '完整包' : `增量包，接第${list.base?.sequence}号`
  return {
    title: `${list.site} 第${list.sequence}号（${what}），新增和更新${puts.length}个文件，移除${list.changes.length - puts.length}个`,
    files: puts.length,
    events: 0,
    faults: [
      ...bundle.repeated.map((path) => fault('repeated', path, '在压缩包中出现多次')),
      ...(key === undefined ? [] : signatureFaults(bundle, key)),
      ...manifestFaults(bundle, list.manifest),
      ...contentFaults(bundle, puts),
    ],
  }
}

function signatureFaults(bundle: OpenedBundle, key: KeyObject): readonly BundleFault[] {
  const signatures = [
    [PARTS.list, bundle.listBytes, PARTS.signature],
    [PARTS.manifest, bundle.files.get(PARTS.manifest), PARTS.manifestSignature],
  ] as const
  return signatures.flatMap(([path, bytes, part]) => {
    const signature = textOf(bundle, part)
    if (signature === undefined) return [fault('list', path, '没有签名')]
    if (bytes !== undefined && isSignedBy(bytes, signature, key)) return []
    return [fault('list', path, '签名无效：内容被改动过，或者不是用这把密钥签的')]
  })
}

function manifestFaults(bundle: OpenedBundle, sha256: string): readonly BundleFault[] {
  const bytes = bundle.files.get(PARTS.manifest)
  if (bytes === undefined) return [fault('missing', PARTS.manifest, '压缩包中没有站点清单')]
  return hash('sha256', bytes) === sha256 ? [] : [fault('altered', PARTS.manifest, '与包的清单所载摘要不符')]
}

function contentFaults(
  bundle: OpenedBundle,
  puts: readonly Readonly<{ path: string; size: number; sha256: string; sm3: string }>[],
): readonly BundleFault[] {
  const known = new Set<string>(Object.values(PARTS))
  const faults: BundleFault[] = []
  for (const { path, size, sha256, sm3 } of puts) {
    known.add(contentPath(sha256))
    const bytes = bundle.files.get(contentPath(sha256))
    if (bytes === undefined) faults.push(fault('missing', path, '清单中有，压缩包中没有'))
    else if (bytes.length !== size || hash('sha256', bytes) !== sha256 || hash('sm3', bytes) !== sm3)
      faults.push(fault('altered', path, '内容与清单上的摘要不符'))
  }
  const added = [...bundle.files.keys()].filter((path) => !known.has(path))
  return [...faults, ...added.map((path) => fault('added', path, '清单中没有，是另外放入的'))]
}

function fault(what: BundleFault['what'], path: string, text: string): BundleFault {
  return { what, path, text }
}
