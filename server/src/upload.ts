import type {} from '@fastify/multipart'
import { FILE_KINDS, type FileKind, fileKindOf } from '@mingfu/contract'
import type { FastifyRequest } from 'fastify'
import { Invalid } from './errors.ts'

/** An uploaded file, whole: uploads are small (20 MB) and are kept before anything looks into them. */
export type Upload = Readonly<{ field: string; name: string; mediaType: string; bytes: Uint8Array }>

/**
 * Reads a `multipart/form-data` body, for API and portal alike. Throws `Invalid` with a sentence on the field when a
 * file is empty, of a kind that is not taken, or not what its name says.
 */
export async function readForm(
  request: FastifyRequest,
  kinds: readonly FileKind[] = FILE_KINDS,
): Promise<{ fields: Record<string, unknown>; files: readonly Upload[] }> {
  const fields = new Map<string, unknown>()
  const files: Upload[] = []
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      const before = fields.get(part.fieldname)
      // Boxes of one name that are ticked together come one after another.
      fields.set(part.fieldname, before === undefined ? part.value : [before, part.value].flat())
      continue
    }
    const bytes = await part.toBuffer()
    // A browser sends an empty nameless part for a file input that was left alone.
    if (part.filename) files.push(checked(part.fieldname, part.filename, bytes, kinds))
  }
  return { fields: Object.fromEntries(fields), files }
}

function checked(field: string, name: string, bytes: Uint8Array, kinds: readonly FileKind[]): Upload {
  const refuse = (sentence: string) => new Invalid(sentence, { [field]: sentence })
  const kind = fileKindOf(name)
  if (kind === undefined || !kinds.includes(kind)) {
    throw refuse(`“${name}”的格式不能上传，请使用${kinds.join('、')}格式的文件`)
  }
  if (bytes.length === 0) throw refuse(`“${name}”是空文件，请重新选择`)
  if (!SIGNATURES[kind].some((begins) => begins(bytes))) {
    throw refuse(`“${name}”的内容与文件名不符，请用原来的软件另存后再上传`)
  }
  return { field, name: plainName(name), mediaType: MEDIA_TYPES[kind], bytes }
}

/** Only the last part of a path, without characters that a file system or a header would stumble over. */
function plainName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  return last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').slice(-120)
}

type Begins = (bytes: Uint8Array) => boolean

const bytesAtStart =
  (...expected: readonly number[]): Begins =>
  (bytes) =>
    expected.every((byte, index) => bytes[index] === byte)

const zip = bytesAtStart(0x50, 0x4b, 0x03, 0x04)
const ole = bytesAtStart(0xd0, 0xcf, 0x11, 0xe0)
const rtf = bytesAtStart(0x7b, 0x5c, 0x72, 0x74, 0x66)
const pdf: Begins = (bytes) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
const utf16: Begins = (bytes) => bytesAtStart(0xff, 0xfe)(bytes) || bytesAtStart(0xfe, 0xff)(bytes)
const text: Begins = (bytes) => utf16(bytes) || !bytes.subarray(0, 4096).includes(0)

/** What the first bytes of a kind may be. Old Word files are RTF or renamed new ones more often than one thinks. */
const SIGNATURES: Readonly<Record<FileKind, readonly Begins[]>> = {
  pdf: [pdf],
  ofd: [zip],
  doc: [ole, zip, rtf],
  docx: [zip],
  wps: [ole, zip],
  xls: [ole, zip],
  xlsx: [zip],
  et: [ole, zip],
  txt: [text],
  csv: [text],
  md: [text],
  html: [text],
  json: [text],
  jpg: [bytesAtStart(0xff, 0xd8, 0xff)],
  png: [bytesAtStart(0x89, 0x50, 0x4e, 0x47)],
}

const MEDIA_TYPES: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  wps: 'application/vnd.ms-works',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  et: 'application/vnd.ms-excel',
  txt: 'text/plain',
  csv: 'text/csv',
  md: 'text/markdown',
  html: 'text/html',
  json: 'application/json',
  jpg: 'image/jpeg',
  png: 'image/png',
}
