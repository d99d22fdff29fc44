import { CONTENT_KINDS, type ContentKind, VALIDITY_STATES, type ValidityState } from '@mingfu/law'
import type { Agency } from '../agencies/find-agency.ts'
import type { Context } from '../context.ts'

/** 订阅的条件: what a search may be narrowed by, without its days, for only what is new is sent. */
export type Topic = Readonly<{
  /** Words of a search; without any, everything new. */
  q: string | null
  /** The slug of an agency; `null` for the whole site. */
  agency: string | null
  kind: ContentKind | null
  validity: ValidityState | null
}>

export const FREQUENCIES = { daily: '每日一次', weekly: '每周一次' } as const
export type Frequency = keyof typeof FREQUENCIES

/** The topic that names in an address ask for, as far as they can be understood. */
export function topicOf({ q, agency, kind, validity }: Readonly<Record<string, string | undefined>>): Topic {
  return {
    q: q?.trim().slice(0, 100) || null,
    agency: agency?.trim() || null,
    kind: kind !== undefined && kind in CONTENT_KINDS ? (kind as ContentKind) : null,
    validity: validity !== undefined && validity in VALIDITY_STATES ? (validity as ValidityState) : null,
  }
}

/** The same as names in an address. */
export function topicQuery(topic: Topic): URLSearchParams {
  const given = Object.entries(topic).filter(([, value]) => value !== null) as [string, string][]
  return new URLSearchParams(given)
}

/** How a topic is called on the page, in the mail and in the record. */
export function topicText(
  { q, agency, kind, validity }: Topic,
  agencies: readonly Readonly<{ slug: string; shortName: string }>[],
): string {
  const of = agencies.find(({ slug }) => slug === agency)?.shortName ?? '全站'
  const narrowed = [
    ...(kind === null ? [] : [CONTENT_KINDS[kind].label]),
    ...(validity === null ? [] : [VALIDITY_STATES[validity].label]),
  ]
  const what = q === null ? `${of}最新公开的信息` : `${of}检索“${q}”`
  return narrowed.length === 0 ? what : `${what}（${narrowed.join('、')}）`
}

/** What a link in a mail proves: that its bearer reads the mailbox. Nothing of it is kept. */
export function keyOf({ seal }: Context, act: 'confirm' | 'end', subscriptionId: string): string {
  return seal.index(`subscription ${act} ${subscriptionId}`).toString('base64url')
}

/** Where links in mails lead; `null` when nobody has told the program its address, and nothing can be subscribed to. */
export function siteHome(
  { publicUrl }: Context,
  agency: Pick<Agency, 'siteDomain'>,
  agencies: readonly Pick<Agency, 'parentId' | 'siteDomain'>[],
): string | null {
  const host = agencies.find(({ parentId }) => parentId === null)
  const domain = agency.siteDomain ?? host?.siteDomain ?? null
  const home = publicUrl ?? (domain === null ? null : `https://${domain}`)
  return home?.replace(/\/+$/, '') ?? null
}
