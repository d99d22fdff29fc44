import { createHash, type KeyObject } from 'node:crypto'
import { basename } from 'node:path'
import type { Command } from 'commander'
import type { OpenedBundle } from '../../bundle/read-bundle.ts'
import { readBundleFile } from '../../bundle/read-bundle-file.ts'
import { verifyArchive } from '../../bundle/verify-archive.ts'
import { type BundleCheck, verifyEvidence } from '../../bundle/verify-evidence.ts'
import { verifySiteBundle } from '../../bundle/verify-site.ts'
import { type CommandContext, printJson } from '../../command.ts'
import { CannotDo, type ExitCode } from '../../exit-code.ts'
import { readPublicKey } from '../../site/keys.ts'
import type { Terminal } from '../../terminal.ts'

type Options = Readonly<{ digest?: string; key?: string; json?: boolean }>

/** Each kind of bundle with what checks it; the list in the bundle says of which kind it is. */
const KINDS: Readonly<
  Record<string, Readonly<{ name: string; verify: (bundle: OpenedBundle, key?: KeyObject) => BundleCheck }>>
> = {
  evidence: { name: '举证材料', verify: verifyEvidence },
  archive: { name: '归档包', verify: verifyArchive },
  site: { name: '静态站点的发布包', verify: verifySiteBundle },
}

const WHAT = {
  missing: '缺少',
  altered: '被改动',
  added: '多出',
  repeated: '重复',
  list: '目录',
  history: '经过',
} as const satisfies Record<BundleCheck['faults'][number]['what'], string>

/** `mingfu bundle verify`: checks a bundle of either kind against its own list, without an installation. */
export function addBundleVerify(bundle: Command, { terminal, act }: CommandContext) {
  bundle
    .command('verify')
    .description(
      '核对举证材料、归档包或者发布包：文件与清单、目录与内容、前后衔接和签名，逐个指出缺少、改动、多出的文件',
    )
    .argument('<file>', '压缩包')
    .option('--digest <SHA-256>', '清单的摘要，取自办理系统；给出时一并对照')
    .option('--key <公钥>', '核对发布包的签名')
    .option('--json', '输出 JSON')
    .action(act((file: string, options: Options) => verify(file, options, terminal)))
}

function verify(file: string, { digest, key, json }: Options, terminal: Terminal): ExitCode {
  const by = key === undefined ? undefined : readPublicKey(key)
  const { bundle } = readBundleFile(file)
  const kind = KINDS[bundle.kind]
  if (kind === undefined) throw new CannotDo(`不认得“${bundle.kind}”这种材料，可能由更新版本的明府生成`)
  const check = checked(basename(file), bundle, (opened) => kind.verify(opened, by))
  const sha256 = createHash('sha256').update(bundle.listBytes).digest('hex')
  const known = digest === undefined ? null : digest.trim().toLowerCase() === sha256
  const sound = check.faults.length === 0 && known !== false
  if (json === true)
    printJson(terminal, {
      file: basename(file),
      kind: bundle.kind,
      sha256,
      digestMatches: known,
      sound,
      ...check,
    })
  else {
    terminal.out(
      `${kind.name}：${check.title}\n文件${check.files}个${bundle.kind === 'evidence' ? `，办理经过${check.events}条` : ''}。\n清单摘要 ${sha256}\n`,
    )
    if (known !== null)
      terminal.out(known ? '清单摘要与所给的一致。\n' : '清单摘要与所给的不一致，清单被改动过。\n')
    for (const { what, path, text } of check.faults) terminal.out(`${WHAT[what]}：${path}，${text}\n`)
    if (bundle.kind === 'site' && by === undefined)
      terminal.out('没有给出公钥，签名未核对；请用 --key 给出。\n')
    terminal.out(sound ? '核对无误。\n' : `共${check.faults.length + (known === false ? 1 : 0)}处问题。\n`)
  }
  return sound ? 0 : 1
}

function checked(name: string, bundle: OpenedBundle, by: (bundle: OpenedBundle) => BundleCheck): BundleCheck {
  try {
    return by(bundle)
  } catch (error) {
    if (error instanceof TypeError) throw new CannotDo(`${name} 的清单不完整，无法核对`)
    throw error
  }
}
