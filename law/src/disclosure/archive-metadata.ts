import type { ContentKind } from './content-kind.ts'

/**
 * 归档元数据: names of 《文书类电子文件元数据方案》 (DA/T 46) with what fills them here. Where a name has no field of
 * its own the package leaves it out instead of making something up.
 */
export const ARCHIVE_METADATA = {
  聚合层次: 'level',
  立档单位名称: 'agency',
  电子文件号: 'documentId',
  题名: 'title',
  主题词: 'keywords',
  摘要: 'summary',
  分类号: 'legalItem',
  文件编号: 'documentNumber',
  责任者: 'issuer',
  日期: 'writtenOn',
  文种: 'genre',
  密级: 'secrecy',
  保管期限: 'retention',
  格式信息: 'formats',
  数字签名信息: 'digest',
} as const satisfies Record<string, string>

export type ArchiveField = keyof typeof ARCHIVE_METADATA

/** 保管期限 by kind: what makes rules is kept for good, the rest thirty years; an office's own schedule goes before. */
export function retentionOf(kind: ContentKind): '永久' | '30年' {
  return kind === 'regulation' || kind === 'normative' || kind === 'policy' ? '永久' : '30年'
}
