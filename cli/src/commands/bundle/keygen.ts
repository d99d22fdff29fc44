import type { Command } from 'commander'
import type { CommandContext } from '../../command.ts'
import { makeKeys } from '../../site/keys.ts'

/** `mingfu bundle keygen NAME`: a pair of keys for signing bundles. */
export function addBundleKeygen(bundle: Command, { terminal, act }: CommandContext) {
  bundle
    .command('keygen')
    .description('生成签名用的一对密钥（Ed25519）：私钥留在发送方，公钥交给接收方')
    .argument('<name>', '文件名，不带扩展名')
    .action(
      act((name: string) => {
        const { secret, open } = makeKeys(name)
        terminal.out(
          `私钥 ${secret}：留在发送方，只有本人能读，不要放进版本库和发布目录。\n公钥 ${open}：当面或者以其他可靠方式交给接收方。\n`,
        )
        return 0
      }),
    )
}
