import { parsePlainDate } from '@mingfu/law'
import { FULL_DOCX } from '../../../screening/src/testing/docx-plants.ts'
import { BLACK, drawnPdf, NUMBER } from '../../../screening/src/testing/pdf-plants.ts'
import { enqueue } from '../db/enqueue.ts'
import { newId } from '../db/new-id.ts'
import { tx } from '../db/transaction.ts'
import type { Context } from '../services/context.ts'
import { rescreenDocuments } from '../services/disclosure/rescreen-documents.ts'
import { leaveFeedback } from '../services/feedback/leave-feedback.ts'
import { openCall } from '../services/feedback/opinion-calls/open-call.ts'
import { saveScreeningEntry } from '../services/screening/save-screening-entry.ts'
import { checkLinks } from '../services/site-health/check-links.ts'
import { examineDocuments } from '../services/site-health/examine-documents.ts'
import { probeSite } from '../services/site-health/probe-site.ts'
import type { LinkOutcome, WebProbe } from '../services/site-health/web-probe.ts'
import { aColumn, aDocument, theOffice } from './a-document.ts'
import { anAgency } from './factories.ts'
import { atNoon, type TestRuntime } from './test-runtime.ts'

/** The day on which everything is wrong. */
export const BAD_DAY = '2026-06-15'
const ORGAN = '11411300YH0000001H'

/** What a document says that no verb would have let out. */
type Planted = Partial<{
  kind: string
  title: string
  node: string | null
  number: string | null
  index: string | null
  writtenOn: string
  publishedOn: string
  issuer: string
  source: string
  summary: string
  validity: string
  attribute: string
  origin: string
  originOrgan: string
  html: string
}>

/**
 * 样样都错的网站: built through the verbs where they allow it, and with rows planted behind their back where they
 * rightly refuse. Answers the organ.
 */
export async function aBadSite(runtime: TestRuntime): Promise<string> {
  const agencyId = await anAgency(runtime, {
    slug: 'bad',
    path: '/bad/',
    name: '样样错区管理委员会',
    creditCode: ORGAN,
  })
  await runtime.owner.query(
    `update agency set created_at = '2020-01-01', site_id_code = '130400' where agency_id = $1`,
    [agencyId],
  )
  await plantDocuments(runtime, agencyId)
  await plantDuties(runtime, agencyId)
  await plantInteraction(runtime, agencyId)
  await lookAtEverything(runtime, agencyId)
  return agencyId
}

async function plantDocuments(runtime: TestRuntime, agencyId: string): Promise<void> {
  const plant = planter(runtime, agencyId)
  const notices = await aColumn(runtime, agencyId, { code: 'notices', title: '通知公告' })
  const plain = { node: notices }
  const old = await aColumn(runtime, agencyId, { code: 'old-notices', title: '政策文件' })
  await plant({ node: old, publishedOn: '2025-06-01' })
  await aColumn(runtime, agencyId, { code: 'empty', title: '空白栏目', columnType: '概况信息' })
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
    const code = `news-${number}`
    const node = await aColumn(runtime, agencyId, { code, title: `动态${number}`, columnType: '工作动态' })
    await plant({ node, publishedOn: '2025-11-01' })
  }
  await plant({ node: null, title: '关于加强……的通知', issuer: '', source: '', summary: '' })
  await plant({ ...plain, number: '国办发〔17〕47号', index: null, publishedOn: '2025-06-01' })
  await plant({ ...plain, number: '鸭管〔2023〕5号', index: '000014349/2022-33981', writtenOn: '2027-01-08' })
  await plant({ ...plain, html: '<p>各单位：（此件不公开）</p>', validity: 'repealed' })
  await plant({ ...plain, kind: 'normative', html: '<p>附件：1.名单　2.表格</p>' })
  await plant({ ...plain, origin: 'made-jointly', originOrgan: '另一个局' })
  await plant({ ...plain, origin: 'obtained-from-organ', originOrgan: '省厅' })
  const limited = await aColumn(runtime, agencyId, { code: 'rules', title: '规范性文件专栏' })
  await runtime.owner.query(`update catalogue_node set kinds = '{normative}' where node_id = $1`, [limited])
  await plant({ node: limited })
  await plantWords(plant, notices)
  await plantFiles(runtime, agencyId, plant, notices)
  const [first, second] = [await plant(plain), await plant(plain)]
  for (const [from, to] of [
    [first, second],
    [second, first],
  ]) {
    await runtime.owner.query(
      `insert into document_relation (agency_id, from_id, to_id, kind, effective_on) values ($1, $2, $3, 'replaces', '2026-01-01')`,
      [agencyId, from, to],
    )
  }
  // Signed and published as it should be, and altered by hand afterwards.
  const altered = await aDocument(runtime, agencyId, { nodeId: notices, on: '2026-03-02', content: early() })
  await runtime.owner.query(
    `update document_body set html = html || '<p>另加一句</p>' where document_id = $1`,
    [altered.documentId],
  )
}

