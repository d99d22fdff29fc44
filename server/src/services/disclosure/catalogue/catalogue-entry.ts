import {
  CATALOGUES,
  type CatalogueEntry,
  type ChannelDuty,
  type DeadlineLimit,
  type LegalItemCode,
  PUBLISHING_CHANNELS,
  type PublishingChannel,
  type UpdateClass,
  type UpdatePeriod,
} from '@mingfu/law'
import { NotFound } from '../../../errors.ts'

/** 目录条目 as it is kept: a duty to publish, under up to three headings. */
export type EntryContent = Readonly<{
  path: readonly string[]
  contentRequired: string
  deadlineText: string
  /** What the words of the deadline come to; null where they set no countable limit. */
  deadlineLimit: DeadlineLimit | null
  basis: readonly string[]
  responsibleUnit: string
  channels: Readonly<Partial<Record<PublishingChannel, ChannelDuty>>>
  audience: string
  mode: NonNullable<CatalogueEntry['mode']>
  level: NonNullable<CatalogueEntry['level']>
  updateClass: UpdateClass
  period: UpdatePeriod | null
  legalItems: readonly LegalItemCode[]
  isMandatory: boolean
  /** The column in which its items are shown. */
  nodeId: string | null
  /** 备注: what has to be compared before it is relied on. For the office, not for the public. */
  note: string
}>

export const ENTRY_MODES = { proactive: '主动', 'upon-request': '依申请' } as const
export const ENTRY_LEVELS = {
  province: '省级',
  'city-county': '县级',
  town: '乡、村级',
  both: '县级、乡村级',
} as const satisfies Record<EntryContent['level'], string>

/** 基本目录 or a standard catalogue by its id; anything else is not there. */
export function titleOfCatalogue(catalogue: string): string {
  const title = Object.hasOwn(CATALOGUES, catalogue) ? CATALOGUES[catalogue] : undefined
  if (title === undefined) throw new NotFound('这个目录')
  return title
}

/** What makes an entry the same in the next version of its catalogue. */
export function keyOf({ path, contentRequired }: Pick<EntryContent, 'path' | 'contentRequired'>): string {
  return [...path, contentRequired].map((text) => text.replace(/\s+/g, '')).join('\u001f')
}

/** ■政府网站 ■政府公报（可选）: an open box means a choice here and nothing there, so that a choice is said in words. */
export function channelBoxes(channels: EntryContent['channels']): string {
  return (Object.keys(channels) as PublishingChannel[])
    .filter((channel) => channels[channel] !== 'none')
    .map((channel) => `■${PUBLISHING_CHANNELS[channel]}${channels[channel] === 'optional' ? '（可选）' : ''}`)
    .join(' ')
}
