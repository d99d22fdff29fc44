import type { PlainDate } from '@mingfu/law'
import { concludeDispute } from '../services/remedies/conclude-dispute.ts'
import { recordDispute } from '../services/remedies/record-dispute.ts'
import { after, type Played } from './played.ts'
import type { Stage } from './stage.ts'

/** The refusal is taken to reconsideration, corrected there, and the application is handled again. */
export async function playDispute(stage: Stage, played: Played, closed: PlainDate): Promise<void> {
  const filedOn = after(stage, closed, 10)
  const disputeId = await recordDispute(stage.as('jingban', filedOn), {
    agencyId: stage.agencyId,
    requestId: played.requestId,
    block: 'review',
    role: 'original',
    organ: '南阳市人民政府',
    caseNumber: `宛政复〔${filedOn.slice(0, 4)}〕36号`,
    filedOn,
    copyReceivedOn: filedOn,
    acceptedOn: filedOn,
    procedure: 'simplified',
    note: '',
    appealOf: null,
  })
  const concludedOn = after(stage, filedOn, 20)
  await concludeDispute(stage.as('jingban', concludedOn), {
    agencyId: stage.agencyId,
    disputeId,
    version: 1,
    concludedOn,
    result: 'revoked',
    resultText: '未对能否区分处理作出审查，撤销答复，责令二十个工作日内重新答复。',
    failedStep: 'separation',
    answerAgain: { dueOn: after(stage, concludedOn, 20), requestVersion: played.version },
  })
}
