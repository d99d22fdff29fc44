import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'

const MEGABYTE = 1024 * 1024

/** What an application may bring along; said on the form in the same words. */
export const ATTACHMENT_LIMITS = {
  files: 5,
  bytes: 10 * MEGABYTE,
  text: '附件不超过5个，每个不超过10兆字节，格式为 PDF、OFD、Word、JPG 或者 PNG',
} as const

type FileType = Readonly<{ mediaType: string; startsWith: readonly (readonly number[])[] }>

const PDF = [0x25, 0x50, 0x44, 0x46]
const ZIP = [0x50, 0x4b]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** Types that are taken, by the end of the name and the first bytes: a name alone proves nothing. */
const TYPES: Readonly<Record<string, FileType>> = {
  pdf: { mediaType: 'application/pdf', startsWith: [PDF] },
  ofd: { mediaType: 'application/ofd', startsWith: [ZIP] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    startsWith: [ZIP],
  },
  doc: { mediaType: 'application/msword', startsWith: [OLE] },
  jpg: { mediaType: 'image/jpeg', startsWith: [[0xff, 0xd8, 0xff]] },
  jpeg: { mediaType: 'image/jpeg', startsWith: [[0xff, 0xd8, 0xff]] },
  png: { mediaType: 'image/png', startsWith: [[0x89, 0x50, 0x4e, 0x47]] },
}

export type UploadedFile = Readonly<{ name: string; bytes: Uint8Array }>

/** A file that lies sealed in the store and waits to be entered into a case. */
export type KeptFile = Readonly<{
  name: string
  mediaType: string
  sizeBytes: number
  sha256: string
  sm3: string
}>

/** 附件: checks a file and keeps it sealed. Throws `Invalid` with the sentence that the form shows. */
export async function keepAttachment(ctx: Context, file: UploadedFile): Promise<KeptFile> {
  allow(ctx.actor, ctx.actor.kind === 'staff' ? 'read-requests' : 'file-request')
  const type = typeOf(file)
  return { name: plainName(file.name), mediaType: type.mediaType, ...(await keepSealed(ctx, file.bytes)) }
}

function typeOf({ name, bytes }: UploadedFile): FileType {
  const shown = plainName(name)
  if (bytes.byteLength > ATTACHMENT_LIMITS.bytes) {
    throw new Invalid(`“${shown}”超过10兆字节，请压缩或者分成几个文件后再上传`)
  }
  if (bytes.byteLength === 0) throw new Invalid(`“${shown}”是空文件，请核对后重新上传`)
  const type = TYPES[shown.slice(shown.lastIndexOf('.') + 1).toLowerCase()]
  if (type === undefined) {
    throw new Invalid(`“${shown}”的格式不能接收，请换成 PDF、OFD、Word、JPG 或者 PNG 文件`)
  }
  const fits = type.startsWith.some((start) => start.every((byte, at) => bytes[at] === byte))
  if (!fits) throw new Invalid(`“${shown}”的内容与文件格式不符，可能已经损坏，请重新生成后再上传`)
  return type
}

/** Without folders and control characters, and not too long for a file system. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .normalize('NFC')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
  return clean.length <= 100 ? clean : `${clean.slice(0, 80)}…${clean.slice(-19)}`
}

/** Puts bytes into the store so that the store cannot read them. The size is that of the plain bytes. */
export async function keepSealed(
  ctx: Context,
  bytes: Uint8Array,
): Promise<Omit<KeptFile, 'name' | 'mediaType'>> {
  const sealed = ctx.seal.seal(Buffer.from(bytes).toString('base64'))
  const { sha256, sm3 } = await ctx.files.put(sealed)
  return { sha256, sm3, sizeBytes: bytes.byteLength }
}

export async function openSealed(ctx: Context, sha256: string): Promise<Uint8Array | undefined> {
  const sealed = await ctx.files.find(sha256)
  return sealed === undefined ? undefined : Buffer.from(ctx.seal.open(Buffer.from(sealed)), 'base64')
}
