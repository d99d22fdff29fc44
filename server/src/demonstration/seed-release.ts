import {
  addDays,
  addMonths,
  type PlainDate,
  parsePlainDate,
  SECRECY_QUESTIONS,
  type SecrecyQuestion,
} from '@mingfu/law'
import { approveDocument } from '../services/disclosure/approve-document.ts'
import { listTransfers } from '../services/disclosure/archive/list-transfers.ts'
import { makeTransfer, registerReceipt } from '../services/disclosure/archive/make-transfer.ts'
import { catalogueOf, flatten } from '../services/disclosure/catalogue-of.ts'
import { draftCorrection } from '../services/disclosure/draft-correction.ts'
import { draftDocument } from '../services/disclosure/draft-document.ts'
import { editDocument } from '../services/disclosure/edit-document.ts'
import { getDocument } from '../services/disclosure/get-document.ts'
import { publishDocument } from '../services/disclosure/publish-document.ts'
import { releaseUrgently } from '../services/disclosure/release-urgently.ts'
import { reviewLater } from '../services/disclosure/review-later.ts'
import { reviewSecrecy } from '../services/disclosure/review-secrecy.ts'
import { submitForReview } from '../services/disclosure/submit-for-review.ts'
import { OFFICE } from './office.ts'
import type { Stage } from './stage.ts'

/** 更正 and 应急发布: one notice put right in public, and one warning that went out first and was reviewed the next day. */
export async function seedRelease(stage: Stage, published: ReadonlyMap<string, string>): Promise<void> {
  await correct(stage, published.get('关于申报2026年第四季度创业担保贷款的公告'))
  await warn(stage)
  await handOver(stage)
}

async function correct(stage: Stage, documentId: string | undefined): Promise<void> {
  if (documentId === undefined) return
  const { agencyId, today } = stage
  const on = addDays(today, -20)
  const file = await getDocument(stage.as('jingban', on), { agencyId, documentId })
  const made = await draftCorrection(stage.as('jingban', on), { agencyId, documentId, version: file.version })
  const at = (version: number) => ({ agencyId, documentId: made.documentId, version })
  const edited = await editDocument(stage.as('jingban', on), {
    ...at(made.version),
    content: {
      ...file.content,
      html: file.content.html.replace('区便民服务中心二楼', '区便民服务中心一楼'),
      form: { ...file.content.form, place: '区便民服务中心一楼就业创业窗口' },
      correctionNote: '将办理地点由“区便民服务中心二楼”更正为“区便民服务中心一楼”。',
    },
  })
  const submitted = await submitForReview(stage.as('jingban', on), at(edited.version))
  const reviewed = await reviewSecrecy(stage.as('shencha', on), {
    ...at(submitted.version),
    answers: allNo(),
    opinion: 'disclose',
    reason: '仅更正办理地点，可以公开。',
    overrides: {},
  })
  const approved = await approveDocument(stage.as('lingdao', on), at(reviewed.version))
  await publishDocument(stage.as('jingban', on), at(approved.version))
}

/** 移送: every month of this year that is over and brought something, to archive and library, received days later. */
async function handOver(stage: Stage): Promise<void> {
  const { agencyId, today, calendar } = stage
  const year = Number(today.slice(0, 4))
  const months = await listTransfers(stage.as('jingban', today), { agencyId, year })
  for (const { month, published } of months.toReversed()) {
    if (published === 0) continue
    const on = calendar.addWorkingDays(addMonths(parsePlainDate(`${month}-01`), 1), 2)
    // The newest may still wait for its day.
    if (on > today) continue
    for (const [recipient, recipientName] of RECIPIENTS) {
      const { transferId } = await makeTransfer(stage.as('jingban', on), {
        agencyId,
        month,
        recipient,
        recipientName,
      })
      const receivedOn = calendar.addWorkingDays(on, 3)
      if (receivedOn > today) continue
      const receipt = {
        receiptNumber: '',
        receivedBy: recipient === 'archives' ? '接收科' : '地方文献室',
        note: '',
      }
      await registerReceipt(stage.as('jingban', receivedOn), {
        agencyId,
        transferId,
        version: 1,
        receivedOn,
        ...receipt,
      })
    }
  }
}

const RECIPIENTS = [
  ['archives', '南阳市档案馆'],
  ['library', '南阳市图书馆'],
] as const

async function warn(stage: Stage): Promise<void> {
  const { agencyId, today, calendar } = stage
  const on = addDays(today, -33)
  const node = flatten(await catalogueOf(stage.as('jingban', on), agencyId)).find(
    ({ code }) => code === 'emergency',
  )
  const drafted = await draftDocument(stage.as('jingban', on), {
    agencyId,
    content: warning(on, node?.nodeId),
  })
  const at = (version: number) => ({ agencyId, documentId: drafted.documentId, version })
  const out = await releaseUrgently(stage.as('lingdao', on), {
    ...at(drafted.version),
    ground: 'warning',
    reason: '强降雨已经造成路面积水，须立即提示绕行。',
    answers: allNo(),
  })
  await reviewLater(stage.as('shencha', calendar.addWorkingDays(on, 1)), {
    ...at(out.version),
    stays: true,
    note: '补审：不涉密，内容属实。',
    answers: allNo(),
  })
}

function warning(writtenOn: PlainDate, nodeId: string | undefined) {
  return {
    kind: 'emergency',
    nodeId: nodeId ?? null,
    title: '关于强降雨期间莲花大道部分路段临时封闭的紧急通告',
    documentNumber: null,
    genre: '通告',
    issuer: OFFICE.name,
    topicCategory: null,
    legalItem: 'A20_12',
    keyAreas: [],
    keywords: ['强降雨', '道路封闭', '预警'],
    summary: '莲花大道南段积水，临时封闭，请绕行产业大道。',
    source: OFFICE.shortName,
    registrationNumber: null,
    writtenOn,
    effectiveOn: null,
    expiresOn: null,
    attribute: 'proactive',
    attributeReason: null,
    exemption: null,
    earlyEffectReason: null,
    origin: 'made',
    originOrgan: null,
    coIssuers: [],
    form: {
      stage: '预警信息',
      eventKind: '自然灾害',
      level: '一般（四级）',
      warning: '黄色',
      area: '莲花大道南段',
      advice: '过往车辆绕行产业大道，行人不要靠近积水路段。',
      command: '国土规划建设局',
      telephone: '0377-66010023',
    },
    legalBasis: null,
    unpublishOn: null,
    correctionNote: null,
    html: '<p>受强降雨影响，莲花大道南段出现积水，自即日起临时封闭，过往车辆请绕行产业大道。恢复通行时间另行通告。</p>',
  } as const
}

function allNo() {
  const questions = Object.keys(SECRECY_QUESTIONS) as SecrecyQuestion[]
  return Object.fromEntries(questions.map((question) => [question, { answer: 'no' as const }]))
}
