// `npm run mutate [-- calendar clock …]`: changes the law in small ways, one at a time, and counts how many of the
// changes some test of the law notices. What survives is listed with its line; `law/README.md` keeps the score.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { instrument } from './mutation/instrument.mjs'
import { placesOf } from './mutation/mutants.mjs'
import { root } from './steps.mjs'

const SOURCE = join(root, 'law/src')
const WORK = join(root, 'node_modules/.mutate')
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const EVERYTHING = [
  ...[
    'calendar',
    'clock',
    'request',
    'decision',
    'fee',
    'remedy',
    'disclosure',
    'annual-report',
    'oversight',
  ],
  ...['plain-date.ts', 'citation.ts'],
]
const chosen = folders.length === 0 ? EVERYTHING : folders

rmSync(WORK, { recursive: true, force: true })
const { mutants, tests } = layOut()
console.log(`${mutants.length}处改动，${tests.length}个测试文件`)
await bundle(tests)
const covering = await coverage()
await tryAll()
report()
rmSync(WORK, { recursive: true, force: true })

/** A copy of the law with the mutants asleep in the chosen folders. */
function layOut() {
  let next = 0
  const found = []
  const testFiles = []
  for (const name of globSync('**/*.{ts,json}', { cwd: SOURCE })) {
    const source = readFileSync(join(SOURCE, name), 'utf8')
    const isTest = name.endsWith('.test.ts')
    let code = source
    if (isMutated(name)) {
      const made = instrument(source, placesOf(source), () => next++)
      code = made.code
      found.push(...made.mutants.map((mutant) => ({ ...mutant, was: textOf(source, mutant), file: name })))
    }
    // Tests that read files (do the named functions exist, are the pages up to date) say nothing about behaviour.
    if (isTest && !/from 'node:/.test(source)) testFiles.push(name)
    mkdirSync(dirname(join(WORK, 'src', name)), { recursive: true })
    writeFileSync(join(WORK, 'src', name), code)
  }
  return { mutants: found, tests: testFiles }
}

function textOf(source, { start, end }) {
  return Buffer.from(source).subarray(start, end).toString()
}

/** Behaviour, not data: the days of the notices are compared with a published calendar day by day elsewhere. */
function isMutated(name) {
  const [folder] = name.split(/[/\\]/)
  const isData = /(?:\.test\.ts|\.json)$|[/\\](?:testing|fixtures|notices)[/\\]/.test(name)
  return chosen.includes(folder) && !isData
}

async function bundle(files) {
  await build({
    entryPoints: files.map((name) => join(WORK, 'src', name)),
    outdir: join(WORK, 'bundles'),
    outbase: join(WORK, 'src'),
    bundle: true,
    format: 'iife',
    logLevel: 'error',
    alias: {
      vitest: join(root, 'scripts/mutation/small-vitest.mjs'),
      'fast-check': join(root, 'node_modules/fast-check'),
    },
    plugins: [fewerRuns()],
  })
}

/** Property tests draw fewer histories here. */
function fewerRuns() {
  const small = join(root, 'scripts/mutation/small-fast-check.mjs')
  return {
    name: 'fewer-runs',
    setup({ onResolve }) {
      onResolve({ filter: /^fast-check$/ }, ({ importer }) =>
        importer === small ? undefined : { path: small },
      )
    },
  }
}

function bundleOf(name) {
  return join(WORK, 'bundles', name.replace(/\.ts$/, '.js'))
}

/** Mutant → the test files that reach it, the quickest first. */
async function coverage() {
  const reach = new Map()
  const answers = []
  await overWorkers(
    tests.map((name) => ({ job: 'cover', files: [bundleOf(name)] })),
    (answer) => answers.push(answer),
  )
  for (const { file, ids, milliseconds } of answers.sort((a, b) => a.milliseconds - b.milliseconds)) {
    for (const id of ids) reach.set(id, [...(reach.get(id) ?? []), { file, milliseconds }])
  }
  return reach
}

async function tryAll() {
  const byId = new Map(mutants.map((mutant) => [mutant.id, mutant]))
  const jobs = []
  for (const mutant of mutants) {
    const files = covering.get(mutant.id)
    if (files === undefined) mutant.fate = 'not reached'
    else jobs.push({ job: 'try', id: mutant.id, files })
  }
  let done = 0
  await overWorkers(jobs, ({ id, fate }) => {
    byId.get(id).fate = fate
    done += 1
    if (done % 500 === 0) console.log(`已试${done}/${jobs.length}`)
  })
}

/** Hands jobs to as many workers as the machine has cores; each works on one at a time. */
function overWorkers(jobs, take) {
  const waiting = [...jobs]
  const count = Math.min(availableParallelism(), waiting.length)
  return Promise.all(
    Array.from({ length: count }, () => {
      const worker = new Worker(new URL('./mutation/try-mutants.mjs', import.meta.url))
      return new Promise((resolve, reject) => {
        const give = () => {
          const job = waiting.shift()
          if (job === undefined) resolve(worker.terminate())
          else worker.postMessage(job)
        }
        worker.on('message', (answer) => {
          take(answer)
          give()
        })
        worker.on('error', reject)
        give()
      })
    }),
  )
}

function report() {
  for (const mutant of mutants.filter(({ fate }) => fate === 'survived' || fate === 'not reached')) {
    const { file, line, kind, change, fate } = mutant
    const was = mutant.was.replace(/\s+/g, ' ').slice(0, 70)
    console.log(
      `${fate === 'survived' ? '存活' : '未及'} ${relative('.', join('law/src', file))}:${line}  ${kind}  ${was}  ⇒  ${change.replace(/\s+/g, ' ').slice(0, 70)}`,
    )
  }
  console.log('')
  for (const folder of chosen)
    console.log(
      scoreLine(
        folder,
        mutants.filter(({ file }) => file.startsWith(folder)),
      ),
    )
  console.log(scoreLine('合计', mutants))
}

/** Words for people (a label, a sentence) are counted apart from what the program does. */
function scoreLine(title, some) {
  const share = (mutants) => {
    const caught = mutants.filter(({ fate }) => fate === 'killed' || fate === 'timeout').length
    const percent = ((caught / Math.max(1, mutants.length)) * 100).toFixed(1)
    return `${mutants.length}处改动，发现${caught}处（${percent}%）`
  }
  const words = some.filter(({ kind, was }) => kind === 'text' && /\p{Script=Han}/u.test(was))
  const behaviour = some.filter((mutant) => !words.includes(mutant))
  return `${title}：行为${share(behaviour)}；文字${share(words)}`
}
