import { resolve } from 'node:path'
import type { Command } from 'commander'
import { applySite } from '../../bundle/apply-site.ts'
import { readBundleFile } from '../../bundle/read-bundle-file.ts'
import { type CommandContext, printJson } from '../../command.ts'
import type { ExitCode } from '../../exit-code.ts'
import { readPublicKey } from '../../site/keys.ts'
import type { Terminal } from '../../terminal.ts'

type Options = Readonly<{ to: string; key: string; json?: boolean }>

/** `mingfu bundle apply FILE --to SITE`: the receiver's side; it needs neither database nor installation. */
export function addBundleApply(bundle: Command, { terminal, act }: CommandContext) {
  bundle
    .command('apply')
    .description(
      '导入发布包：核对签名、编号和摘要，写好新的一版后一次切换，留下回执；有任何不符，站点保持不变',
    )
    .argument('<file>', '发布包')
    .requiredOption('--to <目录>', '站点目录；网站根目录是其中的 current')
    .requiredOption('--key <公钥>', '发送方的公钥')
    .option('--json', '输出 JSON')
    .action(act((file: string, options: Options) => apply(file, options, terminal)))
}

async function apply(file: string, { to, key, json }: Options, terminal: Terminal): Promise<ExitCode> {
  const by = readPublicKey(key)
  const { bundle, bytes } = readBundleFile(file)
  const { receipt, receiptFile } = await applySite({ root: resolve(to) }, bundle, { key: by, bytes })
  if (json === true) printJson(terminal, { ...receipt, receiptFile })
  else
    terminal.out(
      `已导入第${receipt.sequence}号，网站现为第${receipt.generation}版，文件${receipt.files}个。\n回执 ${receiptFile}\n`,
    )
  return 0
}
