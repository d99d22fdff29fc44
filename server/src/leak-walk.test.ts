import type { FastifyInstance } from 'fastify'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfPages } from '../../documents/src/testing/pdf-text.ts'
import { buildApp } from './app.ts'
import { newId } from './db/new-id.ts'
import { tx } from './db/transaction.ts'
import { createDepartment } from './services/agencies/create-department.ts'
import { csrfTokenOf, makeToken, tokenHash } from './services/agencies/session.ts'
import { saveMyContact } from './services/agencies/staff-contact/save-my-contact.ts'
import { ROLES, type Role } from './services/allow.ts'
import { issueCall } from './services/briefing/calls.ts'
import { creditItem } from './services/briefing/credit-item.ts'
import { issueBulletin } from './services/briefing/issue-bulletin.ts'
import { attachItemFile } from './services/briefing/item-files.ts'
import { saveBulletin } from './services/briefing/save-bulletin.ts'
import { submitItem } from './services/briefing/submit-item.ts'
import { draftItem } from './services/briefing/write-item.ts'
import { attachFile } from './services/disclosure/attach-file.ts'
import type { OnDocument } from './services/disclosure/on-document.ts'
import { withdrawDocument } from './services/disclosure/withdraw-document.ts'
import { notifyStaff } from './services/notifications/notify-staff.ts'
import { makeEvidenceBundle } from './services/remedies/make-evidence-bundle.ts'
import { orderEvidenceBundle } from './services/remedies/order-evidence-bundle.ts'
import { recordDispute } from './services/remedies/record-dispute.ts'
import { addNote } from './services/requests/add-note.ts'
import { answerConsultation } from './services/requests/answer-consultation.ts'
import { approveDecision } from './services/requests/approve-decision.ts'
import { draftDecision } from './services/requests/draft-decision.ts'
import { drawLetter } from './services/requests/draw-letter.ts'
import { getRequest } from './services/requests/get-request.ts'
import { keepAttachment } from './services/requests/keep-attachment.ts'
import { openConsultation } from './services/requests/open-consultation.ts'
import { recordEvidence } from './services/requests/record-evidence.ts'
import { serveDecision } from './services/requests/serve-decision.ts'
import {
  anApplication,
  anOffice,
  day,
  type Office,
  PERSON,
  underReview,
} from './services/requests/testing/office.ts'
import { aColumn, aDocument, publishDraft, theOffice } from './testing/a-document.ts'
import { aStaffMember } from './testing/factories.ts'
import { type Route, routesOf } from './testing/routes-of.ts'

/** What is planted: who applied, who was asked, and what the case is about. Each stands nowhere else. */
const PLANTED = {
  identity: [
    '欧阳种植',
    '11010519491231002X',
    '13987654321',
    'planted@leak.example',
    '种植路八十八号',
    '司马代理',
    'PLANTED-PROOF',
  ],
  party: ['诸葛第三方种植公司', '13876543210'],
  staff: ['planted-staff@leak.example', '13765432109'],
  content: ['种植描述的工程图纸', '种植备注', '种植检索结果'],
  // 政务信息 are no 政府信息: whatever becomes of them, they never appear on the portal.
  briefing: ['种植政务信息草稿', '种植政务信息采用', '种植约稿主题', '种植批示内容', '种植政务附件文字'],
  // What is not public yet, and what is public no more, with the words inside their attachments.
  unpublished: ['种植草稿附件文字', '种植撤回附件文字'],
} as const
type Group = keyof typeof PLANTED
type Who = Role | 'nobody'

const READERS: readonly Who[] = ['clerk', 'reviewer', 'leader', 'office-head', 'supervisor']
const HANDLERS: readonly Who[] = ['clerk', 'office-head']

