import { type UnzipFileInfo, unzipSync } from 'fflate'
import { CannotDo } from '../exit-code.ts'

/** A bundle unpacked: its list as it stands, the bytes of its list, and every file that is in it. */
export type OpenedBundle = Readonly<{
  kind: string
  list: Readonly<Record<string, unknown>>
  listBytes: Uint8Array
  files: ReadonlyMap<string, Uint8Array>
  /** Names that occur more than once: what one program shows, another may not. */
  repeated: readonly string[]
}>

const LIST = 'bundle.json'
const LARGEST = 4 * 1024 ** 3

/** Opens a bundle and tells of what kind it is; says in one sentence why it is none. */
export function readBundle(name: string, bytes: Uint8Array): OpenedBundle {
  const seen = new Map<string, number>()
  let total = 0
  const watch = (file: UnzipFileInfo) => {
    seen.set(file.name, (seen.get(file.name) ?? 0) + 1)
    total += file.originalSize
    if (total > LARGEST) throw new CannotDo(`${name} 展开后超过4 GB，不予打开`)
    return true
  }
  let unpacked: Record<string, Uint8Array>
  try {
    unpacked = unzipSync(bytes, { filter: watch })
  } catch (error) {
    if (error instanceof CannotDo) throw error
    throw new CannotDo(`${name} 不是完整的压缩包，可能在传送中损坏，请重新取得`)
  }
  const files = new Map(Object.entries(unpacked).filter(([path]) => !path.endsWith('/')))
  const listBytes = files.get(LIST)
  if (listBytes === undefined) throw new CannotDo(`${name} 中没有清单 ${LIST}，不是明府生成的材料`)
  files.delete(LIST)
  const list = parse(name, listBytes)
  const repeated = [...seen].filter(([, times]) => times > 1).map(([path]) => path)
  return { kind: String(list.kind), list, listBytes, files, repeated }
}

function parse(name: string, bytes: Uint8Array): Readonly<Record<string, unknown>> {
  let list: unknown
  try {
    list = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new CannotDo(`${name} 的清单 ${LIST} 已经损坏，无法核对`)
  }
  const known =
    list !== null && typeof list === 'object' && 'format' in list && list.format === 'mingfu-bundle'
  if (!known) throw new CannotDo(`${name} 的清单 ${LIST} 不是明府的格式，无法核对`)
  return list as Readonly<Record<string, unknown>>
}
