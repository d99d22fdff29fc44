import { unzipSync } from 'fflate'
import { UnreadableFile } from './unreadable-file.ts'

/** Parts of an office file, by path. */
export type ArchiveParts = Readonly<Record<string, Uint8Array>>

/** A part that unpacks to more than this is no annual report. */
const LARGEST_PART = 80_000_000
const LARGEST_TOTAL = 150_000_000
const MOST_PARTS = 20_000

const BROKEN = '文件已损坏或没有传完整，请重新取得文件后再试'

/** The parts of a zip file that `wanted` names. Refuses archives that unpack to an unreasonable size. */
export function openArchive(bytes: Uint8Array, wanted: (path: string) => boolean): ArchiveParts {
  let total = 0
  let parts = 0
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        if (++parts > MOST_PARTS) throw tooLarge()
        if (!wanted(file.name)) return false
        total += file.originalSize
        if (file.originalSize > LARGEST_PART || total > LARGEST_TOTAL) throw tooLarge()
        return true
      },
    })
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile(BROKEN)
  }
}

/** The paths of a zip file and what they unpack to, without unpacking them. */
export function listArchive(bytes: Uint8Array): readonly Readonly<{ path: string; size: number }>[] {
  const found: { path: string; size: number }[] = []
  try {
    unzipSync(bytes, {
      filter: (file) => {
        found.push({ path: file.name, size: file.originalSize })
        if (found.length > MOST_PARTS) throw tooLarge()
        return false
      },
    })
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile(BROKEN)
  }
  if (found.reduce((sum, part) => sum + part.size, 0) > LARGEST_TOTAL) throw tooLarge()
  return found
}

function tooLarge(): UnreadableFile {
  return new UnreadableFile('文件解压后过大，不像是年度报告，没有读取')
}
