import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { packSite, type Receipt } from '../../bundle/pack-site.ts'
import { type CommandContext, printJson } from '../../command.ts'
import { CannotDo, type ExitCode } from '../../exit-code.ts'
import { readSecretKey } from '../../site/keys.ts'
import { withSiteLock } from '../../site/site-lock.ts'
import type { Terminal } from '../../terminal.ts'

type Options = Readonly<{ out?: string; key: string; full?: boolean; receipt?: string; json?: boolean }>

/** `mingfu bundle pack OUT`: the exported site as one signed, numbered file for the other side of a gap. */
export function addBundlePack(bundle: Command, { terminal, act }: CommandContext) {
  bundle
    .command('pack')
    .description(
      '把静态站点打成签名、连续编号的发布包：通常只含与上一个包相比的变化，第一个包和 --full 含全站',
    )
    .argument('<OUT>', '站点目录，由 mingfu site export 写出')
    .requiredOption('--key <私钥>', '签名用的私钥')
    .option('--out <文件>', '写到哪里，不填即按编号命名')
    .option('--full', '打完整包；接收方缺包、损坏或者重建时使用')
    .option('--receipt <回执>', '接收方最近的回执；以它收到的为准接着编号')
    .option('--json', '输出 JSON')
    .action(act((root: string, options: Options) => pack(resolve(root), options, terminal)))
}

function pack(root: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  const key = readSecretKey(options.key)
  const receipt = options.receipt === undefined ? undefined : readReceipt(options.receipt)
  return withSiteLock(root, async () => {
    const given = { key, full: options.full === true, ...(receipt ? { receipt } : {}) }
    const { list, bytes } = await packSite({ root }, given)
    const { sequence, mode, changes } = list
    const kind = mode === 'full' ? 'full' : 'part'
    const file = resolve(options.out ?? `site-${String(sequence).padStart(6, '0')}-${kind}.zip`)
    // Whoever carries files over takes up what is there: it has to be whole under its name.
    writeFileSync(`${file}.part`, bytes)
    renameSync(`${file}.part`, file)
    const put = changes.filter(({ op }) => op === 'put').length
    if (options.json === true)
      printJson(terminal, { file, sequence, mode, put, deleted: changes.length - put, bytes: bytes.length })
    else
      terminal.out(
        `第${sequence}号${mode === 'full' ? '完整包' : '增量包'}：${file}\n新增和更新${put}个文件，移除${changes.length - put}个。\n`,
      )
    return 0 as const
  })
}

function readReceipt(file: string): Receipt {
  try {
    const receipt = JSON.parse(readFileSync(file, 'utf8')) as Receipt
    if (receipt.format === 'mingfu-receipt' && Number.isSafeInteger(receipt.sequence)) return receipt
  } catch {
    // Said below, together with what is JSON but no receipt.
  }
  throw new CannotDo(`${file} 不是接收方的回执，请给出接收方 receipts 目录中的文件`)
}
