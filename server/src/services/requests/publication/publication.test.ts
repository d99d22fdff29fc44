import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden, Invalid, NotFound } from '../../../errors.ts'
import { approveDecision } from '../approve-decision.ts'
import { draftDecision } from '../draft-decision.ts'
import { getRequest } from '../get-request.ts'
import { recordEvidence } from '../record-evidence.ts'
import { serveDecision } from '../serve-decision.ts'
import { aReleasedFile } from '../testing/a-released-file.ts'
import { anOffice, day, type Office, underReview } from '../testing/office.ts'
import { decidePublication } from './decide-publication.ts'
import { proposePublication } from './propose-publication.ts'

let office: Office
let requestId: string
let fileId: string
beforeAll(async () => {
  office = await anOffice()
  const { on } = await underReview(office, '2024-06-03')
  await recordEvidence(office.as('reviewer', '2024-06-12'), {
    ...on,
    evidence: { kind: 'secrecy-review', opinion: 'disclose', text: '可以公开' },
    attachments: [],
  })
  ;({ fileId } = await aReleasedFile(office, on, '2024-06-12'))
  const facts = { enclosures: ['中标通知书'], pages: 1, medium: 'electronic' }
  const clerk = office.as('clerk', '2024-06-13')
  const items = [{ outcome: 'grant-provided', facts }] as const
  const drafted = await draftDecision(clerk, { ...on, items: [...items] })
  const approved = await approveDecision(office.as('leader', '2024-06-13'), {
    ...on,
    version: drafted.version,
  })
  await serveDecision(clerk, {
    ...on,
    version: approved.version,
    method: 'electronic',
    sentOn: day('2024-06-13'),
    receivedOn: day('2024-06-13'),
    carrier: null,
    proof: '系统记录',
    receiver: '',
  })
  requestId = on.requestId
})

const clerk = () => office.as('clerk', '2024-06-20')
const head = () => office.as('office-head', '2024-06-21')
const proposal = (change = {}) => ({
  agencyId: office.agencyId,
  requestId,
  fileId,
  title: '环卫一体化项目中标通知书',
  reason: '三人以上申请',
  decideBy: day('2024-07-04'),
  ...change,
})
const counts = async () =>
  Promise.all(['publication_proposal', 'request_note', 'document', 'audit_entry'].map(office.count))
const decide = (proposalId: string, decision: 'publish' | 'not-publish', ctx = head()) =>
  decidePublication(ctx, { agencyId: office.agencyId, proposalId, decision, opinion: '同意' })
const shown = async (proposalId: string) =>
  (await getRequest(clerk(), { agencyId: office.agencyId, requestId })).proposals.find(
    (one) => one.proposalId === proposalId,
  )

describe('提议转主动公开', () => {
  it('is put to the head of the office with its day, and refused with nothing written', async () => {
    const open = await underReview(office, '2024-06-03')
    const before = await counts()
    const refused = [
      [proposePublication(office.as('reviewer', '2024-06-20'), proposal()), Forbidden],
      [proposePublication(clerk(), proposal({ decideBy: day('2024-06-19') })), Invalid],
      [proposePublication(clerk(), proposal({ fileId: open.requestId })), Invalid],
      [proposePublication(clerk(), proposal({ requestId: open.requestId, fileId: null })), Invalid],
    ] as const
    for (const [tried, why] of refused) await expect(tried).rejects.toThrow(why)
    expect(await counts()).toEqual(before)

    const proposalId = await proposePublication(clerk(), proposal())
    expect(await shown(proposalId)).toMatchObject({
      title: '环卫一体化项目中标通知书',
      decideBy: '2024-07-04',
      proposedBy: '经办员',
      decision: null,
    })
  })
})

describe('决定转主动公开', () => {
  it('begins a draft with the released file and nothing of the applicant', async () => {
    const proposalId = await proposePublication(clerk(), proposal())
    const before = await counts()
    await expect(decide(proposalId, 'publish', clerk())).rejects.toThrow(Forbidden)
    await expect(decide(requestId, 'publish')).rejects.toThrow(NotFound)
    expect(await counts()).toEqual(before)

    const documentId = await decide(proposalId, 'publish')
    expect(await shown(proposalId)).toMatchObject({ decision: 'publish', decidedBy: '负责人', documentId })
    const { rows } = await office.runtime.owner.query(
      `select d.state, d.title, d.source, b.html, (select count(*)::int from document_file f where f.document_id = d.document_id) as files
       from document d join document_body b using (document_id) where d.document_id = $1`,
      [documentId],
    )
    expect(rows).toMatchObject([
      { state: 'draft', title: '环卫一体化项目中标通知书', source: '依申请公开转为主动公开', files: 1 },
    ])
    expect(JSON.stringify(rows)).not.toContain('欧阳')
  })

  it('may be that it is not published, and begins nothing then', async () => {
    const proposalId = await proposePublication(clerk(), proposal())
    const documents = await office.count('document')
    expect(await decide(proposalId, 'not-publish')).toBeNull()
    expect(await office.count('document')).toBe(documents)
    expect(await shown(proposalId)).toMatchObject({ decision: 'not-publish', documentId: null })
  })

  it('is taken once: of two at the same time one is told, and one draft is begun', async () => {
    const proposalId = await proposePublication(clerk(), proposal())
    const documents = await office.count('document')
    const both = await Promise.allSettled([decide(proposalId, 'publish'), decide(proposalId, 'publish')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await office.count('document')).toBe(documents + 1)
    await expect(decide(proposalId, 'not-publish')).rejects.toThrow('已经有决定')
  })
})
