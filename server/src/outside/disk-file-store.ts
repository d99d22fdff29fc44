import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { newId } from '../db/new-id.ts'
import type { FileStore } from '../services/file-store.ts'

/** 文件库 on a disk: each content once, under its SHA-256, written whole and synced before it is acknowledged. */
export function diskFileStore(folder: string): FileStore {
  // One level of folders: each new one costs a write of its parent before the file is safe, and 256 are soon all there.
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  const earlierPathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const sm3 = createHash('sm3').update(bytes).digest('hex')
      const path = pathOf(sha256)
      const temporary = `${path}.${newId()}`
      const { file, made } = await create(temporary)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      try {
        await rename(temporary, path)
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
      await syncFolders(dirname(path), made)
      return { sha256, sm3, sizeBytes: bytes.byteLength }
    },
    async find(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
      return (await readIfThere(pathOf(sha256))) ?? readIfThere(earlierPathOf(sha256))
    },
    async *list() {
      for await (const path of filesBelow(folder)) {
        const sha256 = basename(path)
        if (!/^[0-9a-f]{64}$/.test(sha256)) continue
        const { mtime } = await stat(path)
        yield { sha256, keptAt: mtime }
      }
    },
    async remove(sha256, sure) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return
      for (const path of [pathOf(sha256), earlierPathOf(sha256)]) {
        const aside = `${path}.going`
        if (!(await renameIfThere(path, aside))) continue
        // Never over a content that came back under the same name meanwhile: it is the same.
        if (await sure()) await rm(aside, { force: true })
        else await rename(aside, path)
      }
    },
  }
}

/** A new file; its folder is made only when it is not there, which is soon never. */
async function create(path: string): Promise<Readonly<{ file: FileHandle; made: string | undefined }>> {
  try {
    return { file: await open(path, 'wx', 0o600), made: undefined }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    return { file: await open(path, 'wx', 0o600), made }
  }
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else yield path
  }
}

async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** A name survives a power cut only when its folder is synced, and so for each folder that was just made. */
async function syncFolders(folder: string, firstMade: string | undefined): Promise<void> {
  await syncFolder(folder)
  if (firstMade === undefined) return
  for (let at = folder; at.length >= firstMade.length; at = dirname(at)) await syncFolder(dirname(at))
}

/** Windows has no such call, and its file system keeps names in a journal. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
