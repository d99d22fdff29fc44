import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { addressesOf, type ServeParts, serve } from './serve.ts'

const home = mkdtempSync(join(tmpdir(), 'mingfu-serve-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const parts: ServeParts = {
  buildApp: async (runtime) => fastify().get('/', async () => ({ day: runtime.calendar().knownFrom })),
}
const quiet = () => undefined

describe('starting the program', () => {
  it('serves, refuses a second process on the same data, and starts again after it was stopped', async () => {
    const config = readConfig({ MINGFU_HOME: home, PORT: '0' })
    const order: string[] = []
    const serving = await serve(config, { ...parts, seed: async () => void order.push('seed') }, quiet)
    const [address = ''] = serving.addresses
    expect(await (await fetch(address)).json()).toEqual({ day: '2004-01-01' })
    expect(order).toEqual(['seed'])

    await expect(serve(config, parts, quiet)).rejects.toThrow(
      `明府已经在这个数据目录上运行（进程 ${process.pid}，地址 ${address}）。要另开一个，请用 MINGFU_HOME 指定另一个目录，用 PORT 指定另一个端口。`,
    )
    // A worker and commands are welcome beside it.
    const worker = await serve(config, {}, quiet)
    await worker.stop()
    expect((await fetch(address)).status).toBe(200)

    await serving.stop()
    await expect(fetch(address)).rejects.toThrow()
    const again = await serve(config, parts, quiet)
    await again.stop()
  })

  it('says which port is taken, before it touches the data', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    const config = readConfig({ MINGFU_HOME: join(home, 'untouched'), PORT: String(port) })
    await expect(serve(config, parts, quiet)).rejects.toThrow(`端口 ${port} 已被其他程序占用`)
    await new Promise((resolve) => other.close(resolve))
  })

  it('says when the machine has no such address', async () => {
    const config = readConfig({ MINGFU_HOME: join(home, 'untouched'), HOST: '192.0.2.1', PORT: '8600' })
    await expect(serve(config, parts, quiet)).rejects.toThrow('本机没有 HOST 指定的地址 192.0.2.1')
  })
})

describe('the addresses that people are told', () => {
  it.each([
    ['127.0.0.1', 8600, 'http://localhost:8600'],
    ['0.0.0.0', 80, 'http://localhost:80'],
    ['::1', 8600, 'http://[::1]:8600'],
    ['gk.example', 8600, 'http://gk.example:8600'],
  ])('%s', (host, port, address) => {
    expect(addressesOf(host, port)[0]).toBe(address)
  })
})
