import published from '../../calendar/fixtures/chinese-days-1.5.7.json' with { type: 'json' }
import { addDays, earlier, later, type PlainDate, parsePlainDate, weekdayOf } from '../../plain-date.ts'
import type { RequestEvent } from '../../request/event.ts'
import type { ClockSettings } from '../settings.ts'

/** What the naive clock finds out; compared with the same fields of the real one. */
export type NaiveClock = {
  dueOn: PlainDate | null
  waitingFor: 'correction' | 'payment' | null
  stoppedOn: PlainDate | null
  feePayBy: PlainDate | null
  extendedBy: number
}

type Spell = { id: string; from: PlainDate; to: PlainDate; fee: boolean }

type Asked = { id: string; party: string; sentOn: PlainDate; deliveredOn: PlainDate | null }

/**
 * A second clock, as slow and as plain as possible: it goes from day to day through a calendar of its own (the
 * fixture, not the notices), asks of every day whether it counts, and does so again from the start at every event.
 * It shares no arithmetic with the real one.
 */
export function naiveClock(
  events: readonly RequestEvent[],
  settings: ClockSettings,
  careful = false,
): NaiveClock {
  const sheet = {
    zero: null as PlainDate | null,
    /** The receipt from which the seven days for a correction notice run. */
    noticeFrom: null as PlainDate | null,
    extendedBy: 0,
    fixed: null as { on: PlainDate; byReview: boolean } | null,
    waiting: null as NaiveClock['waitingFor'],
    left: false,
    stoppedOn: null as PlainDate | null,
    fee: null as { noticedOn: PlainDate; payBy: PlainDate | null } | null,
    reasons: '',
    spells: [] as Spell[],
    asked: [] as Asked[],
  }
  const sorted = events
    .map((event, index) => ({ event, index }))
    .sort((a, b) => a.event.on.localeCompare(b.event.on) || a.index - b.index)
    .map(({ event }) => event)

  const intake = sorted.find(({ kind }) => kind === 'received' || kind === 'submitted' || kind === 'arrived')
  const needsConfirming = intake !== undefined && intake.kind !== 'received'
  const confirmation = needsConfirming
    ? sorted.find(({ kind, on }) => kind === 'confirmed' && on >= intake.on)
    : intake
  const legalReceipt = confirmation === undefined ? null : rolled(confirmation.on, settings)
  const first = careful ? (intake?.on ?? null) : legalReceipt
  const notBefore = careful ? intake?.on : confirmation?.on
  if (first === null || first < '2008-05-01') return answer()
  sheet.zero = first
  sheet.noticeFrom = first
  const old = first < '2019-05-15'
  const limit = old ? 15 : 20

  function excluded(day: PlainDate): boolean {
    return sheet.spells.some(({ from, to, fee }) => {
      const convention = fee ? 'after-sending-through-answer' : settings.pauseConvention
      const afterStart = convention.startsWith('sending') ? day >= from : day > from
      const beforeEnd = convention.endsWith('through-answer') ? day <= to : day < to
      return afterStart && beforeEnd
    })
  }

  function due(): PlainDate {
    if (sheet.fixed !== null) return sheet.fixed.on
    let counted = 0
    let day = sheet.zero as PlainDate
    while (counted < limit + sheet.extendedBy) {
      day = addDays(day, 1)
      if (worked(day) && !excluded(day)) counted += 1
    }
    return day
  }

  function restart(on: PlainDate) {
    Object.assign(sheet, { zero: on, extendedBy: 0, fixed: null, waiting: null, left: false })
  }

  function end(on: PlainDate) {
    sheet.stoppedOn ??= on
    sheet.waiting = null
  }

  function pauses(party: string): boolean {
    if (party === 'secrecy-authority') return settings.pauseForSecrecyReferral
    return party === 'third-party' || !old
  }

  function setSpell(id: string, from: PlainDate, to: PlainDate, fee = false) {
    sheet.spells = [...sheet.spells.filter((spell) => spell.id !== id), { id, from, to, fee }]
  }

  function openUntil({ party, sentOn, deliveredOn }: Asked): PlainDate {
    return old || party === 'secrecy-authority' ? sentOn : nthWorked(deliveredOn ?? sentOn, 15)
  }

  function closedOn(asked: Asked, on: PlainDate, silent: boolean): PlainDate {
    if (old || asked.party === 'secrecy-authority') return on
    const last = openUntil(asked)
    if (silent) return last
    return (asked.deliveredOn !== null || careful) && last < on ? last : on
  }

  for (const event of sorted) {
    const { on } = event
    if (event.kind === 'ordered-again') {
      restart(on)
      Object.assign(sheet, {
        fixed: { on: event.dueOn, byReview: true },
        stoppedOn: null,
        fee: null,
        reasons: '',
      })
      continue
    }
    if (notBefore !== undefined && on < notBefore) continue
    if (event.kind === 'correction-requested') {
      if (sheet.fixed?.byReview || on > due()) continue
      const noticeBy = old ? null : nthWorked(sheet.noticeFrom ?? first, 7)
      const late = noticeBy !== null && on > noticeBy
      if (late && careful && settings.lateCorrectionNotice === 'keep-risk-deadline') continue
      sheet.waiting = 'correction'
      sheet.left = true
    }
    if (event.kind === 'correction-received' && sheet.waiting === 'correction') {
      restart(rolled(on, settings))
      sheet.noticeFrom = sheet.zero
    }
    if (event.kind === 'correction-lapsed' || event.kind === 'fee-lapsed' || event.kind === 'withdrawn')
      end(on)
    if (event.kind === 'replied-on-spot') end(on)
    if (event.kind === 'served') {
      end(
        event.method === 'post' || event.method === 'public-notice'
          ? event.sentOn
          : (event.receivedOn ?? (event.method === 'electronic' ? event.sentOn : on)),
      )
    }
    if (event.kind === 'service-failed' && event.method === 'post' && event.sentOn !== undefined)
      end(event.sentOn)

    if (event.kind === 'extended' && sheet.fixed === null) {
      const told = later(event.approvedOn, on)
      const lawful = event.approvedBy.trim() !== '' && told <= due() && event.workingDays >= 1
      if (lawful && sheet.extendedBy + event.workingDays <= limit) sheet.extendedBy += event.workingDays
    }

    if (event.kind === 'consultation-opened') {
      const asked = { id: event.consultation, party: event.with, sentOn: on, deliveredOn: null }
      sheet.asked.push(asked)
      if (pauses(event.with)) setSpell(asked.id, on, openUntil(asked))
    }
    if (event.kind === 'consultation-delivered') {
      const asked = sheet.asked.find(({ id }) => id === event.consultation)
      if (asked !== undefined) {
        asked.deliveredOn = on
        if (pauses(asked.party)) setSpell(asked.id, asked.sentOn, openUntil(asked))
      }
    }
    if (event.kind === 'consultation-answered' || event.kind === 'consultation-lapsed') {
      const asked = sheet.asked.find(({ id }) => id === event.consultation)
      if (asked !== undefined && pauses(asked.party)) {
        setSpell(asked.id, asked.sentOn, closedOn(asked, on, event.kind === 'consultation-lapsed'))
      }
    }

    if (event.kind === 'reasons-asked') {
      sheet.reasons = 'asked'
      if (settings.pauseForReasons && on <= due()) setSpell('reasons', on, event.respondBy)
    }
    if (event.kind === 'reasons-given' || event.kind === 'reasons-lapsed') {
      sheet.reasons = event.kind === 'reasons-given' && event.reasonable ? 'reasonable' : 'none'
      const open = sheet.spells.find(({ id }) => id === 'reasons')
      if (open !== undefined) setSpell('reasons', open.from, earlier(on, open.to))
    }
    if (event.kind === 'delayed-reply-fixed' && !sheet.fixed?.byReview) {
      if (sheet.reasons === 'reasonable' && on <= due()) sheet.fixed = { on: event.dueOn, byReview: false }
    }

    if (event.kind === 'fee-noticed' && (legalReceipt ?? first) >= '2021-01-01' && on <= due()) {
      sheet.fee = {
        noticedOn: on,
        payBy: event.deliveredOn === undefined ? null : nthWorked(event.deliveredOn, 20),
      }
      if (!sheet.fixed?.byReview) {
        sheet.waiting = 'payment'
        sheet.left = true
      }
    }
    if (event.kind === 'delivered' && event.document === 'fee-notice' && sheet.fee !== null) {
      sheet.fee.payBy = nthWorked(on, 20)
    }
    if (event.kind === 'fee-paid' && sheet.fee !== null && sheet.waiting === 'payment') {
      if (settings.feeClock === 'restart') restart(on)
      else {
        setSpell('fee', sheet.fee.noticedOn, on, true)
        sheet.waiting = null
        sheet.left = false
      }
    }
  }
  return answer(due)

  function answer(dueOf?: () => PlainDate): NaiveClock {
    const silent = dueOf === undefined || sheet.waiting !== null || (sheet.left && sheet.stoppedOn !== null)
    return {
      dueOn: silent ? null : dueOf(),
      waitingFor: sheet.waiting,
      stoppedOn: sheet.stoppedOn,
      feePayBy: sheet.fee?.payBy ?? null,
      extendedBy: sheet.extendedBy,
    }
  }
}

function rolled(on: PlainDate, settings: ClockSettings): PlainDate {
  let day = on
  if (settings.nonWorkdayReceipt === 'roll-forward') while (!worked(day)) day = addDays(day, 1)
  return day
}

function nthWorked(from: PlainDate, count: number): PlainDate {
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (worked(day)) left -= 1
  }
  return day
}

const OFF = daysOf('off')
const WORKED = new Set([...daysOf('worked'), parsePlainDate('2005-12-31')])

function worked(on: PlainDate): boolean {
  return weekdayOf(on) <= 5 ? !OFF.has(on) : WORKED.has(on)
}

function daysOf(list: 'off' | 'worked'): Set<PlainDate> {
  const days = Object.entries(published).flatMap(([year, lists]) =>
    lists[list].split(' ').map((monthDay) => parsePlainDate(`${year}-${monthDay}`)),
  )
  return new Set(days)
}
