import { maskName } from '@mingfu/law'
import type { Applicant } from './applicant.ts'
import { FILE_PURPOSES, type RequestFile } from './request-file-store.ts'

/** A file by the name that a page may show: people name their papers after themselves. The file itself keeps its own. */
export function shownFileName(
  { name, purpose }: Pick<RequestFile, 'name' | 'purpose'>,
  applicant: Pick<Applicant, 'name' | 'identityNumber' | 'contactName' | 'agent'>,
): string {
  if (purpose === 'identity-proof') {
    const dot = name.lastIndexOf('.')
    return `${FILE_PURPOSES[purpose]}${dot === -1 ? '' : name.slice(dot).toLowerCase()}`
  }
  const people = [applicant.name, applicant.contactName, applicant.agent?.name ?? ''].filter(
    (one) => one.length > 1,
  )
  const masked = people.reduce((text, person) => text.replaceAll(person, maskName(person)), name)
  const { identityNumber } = applicant
  return identityNumber === '' ? masked : masked.replaceAll(identityNumber, '*'.repeat(6))
}
