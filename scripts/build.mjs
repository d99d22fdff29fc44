// Bundles the program into dist/ (esbuild) and the console into dist/console (Vite); does nothing when no
// source has changed since the last build.
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const PROGRAM = ['law', 'documents', 'report', 'screening', 'contract', 'server', 'cli']
const CONSOLE = ['law', 'contract', 'console']

/** Brings dist/ up to date. `only` builds one half: the program alone is enough for the command line. */
export async function build({ only } = {}) {
  if (only !== 'console') await whenChanged('program', PROGRAM, buildProgram)
  if (only !== 'program') await whenChanged('console', CONSOLE, buildConsole)
}

async function whenChanged(name, packages, work) {
  const stamp = join(dist, `.${name}`)
  const now = fingerprint(packages)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  const began = performance.now()
  process.stderr.write(`正在构建${name === 'console' ? '管理台' : '程序'}……`)
  mkdirSync(dist, { recursive: true })
  await work()
  writeFileSync(stamp, now)
  process.stderr.write(`${((performance.now() - began) / 1000).toFixed(1)} 秒\n`)
}

async function buildProgram() {
  const { build: bundle } = await import('esbuild')
  for (const name of readdirSync(dist))
    if (name.endsWith('.js') || name.endsWith('.map')) rmSync(join(dist, name))
  const workers = PROGRAM.flatMap((name) => sources(join(root, name, 'src'))).filter((file) =>
    file.endsWith('-worker.ts'),
  )
  await bundle({
    entryPoints: [
      { in: join(root, 'cli/src/main.ts'), out: 'mingfu' },
      ...workers.map((file) => ({ in: file, out: basename(file, '.ts') })),
    ],
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    sourcemap: 'linked',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
    plugins: [ourPackagesOnly],
  })
  const { stop } = await import('esbuild')
  await stop()
  copy('server/migrations', 'migrations')
  copy('server/src/portal/static', 'static')
}

/** Our own workspaces are bundled; what npm installed stays outside and is found in node_modules. */
const ourPackagesOnly = {
  name: 'our-packages-only',
  setup(bundler) {
    bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@mingfu/') ? undefined : { path, external: true },
    )
  },
}

async function buildConsole() {
  const { build: bundle } = await import('vite')
  await bundle({
    root: join(root, 'console'),
    configFile: join(root, 'console/vite.config.ts'),
    logLevel: 'warn',
  })
}

function copy(from, to) {
  if (existsSync(join(root, from))) cpSync(join(root, from), join(dist, to), { recursive: true })
}

/** Names, sizes and times of every source file, as one digest. */
function fingerprint(packages) {
  const hash = createHash('sha256')
  for (const name of packages) {
    for (const file of [...sources(join(root, name)), join(root, 'scripts/build.mjs')]) {
      const { mtimeMs, size } = statSync(file)
      hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function sources(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !/[/\\](node_modules|fixtures|testing)([/\\]|$)/.test(entry.parentPath),
    )
    .filter((entry) => !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

// Last, because it runs at once: everything above has to be there.
if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
