import { open } from 'node:fs/promises'

const AT_ONCE = 32

/** Waits until these files lie on the disc: what a rename shows next must not be empty after a power cut. */
export async function flushFiles(paths: readonly string[]): Promise<void> {
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    await Promise.all(paths.slice(at, at + AT_ONCE).map((path) => flush(path, 'r+')))
  }
}

/** The same for names in folders: a new file, and what a rename exchanged. */
export async function flushFolders(paths: Iterable<string>): Promise<void> {
  for (const path of paths) {
    // Windows flushes no folders, and needs none.
    if (process.platform !== 'win32') await flush(path, 'r')
  }
}

async function flush(path: string, flags: string): Promise<void> {
  const file = await open(path, flags)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
