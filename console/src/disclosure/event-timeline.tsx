import type { DocumentEventView } from '@mingfu/contract'
import {
  DOCUMENT_RELATIONS,
  RE_REVIEW_OUTCOMES,
  SECRECY_OPINIONS,
  URGENT_GATES,
  URGENT_GROUNDS,
  VALIDITY_STATES,
  WITHDRAWAL_REASONS,
} from '@mingfu/law'
import { momentText, Timeline, Typography } from '../ui/index.ts'
import { EVENTS } from './words.ts'

/** 发布经过: who did what and when; the record is only added to. */
export function EventTimeline({ events }: { events: readonly DocumentEventView[] }) {
  return (
    <Timeline
      items={events.map((event) => ({
        key: event.seq,
        content: (
          <>
            <strong>{EVENTS[event.kind]}</strong>　{event.actor}
            <br />
            <Typography.Text type="secondary">{momentText(event.at)}</Typography.Text>
            <EventDetail event={event} />
          </>
        ),
      }))}
    />
  )
}

function EventDetail({ event }: { event: DocumentEventView }) {
  const text = detailOf(event)
  return text === '' ? null : <div className="excerpt">{text}</div>
}

function detailOf({ kind, facts }: DocumentEventView): string {
  const said = (name: string) => (typeof facts[name] === 'string' ? facts[name] : '')
  switch (kind) {
    case 'file-attached':
    case 'file-removed':
      return said('title')
    case 'reviewed':
      return joined(said('formNumber'), `意见：${word(SECRECY_OPINIONS, said('opinion'))}`, said('reason'))
    case 'referral-answered':
      return said('answer')
    case 'returned':
      return said('reason')
    case 'level-passed':
      return joined(said('label'), said('opinionText'))
    case 'approved':
      return said('opinionText')
    case 'published-urgently':
      return joined(
        word(labels(URGENT_GROUNDS), said('ground')),
        said('reason'),
        `${said('dueOn')}前补审`,
        waitingText(facts.waiting),
        `索引号${said('indexNumber')}`,
      )
    case 'later-reviewed':
      return joined(said('label'), facts.stays === true ? '可以继续公开' : '不应公开，撤下', said('note'))
    case 'corrected':
      return said('note')
    case 'published':
      return joined('索引号', said('indexNumber'))
    case 'withdrawn':
      return joined(word(WITHDRAWAL_REASONS, said('reason')), said('note'))
    case 'validity-changed':
      return joined(
        `${said('on') === '' ? '' : `自${said('on')}起`}${word(labels(VALIDITY_STATES), said('validity'))}，依据：${said('by')}`,
        said('restoredFrom') === '' ? '' : `原标注：${word(labels(VALIDITY_STATES), said('restoredFrom'))}`,
      )
    case 'validity-kept':
      return `${word(labels(VALIDITY_STATES), said('validity'))}，依据：${said('by')}`
    case 'interpretation-planned':
      return said('exemption') === '' ? `${said('plannedOn')}前发布解读` : `不解读：${said('exemption')}`
    case 'unrelated':
      return joined(relationText(facts), said('reason'))
    case 'related':
      return relationText(facts)
    case 'scheduled':
      return said('publishAt') === '' ? '' : `定于${momentText(said('publishAt'))}发布`
    case 'consulted':
      return said('party')
    case 'consultation-answered':
      return said('outcome') === 'opposed'
        ? '不同意公开'
        : said('outcome') === 'agreed'
          ? '同意公开'
          : '没有意见'
    case 're-reviewed':
      return joined(word(labels(RE_REVIEW_OUTCOMES), said('outcome')), said('reason'))
    case 'drafted':
    case 'edited':
    case 'submitted':
    case 'correction-drafted':
    case 'applied':
    case 'reopened':
      return ''
  }
}

function relationText(facts: DocumentEventView['facts']): string {
  const relation = Object.entries(DOCUMENT_RELATIONS).find(([id]) => id === facts.kind)?.[1]
  if (relation === undefined) return ''
  return typeof facts.fromId === 'string' ? relation.inverse : relation.label
}

function waitingText(gates: unknown): string {
  if (!Array.isArray(gates) || gates.length === 0) return ''
  return `待补齐：${gates.map((gate) => word(labels(URGENT_GATES), String(gate))).join('、')}`
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('　')
}

function word(words: Readonly<Record<string, string>>, id: string): string {
  return words[id] ?? id
}

function labels(table: Readonly<Record<string, { label: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(table).map(([id, { label }]) => [id, label]))
}
