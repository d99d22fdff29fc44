import { type ChosenSetting, SETTING_CHOICES } from '@mingfu/law'
import { z } from 'zod'
import { defineRoute } from './route.ts'

function choice<Name extends ChosenSetting>(name: Name) {
  const { label, choices } = SETTING_CHOICES[name]
  type Value = (typeof SETTING_CHOICES)[Name]['choices'][number]['value']
  return z.literal(choices.map(({ value }) => value) as [Value, ...Value[]]).meta({ title: label })
}

/** 办理口径: the readings of what the texts leave open, as `SETTING_CHOICES` of the law lists them. */
export const PracticeBody = z.object({
  nonWorkdayReceipt: choice('nonWorkdayReceipt'),
  pauseConvention: choice('pauseConvention'),
  maxCorrectionRounds: choice('maxCorrectionRounds'),
  lateCorrectionNotice: choice('lateCorrectionNotice'),
  maxExtensions: choice('maxExtensions'),
  feeClock: choice('feeClock'),
  pauseForReasons: choice('pauseForReasons'),
  pauseForSecrecyReferral: choice('pauseForSecrecyReferral'),
  partialRemedy: choice('partialRemedy'),
  nonReplyReconsiderationFirst: choice('nonReplyReconsiderationFirst'),
  electronicServiceDate: choice('electronicServiceDate'),
  inquiryOutcome: choice('inquiryOutcome'),
  archivesOutcome: choice('archivesOutcome'),
  soleTraderClass: choice('soleTraderClass'),
  regionalHolidays: z.array(z.string().trim().min(1).max(60)).max(10).meta({ title: '适用的地方假日' }),
})
export type PracticeBody = z.infer<typeof PracticeBody>

export const practice = {
  show: defineRoute({
    method: 'GET',
    path: '/practice',
    summary: '本机关的办理口径：法律没有规定、由机关自行确定的算法和做法',
    access: 'staff',
    answer: z.object({
      settings: PracticeBody,
      /** Regions whose holiday notices have been imported. */
      knownRegions: z.array(z.string()),
    }),
  }),
  change: defineRoute({
    method: 'PUT',
    path: '/practice',
    summary: '修改办理口径，在办申请的期限随后重新计算',
    access: 'staff',
    body: PracticeBody,
    answer: z.object({}),
  }),
}