/** A header of which nothing is wrong in March. */
function early() {
  const day = parsePlainDate('2026-03-02')
  return { writtenOn: day, effectiveOn: null, documentNumber: null, kind: 'announcement' } as const
}

type Plant = (what: Planted) => Promise<string>

async function plantWords(plant: Plant, node: string): Promise<void> {
  const words = [
    `身份证号${NUMBER}`,
    '手机13812345678',
    '银行卡号6222020200112233446',
    '住址某某镇某某村三组12号张某',
    '机密★1年',
    '中国入民银行',
    '购买六合彩',
    '秸杆还田',
    '依据某县人民政府《关于内部事项的通知》（某政发〔2025〕9号）办理',
    '见http://192.168.1.8/oa',
  ]
  const links = [
    '/bad/documents/01a00000-0000-7000-8000-000000000000',
    'http://192.168.1.8/oa',
    'https://www.gone.example/a',
    'https://www.changed.example/',
  ].map((href) => `<a href="${href}">有关文件</a>`)
  await plant({
    node,
    html: [
      ...words.map((text) => `<p>${text}</p>`),
      `<p>${links.join('')}</p>`,
      '<p><a href="https://www.hidden.example/" style="display:none">暗链</a></p>',
      '<table><tr><td>项目</td><td>金额</td></tr><tr><td>甲</td><td>1</td></tr></table>',
    ].join(''),
  })
}

async function plantFiles(runtime: TestRuntime, agencyId: string, plant: Plant, node: string): Promise<void> {
  const covered = await drawnPdf(({ page, font }) => {
    page.drawText(NUMBER, { x: 20, y: 100, size: 12, font })
    page.drawRectangle({ x: 18, y: 96, width: 160, height: 16, color: BLACK })
  })
  const picture = newId()
  const documentId = await plant({ node, html: `<p><img src="/files/bad/x/${picture}" alt="位置图"></p>` })
  const files = [
    [picture, '位置图.png', Buffer.from('89504e470d0a1a0a', 'hex'), 3_000_000],
    [newId(), '隐藏.docx', FULL_DOCX, 1000],
    [newId(), '遮盖.pdf', covered, 1000],
    [newId(), '损坏.docx', Buffer.from('PK broken'), 10],
  ] as const
  for (const [fileId, name, bytes, size] of files) {
    const { sha256, sm3 } = await runtime.files.put(bytes)
    await runtime.owner.query(
      `insert into file (agency_id, file_id, name, media_type, size_bytes, sha256, sm3) values ($1, $2, $3, 'application/octet-stream', $4, $5, $6)`,
      [agencyId, fileId, name, size, sha256, sm3],
    )
    await runtime.owner.query(
      `insert into document_file (agency_id, document_id, file_id, title) values ($1, $2, $3, $4)`,
      [agencyId, documentId, fileId, name],
    )
  }
}

/** A document as a row, published without any of the steps that lead there. */
function planter({ owner }: TestRuntime, agencyId: string): Plant {
  let serial = 0
  return async (what) => {
    serial += 1
    const documentId = newId()
    const { html = '<p>正文。</p>', publishedOn = '2026-05-01' } = what
    await owner.query(
      `insert into document (agency_id, document_id, kind, node_id, title, document_number, index_number, issuer,
         legal_item, summary, source, written_on, validity, attribute, state, content_digest, published_at, origin, origin_organ)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'A20_01', $9, $10, $11, $12, 'proactive', 'published', 'planted', $13, $14, $15)`,
      [
        agencyId,
        documentId,
        what.kind ?? 'announcement',
        what.node ?? null,
        what.title ?? `第${serial}件`,
        what.number ?? null,
        what.index === null ? null : (what.index ?? `${ORGAN}/2026-${String(90000 + serial)}`),
        what.issuer ?? '样样错区管理委员会',
        what.summary ?? '概述',
        what.source ?? '样样错区管委会',
        what.writtenOn ?? '2025-05-01',
        what.validity ?? 'in-force',
        atNoon(publishedOn),
        what.origin ?? 'made',
        what.originOrgan ?? null,
      ],
    )
    await owner.query(
      `insert into document_body (agency_id, document_id, html, plain_text) values ($1, $2, $3, '')`,
      [agencyId, documentId, html],
    )
    return documentId
  }
}

