import type { PlainDate } from '@mingfu/law'
import { askReasons } from '../services/requests/ask-reasons.ts'
import { deliverConsultation } from '../services/requests/deliver-consultation.ts'
import { lapseCorrection } from '../services/requests/lapse-correction.ts'
import { lapseFee } from '../services/requests/lapse-fee.ts'
import { noticeFee } from '../services/requests/notice-fee.ts'
import { openConsultation } from '../services/requests/open-consultation.ts'
import { requestCorrection } from '../services/requests/request-correction.ts'
import type { DemonstrationCase } from './cases/demonstration-case.ts'
import { after, on, type Played, step } from './played.ts'
import type { Stage } from './stage.ts'

/** 补正: asked for, and where the course says so never answered. */
export async function correct(
  stage: Stage,
  played: Played,
  course: Extract<DemonstrationCase['course'], { items: readonly string[] }>,
): Promise<void> {
  const day = after(stage, played.receivedOn, 3)
  const respondBy = after(stage, day, 10)
  await step(
    played,
    requestCorrection(stage.as('jingban', day), {
      ...on(stage, played),
      on: day,
      items: course.items,
      guidance: '可以拨打公开指南所列电话咨询，本机关协助您明确所需信息。',
      respondBy,
      deliveredOn: day,
    }),
  )
  if (course.at === 'awaiting-correction') return
  const lapsed = after(stage, respondBy, 1)
  await step(played, lapseCorrection(stage.as('jingban', lapsed), { ...on(stage, played), on: lapsed }))
}

/** 征求意见 of a third party, delivered; answers its id. */
export async function consult(stage: Stage, played: Played, day: PlainDate): Promise<string> {
  const opened = await openConsultation(stage.as('jingban', day), {
    ...on(stage, played),
    on: day,
    with: 'third-party',
    party: {
      name: '南阳水利生态渔业有限公司',
      contactName: '任建平',
      phone: '13837700301',
      address: '南阳市卧龙区滨河路8号',
    },
    subject: '涉及贵公司的合同、报价等商业信息',
    why: '所申请公开的信息涉及贵公司的商业秘密，公开可能损害贵公司合法权益',
  })
  played.version = opened.version
  const delivered = after(stage, day, 2)
  await step(
    played,
    deliverConsultation(stage.as('jingban', delivered), {
      ...on(stage, played),
      consultationId: opened.consultationId,
      on: delivered,
      proof: 'EMS 邮件签收记录',
    }),
  )
  return opened.consultationId
}

/** 说明理由. */
export async function ask(stage: Stage, played: Played): Promise<void> {
  const day = after(stage, played.receivedOn, 4)
  await step(
    played,
    askReasons(stage.as('jingban', day), {
      ...on(stage, played),
      on: day,
      requestCount: 3,
      period: '近一年',
      toExplain: '本件一次申请三十六类、近十年的全部文件，连同近一年提出的其他申请，请说明提出申请的理由。',
      respondBy: after(stage, day, 15),
    }),
  )
}

/** 收费: asked for, and where the course says so never paid. */
export async function charge(
  stage: Stage,
  played: Played,
  course: Extract<DemonstrationCase['course'], { pages: number }>,
): Promise<void> {
  const day = after(stage, played.receivedOn, 6)
  await step(
    played,
    noticeFee(stage.as('jingban', day), {
      ...on(stage, played),
      on: day,
      method: 'by-volume',
      pages: course.pages,
      payment: '持本通知到鸭河工区便民服务中心财政窗口缴纳，或者扫描通知所附二维码缴纳',
      deliveredOn: day,
    }),
  )
  if (course.at === 'awaiting-payment') return
  const lapsed = after(stage, day, 21)
  await step(played, lapseFee(stage.as('jingban', lapsed), { ...on(stage, played), on: lapsed }))
}
