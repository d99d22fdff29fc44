import { createHash } from 'node:crypto'
import {
  ARCHIVE_METADATA,
  ARCHIVE_RETENTION,
  type ArchiveElement,
  type ArchiveField,
  archiveTermOf,
  citationText,
  DISCLOSURE_ATTRIBUTES,
  LEGAL_ITEMS,
  PUBLICATION_STATES,
  VALIDITY_STATES,
} from '@mingfu/law'
import { type Zippable, zipSync } from 'fflate'
import type { DocumentFile } from '../get-document.ts'
import type { ArchiveRules } from './archive-rules.ts'

/** What goes into the package besides the record itself. */
export type ArchiveParts = Readonly<{
  agency: string
  file: DocumentFile
  text: Readonly<{ html: string; pdf: Uint8Array; docx: Uint8Array }>
  /** 正文图片, in the order of the text. */
  pictures: readonly Readonly<{ name: string; bytes: Uint8Array }>[]
  attachments: readonly Readonly<{ name: string; title: string; bytes: Uint8Array }>[]
  receipts: readonly unknown[]
  rules: ArchiveRules
  madeAt: Date
}>

const LIST = 'bundle.json'

/**
 * 归档包: text, attachments, earlier versions, review records, course, receipts and metadata of one document, with a
 * list of digests that `mingfu bundle verify` checks without an installation.
 */
export function archivePackage(parts: ArchiveParts): Readonly<{ zip: Uint8Array; sha256: string }> {
  const { file, madeAt, agency } = parts
  const contents = contentsOf(parts)
  const metadata = metadataOf(parts, [...contents.keys()])
  contents.set('元数据.json', json(metadata))
  contents.set('归档说明.txt', Buffer.from(HOW_TO_READ.join('\r\n')))
  const files = [...contents].map(([path, bytes]) => ({
    path,
    sizeBytes: bytes.byteLength,
    sha256: digestOf('sha256', bytes),
    sm3: digestOf('sm3', bytes),
  }))
  const list = json({
    format: 'mingfu-bundle',
    version: 1,
    kind: 'archive',
    madeAt: madeAt.toISOString(),
    agency,
    title: file.content.title,
    indexNumber: file.indexNumber,
    contentDigest: file.contentDigest,
    metadata,
    files,
  })
  const zipped: Zippable = { [LIST]: [list, { level: 0, mtime: madeAt }] }
  for (const [path, bytes] of contents) zipped[path] = [bytes, { mtime: madeAt }]
  return { zip: zipSync(zipped), sha256: digestOf('sha256', list) }
}

function contentsOf({ file, text, pictures, attachments, receipts }: ArchiveParts): Map<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>([
    ['正文/正文.html', Buffer.from(text.html)],
    ['正文/正文.pdf', text.pdf],
    ['正文/正文.docx', text.docx],
    ['正文/内容.json', json(file.content)],
  ])
  for (const [index, { name, bytes }] of pictures.entries()) {
    contents.set(`正文/图片/${String(index + 1).padStart(2, '0')} ${safe(name)}`, bytes)
  }
  for (const [index, { name, bytes }] of attachments.entries()) {
    contents.set(`附件/${String(index + 1).padStart(2, '0')} ${safe(name)}`, bytes)
  }
  for (const { seq, content, note, replacedAt, contentDigest } of file.versions) {
    contents.set(`更正以前的文本/第${seq}版.json`, json({ replacedAt, note, contentDigest, content }))
  }
  contents.set('审查记录.json', json(file.reviews))
  contents.set(
    '审核级次.json',
    json({ levels: file.levels, urgent: file.urgent, laterReview: file.laterReview }),
  )
  contents.set('征求意见.json', json(file.consultations))
  contents.set('发布经过.json', json(file.events))
  contents.set('渠道回执.json', json(receipts))
  return contents
}

/** In the names of DA/T 46, and under 其他 what only a published document has and names that are not sure. */
function metadataOf({ agency, file, rules }: ArchiveParts, paths: readonly string[]) {
  const { content } = file
  const items: Readonly<Record<string, { label: string }>> = LEGAL_ITEMS
  const values: Readonly<Record<ArchiveField, unknown>> = {
    level: '文件',
    archiveName: rules.archiveName,
    archiveCode: rules.archiveCode,
    fondsName: rules.fondsName,
    fondsNumber: rules.fondsNumber,
    year: content.writtenOn.slice(0, 4),
    agency,
    documentId: file.documentId,
    title: content.title,
    keywords: content.keywords,
    summary: content.summary,
    legalItem: items[content.legalItem]?.label ?? content.legalItem,
    documentNumber: content.documentNumber,
    issuer: content.issuer,
    writtenOn: content.writtenOn,
    genre: content.genre,
    secrecy: '非涉密',
    retention: archiveTermOf(content.kind, rules.terms),
    formats: [...new Set(paths.map((path) => path.slice(path.lastIndexOf('.') + 1)))],
  }
  const elements = (Object.keys(ARCHIVE_METADATA) as ArchiveElement[])
    .map((name) => ({ ...ARCHIVE_METADATA[name], name, value: values[ARCHIVE_METADATA[name].field] }))
    .filter(({ value }) => value !== '' && value !== null)
  const named = (sure: boolean) =>
    Object.fromEntries(
      elements
        .filter((one) => (one.sure || rules.unsureNames) === sure)
        .map(({ name, value }) => [name, value]),
    )
  return {
    ...named(true),
    其他: {
      ...named(false),
      索引号: file.indexNumber,
      内容摘要: { 算法: 'SHA-256', 现在: file.contentDigest, 签发时: file.approvedDigest },
      保管期限的依据: rules.basis || citationText(ARCHIVE_RETENTION[content.kind].basis),
      公开方式: DISCLOSURE_ATTRIBUTES[content.attribute].label,
      状态: PUBLICATION_STATES[file.state],
      发布时间: file.publishedAt,
      撤下时间: file.withdrawnAt,
      更正时间: file.correctedAt,
      有效性: VALIDITY_STATES[file.validity].label,
    },
  }
}

function json(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value, null, 2))
}

function digestOf(algorithm: 'sha256' | 'sm3', bytes: Uint8Array): string {
  return createHash(algorithm).update(bytes).digest('hex')
}

/** A name that every file system takes. */
function safe(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(-80)
}

const HOW_TO_READ = [
  '本归档包由明府生成，一件政府信息一个包。bundle.json 是清单，列明每个文件的大小、SHA-256 和 SM3 摘要；',
  '元数据.json 的名称取自《文书类电子文件元数据方案》（DA/T 46—2009）；没有的项目不列，方案以外的项目列在“其他”之下。',
  '审查记录、审核级次、征求意见、发布经过、渠道回执各为一个文件；更正过的，更正以前的文本一并归档。',
  '核对：mingfu bundle verify 本文件.zip。没有明府的，可以用 sha256sum 或者 openssl dgst -sm3 逐个核对。',
  '',
]
