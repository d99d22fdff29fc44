import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './db/embedded/cannot-start.ts'
import { makeHome } from './db/embedded/make-home.ts'
import { identityOf, stillRuns } from './db/embedded/running-process.ts'

/** The claim of one web process on a data directory; it says where to find the page that is already there. */
export type Instance = Readonly<{ announce(addresses: readonly string[]): void; release(): void }>

type Claim = Readonly<{ process: string; addresses: readonly string[] }>

/** Claims the data directory for this web process. Throws `CannotStart` when another one serves it already. */
export function claimInstance(home: string): Instance {
  const file = join(home, 'serving.json')
  const write = (addresses: readonly string[], flag?: 'wx') => {
    const claim: Claim = { process: identityOf(process.pid), addresses }
    writeFileSync(file, JSON.stringify(claim), flag === undefined ? {} : { flag })
  }
  makeHome(home)
  try {
    write([], 'wx')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const other = readClaim(file)
    if (other !== undefined && stillRuns(other.process)) throw new CannotStart(alreadyRunning(other))
    write([])
  }
  return { announce: write, release: () => rmSync(file, { force: true }) }
}

function alreadyRunning({ process, addresses }: Claim): string {
  const pid = process.split(' ')[0]
  const where = addresses.length === 0 ? '正在启动' : `地址 ${addresses.join('、')}`
  return `明府已经在这个数据目录上运行（进程 ${pid}，${where}）。要另开一个，请用 MINGFU_HOME 指定另一个目录，用 PORT 指定另一个端口。`
}

function readClaim(file: string): Claim | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Claim
  } catch {
    // Written half, by a process that then died, or just being written by one that will say so itself.
    return undefined
  }
}
