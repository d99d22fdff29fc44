const PDF = [0x25, 0x50, 0x44, 0x46]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const PNG = [0x89, 0x50, 0x4e, 0x47]
const JPEG = [0xff, 0xd8, 0xff]

/** What may be attached, by the end of its name, with the bytes such a file begins with. */
const TYPES: Readonly<Record<string, Readonly<{ mediaType: string; begins: readonly number[] | null }>>> = {
  pdf: { mediaType: 'application/pdf', begins: PDF },
  ofd: { mediaType: 'application/ofd', begins: ZIP },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', begins: ZIP },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', begins: ZIP },
  doc: { mediaType: 'application/msword', begins: OLE },
  xls: { mediaType: 'application/vnd.ms-excel', begins: OLE },
  wps: { mediaType: 'application/vnd.ms-works', begins: OLE },
  et: { mediaType: 'application/vnd.ms-excel', begins: OLE },
  png: { mediaType: 'image/png', begins: PNG },
  jpg: { mediaType: 'image/jpeg', begins: JPEG },
  jpeg: { mediaType: 'image/jpeg', begins: JPEG },
  txt: { mediaType: 'text/plain; charset=utf-8', begins: null },
  csv: { mediaType: 'text/csv; charset=utf-8', begins: null },
}

const AT_MOST = 20 * 1024 * 1024

/** Why a file cannot be an attachment, as a sentence; `undefined` when it can. */
export function attachmentFault(name: string, bytes: Uint8Array): string | undefined {
  const extension = extensionOf(name)
  const type = TYPES[extension]
  if (type === undefined) {
    return `不能上传“${extension || '没有扩展名'}”类型的附件，请使用 PDF、OFD、Word、Excel、文本或者图片`
  }
  if (bytes.length === 0) return '附件是空文件，请重新选择'
  if (bytes.length > AT_MOST) return '附件超过20兆字节，请压缩或者拆分后上传'
  if (type.begins?.some((byte, index) => bytes[index] !== byte)) {
    return `附件的内容不是“${extension}”文件，请核对后重新上传`
  }
  if (/^(\d{1,3}|新建.*|未命名.*|untitled.*|扫描.*\d*|img_?\d*)\.[^.]+$/i.test(name)) {
    return '附件的名称没有说明内容，请改成有意义的名称再上传'
  }
  return undefined
}

export function mediaTypeOf(name: string): string {
  return TYPES[extensionOf(name)]?.mediaType ?? 'application/octet-stream'
}

function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
