import { addDays } from '@mingfu/law'
import { draftAnswer } from '../services/feedback/draft-answer.ts'
import { leaveFeedback } from '../services/feedback/leave-feedback.ts'
import { listFeedback } from '../services/feedback/list-feedback.ts'
import { reviewAnswer } from '../services/feedback/review-answer.ts'
import type { Stage } from './stage.ts'

/** Messages with their answers in words for the public; the last one still waits, within its days. */
const MESSAGES = [
  {
    kind: 'question',
    title: '宅基地审批多久能办完',
    text: '家里准备翻建房屋，宅基地审批要多长时间？',
    daysAgo: 40,
    answer: '自乡镇人民政府、办事处受理之日起20个工作日内完成审查。申请材料可以在便民服务中心窗口领取。',
    publicQuestion: '农村宅基地审批需要多长时间？',
  },
  {
    kind: 'suggestion',
    title: '建议公开停车泊位的位置',
    text: '希望把主要道路的停车泊位位置公布出来，方便外来车辆。',
    daysAgo: 25,
    answer: '建议已经采纳。停车泊位的位置将随停车秩序管理通告的附图一并公布。',
    publicQuestion: '能否公布主要道路停车泊位的位置？',
  },
  {
    kind: 'question',
    title: '创业担保贷款到哪里申请',
    text: '我想申请创业担保贷款，到哪里提交材料？',
    daysAgo: 1,
    answer: null,
    publicQuestion: null,
  },
] as const

export async function seedFeedback(stage: Stage): Promise<void> {
  const { agencyId, today, calendar } = stage
  for (const { kind, title, text, daysAgo, answer, publicQuestion } of MESSAGES) {
    const on = addDays(today, -daysAgo)
    const { number } = await leaveFeedback(stage.visitor(on), {
      agencyId,
      formKey: `demonstration ${title}`,
      kind,
      title,
      text,
      contact: '',
      pagePath: '',
    })
    if (answer === null) continue
    const answeredOn = calendar.addWorkingDays(on, 2)
    const all = await listFeedback(stage.as('jingban', answeredOn), { agencyId })
    const feedback = all.find((item) => item.number === number)
    if (feedback === undefined) continue
    const what = { agencyId, feedbackId: feedback.feedbackId }
    const drafted = await draftAnswer(stage.as('jingban', answeredOn), {
      ...what,
      version: feedback.version,
      answer,
      publicQuestion,
    })
    await reviewAnswer(stage.as('fuzeren', answeredOn), { ...what, ...drafted, accepted: true, reason: '' })
  }
}
