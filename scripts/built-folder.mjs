// Where builds lie: each in a folder of its own, named for its sources, and never changed once it is there.
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

const KEPT = 3
const HOUR_MS = 3_600_000

/**
 * The folder of this build below `dist`; made by `work` when it is not there, and named in `dist/<name>.current`.
 *
 * Two commands of one clone may build at the same moment, and a program that runs loads parts of itself later on. So a
 * build appears whole, by renaming, and takes nothing away from older ones that may still run; no lock is needed, and
 * none can be left behind.
 */
export async function builtFolder(dist, name, fingerprint, work) {
  const label = `${name}-${fingerprint.slice(0, 16)}`
  const folder = join(dist, label)
  if (!existsSync(folder)) {
    const unfinished = join(dist, `.${label}-${randomBytes(4).toString('hex')}`)
    mkdirSync(unfinished, { recursive: true })
    try {
      await work(unfinished)
      appear(unfinished, folder)
    } finally {
      rmSync(unfinished, { recursive: true, force: true })
    }
  }
  if (current(dist, name) !== label) {
    const note = join(dist, `.${name}-${randomBytes(4).toString('hex')}`)
    writeFileSync(note, label)
    renameSync(note, currentFile(dist, name))
    const now = new Date()
    utimesSync(folder, now, now)
    sweep(dist, name)
  }
  return folder
}

/** Whoever comes second finds the same build there and drops its own. */
function appear(unfinished, folder) {
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}

function current(dist, name) {
  try {
    return readFileSync(currentFile(dist, name), 'utf8')
  } catch {
    return undefined
  }
}

function currentFile(dist, name) {
  return join(dist, `${name}.current`)
}

/** Keeps the last builds, for programs that still run from them, and drops what an interrupted one left. */
function sweep(dist, name) {
  const entries = readdirSync(dist).map((entry) => ({ entry, at: changedAt(join(dist, entry)) }))
  const builds = entries.filter(({ entry }) => entry.startsWith(`${name}-`)).sort((a, b) => b.at - a.at)
  const left = entries.filter(({ entry, at }) => entry.startsWith('.') && Date.now() - at > HOUR_MS)
  for (const { entry } of [...builds.slice(KEPT), ...left]) {
    rmSync(join(dist, entry), { recursive: true, force: true })
  }
}

function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
