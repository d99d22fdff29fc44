import { type ContentFacts, type OutcomeCode, outcomeOf, type PlainDate } from '@mingfu/law'
import { newId } from '../db/new-id.ts'
import { answerConsultation } from '../services/requests/answer-consultation.ts'
import { approveDecision } from '../services/requests/approve-decision.ts'
import { askReasons } from '../services/requests/ask-reasons.ts'
import { closeRequest } from '../services/requests/close-request.ts'
import { deliverConsultation } from '../services/requests/deliver-consultation.ts'
import { draftDecision } from '../services/requests/draft-decision.ts'
import { extendDeadline } from '../services/requests/extend-deadline.ts'
import { fileRequest } from '../services/requests/file-request.ts'
import { lapseCorrection } from '../services/requests/lapse-correction.ts'
import { lapseFee } from '../services/requests/lapse-fee.ts'
import { noticeFee } from '../services/requests/notice-fee.ts'
import { openConsultation } from '../services/requests/open-consultation.ts'
import { recordDelivery } from '../services/requests/record-delivery.ts'
import { registerRequest } from '../services/requests/register-request.ts'
import { requestCorrection } from '../services/requests/request-correction.ts'
import { serveDecision } from '../services/requests/serve-decision.ts'
import { startReview } from '../services/requests/start-review.ts'
import { withdrawRequest } from '../services/requests/withdraw-request.ts'
import { applicantOf, keyOf } from './applicant-of.ts'
import { CASES, type DemonstrationCase } from './cases.ts'
import { fileEvidence } from './file-evidence.ts'
import { playDispute } from './play-dispute.ts'
import { after, on, type Played, staffId, step } from './played.ts'
import type { Stage } from './stage.ts'

type Decided = Extract<DemonstrationCase['course'], { outcome: OutcomeCode }>

/** Plays every case of the demonstration year, step by step, through the verbs that people use. */
export async function seedCases(stage: Stage): Promise<void> {
  const served: { key: string; on: PlainDate; number: string }[] = []
  for (const one of CASES) {
    const received = stage.calendar.addWorkingDays(stage.today, -one.workingDaysAgo)
    const played = await open(stage, one, received)
    await play(stage, one, played, served)
  }
}

async function play(stage: Stage, one: DemonstrationCase, played: Played, served: Served[]): Promise<void> {
  const { course } = one
  if (course.at === 'registered' || course.at === 'received-unconfirmed') return
  const reviewOn = after(stage, played.receivedOn, 1)
  await step(
    played,
    startReview(stage.as('jingban', reviewOn), {
      ...on(stage, played),
      on: reviewOn,
      handlerId: staffId(stage, 'jingban'),
      applicantClass: one.applicantClass,
    }),
  )

  if (course.at === 'under-review') return
  switch (course.at) {
    case 'awaiting-correction':
    case 'abandoned-correction':
      return correct(stage, played, course)
    case 'consulting':
      await consult(stage, played, after(stage, played.receivedOn, 5))
      return
    case 'awaiting-reasons':
      return ask(stage, played)
    case 'awaiting-payment':
    case 'abandoned-fee':
      return charge(stage, played, course)
    case 'withdrawn': {
      const day = after(stage, played.receivedOn, 4)
      await step(
        played,
        withdrawRequest(stage.as('jingban', day), {
          ...on(stage, played),
          on: day,
          statement: '申请人书面说明所需信息已在网站查到，撤回申请。',
        }),
      )
      return
    }
    case 'decision-drafted':
    case 'decision-approved':
    case 'served':
    case 'closed':
    case 'reopened':
      return decide(stage, one, course, played, served)
  }
}

async function open(stage: Stage, one: DemonstrationCase, received: PlainDate): Promise<Played> {
  const application = {
    agencyId: stage.agencyId,
    filingKey: newId(),
    applicant: applicantOf(one),
    wish: {
      description: one.description,
      infoTitle: '',
      infoDocumentNumber: '',
      infoIndexNumber: '',
      wantedMedium: 'electronic',
      wantedDelivery: one.channel === 'online' ? 'online' : 'post',
    },
    purpose: '',
    acceptsOtherForm: true,
    attachments: [],
  }
  const filed =
    one.channel === 'online'
      ? await fileRequest(stage.visitor(received), application)
      : await registerRequest(stage.as('jingban', received), {
          ...application,
          channel: one.channel,
          arrivedOn: received,
          confirmedOn: null,
          applicantClass: one.applicantClass,
          proof: one.channel === 'post-signed' ? 'EMS 邮件签收记录' : '',
        })
  return { requestId: filed.requestId, number: filed.number, version: 1, receivedOn: received }
}

