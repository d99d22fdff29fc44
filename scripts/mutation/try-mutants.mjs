// A worker: tries mutants against the bundles of the test files that reach them.
import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import { parentPort } from 'node:worker_threads'

/** A mutant that takes so much longer than the tests as they are runs in circles. */
const LONGEST = 20_000
const PATIENCE = 10
const scripts = new Map()
const run = new Script('__run()')
let active = -1
let reached = null

globalThis.__m = (id) => {
  if (reached !== null) reached.add(id)
  return id === active
}

parentPort.on('message', ({ job, id, files }) => {
  parentPort.postMessage(job === 'cover' ? cover(files[0]) : { id, fate: fateOf(id, files) })
})

/** Which mutants a test file reaches, as it stands, and how long it takes. */
function cover(file) {
  active = -1
  reached = new Set()
  const began = performance.now()
  runFile(file)
  const ids = [...reached]
  reached = null
  return { file, ids, milliseconds: performance.now() - began }
}

function fateOf(id, files) {
  active = id
  for (const { file, milliseconds } of files) {
    try {
      runFile(file, Math.max(1_000, Math.ceil(milliseconds * PATIENCE)))
    } catch (error) {
      return error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? 'timeout' : 'killed'
    }
  }
  return 'survived'
}

/** Loads the bundle anew, so that tables built while loading are built by the mutant, and runs its tests. */
function runFile(file, timeout = LONGEST) {
  scripts.set(file, scripts.get(file) ?? new Script(readFileSync(file, 'utf8'), { filename: file }))
  scripts.get(file).runInThisContext({ timeout })
  run.runInThisContext({ timeout })
}
