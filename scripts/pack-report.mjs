// Builds @mingfu/report as a package that stands alone: one bundle with the law and the documents inside, its workers
// beside it, types for every export, and the npm packages it needs named in its package.json.
//   node scripts/pack-report.mjs [FOLDER]     (dist/report-package unless told)
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, stop } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const PARTS = ['law', 'documents', 'report']

export async function packReport(folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await bundle(folder)
  types(folder)
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`)
  for (const name of ['report/README.md', 'LICENSE']) {
    try {
      cpSync(join(root, name), join(folder, basename(name)))
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
    }
  }
}

async function bundle(folder) {
  const workers = ['report', 'documents'].flatMap((part) =>
    readdirSync(join(root, part, 'src'), { recursive: true })
      .filter((name) => name.endsWith('-worker.ts'))
      .map((name) => join(root, part, 'src', name)),
  )
  await build({
    entryPoints: [
      { in: join(root, 'report/src/index.ts'), out: 'index' },
      ...workers.map((file) => ({ in: file, out: basename(file, '.ts') })),
    ],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    plugins: [
      {
        name: 'our-packages-only',
        setup: (bundler) =>
          bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@mingfu/') ? undefined : { path, external: true },
          ),
      },
    ],
  })
  await stop()
}

/** Declarations as the compiler writes them, their imports turned to what lies in the package. */
function types(folder) {
  const out = join(folder, 'types')
  const config = join(mkdtempSync(join(root, 'node_modules/.pack-')), 'tsconfig.json')
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        outDir: out,
        rootDir: root,
        typeRoots: [join(root, 'node_modules/@types')],
        // Found as our own sources, so that their declarations are written too.
        paths: Object.fromEntries(
          PARTS.map((part) => [`@mingfu/${part}`, [join(root, part, 'src/index.ts')]]),
        ),
      },
      include: [],
      files: [
        ...PARTS.map((part) => join(root, part, 'src/index.ts')),
        join(root, 'report/src/read/pdfjs-worker.d.ts'),
      ],
    }),
  )
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
  } finally {
    rmSync(dirname(config), { recursive: true, force: true })
  }
  for (const name of readdirSync(out, { recursive: true }).filter((each) => each.endsWith('.d.ts'))) {
    const file = join(out, name)
    const text = readFileSync(file, 'utf8')
      .replaceAll(/(from |import\()(['"])(\.[^'"]*)\.ts\2/g, '$1$2$3.js$2')
      .replaceAll(/(from |import\()(['"])@mingfu\/(\w+)\2/g, (_all, before, quote, part) => {
        const target = relative(dirname(file), join(out, part, 'src/index.js')).replaceAll('\\', '/')
        return `${before}${quote}${target.startsWith('.') ? target : `./${target}`}${quote}`
      })
    writeFileSync(file, text)
  }
}

function manifest() {
  const parts = PARTS.map((part) => JSON.parse(readFileSync(join(root, part, 'package.json'), 'utf8')))
  const own = parts.at(-1)
  const needed = parts.flatMap(({ dependencies = {} }) => Object.entries(dependencies))
  return {
    name: own.name,
    version: own.version,
    description: '读取、核验、编制、汇总、比较和转换政府信息公开工作年度报告',
    license: own.license,
    type: 'module',
    engines: { node: '>=20' },
    exports: { '.': { types: './types/report/src/index.d.ts', default: './index.js' } },
    dependencies: Object.fromEntries(needed.filter(([name]) => !name.startsWith('@mingfu/')).sort()),
  }
}

// Last, because it runs at once: everything above has to be there.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = resolve(process.argv[2] ?? join(root, 'dist/report-package'))
  await packReport(folder)
  console.log(`已写入${folder}`)
}
