import type pg from 'pg'

const TYPES: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  int4: 'number',
  int2: 'number',
  int8: 'number',
  bool: 'boolean',
  date: 'string',
  timestamptz: 'Timestamp',
  jsonb: 'Json',
  bytea: 'Buffer',
  numeric: 'string',
  _text: 'string[]',
  _uuid: 'string[]',
  tsvector: 'string',
}

/** The row types of a migrated database as TypeScript, for `rows.ts`; a test compares the two. */
export async function generateRows(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{
    table_name: string
    column_name: string
    udt_name: string
    is_nullable: string
    column_default: string | null
  }>(`select c.table_name, c.column_name, c.udt_name, c.is_nullable, c.column_default
      from information_schema.columns c
      join pg_class k on k.relname = c.table_name and k.relnamespace = 'public'::regnamespace
      where c.table_schema = 'public' and k.relkind in ('r', 'p') and not k.relispartition
        and c.table_name not in ('migration', 'migration_lock')
      order by c.table_name, c.ordinal_position`)
  const tables = Map.groupBy(rows, ({ table_name }) => table_name)
  const interfaces = [...tables].map(([table, columns]) => {
    const fields = columns.map(({ column_name, udt_name, is_nullable, column_default }) => {
      const type = TYPES[udt_name]
      if (type === undefined) throw new Error(`no TypeScript type for ${udt_name} (${table}.${column_name})`)
      const full = is_nullable === 'YES' ? `${type} | null` : type
      return `  ${column_name}: ${column_default === null ? full : defaulted(type, full)}`
    })
    return `export type ${pascal(table)}Table = {\n${fields.join('\n')}\n}`
  })
  const database = [...tables.keys()].map((table) => `  ${table}: ${pascal(table)}Table`)
  return [
    '// Generated from the migrated database by generate-rows.ts; do not edit.',
    "import type { ColumnType, Generated } from 'kysely'",
    '',
    'type Timestamp = ColumnType<Date, Date | string, Date | string>',
    'type Json = ColumnType<unknown, string, string>',
    'type TimestampByDefault = ColumnType<Date, Date | string | undefined, Date | string>',
    'type JsonByDefault = ColumnType<unknown, string | undefined, string>',
    '',
    interfaces.join('\n\n'),
    '',
    `export type Database = {\n${database.join('\n')}\n}`,
    '',
  ].join('\n')
}

function defaulted(type: string, full: string): string {
  return type === 'Timestamp' || type === 'Json' ? `${type}ByDefault` : `Generated<${full}>`
}

function pascal(name: string): string {
  return name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
}
