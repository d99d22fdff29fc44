// The first step of `npm start` and `npm test`. It runs on whatever Node the machine has (20 or newer) before
// anything is installed, so it uses nothing but Node itself; everything after it runs on the pinned Node 24.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const STAMP = join(root, 'node_modules', '.mingfu-installed')
const LOCK = join(root, '.installing')
const NEEDED = 24

const [command = 'start', ...rest] = process.argv.slice(2)
await installIfNeeded()
await run(command, rest)

/** Installs what package-lock.json names, once: a stamp in node_modules remembers which lock file it was. */
async function installIfNeeded() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const installed = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock
  if (installed()) return
  await alone(() => {
    if (installed()) return
    console.error('正在安装所需的软件包，首次约需一至三分钟……')
    if (npmCi() !== 0) stop('软件包没有装好。请检查网络能否访问软件包仓库，再运行一次同样的命令。')
    writeFileSync(STAMP, lock)
  })
}

function npmCi() {
  const npm = process.env.npm_execpath
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund']
  const child = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  return child.status
}

/** Two commands of one clone must not install over each other: the second waits until the first is done. */
async function alone(work) {
  for (let told = false; !takeLock(); told = true) {
    if (!told) console.error('另一个命令正在安装软件包，等它完成……')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const letGo = () => rmSync(LOCK, { force: true })
  process.on('exit', letGo)
  work()
  process.off('exit', letGo)
  letGo()
}

function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') return stop(`当前用户不能写入 ${root}，软件包不能安装。请用原来的用户运行。`)
    if (holderIsGone()) rmSync(LOCK, { force: true })
    return false
  }
}

/** Left by a command that was killed, then. One just made may have no number in it yet. */
function holderIsGone() {
  try {
    const holder = Number(readFileSync(LOCK, 'utf8'))
    if (holder === 0) return Date.now() - statSync(LOCK).mtimeMs > 5_000
    process.kill(holder, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

async function run(name, args) {
  const script = join(root, 'scripts', `${name}.mjs`)
  if (!existsSync(script)) stop(`没有“${name}”这个命令。`)
  if (major() >= NEEDED) {
    if (name === 'start') whenNpmIsGone(() => process.kill(process.pid, 'SIGTERM'))
    process.argv = [process.argv[0], script, ...args]
    await import(pathToFileURL(script).href)
    return
  }
  const bin = join(root, 'node_modules', '.bin')
  const child = spawn(pinnedNode(), [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (name === 'start') whenNpmIsGone(() => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1)
  })
}

/** npm does not hand a SIGTERM on to what it started; whoever stops `npm start` means the product. */
function whenNpmIsGone(stopToo) {
  if (process.env.npm_lifecycle_event !== 'start') return
  const npm = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(watch)
    stopToo()
  }, 500)
  watch.unref()
}

function pinnedNode() {
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const system = { linux: 'linux', win32: 'win' }[process.platform]
  const node = join(root, 'node_modules', `node-${system}-${process.arch}`, file)
  if (system && existsSync(node)) return node
  return stop(
    `明府需要 Node ${NEEDED} 或更新的版本，现在是 ${process.version}。请从 Node.js 官方网站安装 Node ${NEEDED} LTS 后再运行。`,
  )
}

function major() {
  return Number(process.versions.node.split('.')[0])
}

function stop(sentence) {
  console.error(sentence)
  process.exit(2)
}
