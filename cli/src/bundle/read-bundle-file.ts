import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { CannotDo } from '../exit-code.ts'
import { type OpenedBundle, readBundle } from './read-bundle.ts'

/** A bundle from the disk, with its own bytes. */
export function readBundleFile(file: string): Readonly<{ bundle: OpenedBundle; bytes: Uint8Array }> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    throw new CannotDo(`读不了文件 ${file}，请核对路径`)
  }
  return { bundle: readBundle(basename(file), bytes), bytes }
}
