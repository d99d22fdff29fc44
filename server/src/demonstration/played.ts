import type { PlainDate } from '@mingfu/law'
import type { Stage } from './stage.ts'

/** A case while it is played: what the next verb has to be told. */
export type Played = { requestId: string; number: string; version: number; receivedOn: PlainDate }

/** Waits for a verb, and keeps the version that the next one has to be told. */
export async function step(played: Played, verb: Promise<{ version: number }>): Promise<void> {
  played.version = (await verb).version
}

export function on(stage: Stage, { requestId, version }: Played) {
  return { agencyId: stage.agencyId, requestId, version }
}

export function after(stage: Stage, day: PlainDate, workingDays: number): PlainDate {
  return stage.calendar.addWorkingDays(day, workingDays)
}

export function staffId(stage: Stage, login: string): string {
  const { actor } = stage.as(login, stage.today)
  if (actor.kind !== 'staff') throw new Error(`${login} is no member of staff`)
  return actor.staffId
}
