import { parsePlainDate } from '@mingfu/law'
import { getAgency } from '../../services/agencies/find-agency.ts'
import { updateAgency } from '../../services/agencies/update-agency.ts'
import { getAnnualReport } from '../../services/annual-reports/get-annual-report.ts'
import { publishAnnualReport } from '../../services/annual-reports/publish-annual-report.ts'
import { recordYearlyFigure } from '../../services/annual-reports/record-yearly-figure.ts'
import { saveReportSections } from '../../services/annual-reports/save-report-sections.ts'
import { waiveFinding } from '../../services/annual-reports/waive-finding.ts'
import { measuresOf } from '../../services/annual-reports/yearly-measure.ts'
import type { Context } from '../../services/context.ts'
import { approveDocument } from '../../services/disclosure/approve-document.ts'
import { attachFile } from '../../services/disclosure/attach-file.ts'
import { changeValidity } from '../../services/disclosure/change-validity.ts'
import { draftCorrection } from '../../services/disclosure/draft-correction.ts'
import { editDocument } from '../../services/disclosure/edit-document.ts'
import { findGuide, type GuideContent, saveGuide } from '../../services/disclosure/guide.ts'
import { savePortalTheme } from '../../services/disclosure/portal-theme.ts'
import { publishDocument } from '../../services/disclosure/publish-document.ts'
import { relateDocuments } from '../../services/disclosure/relation/relate-documents.ts'
import { reviewSecrecy } from '../../services/disclosure/review-secrecy.ts'
import { findSite, saveSiteFooter } from '../../services/disclosure/site.ts'
import { submitForReview } from '../../services/disclosure/submit-for-review.ts'
import { withdrawDocument } from '../../services/disclosure/withdraw-document.ts'
import { aColumn, aDocument, content, NOTHING_SECRET, theOffice } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import type { TestRuntime } from '../../testing/test-runtime.ts'

const GUIDE: GuideContent = {
  classification: '本机关的政府信息分为机构职能、政策文件等类。',
  arrangement: '按索引号编排。',
  access: '可以在网站和政务服务中心查阅。',
  readingPlaces: '区档案馆',
  office: {
    name: '管委会办公室',
    address: '鸭河大道1号',
    hours: '工作日8:30至17:30',
    phone: '0377-66990000',
    fax: '无',
    email: '',
    internet: '本网站',
    postcode: '474654',
  },
  applying: '可以在线、当面、邮寄提出。',
  supervision: '区纪检监察工委',
}

export type LivingSite = Awaited<ReturnType<typeof aLivingSite>>