async function correct(
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

async function consult(stage: Stage, played: Played, day: PlainDate): Promise<string> {
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

async function ask(stage: Stage, played: Played): Promise<void> {
  const day = after(stage, played.receivedOn, 4)
  await step(
    played,
    askReasons(stage.as('jingban', day), {
      ...on(stage, played),
      on: day,
      requestCount: 36,
      period: '本月',
      toExplain: '请说明一个月内提出三十六件申请的理由。',
      respondBy: after(stage, day, 15),
    }),
  )
}

async function charge(
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

type Served = { key: string; on: PlainDate; number: string }

async function decide(
  stage: Stage,
  one: DemonstrationCase,
  course: Decided,
  played: Played,
  served: Served[],
): Promise<void> {
  const draftOn = after(stage, played.receivedOn, course.afterWorkingDays - 1)
  if (course.extended) {
    const extendOn = after(stage, played.receivedOn, 15)
    await step(
      played,
      extendDeadline(stage.as('jingban', extendOn), {
        ...on(stage, played),
        on: extendOn,
        workingDays: 20,
        reason: '所涉信息分散在多个单位，需要逐一收集、核对',
        approvedBy: staffId(stage, 'fuzeren'),
        approvedOn: extendOn,
      }),
    )
  }
  if (outcomeOf(course.outcome).after.includes('consultation-opened')) {
    const consultationId = await consult(stage, played, after(stage, played.receivedOn, 4))
    const answeredOn = after(stage, played.receivedOn, 9)
    await step(
      played,
      answerConsultation(stage.as('jingban', answeredOn), {
        ...on(stage, played),
        consultationId,
        on: answeredOn,
        answer: 'refusal',
        reasonable: true,
        opinion: '报价文件属于本公司商业秘密，不同意公开。',
      }),
    )
  }
  await fileEvidence(stage, course.outcome, played, draftOn)
  const facts = contentOf(stage, one, course, served, draftOn)
  await step(
    played,
    draftDecision(stage.as('jingban', draftOn), {
      ...on(stage, played),
      items: [{ outcome: course.outcome, facts }],
    }),
  )
  if (course.at === 'decision-drafted') return

  const approveOn = after(stage, played.receivedOn, course.afterWorkingDays)
  const approved = await approveDecision(stage.as('lingdao', approveOn), on(stage, played))
  played.version = approved.version
  if (course.at === 'decision-approved') return

  const online = one.channel === 'online'
  await step(
    played,
    serveDecision(stage.as('jingban', approveOn), {
      ...on(stage, played),
      method: online ? 'electronic' : one.channel === 'in-person' ? 'direct' : 'post',
      sentOn: approveOn,
      receivedOn: online || one.channel === 'in-person' ? approveOn : null,
      carrier: one.channel === 'post-signed' ? 'postal-company' : null,
      proof: online ? '系统送达记录' : one.channel === 'in-person' ? '送达回证' : 'EMS 邮件签收记录',
      receiver: one.applicant.name,
    }),
  )
  served.push({ key: keyOf(one), on: approveOn, number: approved.documentNumber })
  if (course.at === 'served') return

  if (one.channel === 'post-signed') {
    const signedOn = after(stage, approveOn, 2)
    await step(
      played,
      recordDelivery(stage.as('jingban', signedOn), {
        ...on(stage, played),
        document: 'decision',
        on: signedOn,
        proof: 'EMS 邮件签收记录',
      }),
    )
  }
  const closeOn = after(stage, approveOn, 3)
  await step(played, closeRequest(stage.as('jingban', closeOn), { ...on(stage, played), on: closeOn }))
  if (course.at === 'reopened') await playDispute(stage, played, closeOn)
}

/** Facts that only the course of the year knows are filled in here. */
function contentOf(
  stage: Stage,
  one: DemonstrationCase,
  course: Decided,
  served: readonly Served[],
  day: PlainDate,
): ContentFacts {
  if (course.outcome === 'noproc-repeat') {
    const earlier = served.find(({ key }) => key === keyOf(one))
    if (earlier === undefined) throw new Error('a repeated application without an earlier reply')
    return { earlierReplyOn: earlier.on, earlierReplyNumber: earlier.number }
  }
  if (course.outcome === 'grant-later') return { ...course.content, availableOn: after(stage, day, 10) }
  return course.content
}
