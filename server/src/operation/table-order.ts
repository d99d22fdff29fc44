import type pg from 'pg'

/** A table to be kept or brought back. */
export type TableShape = Readonly<{ name: string; columns: readonly string[]; key: readonly string[] }>

/** What belongs to the database itself, and is made by migrating. */
const OWN = ['migration', 'migration_lock']

/** Every table of the schema with its columns, those that others refer to first. */
export async function tablesInOrder(client: pg.ClientBase): Promise<readonly TableShape[]> {
  const { rows: tables } = await client.query<TableShape>(
    `select c.relname as name,
            array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
            array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality as k (attnum, place)
                  join pg_attribute a on a.attnum = k.attnum
                  where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid order by k.place) as key
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> all ($1)
     order by c.relname`,
    [OWN],
  )
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select f.relname as "from", t.relname as "to"
     from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and k.connamespace = 'public'::regnamespace and f.oid <> t.oid`,
  )
  return sorted(tables, references)
}

function sorted(
  tables: readonly TableShape[],
  references: readonly { from: string; to: string }[],
): readonly TableShape[] {
  const placed = new Map<string, TableShape>()
  while (placed.size < tables.length) {
    const free = tables.filter(
      ({ name }) => !placed.has(name) && references.every(({ from, to }) => from !== name || placed.has(to)),
    )
    if (free.length === 0) throw new Error('tables refer to one another in a circle')
    for (const table of free) placed.set(table.name, table)
  }
  return [...placed.values()]
}
