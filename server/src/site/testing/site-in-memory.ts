import type { Runtime } from '../../runtime.ts'
import { type ExportSite, exportSite } from '../export-site.ts'

export type Tree = Map<string, Buffer>

/** A static site as a map from path to bytes; with the last one, an incremental export. */
export async function exportedTree(
  runtime: Runtime,
  options: Partial<ExportSite> & Pick<ExportSite, 'url'>,
  last: Tree = new Map(),
) {
  const tree: Tree = new Map()
  const put: string[] = []
  const done = await exportSite(runtime, {
    put: async (path, bytes) => {
      put.push(path)
      tree.set(path, Buffer.from(bytes))
    },
    keep: async (path) => {
      const bytes = last.get(path)
      if (bytes === undefined) throw new Error(`nothing kept at ${path}`)
      tree.set(path, bytes)
    },
    ...options,
  })
  return { ...done, tree: done.changed ? tree : last, put }
}

/** Paths that are in one tree alone, or differ by a byte. */
export function differences(a: Tree, b: Tree): readonly string[] {
  const paths = new Set([...a.keys(), ...b.keys()])
  return [...paths].filter((path) => !a.get(path)?.equals(b.get(path) ?? Buffer.from('\0none'))).sort()
}
