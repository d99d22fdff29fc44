import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { SiteExport, SiteMemory } from '@mingfu/server'
import type { Command } from 'commander'
import { type CommandContext, printJson } from '../../command.ts'
import { CannotDo, type ExitCode } from '../../exit-code.ts'
import { type Installation, inInstallation } from '../../installation.ts'
import { readSecretKey, signed } from '../../site/keys.ts'
import { beginGeneration, currentOf, newManifest, nextGeneration } from '../../site/site-folder.ts'
import { withSiteLock } from '../../site/site-lock.ts'
import type { Terminal } from '../../terminal.ts'

type Options = Readonly<{
  url?: string
  live?: string
  key?: string
  full?: boolean
  watch?: boolean
  every: string
  json?: boolean
}>

/** `mingfu site export OUT`: every public page as a file, only what changed made anew, shown in one step. */
export function addSiteExport(site: Command, { terminal, act }: CommandContext) {
  site
    .command('export')
    .description(
      '把全部公开页面写成文件：附 .gz 和 .br，只重新生成有变化的，撤回的随之移除，写完一次切换；OUT/current 是对外的网站根目录',
    )
    .argument('<OUT>', '站点目录')
    .option('--url <网址>', '静态站点对外的网址；不填即用机关登记的网站域名')
    .option('--live <网址>', '受理申请、查询办理的网址；不填时静态页面不放表单')
    .option('--key <私钥>', '为清单签名，供 mingfu site verify 核对')
    .option('--full', '全部重新生成')
    .option('--watch', '一直运行，内容一有变化就发布')
    .option('--every <秒>', '持续发布时多久看一次变化', '5')
    .option('--json', '输出 JSON')
    .action(act((out: string, options: Options) => exportTo(resolve(out), options, terminal)))
}

function exportTo(root: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  const seconds = Number(options.every)
  if (!(seconds >= 1 && seconds <= 3600)) throw new CannotDo('--every 应当是1到3600之间的秒数')
  const key = options.key === undefined ? undefined : readSecretKey(options.key)
  const live = options.live === undefined ? undefined : webAddress('--live', options.live)
  return inInstallation(async (installation) => {
    const url = webAddress('--url', options.url ?? (await addressOf(installation)))
    const once = (full: boolean) =>
      withSiteLock(root, async () => {
        const site = { root }
        const shown = await currentOf(site)
        const known = full || shown === undefined ? undefined : await remembered(root, shown)
        const making = await beginGeneration(site)
        try {
          const { put, keep } = making
          const given = { url, put, keep, ...(live ? { live } : {}), ...(known ? { known } : {}) }
          const done = await installation.server.exportSite(installation.runtime, given)
          const same = !done.changed || making.isSame()
          const generation = same && shown !== undefined ? shown : await nextGeneration(site)
          if (generation !== shown) {
            const bytes = newManifest(generation, url, making.files())
            await making.finish(bytes, key && signed(bytes, key))
          }
          await remember(root, generation, done.memory)
          return { ...done, generation, switched: generation !== shown }
        } finally {
          await making.abandon()
        }
      })
    let faults = report(await once(options.full === true), options, root, terminal)
    while (options.watch === true) {
      await pause(seconds * 1000)
      const done = await once(false)
      if (done.switched) faults = report(done, options, root, terminal)
    }
    return faults > 0 ? 1 : 0
  })
}

type Done = SiteExport & Readonly<{ generation: number; switched: boolean }>

function report(done: Done, { json }: Options, root: string, terminal: Terminal): number {
  const { generation, switched, pages, files, faults } = done
  const rendered = done.rendered.length
  if (json === true) printJson(terminal, { generation, switched, pages, rendered, files, faults })
  else {
    terminal.out(
      switched
        ? `第${generation}版：页面和附件${pages}个，这次生成${rendered}个，文件${files}个。网站根目录 ${join(root, 'current')}\n`
        : `没有变化，仍是第${generation}版。\n`,
    )
    for (const { address, from, text } of faults)
      terminal.out(`链接不通：${address}${text}${from === '' ? '' : `，在页面 ${from} 上`}\n`)
  }
  return faults.length
}

/** Without `--url`: the domain that the host agency registered, else the address the program is told. */
async function addressOf({ server, ctx, runtime }: Installation): Promise<string> {
  const agencies = await server.listAgencies(ctx.db)
  const host = agencies.find(({ parentId }) => parentId === null) ?? agencies[0]
  if (host?.siteDomain) return `https://${host.siteDomain}`
  if (runtime.publicUrl !== undefined) return runtime.publicUrl
  throw new CannotDo('不知道静态站点的网址，请用 --url 给出，例如 --url https://www.example.gov.cn')
}

function webAddress(option: string, given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.pathname !== '/')
    throw new CannotDo(`${option} 应当是网站根目录的完整网址，例如 https://www.example.gov.cn`)
  return url.origin
}

/** What the last export remembered, if it is of the generation that is shown. */
async function remembered(root: string, shown: number): Promise<SiteMemory | undefined> {
  try {
    const read = JSON.parse(await readFile(join(root, 'export.json'), 'utf8'))
    return read.generation === shown ? read.memory : undefined
  } catch {
    return undefined
  }
}

async function remember(root: string, generation: number, memory: SiteMemory): Promise<void> {
  await mkdir(root, { recursive: true })
  await writeFile(join(root, 'export.json'), JSON.stringify({ generation, memory }))
}
