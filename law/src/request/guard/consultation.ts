import type { Consultation } from '../../clock/clock.ts'
import { CONSULTED_PARTIES } from '../../clock/consulted-party.ts'
import { plainDateText } from '../../plain-date.ts'
import { type Act, type ActOf, type Objection, object } from './guard.ts'

/** 征求意见: not to revive a deadline that is over, and each under a name of its own. */
export function guardConsultationOpened({ event, clock }: ActOf<'consultation-opened'>): Objection {
  if (clock.dueOn !== null && event.on > clock.dueOn) {
    return object(event.kind, 'deadline-passed', '答复期限已经届满，征求意见不能使期限恢复')
  }
  if (clock.consultations.some(({ consultation }) => consultation === event.consultation)) {
    return object(event.kind, 'consultation-exists', '该征求意见已经登记，请勿重复登记')
  }
  return null
}

export function guardConsultationDelivered({ event, clock }: ActOf<'consultation-delivered'>): Objection {
  const asked = openConsultation(clock.consultations, event.consultation)
  if (asked === null) return notOpen(event)
  if (asked.deliveredOn === null) return null
  return object(event.kind, 'delivered-already', `征求意见书已登记于${plainDateText(asked.deliveredOn)}送达`)
}

export function guardConsultationAnswered({ event, clock }: ActOf<'consultation-answered'>): Objection {
  return openConsultation(clock.consultations, event.consultation) === null ? notOpen(event) : null
}

/** 逾期未提出意见: the period runs from proven arrival, and must be over. */
export function guardConsultationLapsed({ event, clock }: ActOf<'consultation-lapsed'>): Objection {
  const asked = openConsultation(clock.consultations, event.consultation)
  if (asked === null) return notOpen(event)
  const { label, basis } = CONSULTED_PARTIES[asked.with]
  if (asked.with !== 'secrecy-authority' && asked.deliveredOn === null) {
    const reason = `没有记录${label}收到征求意见书的日期，不能认定逾期`
    return { code: 'letter-unproven', reason, basis }
  }
  if (asked.respondBy !== null && event.on <= asked.respondBy) {
    const reason = `${label}提出意见的期限至${plainDateText(asked.respondBy)}，尚未届满`
    return { code: 'consultation-not-lapsed', reason, basis }
  }
  return null
}

function openConsultation(consultations: readonly Consultation[], id: string): Consultation | null {
  return consultations.find(({ consultation, closedOn }) => consultation === id && closedOn === null) ?? null
}

function notOpen(event: Act['event']): Objection {
  return object(event.kind, 'consultation-not-open', '没有这项正在进行的征求意见')
}