/** Two organs with columns, documents, relations and a guide, and what an office does to them day by day. */
export async function aLivingSite(runtime: TestRuntime, documents: number) {
  const yahe = await anOrgan(runtime, '鸭河工区管理委员会', 'yahe')
  const jiaotong = await anOrgan(runtime, '鸭河交通运输局', 'yahejt')
  await runtime.owner.query(`update agency set parent_id = $1, path = '/yahe/jt/' where agency_id = $2`, [
    yahe.agencyId,
    jiaotong.agencyId,
  ])
  const office = theOffice(runtime, yahe.agencyId, '2026-06-16')
  const admin = runtime.as({ agencyId: yahe.agencyId, roles: ['system-admin'], name: '管理员' }, '2026-06-16')
  const published: string[] = []
  let count = 0

  /** Each a minute after the one before, so that the order of lists is no matter of chance. */
  async function publish(column: keyof typeof yahe.columns = 'normative', organ = yahe): Promise<string> {
    count += 1
    const { documentId } = await aDocument(runtime, organ.agencyId, {
      nodeId: organ.columns[column],
      at: new Date(Date.UTC(2026, 5, 15, 4, count)),
      content: { title: `第${count}号通知`, documentNumber: null, keyAreas: [] },
    })
    if (organ === yahe) published.push(documentId)
    return documentId
  }

  const versionOf = async (documentId: string): Promise<number> => {
    const { rows } = await runtime.owner.query('select version from document where document_id = $1', [
      documentId,
    ])
    return rows[0].version
  }
  const on = async (documentId: string) => ({
    agencyId: yahe.agencyId,
    documentId,
    version: await versionOf(documentId),
  })

  /** Through review and signature; an attachment on the way when it is asked for. */
  async function correct(documentId: string, file?: string): Promise<string | undefined> {
    let fileId: string | undefined
    count += 1
    const draft = (await draftCorrection(office.drafter, await on(documentId))).documentId
    const { rows } = await runtime.owner.query(
      'select title, node_id, written_on::text from document where document_id = $1',
      [documentId],
    )
    const [{ title, node_id, written_on }] = rows
    const corrected = content(node_id, {
      title,
      documentNumber: null,
      keyAreas: [],
      writtenOn: parsePlainDate(written_on),
      correctionNote: `第${count}次更正。`,
      html: `<p>更正后的正文，第${count}稿。</p>`,
    })
    await editDocument(office.drafter, { ...(await on(draft)), content: corrected })
    if (file !== undefined) {
      const bytes = Buffer.from('附件的正文', 'utf8')
      const attached = { title: file, name: `${file}.txt`, bytes }
      fileId = (await attachFile(office.drafter, { ...(await on(draft)), ...attached })).fileId
    }
    await submitForReview(office.drafter, await on(draft))
    const review = { answers: NOTHING_SECRET, opinion: 'disclose', reason: '', overrides: {} } as const
    await reviewSecrecy(office.reviewer, { ...(await on(draft)), ...review })
    await approveDocument(office.leader, await on(draft))
    await publishDocument(office.drafter, await on(draft))
    return fileId
  }

  async function withdraw(documentId: string): Promise<void> {
    await withdrawDocument(office.drafter, {
      ...(await on(documentId)),
      reason: 'personal',
      note: '漏了遮盖',
    })
    published.splice(published.indexOf(documentId), 1)
  }

  async function relate(fromId: string, toId: string): Promise<void> {
    await relateDocuments(office.drafter, {
      agencyId: yahe.agencyId,
      fromId,
      toId,
      kind: 'interprets',
      effectiveOn: parsePlainDate('2026-06-16'),
    })
  }

  async function expire(documentId: string): Promise<void> {
    await changeValidity(office.drafter, {
      ...(await on(documentId)),
      validity: 'repealed',
      on: parsePlainDate('2026-06-16'),
      basis: '清理决定',
    })
  }

  async function changeContact(phone: string): Promise<void> {
    const { version } = (await findGuide(office.drafter, yahe.agencyId)) ?? { version: 0 }
    const guide = { ...GUIDE, office: { ...GUIDE.office, phone } }
    await saveGuide(office.drafter, { agencyId: yahe.agencyId, version, content: guide })
  }

  async function changeFoot(operator: string): Promise<void> {
    const footer = (await findSite(admin))?.footer
    if (footer !== undefined) await saveSiteFooter(admin, { ...footer, operator })
  }

  async function recolour(organ: typeof yahe, colour: 'teal' | 'blue' | 'red'): Promise<void> {
    const { agencyId } = organ
    const theme = { layout: 'columns', colour, applyEntry: true } as const
    await savePortalTheme(runtime.as({ agencyId, roles: ['system-admin'] }, '2026-06-16'), {
      agencyId,
      theme,
    })
  }

  async function rename({ agencyId }: typeof yahe, name: string): Promise<void> {
    const before = await getAgency(runtime.db, agencyId)
    const manager = runtime.as({ agencyId, roles: ['system-admin'] }, '2026-06-16')
    await updateAgency(manager, { ...before, name, shortName: name.slice(0, 8) })
  }

  for (let each = 1; each <= documents; each += 1) await publish()
  await publish('notices')
  await publish('normative', jiaotong)
  await changeContact(GUIDE.office.phone)
  return {
    yahe,
    jiaotong,
    published,
    publish,
    correct,
    withdraw,
    relate,
    expire,
    changeContact,
    changeFoot,
    recolour,
    rename,
    reportYear: (year: number) => reportYear(runtime, yahe.agencyId, year),
  }
}

async function anOrgan(runtime: TestRuntime, name: string, slug: string) {
  const agencyId = await anAgency(runtime, { name, slug })
  const columns = {
    normative: await aColumn(runtime, agencyId),
    notices: await aColumn(runtime, agencyId, { code: 'notices', title: '通知公告', sortOrder: 1 }),
  }
  return { agencyId, slug, columns }
}

async function reportYear(runtime: TestRuntime, agencyId: string, year: number): Promise<void> {
  const day = `${year + 1}-01-20`
  const clerk: Context = runtime.as({ agencyId, roles: ['clerk'], name: '王经办' }, day)
  const head: Context = runtime.as({ agencyId, roles: ['office-head'], name: '孙负责' }, day)
  const which = { agencyId, year }
  for (const [measure] of measuresOf('2021'))
    await recordYearlyFigure(clerk, { ...which, measure, value: '0', source: '各部门' })
  const sections = (['s1', 's5', 's6'] as const).map((id) => ({
    id,
    text: `${year}年的情况如下，没有其他事项。`,
  }))
  await saveReportSections(clerk, {
    ...which,
    version: (await getAnnualReport(clerk, which)).version,
    sections,
  })
  for (const { fingerprint } of (await getAnnualReport(head, which)).findings)
    await waiveFinding(head, { ...which, fingerprint, reason: '情况属实', verdict: 'explained' })
  await publishAnnualReport(head, { ...which, version: (await getAnnualReport(head, which)).version })
}
