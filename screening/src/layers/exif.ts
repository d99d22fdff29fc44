import { decodeText } from './decode-text.ts'
import { addPlace, addText, type FileLayers } from './layer.ts'

/** Tags of TIFF and EXIF whose value people or cameras fill with words. XP… are Windows' own, in UTF-16. */
const NAMES: Readonly<Record<number, string>> = {
  269: '文件名',
  270: '图片说明',
  315: '作者',
  316: '计算机名',
  33432: '版权',
  37510: '用户注释',
  40091: '标题',
  40092: '备注',
  40093: '作者',
  40094: '关键词',
  40095: '主题',
  42032: '相机所有者',
  42016: '图片编号',
}
/** Types 2 and 129: text, whatever the tag that a camera or a program made up for it. */
const isText = (type: number) => type === 2 || type === 129
const IPTC = 33723
const BELOW = { exif: 0x8769, gps: 0x8825, interop: 0xa005 } as const
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8] as const

/** EXIF: the words of every directory as text, and the place where the picture was taken as a thing to remove. */
export function readExif(layers: FileLayers, tiff: Buffer): void {
  const little = tiff.subarray(0, 2).toString('latin1') === 'II'
  if (!little && tiff.subarray(0, 2).toString('latin1') !== 'MM') return
  const u16 = (at: number) =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const u32 = (at: number) =>
    at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)
  const seen = new Set<number>()

  function directory(start: number): void {
    if (start === 0 || start + 2 > tiff.length || seen.has(start)) return
    seen.add(start)
    const count = Math.min(u16(start), 500)
    for (let index = 0; index < count; index++) {
      const at = start + 2 + index * 12
      const tag = u16(at)
      const size = (SIZES[u16(at + 2)] ?? 1) * u32(at + 4)
      const value = size <= 4 ? at + 8 : u32(at + 8)
      if (tag === BELOW.gps) gps(u32(at + 8))
      else if (tag === BELOW.exif || tag === BELOW.interop) directory(u32(at + 8))
      else if (size > 0 && (NAMES[tag] !== undefined || isText(u16(at + 2))))
        addText(layers, `图片信息（${NAMES[tag] ?? '其他'}）`, words(tag, tiff.subarray(value, value + size)))
      else if (tag === IPTC && size > 0)
        addText(layers, '图片信息（IPTC）', decodeText(tiff.subarray(value, value + size)))
    }
    directory(u32(start + 2 + count * 12))
  }

  /** Latitude and longitude are tags 2 and 4: three fractions each. */
  function gps(start: number): void {
    const degrees: string[] = []
    for (let index = 0; index < Math.min(u16(start), 50); index++) {
      const at = start + 2 + index * 12
      const tag = u16(at)
      if (tag !== 2 && tag !== 4) continue
      const value = u32(at + 8)
      degrees.push(`${Math.floor(u32(value) / Math.max(1, u32(value + 4)))}°**′`)
    }
    if (degrees.length > 0) addPlace(layers, degrees.join(' '))
  }

  directory(u32(4))
}

function words(tag: number, bytes: Buffer): string {
  if (tag >= 0x9c9b && tag <= 0x9c9f) return new TextDecoder('utf-16le').decode(bytes).replaceAll('\0', '')
  // The comment of the user begins with eight bytes that say how it is written.
  const coded =
    tag === 0x9286
      ? /^(?:UNICODE\0|ASCII\0{3}|JIS\0{5}|\0{8})/.exec(bytes.subarray(0, 8).toString('latin1'))
      : null
  return decodeText(coded === null ? bytes : bytes.subarray(8)).replaceAll('\0', '')
}
