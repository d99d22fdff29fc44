import {
  CONTENT_KINDS,
  type ContentKind,
  isPlainDate,
  VALIDITY_STATES,
  type ValidityState,
} from '@mingfu/law'
import type { Agency } from '../../services/agencies/find-agency.ts'
import type { SearchDocuments } from '../../services/search/search-documents.ts'

/** What the address of a search may say. */
export const QUERY_NAMES = ['q', 'agency', 'kind', 'validity', 'from', 'to', 'order', 'page'] as const

export type Query = Readonly<Record<string, string>>

/** The search that an address asks for, as far as it can be understood. */
export function inputOf(query: Query, agency: Agency | undefined): SearchDocuments {
  const { q = '', kind, validity, from, to, order } = query
  return {
    q,
    page: pageOf(query),
    ...(agency ? { agencyId: agency.agencyId } : {}),
    ...(kind && kind in CONTENT_KINDS ? { kind: kind as ContentKind } : {}),
    ...(validity && validity in VALIDITY_STATES ? { validity: validity as ValidityState } : {}),
    ...(from && isPlainDate(from) ? { from } : {}),
    ...(to && isPlainDate(to) ? { to } : {}),
    ...(order === 'date' ? { order } : {}),
  }
}

export function pageOf({ page }: Query): number {
  return page !== undefined && /^\d{1,3}$/.test(page) ? Math.max(1, Number(page)) : 1
}