/** Who may read what, and where. Everything that is not named here is a leak. */
// biome-ignore format: a table
const MAY_READ: readonly Readonly<{ group: Group; who: readonly Who[]; where: RegExp }>[] = [
  { group: 'content',  who: READERS,  where: /^\w+ \/api\/v1\/(requests|request-ledger|disputes|annual-reports|dispute-lessons|redactions)/ },
  // Whom the office asked, for who writes to them.
  { group: 'party',    who: HANDLERS, where: /^\w+ \/api\/v1\/requests\/:requestId/ },
  { group: 'briefing', who: READERS,  where: /^\w+ \/api\/v1\/briefing/ },
  { group: 'unpublished', who: READERS, where: /^GET \/api\/v1\/documents\/:documentId\/(files|archive)/ },
  { group: 'briefing', who: HANDLERS, where: /^GET \/api\/v1\/annual-reports\/:year\/skeleton/ },
  { group: 'identity', who: HANDLERS, where: /^POST \/api\/v1\/requests\/:requestId\/applicant$/ },
  { group: 'identity', who: HANDLERS, where: /^GET \/api\/v1\/requests\/:requestId\/files\/:fileId$/ },
  { group: 'identity', who: HANDLERS, where: /^GET \/api\/v1\/disputes\/:disputeId\/bundles\/:bundleId$/ },
  { group: 'party',    who: HANDLERS, where: /^GET \/api\/v1\/disputes\/:disputeId\/bundles\/:bundleId$/ },
  // Where a member of staff is reached, he sees himself; lists have it masked.
  { group: 'staff',    who: ['clerk'], where: /^GET \/api\/v1\/me\/contact$/ },
  // A letter is addressed to the one it goes to.
  { group: 'identity', who: READERS,  where: /^GET \/api\/v1\/requests\/:requestId\/letters\/:letterId$/ },
]
const mayRead = (who: Who, group: Group, route: string) =>
  MAY_READ.some((rule) => rule.group === group && rule.who.includes(who) && rule.where.test(route))

let office: Office
let app: FastifyInstance
let routes: readonly Route[]
let known: Readonly<Record<string, readonly string[]>>
const cookies = new Map<Who, { cookie: string; csrf: string }>()

beforeAll(async () => {
  office = await anOffice()
  app = await buildApp(office.runtime)
  routes = await routesOf(app)
  known = await plant()
  for (const role of Object.keys(ROLES) as Role[]) cookies.set(role, await session(role))
}, 180_000)
afterAll(() => app.close())

