import { PLATFORM_COLUMNS, type PlatformColumnId, platformColumns } from '@mingfu/law'
import type { Agency } from '../services/agencies/find-agency.ts'
import type { PortalTheme } from '../services/disclosure/portal-theme.ts'
import { GAZETTE, RULES, SYSTEMS } from './disclosure/visited-agency.ts'
import type { ColumnTags } from './page-tags.tsx'

export type EntryId = PlatformColumnId

/** What each entry of the platform holds, in a line under its label and in the page's tags. */
export const ENTRY_WORDS = {
  guide: {
    line: '怎样查找、怎样申请、向谁咨询',
    description: '政府信息的分类、编排体系、获取方式和政府信息公开工作机构的联系方式',
    keywords: ['政府信息公开', '公开指南', '联系方式'],
  },
  systems: {
    line: '法律法规和本机关的工作制度',
    description: '政府信息公开的法律、法规、规定和本机关的工作制度',
    keywords: ['政府信息公开', '制度', '条例'],
  },
  statutory: {
    line: '依法主动公开的全部政府信息',
    description: '依照《中华人民共和国政府信息公开条例》主动公开的政府信息',
    keywords: ['主动公开', '政府信息', '目录'],
  },
  annual: {
    line: '历年政府信息公开工作年度报告',
    description: '本机关历年政府信息公开工作年度报告',
    keywords: ['政府信息公开', '年度报告'],
  },
  apply: {
    line: '没有主动公开的，可以提出申请',
    description: '向本机关申请获取政府信息、查询办理进度',
    keywords: ['依申请公开', '申请', '办理进度'],
  },
} as const satisfies Record<EntryId, { line: string; description: string; keywords: readonly string[] }>

/** The entries of a platform, as its organ set it up. */
export function entriesOf({ applyEntry }: PortalTheme) {
  return platformColumns(applyEntry)
}

export function entryPath(agency: Pick<Agency, 'slug'>, id: EntryId): string {
  return `/${agency.slug}/${id}`
}

/** The page of a column of the catalogue; 政府信息公开制度, 政府公报 and 规章 are columns with a page of their own. */
export function columnPath(agency: Pick<Agency, 'slug'>, { code }: Readonly<{ code: string }>): string {
  if (code === SYSTEMS) return entryPath(agency, 'systems')
  return code === GAZETTE || code === RULES
    ? `/${agency.slug}/${code}`
    : `${entryPath(agency, 'statutory')}/${code}`
}

export function entryOf(id: EntryId) {
  const entry = PLATFORM_COLUMNS.find((column) => column.id === id)
  if (entry === undefined) throw new Error(`no entry ${id}`)
  return entry
}

/** The column tags of an entry's own page. */
export function entryTags(id: EntryId): ColumnTags {
  const { label, columnType } = entryOf(id)
  const { description, keywords } = ENTRY_WORDS[id]
  return { name: label, description, keywords, type: columnType }
}

export function entryLabel(id: EntryId): string {
  return entryOf(id).label
}
