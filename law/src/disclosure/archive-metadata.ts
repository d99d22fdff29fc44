/**
 * 归档元数据: names of 《文书类电子文件元数据方案》 (DA/T 46—2009) with what fills them here. Where a name has nothing
 * to fill it the package leaves it out instead of making something up. `group` is the container element of the scheme.
 * `sure` is false where the name could not be read in the standard's list of contents: it is used only when the organ's
 * archive asks for it, and otherwise stands among the package's own names.
 */
// biome-ignore format: a table
export const ARCHIVE_METADATA = {
  聚合层次: { field: 'level', group: null, sure: true },
  档案馆名称: { field: 'archiveName', group: '来源', sure: true },
  档案馆代码: { field: 'archiveCode', group: '来源', sure: true },
  全宗名称: { field: 'fondsName', group: '来源', sure: true },
  立档单位名称: { field: 'agency', group: '来源', sure: true },
  电子文件号: { field: 'documentId', group: null, sure: true },
  全宗号: { field: 'fondsNumber', group: '档号', sure: true },
  年度: { field: 'year', group: '档号', sure: true },
  保管期限: { field: 'retention', group: '档号', sure: true },
  题名: { field: 'title', group: '内容描述', sure: true },
  关键词: { field: 'keywords', group: '内容描述', sure: true },
  摘要: { field: 'summary', group: '内容描述', sure: true },
  分类号: { field: 'legalItem', group: '内容描述', sure: true },
  文件编号: { field: 'documentNumber', group: '内容描述', sure: true },
  责任者: { field: 'issuer', group: '内容描述', sure: true },
  日期: { field: 'writtenOn', group: '内容描述', sure: true },
  文种: { field: 'genre', group: '内容描述', sure: true },
  密级: { field: 'secrecy', group: '内容描述', sure: false },
  格式信息: { field: 'formats', group: '电子属性', sure: false },
} as const satisfies Record<string, { field: string; group: string | null; sure: boolean }>

export type ArchiveElement = keyof typeof ARCHIVE_METADATA
export type ArchiveField = (typeof ARCHIVE_METADATA)[ArchiveElement]['field']
