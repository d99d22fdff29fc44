import { cite, citeItem } from '../../citation.ts'
import { choice, count, day, list, text, withheldParts } from '../fields.ts'
import { PROVISION_MEDIA } from '../kinds.ts'
import type { OutcomeCode } from '../outcome-code.ts'
import { type Outcome, sameRow } from './outcome-entry.ts'

/** 予以公开、部分公开: 条例 第三十六条第（一）、（二）项、第三十七条. */
export const GRANTED_OUTCOMES = {
  'grant-already-public': {
    label: '予以公开（已主动公开，告知获取方式和途径）',
    group: 'granted',
    basis: [citeItem('regulation', 36, 1)],
    appliesWhen: '所申请公开信息已经主动公开的',
    content: [list('places', '已公开的位置（名称、网址或者公报期号、日期）')],
    evidence: ['location-check'],
    after: [],
    rows: sameRow('granted'),
    reconsiderationFirst: false,
    document: 'reply',
    releases: false,
  },
  'grant-provided': {
    label: '予以公开（提供信息）',
    group: 'granted',
    basis: [citeItem('regulation', 36, 2)],
    appliesWhen: '所申请公开信息可以公开，并向申请人提供该政府信息的',
    content: [
      list('enclosures', '提供的信息清单'),
      count('pages', '页数'),
      choice('medium', '提供形式', PROVISION_MEDIA),
    ],
    evidence: ['secrecy-review'],
    after: [],
    rows: sameRow('granted'),
    reconsiderationFirst: false,
    document: 'reply',
    releases: true,
  },
  'grant-later': {
    label: '予以公开（告知获取的方式、途径和时间）',
    group: 'granted',
    basis: [citeItem('regulation', 36, 2)],
    appliesWhen: '所申请公开信息可以公开，告知申请人获取该政府信息的方式、途径和时间的',
    content: [text('way', '获取方式'), text('path', '获取途径'), day('availableOn', '获取时间')],
    evidence: ['secrecy-review'],
    after: [],
    rows: sameRow('granted'),
    reconsiderationFirst: false,
    document: 'reply',
    releases: false,
  },
  partial: {
    label: '部分公开（区分处理）',
    group: 'partial',
    basis: [cite('regulation', 37)],
    appliesWhen: '信息中含有不应当公开或者不属于政府信息的内容，但是能够作区分处理的',
    content: [
      list('enclosures', '提供的信息清单'),
      count('pages', '页数'),
      withheldParts('withheld', '不予公开的部分、依据、理由和遮盖方式'),
    ],
    evidence: ['full-copy', 'masked-copy', 'masking-table', 'secrecy-review'],
    after: [],
    rows: sameRow('partially_granted'),
    reconsiderationFirst: true,
    document: 'reply',
    releases: true,
  },
} as const satisfies Partial<Record<OutcomeCode, Outcome>>
