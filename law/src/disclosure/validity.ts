import { addDays, type PlainDate } from '../plain-date.ts'

/** 有效性 of a normative document, as its page prints it. Repealed and lapsed text stays online with its mark. */
export const VALIDITY_STATES = {
  'in-force': { label: '有效', inForce: true },
  amended: { label: '已修改', inForce: true },
  expired: { label: '失效', inForce: false },
  repealed: { label: '废止', inForce: false },
} as const satisfies Record<string, { label: string; inForce: boolean }>

export type ValidityState = keyof typeof VALIDITY_STATES

/** 文件关系. `makes` is what becomes of the document it points to, `inverse` the words on the other page. */
export const DOCUMENT_RELATIONS = {
  repeals: { label: '废止', inverse: '被废止', makes: 'repealed' },
  amends: { label: '修改', inverse: '被修改', makes: 'amended' },
  replaces: { label: '代替', inverse: '被代替', makes: 'repealed' },
  interprets: { label: '解读', inverse: '解读材料', makes: null },
} as const satisfies Record<string, { label: string; inverse: string; makes: ValidityState | null }>

export type RelationKind = keyof typeof DOCUMENT_RELATIONS

export type DocumentRelation = Readonly<{
  from: string
  to: string
  kind: RelationKind
  effectiveOn: PlainDate
}>

/** 有效性 on a day: a stated validity that ran out counts although nobody marked it, a repeal to come does not yet. */
export function validityOn(
  document: Readonly<{
    validity: ValidityState
    validityChangedOn: PlainDate | null
    expiresOn: PlainDate | null
  }>,
  day: PlainDate,
): ValidityState {
  const { validity, validityChangedOn, expiresOn } = document
  const marked = validityChangedOn === null || validityChangedOn <= day ? validity : 'in-force'
  return VALIDITY_STATES[marked].inForce && expiresOn !== null && expiresOn < day ? 'expired' : marked
}

/** Documents that change each other in a circle, which no course of events can produce; empty when all is well. */
export function relationCircle(relations: readonly DocumentRelation[]): readonly string[] {
  const changes = relations.filter(({ kind }) => DOCUMENT_RELATIONS[kind].makes !== null)
  const targets = new Map<string, string[]>()
  for (const { from, to } of changes) targets.set(from, [...(targets.get(from) ?? []), to])

  const walked = new Set<string>()
  for (const start of targets.keys()) {
    const circle = circleFrom(start, [], targets, walked)
    if (circle.length > 0) return circle
  }
  return []
}

/** 有效性标记: one statement about a document, in the order in which they were made. */
export type ValidityMark = Readonly<{
  validity: ValidityState
  on: PlainDate
  /** The document whose relation made it; `null` where a person changed it, naming a basis. */
  from: string | null
}>

/**
 * 有效性 that is left when the statements of some documents no longer count: what was stated before them, or without
 * them. A person's own change holds whatever the relations say; what is repealed is not brought back by an amendment.
 */
export function validityLeft(
  marks: readonly ValidityMark[],
  gone: ReadonlySet<string>,
): Readonly<{ validity: ValidityState; on: PlainDate | null }> {
  let left: Readonly<{ validity: ValidityState; on: PlainDate | null }> = { validity: 'in-force', on: null }
  for (const { validity, on, from } of marks) {
    if (from !== null && gone.has(from)) continue
    if (from !== null && left.validity === 'repealed' && validity === 'amended') continue
    left = { validity, on }
  }
  return left
}

const ALARM_DAYS = 90

/** 到期提醒: the day from which a document with a stated validity has to be looked at. */
export function expiryAlarmOn(expiresOn: PlainDate): PlainDate {
  return addDays(expiresOn, -ALARM_DAYS)
}

function circleFrom(
  id: string,
  path: readonly string[],
  targets: ReadonlyMap<string, readonly string[]>,
  walked: Set<string>,
): readonly string[] {
  const seenAt = path.indexOf(id)
  if (seenAt >= 0) return path.slice(seenAt)
  if (walked.has(id)) return []
  for (const target of targets.get(id) ?? []) {
    const circle = circleFrom(target, [...path, id], targets, walked)
    if (circle.length > 0) return circle
  }
  walked.add(id)
  return []
}
