// `node scripts/rows.mjs`: after a new migration, writes the row types in server/src/db/rows.ts again.
import '../server/src/testing/write-rows.ts'
