import { type Citation, cite } from '../citation.ts'
import { addMonths, type PlainDate } from '../plain-date.ts'

/** 培训间隔: the law says 定期; a year is the reading of the house. */
export const TRAINING: Readonly<{ everyMonths: number; basis: Citation }> = {
  everyMonths: 12,
  basis: cite('regulation', 48),
}

/** A unit's contact for disclosure work, from a day to a day; `trainedOn` is the last training of that person. */
export type ContactFacts = Readonly<{
  name: string
  from: PlainDate
  to: PlainDate | null
  trainedOn: PlainDate | null
}>

/** 公开联系人: what is missing in a unit on a day, in words; empty when somebody is in office and trained. */
export function contactFaults(
  unit: string,
  contacts: readonly ContactFacts[],
  today: PlainDate,
): readonly string[] {
  const current = contacts.filter(({ from, to }) => from <= today && (to === null || to >= today))
  if (current.length === 0) return [`${unit}没有在任的公开联系人，请补报`]
  return current
    .filter(({ trainedOn }) => trainedOn === null || addMonths(trainedOn, TRAINING.everyMonths) < today)
    .map(({ name, trainedOn }) =>
      trainedOn === null
        ? `${unit}的${name}没有受过培训`
        : `${unit}的${name}上次培训是${trainedOn}，已超过${TRAINING.everyMonths}个月`,
    )
}
