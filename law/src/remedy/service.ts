import { type Citation, cite } from '../citation.ts'
import type { Settings } from '../clock/settings.ts'
import { addDays, type PlainDate } from '../plain-date.ts'
import type { RequestEvent, ServiceMethod } from '../request/event.ts'

/** 送达: the day that decides whether the agency was in time, and the day that starts the applicant's remedies. */
export type Service = Readonly<{
  method: ServiceMethod
  timelyOn: PlainDate
  /** Day 0 of the periods for reconsideration and litigation; `null` while the proof of receipt is missing. */
  remedyFrom: PlainDate | null
  basis: Citation
}>

/** 送达方式 with what fixes its two days. Public notice takes effect after 30 days by analogy (民事诉讼法 Art. 95). */
export const SERVICE_METHODS = {
  direct: { label: '直接送达', timely: '签收之日', basis: cite('letter-235') },
  entrusted: { label: '委托送达', timely: '签收之日', basis: cite('letter-235') },
  post: { label: '邮寄送达', timely: '交邮之日', basis: cite('letter-235') },
  electronic: { label: '电子送达', timely: '到达申请人指定系统之日', basis: cite('civil-procedure', 90) },
  left: { label: '留置送达', timely: '留置之日', basis: cite('civil-procedure', 89) },
  'public-notice': { label: '公告送达', timely: '公告之日', basis: cite('civil-procedure', 95) },
} as const satisfies Record<ServiceMethod, { label: string; timely: string; basis: Citation }>

const PUBLIC_NOTICE_DAYS = 30

/** Reads the two days off a service and, where it came later, the proof of receipt. */
export function readService(
  served: Extract<RequestEvent, { kind: 'served' }>,
  settings: Pick<Settings, 'electronicServiceDate'>,
  deliveredOn: PlainDate | null = null,
): Service {
  const { method, sentOn } = served
  const { basis } = SERVICE_METHODS[method]
  const receivedOn = served.receivedOn ?? deliveredOn
  switch (method) {
    case 'direct':
    case 'entrusted':
    case 'left': {
      const signedOn = receivedOn ?? served.on
      return { method, timelyOn: signedOn, remedyFrom: signedOn, basis }
    }
    case 'post':
      return { method, timelyOn: sentOn, remedyFrom: receivedOn, basis }
    case 'electronic': {
      // Opened is when the applicant took it: on the day told with the service, or by the slip that came later. The
      // office was in time by the arrival all the same.
      if (settings.electronicServiceDate === 'first-opened') {
        const timelyOn = served.receivedOn ?? sentOn
        return { method, timelyOn, remedyFrom: served.openedOn ?? deliveredOn, basis }
      }
      const arrivedOn = receivedOn ?? sentOn
      return { method, timelyOn: arrivedOn, remedyFrom: arrivedOn, basis }
    }
    case 'public-notice':
      return {
        method,
        timelyOn: sentOn,
        remedyFrom: receivedOn ?? addDays(sentOn, PUBLIC_NOTICE_DAYS),
        basis,
      }
  }
}
