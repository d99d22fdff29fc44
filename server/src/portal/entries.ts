import type { Agency } from '../services/agencies/find-agency.ts'

/** The platform's entries by exact label and in order: the four columns of 国办公开办函〔2019〕61号, then 依申请公开. */
export const ENTRIES = [
  { id: 'guide', label: '政府信息公开指南' },
  { id: 'systems', label: '政府信息公开制度' },
  { id: 'statutory', label: '法定主动公开内容' },
  { id: 'annual', label: '政府信息公开年报' },
  { id: 'apply', label: '依申请公开' },
] as const

export type EntryId = (typeof ENTRIES)[number]['id']

export function entryPath(agency: Pick<Agency, 'slug'>, id: EntryId): string {
  return `/${agency.slug}/${id}`
}

export function entryLabel(id: EntryId): string {
  return ENTRIES.find((entry) => entry.id === id)?.label ?? ''
}