async function plantDuties(runtime: TestRuntime, agencyId: string): Promise<void> {
  const nodeId = await aColumn(runtime, agencyId, { code: 'owed', title: '收费' })
  const draft = { nodeId, stage: 'draft' } as const
  await aDocument(runtime, agencyId, { ...draft, on: '2026-03-02', content: early() })
  const soon = { ...early(), writtenOn: parsePlainDate('2026-05-20') }
  await aDocument(runtime, agencyId, { ...draft, on: '2026-05-20', content: soon })
  const closed = { ...early(), attribute: 'withheld', attributeReason: '内部事务' } as const
  const withheld = await aDocument(runtime, agencyId, { ...draft, on: '2026-03-02', content: closed })
  await runtime.owner.query(`update document set created_at = '2025-01-01' where document_id = $1`, [
    withheld.documentId,
  ])
  await runtime.owner.query(
    `insert into catalogue_version (agency_id, catalogue, version, state, file_name, made_at, made_by, approved_at, approved_by)
     values ($1, 'basic', 1, 'in-force', '目录.xlsx', '2025-01-01', '王敏', '2025-01-02', '孙玉梅')`,
    [agencyId],
  )
  await runtime.owner.query(
    `insert into catalogue_entry (agency_id, catalogue, version, entry_id, sort_order, path, content_required, deadline_text,
       basis, responsible_unit, channels, mode, level, update_class, legal_items, node_id)
     values ($1, 'basic', 1, $2, 0, '{财政信息,行政事业性收费}', '项目、标准', '及时', '{条例}', '财政局', '{}', 'proactive', 'both', 'on-change', '{A20_08}', $3)`,
    [agencyId, newId(), nodeId],
  )
  await runtime.owner.query(
    `insert into supervision_order (agency_id, order_id, to_agency_id, number, ground, subject, demand, issued_on, reply_by, issued_name)
     values ($1, $2, $3, '督办〔2026〕1号', 'inspection', '首页不更新', '整改', '2026-04-01', '2026-05-01', '马晓东')`,
    [await anAgency(runtime, { path: '/other/' }), newId(), agencyId],
  )
}

async function plantInteraction(runtime: TestRuntime, agencyId: string): Promise<void> {
  for (const [kind, day] of [
    ['message', '2026-03-01'],
    ['question', '2026-06-01'],
  ] as const) {
    const said = { kind, title: '来信', text: '内容', contact: '', pagePath: '' }
    await leaveFeedback(runtime.asPublic(agencyId, day), { agencyId, formKey: day, ...said })
  }
  const nodeId = await aColumn(runtime, agencyId, { code: 'notices', title: '通知公告' })
  const draft = await aDocument(runtime, agencyId, { nodeId, on: '2026-03-02', content: early() })
  await openCall(theOffice(runtime, agencyId, '2026-03-02').drafter, {
    agencyId,
    documentId: draft.documentId,
    subject: 'other',
    title: '征求意见',
    explanation: '请提出意见。',
    otherWays: '',
    opensOn: parsePlainDate('2026-03-02'),
    closesOn: parsePlainDate('2026-04-01'),
    shortReason: '',
  })
  const { rows } = await runtime.owner.query(`select file_id from file where agency_id = $1 limit 1`, [
    agencyId,
  ])
  for (const state of ['published', 'removing']) {
    await runtime.owner.query(
      `insert into channel_post (agency_id, post_id, document_id, channel, title, author, digest, cover_file_id, content_digest,
         state, publish_id, article_id, prepared_at, prepared_by, submitted_by, published_at)
       values ($1, $2, (select document_id from document where agency_id = $1 and title = $3), 'wechat', '旧文', '', '', $4, '',
         $5, 'p', 'a', '2026-05-01', '王敏', '孙玉梅', '2026-05-01')`,
      [agencyId, newId(), state === 'published' ? '第1件' : '第2件', rows[0].file_id, state],
    )
  }
}

/** The looks that the night would bring, on the days before. */
async function lookAtEverything(runtime: TestRuntime, agencyId: string): Promise<void> {
  const head = runtime.as({ agencyId, roles: ['office-head'] }, '2026-05-01')
  const word = { kind: 'typo', words: '另加一句', right: '另加一段', from: null, to: null, note: '' } as const
  await saveScreeningEntry(head, { agencyId, ...word })
  const system = (day: string, titles: Readonly<Record<string, string>>): Context => ({
    ...runtime.asSystem('all', day),
    publicUrl: 'https://www.bad.example.gov.cn',
    web: webOf(titles),
  })
  await checkLinks(system('2026-06-13', { 'www.changed.example': '某市会计学会' }), { agencyId, pauseMs: 0 })
  await checkLinks(system('2026-06-14', { 'www.changed.example': '澳门娱乐平台官网' }), {
    agencyId,
    pauseMs: 0,
  })
  const today = system(BAD_DAY, {})
  await examineDocuments(today, { agencyId })
  await rescreenDocuments(today, { agencyId })
  await probeSite(today)
  // A look that was asked for when the words changed and never came to its end.
  await tx(today, (t) => enqueue(t, 'rescreen-documents', { agencyId }))
  await runtime.owner.query(
    `update mingfu_jobs.job set created_on = '2026-05-01' where name = 'rescreen-documents'`,
  )
}

/** A web in which only those hosts answer that have a title; the site itself does not. */
function webOf(titles: Readonly<Record<string, string>>): WebProbe {
  return {
    async visit(url) {
      const { hostname } = new URL(url)
      const title = titles[hostname] ?? null
      const outcome: LinkOutcome =
        title === null ? (hostname.includes('gone') ? 'gone' : 'unreachable') : 'ok'
      const error = title === null ? '打不开' : null
      return { outcome, status: null, finalUrl: url, title, language: null, milliseconds: 15_000, error }
    },
    ipv6Of: async () => [],
  }
}
