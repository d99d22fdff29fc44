import { cite } from '../../citation.ts'
import { feeOfItem, feeOfPages, feeScheduleFor } from '../../fee/fee.ts'
import { plainDateText } from '../../plain-date.ts'
import { type ActOf, lastOf, type Objection, object } from './guard.ts'

/** 收费通知: in time, once, by one method, and for the amount of the standard. */
export function guardFeeNoticed({ event, history, clock, now }: ActOf<'fee-noticed'>): Objection {
  const { kind, method, amountInYuan, quantity } = event
  const schedule = now.receivedOn === null ? null : feeScheduleFor(now.receivedOn)
  if (schedule === null) {
    return object(kind, 'fee-before-measures', '信息处理费管理办法施行前收到的申请，不收取信息处理费')
  }
  if (clock.dueOn !== null && event.on > clock.dueOn) {
    return object(kind, 'fee-notice-late', '收费通知应当在申请处理期限内发出，期限已经届满')
  }
  const earlier = lastOf(history, 'fee-noticed')
  if (earlier !== undefined) {
    const reason =
      earlier.method === method
        ? '本件申请已经发出收费通知，不能重复收费'
        : '按件计收和按量计收不能同时用于一件申请'
    return { code: 'fee-again', reason, basis: cite('fee-measures', 3) }
  }
  if (!Number.isSafeInteger(amountInYuan) || amountInYuan < 1) {
    return object(kind, 'fee-not-due', '按标准没有应收的费用，不能发出收费通知')
  }
  if (quantity === undefined) return null
  const due = method === 'by-item' ? feeOfItem(quantity, schedule) : feeOfPages(quantity, schedule)
  if (due === amountInYuan) return null
  return {
    code: 'fee-not-by-standard',
    reason: `按标准应收${due}元，请核对金额`,
    basis: schedule.basis[method],
  }
}

/** 缴费: within the period. */
export function guardFeePaid({ event, clock }: ActOf<'fee-paid'>): Objection {
  if (clock.feePayBy === null || event.on <= clock.feePayBy) return null
  const reason = `缴费期限已于${plainDateText(clock.feePayBy)}届满，逾期未缴费的视为放弃申请`
  return object(event.kind, 'paid-late', reason)
}

/** 逾期未缴费: only when the notice is proved to have arrived and its period is over. */
export function guardFeeLapsed({ event, clock }: ActOf<'fee-lapsed'>): Objection {
  if (clock.feePayBy === null) {
    return object(event.kind, 'notice-unproven', '没有收费通知书的送达凭证，不能视为申请人放弃申请')
  }
  if (event.on <= clock.feePayBy) {
    const reason = `缴费期限至${plainDateText(clock.feePayBy)}，尚未届满，不能视为申请人放弃申请`
    return object(event.kind, 'fee-not-lapsed', reason)
  }
  return null
}
