import { addDays, addMonths, yearOf } from '@mingfu/law'
import { listDepartments } from '../services/agencies/list-departments.ts'
import { saveSiteFooter } from '../services/disclosure/site.ts'
import { leaveOpinion } from '../services/feedback/opinion-calls/leave-opinion.ts'
import { openCall } from '../services/feedback/opinion-calls/open-call.ts'
import { appointContact } from '../services/oversight/contacts/appoint-contact.ts'
import { makeSelfCheck, signSelfCheck } from '../services/site-health/self-check/self-check.ts'
import { SITE_DOCUMENTS } from './documents/site-documents.ts'
import { OFFICE } from './office.ts'
import type { Stage } from './stage.ts'

const OPINIONS = [
  { clause: '第三条', text: '建议收费泊位的收费标准在泊位旁公示，夜间不收费。' },
  { clause: '第二条', text: '建议在学校、医院附近增加临时停车泊位，并设无障碍车位。' },
] as const

/** 页脚、公开联系人、意见征集: what the site needs beside its documents. */
export async function seedSite(stage: Stage, published: ReadonlyMap<string, string>): Promise<void> {
  const { agencyId, today } = stage
  await saveSiteFooter(stage.as('xitong', today), {
    operator: `${OFFICE.shortName}党政办公室`,
    phone: '0377-66010000',
    address: '鸭河工区莲花大道1号',
    postcode: '474650',
    icpNumber: '豫ICP备00000099号',
    policeRecord: '豫公网安备 41130002000099号',
    conacId: '0123456789ABCDEF0123456789ABCDEF',
  })
  const head = stage.as('fuzeren', today)
  for (const { departmentId, contactName, contactPhone } of await listDepartments(head, agencyId)) {
    await appointContact(head, {
      agencyId,
      departmentId,
      name: contactName ?? '',
      post: '公开联系人',
      phone: contactPhone ?? '',
      fromOn: addMonths(today, -20),
      trainedOn: addMonths(today, -4),
      handover: '',
    })
  }
  await seedCall(stage, published)
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3)
  const check = { agencyId, year: yearOf(today), quarter }
  const made = await makeSelfCheck(stage.as('jingban', today), { ...check, remarks: '' })
  await signSelfCheck(stage.as('fuzeren', today), { ...check, ...made })
}

/** A draft that is out for comments now, with two that came in. */
async function seedCall(stage: Stage, published: ReadonlyMap<string, string>): Promise<void> {
  const { agencyId, today } = stage
  const title = SITE_DOCUMENTS.find((one) => one.title.includes('征求意见稿'))?.title ?? ''
  const documentId = published.get(title)
  if (documentId === undefined) return
  const opensOn = addDays(today, -8)
  const { callId } = await openCall(stage.as('jingban', opensOn), {
    agencyId,
    documentId,
    subject: 'normative',
    title,
    explanation: '重点征求停车泊位收费标准公示方式、免费时段的意见。',
    otherWays: '来信请寄鸭河工区莲花大道1号党政办公室，邮编474650。',
    opensOn,
    closesOn: addDays(opensOn, 30),
    shortReason: '',
  })
  for (const [index, opinion] of OPINIONS.entries()) {
    await leaveOpinion(stage.visitor(addDays(opensOn, 2 + index)), {
      agencyId,
      callId,
      formKey: `demonstration opinion ${index}`,
      name: '',
      contact: '',
      notifyBy: null,
      ...opinion,
    })
  }
}
