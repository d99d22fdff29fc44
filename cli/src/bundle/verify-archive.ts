import type { OpenedBundle } from './read-bundle.ts'
import { addedFaults, type BundleCheck, fault, fileFaults, type Listed } from './verify-evidence.ts'

type ArchiveList = Readonly<{
  agency: string
  title: string
  indexNumber: string | null
  contentDigest: string
  metadata: Readonly<Record<string, unknown>>
  files: readonly Listed[]
}>

/** What every package holds, whichever document it is of. */
const ALWAYS = ['正文/正文.html', '正文/正文.pdf', '元数据.json', '审查记录.json', '发布经过.json']

/** 核对归档包: files against the list, nothing left out and nothing put in, and the metadata as the list has them. */
export function verifyArchive({ list, files, repeated }: OpenedBundle): BundleCheck {
  const { agency, title, indexNumber, metadata, files: listed } = list as ArchiveList
  const paths = listed.map(({ path }) => path)
  const kept = new TextDecoder().decode(files.get('元数据.json'))
  return {
    title: `${agency}《${title}》${indexNumber === null ? '' : `（${indexNumber}）`}`,
    files: listed.length,
    events: 0,
    faults: [
      ...repeated.map((path) => fault('repeated', path, '在压缩包中出现多次')),
      ...listed.flatMap((one) => fileFaults(one, files.get(one.path))),
      ...addedFaults(listed, files),
      ...ALWAYS.filter((path) => !paths.includes(path)).map((path) =>
        fault('list', path, '清单没有列入，归档包不完整'),
      ),
      ...(sameValue(kept, metadata) ? [] : [fault('list', '元数据.json', '与清单上的元数据不一致')]),
    ],
  }
}

function sameValue(text: string, value: unknown): boolean {
  try {
    return JSON.stringify(JSON.parse(text)) === JSON.stringify(value)
  } catch {
    return false
  }
}
