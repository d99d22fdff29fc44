import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const BIN = join(import.meta.dirname, '../../cli/bin/mingfu.mjs')

/** The running product, as `npm start` runs it: its own data directory, a free loopback port, its printed logins. */
export type Product = Readonly<{
  url: string
  /** What it printed so far. */
  output(): string
  password(login: string): string
  /** Clean stop by signal; resolves when the process has ended. */
  stop(): Promise<void>
  /** kill -9, as a power cut would: no chance to tidy up. */
  kill(): Promise<void>
  /** Starts it again on the same data. */
  restart(): Promise<void>
  /** Stops it and removes its data. */
  close(): Promise<void>
}>

export async function startProduct(): Promise<Product> {
  const home = mkdtempSync(join(tmpdir(), 'mingfu-product-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let printed = ''
  let child: ChildProcess | undefined

  async function start(): Promise<void> {
    const started = spawn(process.execPath, [BIN, 'start'], {
      env: { ...process.env, MINGFU_HOME: home, PORT: String(port), HOST: '127.0.0.1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    for (const stream of [started.stdout, started.stderr]) {
      stream?.on('data', (chunk) => {
        printed += String(chunk)
      })
    }
    for (let waited = 0; waited < 120_000; waited += 100) {
      if (started.exitCode !== null)
        throw new Error(`the product ended with ${started.exitCode}:\n${printed}`)
      if (await answers(`${url}/readyz`)) return
      await sleep(100)
    }
    throw new Error(`the product did not start:\n${printed}`)
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    ending.kill(signal)
    await ended
  }

  await start()
  return {
    url,
    output: () => printed,
    password(login) {
      const line = printed.split('\n').find((each) => each.trim().startsWith(`${login} `))
      const password = line?.trim().split(/\s+/)[1]
      if (password === undefined) throw new Error(`no password printed for ${login}`)
      return password
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    restart: start,
    async close() {
      // Started once more if it was killed, so that the database it left running is stopped by its own door.
      if (child?.signalCode === 'SIGKILL') await start()
      await end('SIGTERM')
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
