// The demonstration's portal as files: pages a second, beside copying the same bytes from disk to disk.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const work = mkdtempSync(join(tmpdir(), 'mingfu-bench-'))
const out = join(work, 'site')
try {
  mingfu('demo', '--json')
  // The first one also starts the database and builds the program; what a run costs without work is taken off.
  mingfu('site', 'export', out, '--json')
  const idle = timed(() => mingfu('site', 'export', out, '--json'))
  let exported = { pages: 0, rendered: 0, files: 0 }
  const full = timed(() => {
    exported = JSON.parse(mingfu('site', 'export', out, '--full', '--json'))
  })
  const copied = timed(() =>
    cpSync(join(out, 'current/'), join(work, 'copy'), { recursive: true, dereference: true }),
  )
  const seconds = Math.max(0.001, (full - idle) / 1000)
  console.log(`${exported.rendered} pages and downloads, ${exported.files} files with .gz and .br`)
  console.log(
    `rendered, compressed, written      ${seconds.toFixed(2)} s, ${(exported.rendered / seconds).toFixed(0)} a second`,
  )
  console.log(`nothing changed, with starting     ${(idle / 1000).toFixed(2)} s`)
  console.log(`the same files copied              ${(copied / 1000).toFixed(2)} s`)
} finally {
  rmSync(work, { recursive: true, force: true })
}

function mingfu(...args: readonly string[]): string {
  const env = { ...process.env, MINGFU_HOME: join(work, 'home') }
  const program = join(import.meta.dirname, '../../cli/bin/mingfu.mjs')
  return execFileSync('node', [program, ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
