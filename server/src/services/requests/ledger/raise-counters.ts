import { parseDocumentNumber } from '@mingfu/law'
import { sql } from 'kysely'
import type { Tx } from '../../../db/database.ts'
import type { Agency } from '../../agencies/find-agency.ts'
import type { ToInsert } from './insert-imported.ts'

/** Numbers given from now on come behind the imported ones: of applications and of letters. */
export async function raiseCounters(
  t: Tx,
  { agencyId, slug }: Agency,
  cases: readonly ToInsert[],
): Promise<void> {
  const highest = new Map<string, { year: number; kind: string; value: number }>()
  const raise = (year: number, kind: string, value: number) => {
    const key = `${year} ${kind}`
    if ((highest.get(key)?.value ?? 0) < value) highest.set(key, { year, kind, value })
  }
  for (const { one } of cases) {
    const [, prefix, year, serial] = /^(.+)-(\d{4})-(\d+)$/.exec(one.number) ?? []
    if (prefix === slug.toUpperCase()) raise(Number(year), 'request', Number(serial))
    for (const { event, office } of one.events) {
      const text = event.kind === 'decision-approved' ? event.documentNumber : office.number
      const number = typeof text === 'string' ? parseDocumentNumber(text) : undefined
      if (number !== undefined) raise(number.year, `document ${number.word}`, number.serial)
    }
  }
  for (const { year, kind, value } of highest.values()) {
    await t
      .insertInto('counter')
      .values({ agency_id: agencyId, year, kind, value })
      .onConflict((conflict) =>
        conflict
          .columns(['agency_id', 'year', 'kind'])
          .doUpdateSet({ value: sql`greatest(counter.value, excluded.value)` }),
      )
      .execute()
  }
}
