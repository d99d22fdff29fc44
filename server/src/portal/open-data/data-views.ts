import { CONTENT_KINDS, type ContentKind, formData, VALIDITY_STATES } from '@mingfu/law'
import type { OpenRecord } from '../../services/open-data/list-open-records.ts'
import { momentText } from '../moment.ts'
import { formColumns } from './form-columns.ts'

/** Whole addresses of a record's page and files. */
export type Addresses = Readonly<{
  page(record: OpenRecord): string
  file(record: OpenRecord, fileId: string): string
}>

/** 目录元数据: the field names of a document's header. */
export function metadataView(record: OpenRecord, at: Addresses) {
  const {
    agencyId: _agency,
    documentId: _document,
    publishedAt,
    validity,
    attachments,
    kind,
    form,
    ...fields
  } = record
  return {
    ...fields,
    pubDate: momentText(publishedAt),
    validity: VALIDITY_STATES[validity].label,
    kind,
    kindName: CONTENT_KINDS[kind].label,
    fields: formData(kind, form),
    url: at.page(record),
    attachments: attachments.map(({ fileId, title, mediaType, sizeBytes }) => ({
      title,
      mime: mediaType,
      size: sizeBytes,
      url: at.file(record, fileId),
    })),
  }
}

/** 采集接口: the names that provincial collection interfaces use, so that nobody needs to map them. */
export function harvestView(record: OpenRecord, at: Addresses) {
  const published = momentText(record.publishedAt)
  return {
    id: record.documentId,
    title: record.title,
    document_number: record.docNo ?? '',
    publisher: record.issuer,
    keywords: record.keywords.join(','),
    date: record.writtenDate,
    created_at: published,
    display_publish_time: published,
    identifier: record.indexNo,
    classify_main_name: record.assembledCategory ?? '',
    classify_genre_name: record.genre ?? '',
    classify_theme_name: record.topicCategory ?? '',
    url: at.page(record),
    post_url: at.page(record),
    attachment: record.attachments.map(({ fileId, title, mediaType, sizeBytes }) => ({
      id: fileId,
      name: title,
      type: mediaType.split('/')[0],
      mime: mediaType,
      size: sizeBytes,
      url: at.file(record, fileId),
    })),
    abstract: record.summary,
    is_expired: record.validity === 'expired',
    is_abolished: record.validity === 'repealed',
  }
}

const COLUMNS = {
  索引号: ({ indexNo }) => indexNo,
  名称: ({ title }) => title,
  发文字号: ({ docNo }) => docNo,
  发布机构: ({ issuer }) => issuer,
  主题分类: ({ topicCategory }) => topicCategory,
  公开目录: ({ assembledCategory }) => assembledCategory,
  体裁分类: ({ genre }) => genre,
  成文日期: ({ writtenDate }) => writtenDate,
  发布时间: ({ publishedAt }) => momentText(publishedAt),
  施行日期: ({ effectiveDate }) => effectiveDate,
  有效期至: ({ expiryDate }) => expiryDate,
  有效性: ({ validity }) => VALIDITY_STATES[validity].label,
  登记号: ({ regNo }) => regNo,
  主题词: ({ keywords }) => keywords.join('，'),
  内容概述: ({ summary }) => summary,
  公开方式: ({ disclosure }) => disclosure,
} as const satisfies Record<string, (record: OpenRecord) => string | null>

/**
 * CSV as spreadsheets open it: with a mark of its encoding, and no cell that they would take for a formula. Of one kind
 * of content the fields of its form are columns too; where the form holds a table, each of its rows is a line.
 */
export function csvView(records: readonly OpenRecord[], at: Addresses, kind?: ContentKind): string {
  const form = kind === undefined ? null : formColumns(kind)
  const head = [...Object.keys(COLUMNS), ...(form?.head ?? []), '网址']
  const rows = records.flatMap((record) => {
    const facts = Object.values(COLUMNS).map((value) => value(record) ?? '')
    const lines = form === null ? [[]] : form.linesOf(record.form)
    return lines.map((line) => [...facts, ...line, at.page(record)])
  })
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