async function plant() {
  const { agencyId, slug } = office
  const [clerk, reviewer, leader] = (['clerk', 'reviewer', 'leader'] as const).map((role) =>
    office.as(role, '2024-06-13'),
  )
  if (clerk === undefined || reviewer === undefined || leader === undefined) throw new Error('no office')
  const proof = { name: '欧阳种植的身份证.pdf', bytes: Buffer.from('%PDF-1.4 PLANTED-PROOF') }
  const { identity } = PLANTED
  const { on, requestId } = await underReview(office, '2024-06-13', {
    applicant: {
      ...PERSON,
      name: identity[0],
      contact: { ...PERSON.contact, phone: identity[2], email: identity[3], address: identity[4] },
      agent: {
        name: identity[5],
        identityKind: 'resident-id',
        identityNumber: identity[1],
        phone: '',
        authority: '授权委托书',
      },
    },
    wish: { ...anApplication(agencyId).wish, description: `申请公开${PLANTED.content[0]}` },
    attachments: [
      { ...(await keepAttachment(office.visitor('2024-06-13'), proof)), purpose: 'identity-proof' },
    ],
  })
  await addNote(clerk, { agencyId, requestId, body: PLANTED.content[1] })
  const search = {
    systems: ['综合档案系统'],
    words: ['图纸', '施工'],
    period: '2020年至今',
    searchedBy: '经办员',
    searchedOn: day('2024-06-13'),
    unitsAsked: [],
  }
  await recordEvidence(clerk, {
    agencyId,
    requestId,
    attachments: [],
    evidence: { kind: 'search-record', search, hits: PLANTED.content[2] },
  })
  const party = { name: PLANTED.party[0], contactName: '', phone: PLANTED.party[1], address: '' }
  const asked = await openConsultation(clerk, {
    ...on,
    on: day('2024-06-13'),
    with: 'third-party',
    party,
    subject: '图纸',
    why: '可能涉及商业秘密',
  })
  const answered = await answerConsultation(clerk, {
    ...on,
    version: asked.version,
    consultationId: asked.consultationId,
    on: day('2024-06-13'),
    answer: 'refusal',
    reasonable: false,
    opinion: '不同意',
  })
  const items = [
    { outcome: 'unable-not-exist' as const, facts: { searched: '综合档案系统', keywords: ['图纸'] } },
  ]
  const drafted = await draftDecision(clerk, { ...on, version: answered.version, items: items as never })
  const approved = await approveDecision(leader, { ...on, version: drafted.version })
  await serveDecision(clerk, {
    ...on,
    version: approved.version,
    method: 'electronic',
    sentOn: day('2024-06-13'),
    receivedOn: day('2024-06-13'),
    carrier: null,
    proof: '',
    receiver: identity[0],
  })
  const dispute = {
    block: 'review',
    role: 'original',
    organ: '测试市人民政府',
    caseNumber: '测政复〔2024〕8号',
    copyReceivedOn: null,
    acceptedOn: null,
    procedure: 'ordinary',
    note: '',
    appealOf: null,
  } as const
  const disputeId = await recordDispute(clerk, {
    ...dispute,
    agencyId,
    requestId,
    filedOn: day('2024-06-13'),
  })
  const bundleId = await orderEvidenceBundle(clerk, { agencyId, disputeId, withIdentity: true })
  await makeEvidenceBundle(office.runtime.asSystem(agencyId, '2024-06-13'), { agencyId, bundleId })
  const { letters, files } = await getRequest(clerk, { agencyId, requestId })
  const briefings = await plantBriefings()
  const documents = await plantDocuments()
  for (const { letterId } of letters) await drawLetter(clerk, { agencyId, letterId })
  return {
    ...briefings,
    requestId: [requestId],
    letterId: letters.map(({ letterId }) => letterId),
    fileId: [...files.map(({ fileId }) => fileId), ...briefings.fileId, ...documents.fileId],
    documentId: documents.documentId,
    consultationId: [asked.consultationId],
    disputeId: [disputeId],
    bundleId: [bundleId],
    agencyId: [agencyId],
    agency: [slug],
    staffId: [office.clerkId],
    year: ['2024'],
    cellId: ['t3.new_received.natural_person'],
    kind: ['person'],
    month: ['2024-06'],
    type: ['pdf'],
  }
}

/** 政务信息 in every stage: a draft, one adopted and annotated in a signed issue, and a call for more. */
async function plantBriefings() {
  const { agencyId, runtime } = office
  const [draftTitle, adoptedTitle, topic, note] = PLANTED.briefing
  const staff = (role: Role) =>
    runtime.as({ agencyId, roles: [role], staffId: newId(), name: role }, '2024-06-13')
  const [clerk, head, leader] = [staff('clerk'), staff('office-head'), staff('leader')]
  const unitId = await createDepartment(staff('system-admin'), {
    agencyId,
    name: '信息科',
    contactName: '',
    contactPhone: '',
  })
  const { callId } = await issueCall(head, {
    agencyId,
    fromOffice: '市政府办公室',
    topic,
    requirements: '',
    unitIds: [],
    dueOn: '2024-06-20',
  })
  const written = { kind: 'news', unitId, callId, author: '', eventAt: null } as const
  const draft = await draftItem(clerk, {
    agencyId,
    content: { ...written, title: draftTitle, body: draftTitle },
  })
  const item = await draftItem(clerk, {
    agencyId,
    content: { ...written, title: adoptedTitle, body: adoptedTitle },
  })
  const attached = await attachItemFile(clerk, {
    agencyId,
    ...item,
    name: '测算材料.docx',
    bytes: docx(PLANTED.briefing[4]),
  })
  const toSubmit = { agencyId, itemId: item.itemId, version: attached.version }
  const submitted = await submitItem(clerk, { ...toSubmit, signedBy: '单位负责人' })
  const content = {
    paper: '种植内刊',
    editor: '',
    scoreCode: 'own-bulletin',
    itemIds: [item.itemId],
    reportTo: '',
    sendTo: '',
  }
  const { bulletinId } = await saveBulletin(head, { agencyId, bulletinId: null, version: 0, content })
  await issueBulletin(leader, { agencyId, bulletinId, version: 1 })
  await creditItem(head, {
    agencyId,
    itemId: item.itemId,
    version: submitted.version + 1,
    kind: 'instruction',
    code: 'own-note',
    on: '2024-06-13',
    detail: note,
  })
  return {
    itemId: [draft.itemId, item.itemId],
    callId: [callId],
    bulletinId: [bulletinId],
    creditId: [newId()],
    fileId: [attached.fileId],
  }
}

