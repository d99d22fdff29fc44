// `npm run pack-law [-- folder]`: makes the law a package of its own, JavaScript with types, for whoever wants the
// statute without the platform.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './steps.mjs'

const bin = join(root, 'node_modules/.bin')

/** Builds the package into `folder`, which is emptied first. Throws with what the compiler said. */
export function buildLaw(folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const compiled = spawnSync(
    join(bin, 'tsc'),
    [
      ...[
        '-p',
        'law',
        '--noEmit',
        'false',
        '--declaration',
        'true',
        '--rewriteRelativeImportExtensions',
        'true',
      ],
      ...['--rootDir', 'law/src', '--outDir', join(folder, 'lib')],
    ],
    { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' },
  )
  if (compiled.status !== 0) throw new Error(compiled.stdout + compiled.stderr)
  for (const name of globSync('lib/**/*.d.ts', { cwd: folder })) {
    const file = join(folder, name)
    // The compiler rewrites what runs; what is only read keeps the names of the sources.
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/(from '\.{1,2}\/[^']+)\.ts'/g, "$1.js'"))
  }
  const { name, version, license, description } = JSON.parse(
    readFileSync(join(root, 'law/package.json'), 'utf8'),
  )
  const manifest = {
    ...{ name, version, description, license, type: 'module', sideEffects: false },
    exports: { '.': { types: './lib/index.d.ts', default: './lib/index.js' } },
    files: ['lib', 'README.md'],
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const readme = join(root, 'law/README.md')
  if (existsSync(readme)) copyFileSync(readme, join(folder, 'README.md'))
}

/** Packs a built folder; answers the archive. */
export function pack(folder, into) {
  const packed = spawnSync('npm', ['pack', '--silent', '--pack-destination', into], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (packed.status !== 0) throw new Error(packed.stdout + packed.stderr)
  return join(into, packed.stdout.trim().split('\n').at(-1))
}

const asked = process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]
if (asked) {
  const folder = resolve(process.argv[2] ?? 'law/dist')
  buildLaw(folder)
  console.log(pack(folder, folder))
}
