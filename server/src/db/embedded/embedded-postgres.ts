import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { program, readyServer } from './binaries.ts'
import { CannotStart } from './cannot-start.ts'
import { initialiseOnce } from './initialise.ts'
import {
  type Connection,
  chooseEndpoint,
  connectionTo,
  type Endpoint,
  endpointOf,
  launch,
  untilReady,
} from './launch.ts'
import { type Layout, layOut, removeSocketFolder } from './layout.ts'
import { forget, giveBack, type Lease, othersFallSilent, takeLease, withLock } from './leases.ts'
import { findRunningServer, isServerOn } from './pid-file.ts'
import { identityOf, isAlive, stillRuns } from './running-process.ts'

export type EmbeddedPostgres = Readonly<{
  /** For `pg`: connects as the owner of the schema. */
  connection: Connection
  /** True when the server was already running: another process uses it, or a crash left it behind. */
  adopted: boolean
  /** The server's process now; another one after a restart. */
  processId(): number
  /** Leaves the server; the last process to leave shuts it down. */
  stop(): Promise<void>
}>

export type EmbeddedOptions = Readonly<{
  /** `MINGFU_PG_BIN`: the operating system's server instead of npm's. */
  serverFolder?: string
  /** Listen on loopback with a password, as where there are no Unix sockets. */
  loopback?: boolean
  /** Server settings for this run. */
  settings?: Readonly<Record<string, string>>
  /** Told, in a sentence for the log, that the server died and was started again. */
  onRestart?: (sentence: string) => void
}>

type Server = Readonly<{ pid: number; endpoint: Endpoint; adopted: boolean }>

/**
 * Starts the PostgreSQL that npm brought, below `home`, or joins the one already running there: web process, worker
 * and commands share one server. Restarts it when it dies. Throws `CannotStart` with a sentence for people.
 */
export async function startEmbeddedPostgres(
  home: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  const layout = layOut(home)
  const { lease, first } = await withLock(layout.lock, async () => {
    const lease = takeLease(layout.leases)
    try {
      return { lease, first: await joinOrStart(layout, options) }
    } catch (error) {
      giveBack(lease, layout.leases)
      throw error
    }
  })
  const watch = keepRunning(layout, options, first)
  return {
    connection: connectionTo(first.endpoint, layout),
    adopted: first.adopted,
    processId: () => watch.current().pid,
    stop: once(async () => {
      await watch.end()
      await leave(layout, lease, watch.current(), options)
    }),
  }
}

/** Joins the server that runs, or starts one. Under the lock. */
async function joinOrStart(layout: Layout, options: EmbeddedOptions, again?: Endpoint): Promise<Server> {
  const running = findRunningServer(layout.data)
  if (running !== undefined) {
    const endpoint = endpointOf(running)
    const runs = () => isServerOn(running.pid, layout.data)
    try {
      await untilReady(connectionTo(endpoint, layout), layout, runs)
      return { pid: running.pid, endpoint, adopted: true }
    } catch (error) {
      // It was on its way down when we came; then one is started like any other.
      if (runs()) throw error
    }
  }
  return start(layout, options, again)
}

async function start(layout: Layout, options: EmbeddedOptions, again?: Endpoint): Promise<Server> {
  if (!(await othersFallSilent(layout.leases))) {
    throw new CannotStart(
      `数据目录 ${layout.root} 正被另一台机器或另一个容器使用，不能同时打开。请先停止那一边，或用 MINGFU_HOME 指定另一个目录。`,
    )
  }
  const folder = readyServer(options.serverFolder, layout)
  initialiseOnce(folder, layout)
  rmSync(join(layout.data, 'postmaster.pid'), { force: true })
  const endpoint = again ?? (await chooseEndpoint(layout, options.loopback))
  const child = await launch(folder, layout, endpoint, options.settings ?? {})
  const runs = () => child.exitCode === null && child.signalCode === null
  await untilReady(connectionTo(endpoint, layout), layout, runs)
  return { pid: child.pid ?? 0, endpoint, adopted: false }
}

/** Looks every half second whether the server lives, and starts it again, at growing intervals, when it does not. */
function keepRunning(layout: Layout, options: EmbeddedOptions, first: Server) {
  let server = first
  let ended = false
  let failures = 0
  let work = Promise.resolve()
  let timer = setTimeout(look, 500).unref()

  function look(): void {
    if (ended) return
    // Elsewhere the command line costs a program of its own, too much for twice a second.
    const lives = process.platform === 'linux' ? isServerOn(server.pid, layout.data) : isAlive(server.pid)
    if (!lives && existsSync(layout.root)) work = restart()
    const wait = failures === 0 ? 500 : Math.min(30_000, 500 * 2 ** failures)
    void work.then(() => {
      if (!ended) timer = setTimeout(look, wait).unref()
    })
  }

  async function restart(): Promise<void> {
    try {
      server = await withLock(layout.lock, () => joinOrStart(layout, options, server.endpoint))
      failures = 0
      options.onRestart?.(`数据库进程中断，已经重新启动，详情见 ${layout.log}。`)
    } catch (error) {
      failures += 1
      options.onRestart?.(error instanceof Error ? error.message : String(error))
    }
  }

  return {
    current: () => server,
    async end() {
      ended = true
      clearTimeout(timer)
      await work
    },
  }
}

async function leave(layout: Layout, lease: Lease, server: Server, options: EmbeddedOptions): Promise<void> {
  if (!existsSync(layout.root)) {
    // The folder was taken away under us, and with it everybody else's use.
    forget(lease)
    return shutDown(server, layout, options)
  }
  await withLock(layout.lock, async () => {
    if (giveBack(lease, layout.leases)) await shutDown(server, layout, options)
  })
}

/** Fast shutdown; what does not end within a minute is stopped hard and recovers at the next start. */
async function shutDown({ pid, endpoint }: Server, layout: Layout, options: EmbeddedOptions): Promise<void> {
  if (process.platform === 'win32') {
    const folder = readyServer(options.serverFolder, layout)
    spawnSync(program(folder, 'pg_ctl'), ['stop', '-D', layout.data, '-m', 'fast', '-w'])
  } else {
    const server = identityOf(pid)
    const told = signal(pid, 'SIGINT', layout)
    for (let waited = 0; told && waited < 60_000 && stillRuns(server); waited += 10) await sleep(10)
    signal(pid, 'SIGQUIT', layout)
  }
  if (endpoint.socketFolder !== undefined) removeSocketFolder(endpoint.socketFolder, layout)
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT', { data }: Layout): boolean {
  try {
    return isServerOn(pid, data) && process.kill(pid, name)
  } catch (error) {
    // It ended between the look and the signal, or belongs to somebody else, who will stop it.
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ESRCH' || code === 'EPERM') return false
    throw error
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}