/** 政府信息 with attachments: a draft, and one that was published and withdrawn. */
async function plantDocuments() {
  const { agencyId, runtime } = office
  const nodeId = await aColumn(runtime, agencyId)
  const { drafter } = theOffice(runtime, agencyId)
  const attach = async (text: string, on: OnDocument) => {
    const file = { title: '', name: '名册.docx', bytes: docx(text) }
    return attachFile(drafter, { agencyId, documentId: on.documentId, version: on.version, ...file })
  }
  const [draftText, withdrawnText] = PLANTED.unpublished
  const draft = await aDocument(runtime, agencyId, { nodeId, stage: 'draft' })
  const inDraft = await attach(draftText, draft)
  const withdrawn = await aDocument(runtime, agencyId, { nodeId, stage: 'draft' })
  const inWithdrawn = await attach(withdrawnText, withdrawn)
  const { documentId } = withdrawn
  const published = await publishDraft(runtime, agencyId, { documentId, version: inWithdrawn.version })
  const reason = { reason: 'wrong', note: '内容有误' } as const
  await withdrawDocument(drafter, { agencyId, documentId, version: published, ...reason })
  return {
    documentId: [draft.documentId, documentId],
    fileId: [inDraft.fileId, inWithdrawn.fileId],
  }
}

function docx(text: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const body = `<w:document xmlns:w="${main}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`
  return zipSync({ 'word/document.xml': strToU8(body) })
}

async function session(role: Role) {
  const token = makeToken()
  const staffId = await aStaffMember(office.runtime, office.agencyId, { roles: [role] })
  await office.runtime.owner.query('update staff set must_change_password = false where staff_id = $1', [
    staffId,
  ])
  await office.runtime.owner.query(
    `insert into staff_session (agency_id, token_hash, staff_id, expires_at) values ($1, $2, $3, now() + interval '1 hour')`,
    [office.agencyId, tokenHash(token), staffId],
  )
  if (role === 'clerk') {
    const [mail, mobile] = PLANTED.staff
    const reach = { mail, mobile, byMail: true, bySms: true, leastLevel: 'note' } as const
    await saveMyContact(office.runtime.as({ agencyId: office.agencyId, roles: [role], staffId }), {
      ...reach,
      quietFrom: null,
      quietTo: null,
    })
    // A message to him stands in the record, not sent, for no carrier is configured.
    await tx(office.runtime.asSystem('all'), (t) =>
      notifyStaff(
        t,
        office.runtime.asSystem('all'),
        { agencyId: office.agencyId, staffId },
        {
          occasion: 'handler-reminder',
          matters: [{ level: 'urgent', number: '测管公开申〔2024〕0001号' }],
          path: '/requests',
        },
      ),
    )
  }
  return { cookie: `mingfu_session=${token}`, csrf: csrfTokenOf(token) }
}

/** Signing out ends the session that the walk goes by. */
const LEFT_OUT = /sign-out|sign-in/
const SEARCHES = [
  '',
  `?text=${encodeURIComponent(PLANTED.identity[0])}`,
  '?q=%E5%B7%A5%E7%A8%8B%E5%9B%BE%E7%BA%B8',
  '?type=zip',
]

/** The addresses of a route, with everything known put into its parameters. */
function addressesOf(
  { path }: Route,
  ids: Readonly<Record<string, readonly string[]>> = known,
): readonly string[] {
  let addresses = [path]
  for (const [param, name = ''] of path.matchAll(/:(\w+)|\*/g)) {
    const values = ids[name] ?? known.requestId ?? []
    addresses = addresses.flatMap((address) => values.map((value) => address.replace(param, value)))
  }
  return addresses
}

