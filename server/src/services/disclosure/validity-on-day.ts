import type { PlainDate } from '@mingfu/law'
import { type RawBuilder, sql } from 'kysely'

/** The same reading of 有效性 as `validityOn`, for the database to choose by. `table` is the document's name. */
export function validityOnDay(day: PlainDate, table = 'document'): RawBuilder<string> {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  const marked = sql`case when ${column('validity_changed_on')} is null or ${column('validity_changed_on')} <= ${day}::date
    then ${column('validity')} else 'in-force' end`
  return sql<string>`case when ${marked} in ('in-force', 'amended') and ${column('expires_on')} < ${day}::date
    then 'expired' else ${marked} end`
}
