import { unzipSync } from 'fflate'

export type ArchiveParts = Readonly<Record<string, Uint8Array>>

const LARGEST_PART = 60_000_000
const LARGEST_TOTAL = 200_000_000
const MOST_PARTS = 20_000

/** A file that cannot be looked into, with the sentence for people. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

/** The parts of a zip file. Refuses what unpacks to an unreasonable size: a bomb is not screened, and not let pass. */
export function openArchive(bytes: Uint8Array): ArchiveParts {
  let total = 0
  let parts = 0
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize
        parts += 1
        if (parts > MOST_PARTS || originalSize > LARGEST_PART || total > LARGEST_TOTAL)
          throw new UnreadableFile('文件解压后过大，没有检查，请拆分后再试')
        return true
      },
    })
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile('文件已损坏或者没有传完整，请重新取得文件后再试')
  }
}

export function partText(parts: ArchiveParts, path: string): string | undefined {
  const part = parts[path]
  return part && new TextDecoder().decode(part)
}