async function ask(who: Who, { method }: Route, url: string) {
  const signedIn = cookies.get(who)
  return app.inject({
    method: method as 'GET',
    url,
    ...(method === 'GET' || method === 'DELETE' ? {} : { payload: { reason: '核对' } }),
    headers: signedIn === undefined ? {} : { cookie: signedIn.cookie, 'x-csrf-token': signedIn.csrf },
  })
}

/** What somebody can read of an answer: its head and body, and the text inside a PDF, a Word file or a zip. */
async function readable(answer: Awaited<ReturnType<typeof ask>>): Promise<string> {
  const head = decodeURIComponent(JSON.stringify(answer.headers).replaceAll(/%(?![0-9A-F]{2})/g, ''))
  return head + (await textOf(answer.rawPayload))
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const plain = Buffer.from(bytes).toString('utf8')
  if (plain.startsWith('PK')) {
    const inside = Object.entries(unzipSync(new Uint8Array(bytes))).map(
      async ([name, file]) => name + (await textOf(file)),
    )
    return (await Promise.all(inside)).join('\n')
  }
  if (plain.startsWith('%PDF-'))
    return plain + (await pdfPages(new Uint8Array(bytes)).catch(() => [])).join('')
  return plain.startsWith('<?xml') ? plain + strFromU8(bytes).replaceAll(/<[^>]+>/g, '') : plain
}

describe('every route, as every role and as nobody', () => {
  it('knows its own routes, contract and portal', () => {
    const paths = routes.map(({ method, path }) => `${method} ${path}`)
    for (const path of [
      'GET /api/v1/requests/:requestId',
      'POST /apply/status',
      'GET /:agency/feed.xml',
      'GET /search',
      'GET /console/*',
    ]) {
      expect(paths).toContain(path)
    }
    expect(routes.length).toBeGreaterThan(110)
  })

  it.each(['nobody', ...Object.keys(ROLES)] as Who[])(
    '%s: what is planted appears only where it may',
    async (who) => {
      const leaks = new Set<string>()
      const seen = new Set<Group>()
      for (const route of routes) {
        const name = `${route.method} ${route.path}`
        if (LEFT_OUT.test(name)) continue
        for (const address of addressesOf(route)) {
          for (const search of route.method === 'GET' && route.path.startsWith('/api/') ? SEARCHES : ['']) {
            const answer = await ask(who, route, address + search)
            if (answer.statusCode >= 500 && !name.endsWith('/readyz'))
              leaks.add(`${name}: ${answer.statusCode}`)
            const text = await readable(answer)
            for (const [group, markers] of Object.entries(PLANTED) as [Group, readonly string[]][]) {
              for (const marker of markers.filter((each) => text.includes(each))) {
                seen.add(group)
                if (!mayRead(who, group, name)) leaks.add(`${name}: ${marker}`)
              }
            }
          }
        }
      }
      expect([...leaks]).toEqual([])
      // Who may read something has found it: the walk does not pass because it saw nothing.
      const expected = (Object.keys(PLANTED) as Group[]).filter((group) =>
        MAY_READ.some((rule) => rule.group === group && rule.who.includes(who)),
      )
      expect([...seen].sort()).toEqual(expected.sort())
    },
  )

  it('an address made up by hand gets a sentence, never an error of the inside', async () => {
    const faults: string[] = []
    for (const who of ['nobody', 'clerk', 'system-admin'] as const) {
      for (const route of routes.filter(({ path }) => /[:*]/.test(path))) {
        for (const madeUp of ['x', '%27', '0', '00000000-0000-0000-0000-00000000000g']) {
          const url = route.path.replaceAll(/:(\w+)|\*/g, madeUp)
          const { statusCode } = await ask(who, route, url)
          if (statusCode >= 500) faults.push(`${who} ${route.method} ${url}: ${statusCode}`)
        }
      }
    }
    expect(faults).toEqual([])
  })
})
