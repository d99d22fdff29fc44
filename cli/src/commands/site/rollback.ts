import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { CommandContext } from '../../command.ts'
import { CannotDo, type ExitCode } from '../../exit-code.ts'
import { currentOf, generationsOf, manifestOf, show } from '../../site/site-folder.ts'
import { withSiteLock } from '../../site/site-lock.ts'
import { verifyTree } from '../../site/verify-tree.ts'
import type { Terminal } from '../../terminal.ts'

type Options = Readonly<{ to?: string }>

/** `mingfu site rollback OUT`: shows an earlier generation again, checked before anybody sees it. */
export function addSiteRollback(site: Command, { terminal, act }: CommandContext) {
  site
    .command('rollback')
    .description('回退到上一版，或者 --to 指明的一版；保留最近三版')
    .argument('<OUT>', '站点目录')
    .option('--to <版>', '回退到第几版')
    .action(act((out: string, options: Options) => rollBack(resolve(out), options, terminal)))
}

function rollBack(root: string, { to }: Options, terminal: Terminal): Promise<ExitCode> {
  return withSiteLock(root, async () => {
    const site = { root }
    const shown = await currentOf(site)
    const kept = await generationsOf(site)
    const wanted =
      to === undefined ? kept.filter((each) => shown !== undefined && each < shown).at(-1) : Number(to)
    if (shown === undefined || wanted === undefined || !kept.includes(wanted) || wanted === shown) {
      const others = kept.filter((each) => each !== shown).map((each) => `第${each}版`)
      throw new CannotDo(
        others.length === 0 ? '没有可以回退的版本' : `不能回退到所指的版本，可以回退到：${others.join('、')}`,
      )
    }
    const now = new Set((await manifestOf(site, shown))?.manifest.files.map(({ path }) => path))
    const then = (await manifestOf(site, wanted))?.manifest.files ?? []
    const { faults } = await verifyTree(site, { restore: true, generation: wanted })
    const broken = faults.find(({ restored }) => !restored)
    if (broken !== undefined) throw new CannotDo(`第${wanted}版的 ${broken.path} 已经损坏，不能回退到这一版`)
    await show(site, wanted)
    terminal.out(`已从第${shown}版回退到第${wanted}版。\n`)
    const back = then.filter(({ path }) => /(?:^|\/)index\.html$/.test(path) && !now.has(path))
    if (back.length > 0)
      terminal.out(`注意：${back.length}个后来移除的页面重新对外显示，其中可能有已经撤回的信息，请核对。\n`)
    return 0 as const
  })
}
