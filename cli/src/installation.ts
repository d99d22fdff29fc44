import type { Context, Runtime } from '@mingfu/server'
import { CannotDo, type ExitCode } from './exit-code.ts'

type Server = typeof import('@mingfu/server')

/** What a command that works on an installation is given; the whole server is loaded only then. */
export type Installation = Readonly<{ server: Server; runtime: Runtime; ctx: Context }>

/** Opens the installation that the environment names, does the work as the program itself, and leaves. */
export async function inInstallation(
  work: (installation: Installation) => Promise<ExitCode>,
  { create = false }: { create?: boolean } = {},
): Promise<ExitCode> {
  const server = await import('@mingfu/server')
  const config = server.readConfig(process.env)
  const runtime = create
    ? await server.openRuntime(config, { log: () => undefined })
    : await server.openExisting(config)
  try {
    return await work({
      server,
      runtime,
      ctx: runtime.contextFor({ kind: 'system', task: 'command-line' }, 'all'),
    })
  } finally {
    await runtime.close()
  }
}

/** The agency of a slug; without one, the only agency that there is. */
export async function agencyOf({ server, ctx }: Installation, slug: string | undefined) {
  const agencies = await server.listAgencies(ctx.db)
  const [first, second] = slug === undefined ? agencies : agencies.filter((agency) => agency.slug === slug)
  if (first !== undefined && second === undefined) return first
  const known = agencies.map((agency) => `${agency.slug}（${agency.shortName}）`).join('、')
  if (agencies.length === 0) throw new CannotDo('还没有设立机关，请先用 mingfu agency add 设立')
  throw new CannotDo(
    slug === undefined
      ? `有多个机关，请用 --agency 指明一个：${known}`
      : `没有“${slug}”这个机关，可选：${known}`,
  )
}
