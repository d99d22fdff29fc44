import type { AddCommand } from '../command.ts'
import { addCalendar } from './calendar.ts'
import { addClock } from './clock.ts'
import { addReport } from './report.ts'
import { addServe } from './serve.ts'

/** Every command of `mingfu`, in the order of the help. A new command is a file here and a line there. */
export const COMMANDS: readonly AddCommand[] = [addReport, addClock, addCalendar, addServe]
