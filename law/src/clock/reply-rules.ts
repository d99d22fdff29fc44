import { type Citation, cite, citeItem } from '../citation.ts'
import { type PlainDate, parsePlainDate } from '../plain-date.ts'
import type { ConsultedParty } from '../request/event.ts'

/** 答复期限的规则: the parameters in force for requests received from a day through another. */
export type ReplyRules = Readonly<{
  receivedFrom: PlainDate
  /** `null`: still in force. */
  receivedThrough: PlainDate | null
  replyWithin: number
  extensionAtMost: number
  /** Working days to ask for a correction; `null` where the text names none. */
  correctionNoticeWithin: number | null
  /** Working days for the asked party to answer; `null` where the text names none. */
  consultationWithin: number | null
  /** Whose opinions are asked for at no cost to the count. */
  pausedFor: readonly ConsultedParty[]
  onTheSpot: Citation
  reply: Citation
  correction: Citation
  pause: Citation
}>

/**
 * The rows tile time from 2008-05-01. A request is judged by the row in force on the day it was received; the
 * revised regulation has no transitional article, so its first day, 2019-05-15, divides the two.
 */
export const REPLY_RULES: readonly ReplyRules[] = [
  {
    receivedFrom: parsePlainDate('2008-05-01'),
    receivedThrough: parsePlainDate('2019-05-14'),
    replyWithin: 15,
    extensionAtMost: 15,
    correctionNoticeWithin: null,
    consultationWithin: null,
    pausedFor: ['third-party'],
    onTheSpot: cite('regulation-2008', 24, 1),
    reply: cite('regulation-2008', 24, 2),
    correction: citeItem('regulation-2008', 21, 4),
    pause: cite('regulation-2008', 24, 3),
  },
  {
    receivedFrom: parsePlainDate('2019-05-15'),
    receivedThrough: null,
    replyWithin: 20,
    extensionAtMost: 20,
    correctionNoticeWithin: 7,
    consultationWithin: 15,
    pausedFor: ['third-party', 'co-maker'],
    onTheSpot: cite('regulation', 33, 1),
    reply: cite('regulation', 33, 2),
    correction: cite('regulation', 30),
    pause: cite('regulation', 33, 3),
  },
]

/** The rules for a request received on `receivedOn`; `null` before the first regulation came into force. */
export function replyRulesFor(receivedOn: PlainDate): ReplyRules | null {
  return REPLY_RULES.findLast((rules) => rules.receivedFrom <= receivedOn) ?? null
}
