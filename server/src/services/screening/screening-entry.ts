import type { PlainDate } from '@mingfu/law'
import { WORDING_KINDS, type WordingKind } from '@mingfu/screening'

/** 词表和名单的类别: words that are wrong, and what is let pass. */
export const SCREENING_ENTRY_KINDS = {
  fatal: WORDING_KINDS.fatal.label,
  sensitive: WORDING_KINDS.sensitive.label,
  typo: WORDING_KINDS.typo.label,
  organ: WORDING_KINDS.organ.label,
  leader: WORDING_KINDS.leader.label,
  allowed: '不作为问题的号码和词语',
  'public-document': '已知公开的文件',
} as const satisfies Record<WordingKind | 'allowed' | 'public-document', string>

export type ScreeningEntryKind = keyof typeof SCREENING_ENTRY_KINDS

export type ScreeningEntry = Readonly<{
  entryId: string
  kind: ScreeningEntryKind
  words: string
  right: string | null
  from: PlainDate | null
  to: PlainDate | null
  note: string
  addedAt: Date
  addedBy: string
}>
