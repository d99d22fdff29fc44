import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export type StaticFile = Readonly<{ type: string; bytes: Buffer; gzip: Buffer; brotli: Buffer }>

let files: { byName: ReadonlyMap<string, string>; byPath: ReadonlyMap<string, StaticFile> } | undefined

/** The address of a static file, with its digest in the name: it can be kept for ever and changes with its bytes. */
export function assetPath(name: string): string {
  const path = load().byName.get(name)
  if (path === undefined) throw new Error(`no static file ${name}`)
  return path
}

export function findStaticFile(path: string): StaticFile | undefined {
  return load().byPath.get(path)
}

/** Every static file's address; one of them changes when any of the bytes does. */
export function staticPaths(): readonly string[] {
  return [...load().byPath.keys()].sort()
}

/** The text of a static file, for the few that are sent under a name of their own. */
export function assetText(name: string): string {
  return findStaticFile(assetPath(name))?.bytes.toString('utf8') ?? ''
}

function load() {
  if (files !== undefined) return files
  // Beside this file in the source tree, and beside the bundle in dist/.
  const folder = join(import.meta.dirname, 'static')
  const byName = new Map<string, string>()
  const byPath = new Map<string, StaticFile>()
  for (const entry of readdirSync(folder)) {
    const name = entry.replace(/\.d$/, '')
    const bytes = entry === name ? readFileSync(join(folder, name)) : composed(join(folder, entry))
    const extension = extname(name)
    const type = TYPES[extension]
    if (type === undefined) continue
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
    const path = `/assets/${name.slice(0, -extension.length)}.${digest}${extension}`
    byName.set(name, path)
    byPath.set(path, { type, bytes, gzip: gzipSync(bytes), brotli: brotliCompressSync(bytes) })
  }
  files = { byName, byPath }
  return files
}

/** A style sheet that lies in rooms (layout, lists, forms …), in the order of their names, as one file. */
function composed(folder: string): Buffer {
  const rooms = readdirSync(folder).sort()
  return Buffer.from(compact(rooms.map((room) => readFileSync(join(folder, room), 'utf8')).join('')))
}

/** Without comments and without the space that people need; what stands in quotes stays as it is. */
function compact(css: string): string {
  return css
    .replace(/("(?:[^"\\]|\\.)*")|(?:\/\*[\s\S]*?\*\/|\s)+/g, (_all, quoted) => quoted ?? ' ')
    .replace(/("(?:[^"\\]|\\.)*")|;? ?([{}]) ?| ?([;,]) ?/g, (all, quoted, brace, sign) => {
      if (quoted !== undefined) return quoted
      // A last semicolon before a closing brace says nothing; before an opening one there is none.
      return brace ?? sign ?? all
    })
    .trim()
}
