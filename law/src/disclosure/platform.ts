import { cite } from '../citation.ts'

/** 政府信息公开平台: exact labels, in order. The notice has four columns; 依申请公开 stands as the fifth by practice. */
export const PLATFORM_COLUMNS = [
  { id: 'guide', label: '政府信息公开指南', columnType: '信息公开指南', basis: cite('regulation', 12, 2) },
  { id: 'systems', label: '政府信息公开制度', columnType: '政策文件', basis: cite('platform-notice') },
  { id: 'statutory', label: '法定主动公开内容', columnType: '信息公开目录', basis: cite('regulation', 20) },
  { id: 'annual', label: '政府信息公开年报', columnType: '信息公开年报', basis: cite('regulation', 49) },
  { id: 'apply', label: '依申请公开', columnType: '依申请公开', basis: cite('regulation', 27) },
] as const

export type PlatformColumnId = (typeof PLATFORM_COLUMNS)[number]['id']

/** The entries that a platform shows: the notice's four, and 依申请公开 behind them unless it stands in the guide alone. */
export function platformColumns(applyEntry: boolean) {
  return PLATFORM_COLUMNS.filter(({ id }) => applyEntry || id !== 'apply')
}

/** The label of the annual-report column, in both spellings in use. */
export const ANNUAL_COLUMN_LABELS: readonly string[] = ['政府信息公开年报', '政府信息公开工作年度报告']

/** 指南 has to hold, 条例 第十二条第二款. */
export const GUIDE_FIELDS = [
  { id: 'classification', label: '政府信息的分类' },
  { id: 'arrangement', label: '编排体系' },
  { id: 'access', label: '获取方式' },
  { id: 'officeName', label: '政府信息公开工作机构的名称' },
  { id: 'officeAddress', label: '办公地址' },
  { id: 'officeHours', label: '办公时间' },
  { id: 'phone', label: '联系电话' },
  { id: 'fax', label: '传真号码' },
  { id: 'internetContact', label: '互联网联系方式' },
] as const
