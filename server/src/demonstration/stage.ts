import type { PlainDate, WorkingCalendar } from '@mingfu/law'
import type { Runtime } from '../runtime.ts'
import type { Role } from '../services/allow.ts'
import type { Context } from '../services/context.ts'

/** The people of the demonstration office by login, as `createStaff` made them. */
export type Cast = ReadonlyMap<string, Readonly<{ staffId: string; name: string; roles: readonly Role[] }>>

/** Where the demonstration is played: real verbs, by real accounts, on days that have passed. */
export type Stage = Readonly<{
  agencyId: string
  calendar: WorkingCalendar
  today: PlainDate
  /** A member of staff at noon of a day. */
  as(login: string, on: PlainDate): Context
  /** Somebody on the portal. */
  visitor(on: PlainDate): Context
}>

export function stageOf(runtime: Runtime, agencyId: string, cast: Cast): Stage {
  const { today } = runtime.contextFor({ kind: 'system', task: 'demonstration' }, 'all')
  return {
    agencyId,
    calendar: runtime.calendar(),
    today,
    as(login, on) {
      const person = cast.get(login)
      if (person === undefined) throw new Error(`nobody signs in as ${login}`)
      return runtime.contextFor(
        { kind: 'staff', agencyId, departmentId: null, ...person },
        agencyId,
        noonOf(on),
      )
    },
    visitor: (on) => runtime.contextFor({ kind: 'public', ip: null }, agencyId, noonOf(on)),
  }
}

/** Noon in China: the same day wherever the machine stands. */
function noonOf(day: PlainDate): Date {
  return new Date(`${day}T12:00:00+08:00`)
}
