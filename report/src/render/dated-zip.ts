import type { PlainDate } from '@mingfu/law'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/**
 * A Word or Excel file that says it was made on a day, and not at the moment of download: the same report is the same
 * bytes each time, so that its digest can be compared and a mirror need not send it again.
 */
export function datedZip(bytes: Uint8Array, on: PlainDate): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).map(([name, content]): [string, Uint8Array] => [
    name,
    name === 'docProps/core.xml' ? withDay(content, on) : content,
  ])
  // The day as the zip's own local time, whatever zone the machine is in.
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(year, month - 1, day) })
}

function withDay(core: Uint8Array, on: PlainDate): Uint8Array {
  const moment = /(<dcterms:(created|modified)\b[^>]*>)[^<]*(<\/dcterms:\2>)/g
  return strToU8(strFromU8(core).replace(moment, `$1${on}T00:00:00Z$3`))
}
