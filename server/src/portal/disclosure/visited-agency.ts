import type { Agency } from '../../services/agencies/find-agency.ts'
import type { Frame } from '../layout.tsx'

/** The code of the catalogue column that holds 政府信息公开制度, an entry of its own. */
export const SYSTEMS = 'systems'

/** The code of the column that holds the issues of 政府公报, which have a page of their own. */
export const GAZETTE = 'gazette'

/** The code of the column that holds 规章, which have a page of their own. */
export const RULES = 'rules'

/** The agency of a page below `/:agency`. */
export function agencyOf(frame: Frame): Agency {
  if (frame.agency === null) throw new Error(`no agency in ${frame.path}`)
  return frame.agency
}
