/** Kinds of file that may come into the house, by the ending of the name. */
export const FILE_KINDS = [
  'pdf',
  'ofd',
  'doc',
  'docx',
  'wps',
  'xls',
  'xlsx',
  'et',
  'txt',
  'csv',
  'md',
  'html',
  'json',
  'jpg',
  'png',
] as const

export type FileKind = (typeof FILE_KINDS)[number]

const OTHER_ENDINGS: Readonly<Record<string, FileKind>> = { jpeg: 'jpg', htm: 'html' }

/** `年度报告.PDF` → `pdf`; `undefined` when the ending is none of ours. */
export function fileKindOf(name: string): FileKind | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return FILE_KINDS.find((kind) => kind === ending) ?? OTHER_ENDINGS[ending]
}
