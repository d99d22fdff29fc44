import type { PublishingChannel } from '../channel.ts'
import type { LegalItemCode } from '../legal-item.ts'
import type { STANDARD_AREAS } from '../standard-catalogue.ts'
import {
  STARTER_LIMITS,
  STARTER_NOTES,
  type StarterEntry,
  type StarterLimit,
  starterChannels,
} from './starter-entry.ts'

export type AreaLabel = (typeof STANDARD_AREAS)[number]['label']

/** 试点领域的起步目录: what its lines have in common, and the lines. */
export type StarterArea = Readonly<{
  label: AreaLabel
  unit: string
  basis: readonly string[]
  items: readonly LegalItemCode[]
  level: StarterEntry['level']
  channels?: readonly PublishingChannel[]
  lines: readonly AreaLine[]
}>

type AreaLine = Readonly<{
  path: readonly [string, string]
  content: string
  /** False where the names were not compared with a printed catalogue. */
  wasSeen: boolean
  limit: StarterLimit
  isPeriodic: boolean
  onRequest: boolean
}>

type Differs = Partial<Pick<AreaLine, 'limit' | 'isPeriodic' | 'onRequest'>>

/** A line whose 一级事项 and 二级事项 stand so in catalogues that were read; its contents in our words. */
export function seen(level1: string, level2: string, content: string, differs: Differs = {}): AreaLine {
  return { ...UNLESS, ...differs, path: [level1, level2], content, wasSeen: true }
}

/** A line that no printed catalogue was compared with: it says so until somebody has. */
export function unconfirmed(
  level1: string,
  level2: string,
  content: string,
  differs: Differs = {},
): AreaLine {
  return { ...UNLESS, ...differs, path: [level1, level2], content, wasSeen: false }
}

const UNLESS = { limit: 'general', isPeriodic: false, onRequest: false } as const

export function entriesOf({
  unit,
  basis,
  items,
  level,
  channels = [],
  lines,
}: StarterArea): readonly StarterEntry[] {
  return lines.map(({ path, content, wasSeen, limit, isPeriodic, onRequest }) => ({
    path,
    contentRequired: content,
    deadline: STARTER_LIMITS[limit].words,
    basis,
    responsibleUnit: unit,
    channels: starterChannels(...channels),
    audience: onRequest ? '特定群体' : '全社会',
    mode: onRequest ? 'upon-request' : 'proactive',
    level,
    updateClass: isPeriodic ? 'periodic' : 'on-change',
    period: isPeriodic ? 'year' : null,
    legalItems: items,
    isMandatory: true,
    note: wasSeen ? STARTER_NOTES.pilot : STARTER_NOTES.unconfirmed,
    column: null,
  }))
}
