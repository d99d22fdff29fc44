import type { Context } from '../../services/context.ts'
import { answerCorrection } from '../../services/requests/answer-correction.ts'
import { askExplanation } from '../../services/requests/ask-explanation.ts'
import { chooseReminders } from '../../services/requests/choose-reminders.ts'
import type { Claim } from '../../services/requests/claim.ts'
import { declarePayment } from '../../services/requests/declare-payment.ts'
import type { KeptFile } from '../../services/requests/keep-attachment.ts'
import { rateService } from '../../services/requests/rate-service.ts'
import { stateReasons } from '../../services/requests/state-reasons.ts'
import { withdrawByApplicant } from '../../services/requests/withdraw-by-applicant.ts'

/** What an applicant may send from the page of his application. */
export const STATUS_ACTS = [
  'correction',
  'reasons',
  'payment',
  'explanation',
  'withdrawal',
  'rating',
  'reminders',
] as const
export type StatusAct = (typeof STATUS_ACTS)[number]

export function isStatusAct(act: string): act is StatusAct {
  return STATUS_ACTS.some((known) => known === act)
}

type Given = Readonly<{
  claim: Claim
  key: string
  fields: Readonly<Record<string, string>>
  files: readonly KeptFile[]
}>

/** Does what was asked, and answers the sentence that says so. */
export async function actOn(ctx: Context, act: StatusAct, { claim, key, fields, files }: Given) {
  const said = { ...claim, messageKey: key, text: fields.text ?? '', attachments: files }
  switch (act) {
    case 'correction': {
      const { late } = await answerCorrection(ctx, said)
      return late
        ? '补正材料已经收下。补正期限已过，经办人核对您说明的理由后处理。'
        : '补正已经收到，答复期限自今日起重新计算。'
    }
    case 'reasons':
      await stateReasons(ctx, said)
      return '您说明的理由已经收到，经办人将作出判断。'
    case 'payment':
      await declarePayment(ctx, said)
      return '缴费说明已经收到，经办人核对到账后登记，处理期限自缴费之日起重新计算。'
    case 'explanation':
      await askExplanation(ctx, said)
      return '您的来信已经收到，回复后在本页查看。'
    case 'withdrawal':
      await withdrawByApplicant(ctx, { ...said, lastFour: fields.lastFour ?? '' })
      return '申请已经撤回，本机关不再处理。'
    case 'rating':
      await rateService(ctx, { ...claim, score: Number(fields.score), comment: fields.text ?? '' })
      return '感谢您的评价。'
    case 'reminders': {
      const by = fields.by === 'mail' || fields.by === 'sms' ? fields.by : null
      await chooseReminders(ctx, { ...claim, by })
      return by === null ? '今后不再发送提醒。' : '提醒方式已经保存。'
    }
  }
}
