import { resolve } from 'node:path'
import type { Command } from 'commander'
import { type CommandContext, printJson } from '../../command.ts'
import type { ExitCode } from '../../exit-code.ts'
import { isSignedBy, readPublicKey } from '../../site/keys.ts'
import { type TreeFault, verifyTree } from '../../site/verify-tree.ts'
import type { Terminal } from '../../terminal.ts'

type Options = Readonly<{ key?: string; restore?: boolean; json?: boolean }>

const WHAT = { missing: '缺少', altered: '被改动', added: '多出' } as const satisfies Record<
  TreeFault['what'],
  string
>

/** `mingfu site verify OUT`: the public files are those of the last signed manifest, or it is said which are not. */
export function addSiteVerify(site: Command, { terminal, act }: CommandContext) {
  site
    .command('verify')
    .description('核对对外的文件与签名的清单是否一致，逐个指出被改动、缺少、多出的；--restore 一并恢复')
    .argument('<OUT>', '站点目录')
    .option('--key <公钥>', '核对清单的签名')
    .option('--restore', '恢复成清单所载的样子')
    .option('--json', '输出 JSON')
    .action(act((out: string, options: Options) => verify(resolve(out), options, terminal)))
}

async function verify(
  root: string,
  { key, restore = false, json }: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const by = key === undefined ? undefined : readPublicKey(key)
  const { generation, files, sha256, signature, manifestBytes, faults } = await verifyTree(
    { root },
    { restore: false },
  )
  const genuine =
    by === undefined ? null : signature !== undefined && isSignedBy(manifestBytes, signature, by)
  // A list that is not ours says nothing about what to restore.
  const repaired = restore && genuine !== false ? (await verifyTree({ root }, { restore })).faults : faults
  if (json === true) {
    printJson(terminal, {
      generation,
      files,
      sha256,
      signed: signature !== undefined,
      genuine,
      faults: repaired,
    })
  } else {
    terminal.out(`第${generation}版，文件${files}个，清单摘要 ${sha256}\n`)
    terminal.out(signatureText(genuine, signature))
    for (const { what, path, restored } of repaired)
      terminal.out(`${WHAT[what]}：${path}${restored ? '，已恢复' : restore ? '，没有能够恢复' : ''}\n`)
    terminal.out(repaired.length === 0 && genuine !== false ? '与清单一致。\n' : summary(repaired, genuine))
  }
  return repaired.length === 0 && genuine !== false ? 0 : 1
}

function signatureText(genuine: boolean | null, signature: string | undefined): string {
  if (genuine === true) return '清单的签名有效。\n'
  if (genuine === false)
    return signature === undefined
      ? '清单没有签名。\n'
      : '清单的签名无效：清单被改动过，或者不是用这把密钥签的。\n'
  return signature === undefined
    ? '清单没有签名，只能发现文件的改动，不能发现清单本身的改动。\n'
    : '清单有签名，没有给出公钥，未核对；请用 --key 给出。\n'
}

function summary(faults: readonly TreeFault[], genuine: boolean | null): string {
  if (genuine === false) return '清单不可信，没有恢复任何文件；请用完整包重新导入，或者重新导出。\n'
  const left = faults.filter(({ restored }) => !restored).length
  if (left === 0) return `${faults.length}个文件与清单不符，已全部恢复；请查明改动的来源。\n`
  return `${faults.length}个文件与清单不符，其中${left}个尚未恢复。\n`
}
