import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { CannotStart } from './db/embedded/cannot-start.ts'
import { claimInstance, type Instance } from './instance.ts'
import { type Handlers, type Scheduled, startWorker } from './jobs/worker.ts'
import { openRuntime, type Runtime } from './runtime.ts'

/** What a process of the program does; `npm start` does all of it, a city's web machines and workers share it. */
export type ServeParts = Readonly<{
  /** Builds the HTTP server; without it this process only works off jobs. */
  buildApp?: (runtime: Runtime) => Promise<FastifyInstance>
  jobs?: Readonly<{ handlers: Handlers; scheduled: Scheduled }>
  /** Fills an installation that has nothing in it yet. */
  seed?: (runtime: Runtime) => Promise<void>
}>

export type Serving = Readonly<{
  runtime: Runtime
  /** Where people reach it, nearest first. */
  addresses: readonly string[]
  stop(): Promise<void>
}>

/** Starts database, schema, demonstration, worker and web, in this order. Throws `CannotStart` with one sentence. */
export async function serve(config: Config, parts: ServeParts, log: Runtime['log']): Promise<Serving> {
  const undo: (() => unknown)[] = []
  const stop = once(async () => {
    for (const step of undo.reverse()) await step()
  })
  try {
    let instance: Instance | undefined
    if (parts.buildApp !== undefined) {
      // Several web processes on one external database are a way to grow; on the embedded one they are a mistake.
      if (config.databaseUrl === undefined) {
        instance = claimInstance(config.home)
        undo.push(instance.release)
      }
      // Asked first, so that a port in use does not cost a first start of the database.
      await refusePortInUse(config)
    }
    const runtime = await openRuntime(config, { log })
    undo.push(runtime.close)
    await parts.seed?.(runtime)
    if (parts.jobs !== undefined) {
      const worker = await startWorker(runtime, parts.jobs.handlers, parts.jobs.scheduled)
      undo.push(worker.stop)
    }
    let addresses: readonly string[] = []
    if (parts.buildApp !== undefined) {
      const app = await parts.buildApp(runtime)
      undo.push(() => app.close())
      addresses = await listen(app, config)
      instance?.announce(addresses)
    }
    return { runtime, addresses, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Resolves when the process is told to end. A second signal ends it at once. */
export function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    let told = false
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (told) process.exit(130)
        told = true
        resolve()
      })
    }
  })
}

async function listen(app: FastifyInstance, config: Config): Promise<readonly string[]> {
  try {
    await app.listen({ port: config.port, host: config.host })
  } catch (error) {
    throw cannotListen(config, error)
  }
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  return addressesOf(config.host, port)
}

function refusePortInUse(config: Config): Promise<void> {
  if (config.port === 0) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(cannotListen(config, error)))
    probe.listen(config.port, config.host, () => probe.close(() => resolve()))
  })
}

function cannotListen({ port, host }: Config, error: unknown): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new CannotStart(
        `端口 ${port} 已被其他程序占用，请关闭那个程序，或用 PORT 指定另一个端口，例如 PORT=8601 npm start。`,
      )
    case 'EACCES':
      return new CannotStart(`当前用户不能使用端口 ${port}，请用 PORT 指定1024以上的端口。`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new CannotStart(
        `本机没有 HOST 指定的地址 ${host}，请改为 127.0.0.1（只在本机访问）或者 0.0.0.0（从网络访问）。`,
      )
    default:
      return error
  }
}

/** `0.0.0.0` is every address of this machine, and no address that one could type. */
export function addressesOf(host: string, port: number): readonly string[] {
  if (host !== '0.0.0.0' && host !== '::')
    return [`http://${host.includes(':') ? `[${host}]` : localName(host)}:${port}`]
  const outside = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`)
  return [`http://localhost:${port}`, ...outside]
}

function localName(host: string): string {
  return host === '127.0.0.1' ? 'localhost' : host
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}
