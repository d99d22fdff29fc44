import type { AddCommand } from '../command.ts'
import { addAgency } from './agency.ts'
import { addAudit } from './audit.ts'
import { addBackup } from './backup.ts'
import { addBundle } from './bundle.ts'
import { addCalendar } from './calendar.ts'
import { addClock } from './clock.ts'
import { addDemo } from './demo.ts'
import { addDoctor } from './doctor.ts'
import { addLedger } from './ledger.ts'
import { addMigrate } from './migrate.ts'
import { addReport } from './report.ts'
import { addRestore } from './restore.ts'
import { addScreen } from './screen.ts'
import { addServe } from './serve.ts'
import { addSite } from './site.ts'
import { addUsers } from './users.ts'

/** Every command of `mingfu`, in the order of the help. A new command is a file here and a line there. */
export const COMMANDS: readonly AddCommand[] = [
  addReport,
  addScreen,
  addClock,
  addCalendar,
  addServe,
  addDemo,
  addDoctor,
  addMigrate,
  addAgency,
  addUsers,
  addLedger,
  addAudit,
  addBackup,
  addRestore,
  addSite,
  addBundle,
]
