import { type ContentFacts, type OutcomeCode, outcomeOf, type PlainDate } from '@mingfu/law'
import { answerConsultation } from '../services/requests/answer-consultation.ts'
import { approveDecision } from '../services/requests/approve-decision.ts'
import { closeRequest } from '../services/requests/close-request.ts'
import { draftDecision } from '../services/requests/draft-decision.ts'
import { extendDeadline } from '../services/requests/extend-deadline.ts'
import { recordDelivery } from '../services/requests/record-delivery.ts'
import { serveDecision } from '../services/requests/serve-decision.ts'
import { keyOf } from './applicant-of.ts'
import type { DemonstrationCase } from './cases/demonstration-case.ts'
import { fileEvidence } from './file-evidence.ts'
import { playDispute } from './play-dispute.ts'
import { consult } from './play-waiting.ts'
import { after, on, type Played, staffId, step } from './played.ts'
import type { Stage } from './stage.ts'

/** What was answered already, for who asks the same again. */
export type Served = { key: string; on: PlainDate; number: string }

type Decided = Extract<DemonstrationCase['course'], { outcome: OutcomeCode }>

/** 处理决定: from the draft as far as the course says, to the last court. */
export async function decide(
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
