// A page that is not in memory, beside the bare rendering of what was read for it: `node bench/src/portal-rendering.ts`.
// Views are written in TSX, which Node does not read, so they are bundled first as the program is.
import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'dist', `bench-${process.pid}`)
try {
  mkdirSync(folder, { recursive: true })
  await build({
    // The demonstration draws PDF files and previews, which is done in threads of their own.
    entryPoints: [join(import.meta.dirname, 'portal/rendering.ts'), ...workers()],
    outdir: folder,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [
      {
        // What npm installed stays outside, as in the program itself.
        name: 'our-packages-only',
        setup: (bundler) =>
          bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@mingfu/') ? undefined : { path, external: true },
          ),
      },
    ],
  })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  cpSync(join(root, 'server/migrations'), join(folder, 'migrations'), { recursive: true })
  cpSync(join(root, 'server/src/portal/static'), join(folder, 'static'), { recursive: true })
  execFileSync(process.execPath, [join(folder, 'rendering.js')], { stdio: 'inherit' })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function workers(): string[] {
  return globSync('{law,documents,report,screening,contract,server}/src/**/*-worker.ts', { cwd: root }).map(
    (file) => join(root, file),
  )
}
