import type { OutcomeCode } from '../decision/outcome-code.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Channel } from './channel.ts'

type At<Kind extends string, Facts = unknown> = Readonly<{ kind: Kind; on: PlainDate } & Facts>

/** 送达方式, Letter 235 (国办公开办函〔2016〕235号) and 条例 第四十条. */
export type ServiceMethod = 'direct' | 'entrusted' | 'post' | 'electronic' | 'left' | 'public-notice'

/** 被征求意见的一方: 第三方 (Art. 32), 共同制作的其他行政机关 (Art. 34), 保密行政管理部门 (Art. 17). */
export type ConsultedParty = 'third-party' | 'co-maker' | 'secrecy-authority'

/** 送达的文书 whose day of arrival is learnt after it was sent. */
export type DeliveredDocument = 'correction-notice' | 'fee-notice' | 'decision'

/** 处理决定: the main outcome, and one for each item where a request asks for several. */
type Decided = { outcome: OutcomeCode; items?: readonly OutcomeCode[] }

/** 收费: `quantity` is the running number of the request in its month (by item) or its pages (by volume). */
type FeeFacts = {
  method: 'by-item' | 'by-volume'
  amountInYuan: number
  quantity?: number
  deliveredOn?: PlainDate
}

/**
 * What happened to a request, as dated facts. `on` is the legal date of the fact (the day a letter was sent,
 * a form handed over), never the day it was typed in. State, deadline and report row are folds over the list.
 */
export type RequestEvent =
  // 收到
  | At<'submitted', { channel: 'online' | 'email' | 'fax' }>
  | At<'arrived', { channel: 'post-ordinary' | 'fax' }>
  | At<'received', { channel: 'in-person' | 'oral' | 'post-signed' }>
  | At<'confirmed'>
  // 补正
  | At<
      'correction-requested',
      {
        items: readonly string[]
        respondBy: PlainDate
        deliveredOn?: PlainDate
        /** Why it had to be asked again, though everything is to be told at one time. */
        againReason?: string
      }
    >
  | At<'correction-received', { channel: Channel; goodReason?: string }>
  | At<'correction-lapsed'>
  // 办理
  | At<'review-started'>
  | At<'extended', { workingDays: number; approvedBy: string; approvedOn: PlainDate; reason: string }>
  | At<'consultation-opened', { consultation: string; with: ConsultedParty }>
  | At<'consultation-delivered', { consultation: string }>
  | At<'consultation-answered', { consultation: string; answer: 'consent' | 'refusal'; reasonable?: boolean }>
  | At<'consultation-lapsed', { consultation: string }>
  | At<'reasons-asked', { respondBy: PlainDate; requestCount: number }>
  | At<'reasons-given', { reasonable: boolean }>
  | At<'reasons-lapsed'>
  | At<'delayed-reply-fixed', { dueOn: PlainDate; reason: string }>
  | At<'fee-noticed', FeeFacts>
  | At<'fee-paid'>
  | At<'fee-lapsed'>
  // 决定与送达
  | At<'decision-drafted', Decided>
  | At<'decision-returned', { reason: string }>
  | At<'decision-approved', Decided & { documentNumber: string }>
  | At<'replied-on-spot', Decided>
  | At<'served', { method: ServiceMethod; sentOn: PlainDate; receivedOn?: PlainDate; openedOn?: PlainDate }>
  | At<'service-failed', { method: ServiceMethod; reason: string; sentOn?: PlainDate }>
  | At<'delivered', { document: DeliveredDocument }>
  | At<'closed'>
  // 终止与重来
  | At<'withdrawn'>
  | At<'ordered-again', { by: 'reconsideration' | 'court'; dueOn: PlainDate }>

export type RequestEventKind = RequestEvent['kind']
