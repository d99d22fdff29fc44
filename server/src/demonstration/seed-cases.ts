import type { PlainDate } from '@mingfu/law'
import { newId } from '../db/new-id.ts'
import { fileRequest } from '../services/requests/file-request.ts'
import { registerRequest } from '../services/requests/register-request.ts'
import { startReview } from '../services/requests/start-review.ts'
import { addTask } from '../services/requests/task/add-task.ts'
import { withdrawRequest } from '../services/requests/withdraw-request.ts'
import { applicantOf } from './applicant-of.ts'
import { CASES } from './cases/cases.ts'
import type { DemonstrationCase } from './cases/demonstration-case.ts'
import { decide, type Served } from './play-decision.ts'
import { ask, charge, consult, correct } from './play-waiting.ts'
import { after, on, type Played, staffId, step } from './played.ts'
import type { Stage } from './stage.ts'

/** Plays every case of the demonstration year, step by step, through the verbs that people use. */
export async function seedCases(stage: Stage): Promise<void> {
  const served: Served[] = []
  for (const one of CASES) {
    const received = stage.calendar.addWorkingDays(stage.today, -one.workingDaysAgo)
    const played = await open(stage, one, received)
    await play(stage, one, played, served)
    await giveTask(stage, one, played)
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

/** 待办事项 on what is in hand, so that the desk shows some. */
async function giveTask(stage: Stage, { course }: DemonstrationCase, played: Played): Promise<void> {
  const tasks = {
    'under-review': ['请档案室核对是否移交', 'jingban', 3],
    consulting: ['电话确认第三方已收到征求意见书', 'jingban', 2],
    'decision-drafted': ['审阅答复书中的法律依据', 'shencha', 1],
  } as const
  if (!(course.at in tasks)) return
  const [what, login, inWorkingDays] = tasks[course.at as keyof typeof tasks]
  const { agencyId, requestId } = on(stage, played)
  await addTask(stage.as('jingban', stage.today), {
    agencyId,
    requestId,
    what,
    staffId: staffId(stage, login),
    dueOn: after(stage, stage.today, inWorkingDays),
  })
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
