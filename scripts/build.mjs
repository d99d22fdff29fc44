// Bundles the program (esbuild) and the console (Vite) below dist/; does nothing when no source has changed since
// the last build.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { builtFolder } from './built-folder.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const PROGRAM = ['law', 'documents', 'report', 'screening', 'contract', 'server', 'cli']
const CONSOLE = ['law', 'contract', 'console']

/** Brings dist/ up to date and gives the address of the program. Its console is left out where nobody will see it. */
export async function build({ withConsole = true } = {}) {
  try {
    const program = await whenChanged('program', PROGRAM, buildProgram)
    if (withConsole) await whenChanged('console', CONSOLE, buildConsole)
    return pathToFileURL(join(program, 'mingfu.js')).href
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EPERM' && error.code !== 'EROFS') throw error
    console.error(`当前用户不能写入 ${error.path ?? dist}，程序没有构建成。请用原来的用户运行。`)
    process.exit(2)
  }
}

function whenChanged(name, packages, work) {
  return builtFolder(dist, name, fingerprint(packages), async (folder) => {
    const began = performance.now()
    process.stderr.write(`正在构建${name === 'console' ? '管理台' : '程序'}……`)
    await work(folder)
    process.stderr.write(`${((performance.now() - began) / 1000).toFixed(1)} 秒\n`)
  })
}

async function buildProgram(folder) {
  const { build: bundle, stop } = await import('esbuild')
  const workers = PROGRAM.flatMap((name) => sources(join(root, name, 'src'))).filter((file) =>
    file.endsWith('-worker.ts'),
  )
  await bundle({
    entryPoints: [
      { in: join(root, 'cli/src/main.ts'), out: 'mingfu' },
      ...workers.map((file) => ({ in: file, out: basename(file, '.ts') })),
    ],
    outdir: folder,
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
  await stop()
  cpSync(join(root, 'server/migrations'), join(folder, 'migrations'), { recursive: true })
  cpSync(join(root, 'server/src/portal/static'), join(folder, 'static'), { recursive: true })
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

async function buildConsole(folder) {
  const { build: bundle } = await import('vite')
  await bundle({
    root: join(root, 'console'),
    configFile: join(root, 'console/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  })
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
