import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden, Invalid, Refused, Stale } from '../../errors.ts'
import { aColumn, aDocument, content, NOTHING_SECRET, theOffice } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { answerReferral } from './answer-referral.ts'
import { approveDocument } from './approve-document.ts'
import { attachFile, removeFile } from './attach-file.ts'
import { draftDocument } from './draft-document.ts'
import { editDocument } from './edit-document.ts'
import { findPublishedDocument } from './find-published-document.ts'
import { getDocument } from './get-document.ts'
import { publishDocument } from './publish-document.ts'
import { reopenDocument } from './reopen-document.ts'
import { returnDocument } from './return-document.ts'
import { reviewSecrecy } from './review-secrecy.ts'
import { submitForReview } from './submit-for-review.ts'
import { withdrawDocument } from './withdraw-document.ts'

const CLEAR = { answers: NOTHING_SECRET, opinion: 'disclose', reason: '', overrides: {} } as const

let runtime: TestRuntime
let agencyId: string
let nodeId: string
let office: ReturnType<typeof theOffice>
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { creditCode: '11441700007280420Y' })
  nodeId = await aColumn(runtime, agencyId)
  office = theOffice(runtime, agencyId)
})

const codeOf = (error: unknown) => (error instanceof Refused ? error.refusal.code : String(error))
const refusal = (work: Promise<unknown>) => work.then(() => 'done', codeOf)

describe('政府信息发布: 先审查后公开', () => {
  it('goes from draft to the public by four people’s hands, with a number and the server’s own time', async () => {
    const document = await aDocument(runtime, agencyId, { nodeId })
    expect(document.indexNumber).toBe('11441700007280420Y/2026-00001')
    const file = await getDocument(office.drafter, document)
    expect(file.state).toBe('published')
    expect(file.publishedAt).toEqual(new Date('2026-06-15T04:00:00.000Z'))
    expect(file.events.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['drafted', '王敏'],
      ['submitted', '王敏'],
      ['reviewed', '周海涛'],
      ['approved', '郑国栋'],
      ['published', '王敏'],
    ])
    expect(file.reviews[0]?.formNumber).toBe('保审〔2026〕1号')
    expect((await aDocument(runtime, agencyId, { nodeId })).indexNumber).toBe('11441700007280420Y/2026-00002')
  })

  it('counts the day to publish as twenty working days from writing: 2019-09-27 → 2019-10-30', async () => {
    const written = content(nodeId, { writtenOn: '2019-09-27' as never, documentNumber: null })
    const { documentId } = await draftDocument(office.drafter, { agencyId, content: written })
    expect((await getDocument(office.drafter, { agencyId, documentId })).publishDueOn).toBe('2019-10-30')
  })

  it('keeps clean HTML and puts a damaged document number right', async () => {
    const { documentId } = await draftDocument(office.drafter, {
      agencyId,
      content: content(nodeId, {
        documentNumber: '鸭管[2026]02号',
        html: '<p onclick="x()">正文<script>alert(1)</script></p>',
      }),
    })
    const file = await getDocument(office.drafter, { agencyId, documentId })
    expect(file.content.documentNumber).toBe('鸭管〔2026〕2号')
    expect(file.content.html).toBe('<p>正文</p>')
  })

  it('does not go to review with something missing, and says what, field by field', async () => {
    const { documentId } = await draftDocument(office.drafter, {
      agencyId,
      content: content(nodeId, { summary: '', title: '关于加强……管理的通知' }),
    })
    const error = await submitForReview(office.drafter, { agencyId, documentId, version: 1 }).catch((e) => e)
    expect(error).toBeInstanceOf(Invalid)
    expect(error.fields).toEqual({
      title: '标题应当完整，不能用省略号代替',
      summary: '请填写内容概述，目录应当列明内容概述',
    })
    expect((await getDocument(office.drafter, { agencyId, documentId })).state).toBe('draft')
  })

  it('refuses to publish, sign or review out of order', async () => {
    const draft = await aDocument(runtime, agencyId, { nodeId, stage: 'draft' })
    expect(await refusal(publishDocument(office.drafter, draft))).toBe('not-from-here')
    expect(await refusal(approveDocument(office.leader, draft))).toBe('not-from-here')
    expect(await refusal(reviewSecrecy(office.reviewer, { ...draft, ...CLEAR }))).toBe('not-from-here')
    const submitted = await aDocument(runtime, agencyId, { nodeId, stage: 'submitted' })
    expect(await refusal(approveDocument(office.leader, submitted))).toBe('not-from-here')
    expect(await refusal(publishDocument(office.drafter, submitted))).toBe('not-from-here')
  })

  it('lets nobody judge what they wrote, not even with both roles', async () => {
    const everything = runtime.as(
      { agencyId, roles: ['clerk', 'reviewer', 'leader'], staffId: '00000000-0000-7000-8000-00000000000a' },
      '2026-06-15',
    )
    const submitted = await aDocument(runtime, agencyId, { nodeId, stage: 'submitted' })
    expect(await refusal(reviewSecrecy(everything, { ...submitted, ...CLEAR }))).toBe('judge-is-drafter')
    const reviewed = await aDocument(runtime, agencyId, { nodeId, stage: 'reviewed' })
    expect(await refusal(approveDocument(everything, reviewed))).toBe('judge-is-drafter')
    const both = runtime.as(
      { agencyId, roles: ['reviewer', 'leader'], staffId: '00000000-0000-7000-8000-00000000000b' },
      '2026-06-15',
    )
    expect(await refusal(approveDocument(both, reviewed))).toBe('same-reviewer')
  })

  it('voids review and signature by any edit, and a later publication needs them anew', async () => {
    const approved = await aDocument(runtime, agencyId, { nodeId, stage: 'approved' })
    const changed = content(nodeId, { html: '<p>改过的正文。</p>' })
    const { version } = await editDocument(office.drafter, { ...approved, content: changed })
    const file = await getDocument(office.drafter, approved)
    expect([file.state, file.approvedDigest]).toEqual(['draft', null])
    expect(await refusal(publishDocument(office.drafter, { ...approved, version }))).toBe('not-from-here')
  })

  it('voids the signature by an attachment too', async () => {
    const approved = await aDocument(runtime, agencyId, { nodeId, stage: 'approved' })
    const bytes = new TextEncoder().encode('%PDF-1.7 附件')
    const { version, fileId } = await attachFile(office.drafter, {
      ...approved,
      title: '',
      name: '临时救助标准.pdf',
      bytes,
    })
    const file = await getDocument(office.drafter, approved)
    expect([file.state, file.attachments.map(({ title }) => title)]).toEqual(['draft', ['临时救助标准']])
    const after = await removeFile(office.drafter, { ...approved, version, fileId })
    // With the same content as before the chain still starts anew.
    const submitted = await submitForReview(office.drafter, { ...approved, version: after.version })
    expect((await getDocument(office.drafter, approved)).state).toBe('submitted')
    expect(submitted.version).toBe(after.version + 1)
  })

  it('refuses an attachment whose bytes are not what its name says, and one whose name says nothing', async () => {
    const draft = await aDocument(runtime, agencyId, { nodeId, stage: 'draft' })
    const bytes = new TextEncoder().encode('MZ')
    const attempt = (name: string) =>
      attachFile(office.drafter, { ...draft, title: '', name, bytes }).catch((error: Error) => error.message)
    expect(await attempt('方案.pdf')).toBe('附件的内容不是“pdf”文件，请核对后重新上传')
    expect(await attempt('方案.exe')).toContain('不能上传“exe”类型的附件')
    expect(await attempt('1.txt')).toBe('附件的名称没有说明内容，请改成有意义的名称再上传')
  })

  it('stops at personal data until the reviewer gives a reason for each finding', async () => {
    const submitted = await aDocument(runtime, agencyId, {
      nodeId,
      stage: 'submitted',
      content: { html: '<p>联系人张某，电话13812345678。</p>' },
    })
    expect(await refusal(reviewSecrecy(office.reviewer, { ...submitted, ...CLEAR }))).toBe(
      'screening-unanswered',
    )
    const [finding] = (await getDocument(office.reviewer, submitted)).findings
    expect(finding?.excerpt).toBe('联系人张某，电话138****5678。')
    const { state } = await reviewSecrecy(office.reviewer, {
      ...submitted,
      ...CLEAR,
      overrides: { [finding?.id ?? '']: '值班专用手机，本人同意公开' },
    })
    expect(state).toBe('reviewed')
    const [review] = (await getDocument(office.reviewer, submitted)).reviews
    expect(review?.findings[0]?.override).toBe('值班专用手机，本人同意公开')
  })

  it('sends doubt to the competent department and goes on with its answer', async () => {
    const submitted = await aDocument(runtime, agencyId, { nodeId, stage: 'submitted' })
    const unsure = { ...NOTHING_SECRET, aggregation: { answer: 'unsure' } } as const
    const review = { ...submitted, ...CLEAR, answers: unsure }
    expect(await refusal(reviewSecrecy(office.reviewer, review))).toBe('unsure')
    const referred = await reviewSecrecy(office.reviewer, {
      ...review,
      opinion: 'refer',
      reason: '汇总后能否公开不能确定',
    })
    expect(referred.state).toBe('referred')
    const { version } = await answerReferral(office.reviewer, {
      ...submitted,
      version: referred.version,
      answer: '市国家保密局复函：可以公开',
    })
    const { state } = await reviewSecrecy(office.reviewer, { ...submitted, ...CLEAR, version })
    expect(state).toBe('reviewed')
  })

  it('keeps what was judged not to be disclosed from everybody outside', async () => {
    const announcement = { kind: 'announcement', form: {} } as const
    const submitted = await aDocument(runtime, agencyId, {
      nodeId,
      stage: 'submitted',
      content: announcement,
    })
    const review = { ...submitted, ...CLEAR, opinion: 'withhold', reason: '属于内部工作流程信息' } as const
    await expect(reviewSecrecy(office.reviewer, review)).rejects.toThrow(
      '不予公开的，请选定法定理由的种类（条例第十四条至第十六条）',
    )
    const { state } = await reviewSecrecy(office.reviewer, { ...review, exemption: 'internal-affairs' })
    expect(state).toBe('withheld')
    expect(await findPublishedDocument(runtime.asPublic(agencyId), submitted)).toBeUndefined()
  })

  it('returns with a reason to the drafter, and asks for the reason', async () => {
    const reviewed = await aDocument(runtime, agencyId, { nodeId, stage: 'reviewed' })
    expect(await refusal(returnDocument(office.leader, { ...reviewed, reason: ' ' }))).toBe('reason-missing')
    await returnDocument(office.leader, { ...reviewed, reason: '施行日期应当顺延' })
    expect((await getDocument(office.drafter, reviewed)).state).toBe('returned')
  })

  it('lets published text stand; what is wrong is withdrawn, and published anew under the same number', async () => {
    const published = await aDocument(runtime, agencyId, { nodeId })
    const edit = { ...published, content: content(nodeId, { title: '换了标题的意见' }) }
    expect(await refusal(editDocument(office.drafter, edit))).toBe('published-content-stands')
    const withdrawn = await withdrawDocument(office.drafter, {
      ...published,
      reason: 'wrong',
      note: '金额写错',
    })
    const notice = await findPublishedDocument(runtime.asPublic(agencyId), published)
    expect(notice).toMatchObject({ state: 'withdrawn', reason: 'wrong', indexNumber: published.indexNumber })
    expect(JSON.stringify(notice)).not.toContain('金额写错')

    let { version } = await reopenDocument(office.drafter, { ...published, ...withdrawn })
    ;({ version } = await editDocument(office.drafter, { ...edit, version }))
    ;({ version } = await submitForReview(office.drafter, { ...published, version }))
    ;({ version } = await reviewSecrecy(office.reviewer, { ...published, ...CLEAR, version }))
    ;({ version } = await approveDocument(office.leader, { ...published, version }))
    const again = await publishDocument(office.drafter, { ...published, version })
    expect(again.indexNumber).toBe(published.indexNumber)
    expect(await findPublishedDocument(runtime.asPublic(agencyId), published)).toMatchObject({
      state: 'published',
      content: { title: '换了标题的意见' },
    })
  })

  it('is not published when it was drafted as 依申请公开', async () => {
    const upon = await aDocument(runtime, agencyId, {
      nodeId,
      stage: 'reviewed',
      content: {
        attribute: 'upon-request',
        attributeReason: '条例第十六条第二款，过程性信息',
        exemption: 'process',
      },
    })
    expect(await refusal(approveDocument(office.leader, upon))).toBe('not-proactive')
  })

  it('tells the second of two at once that the first was quicker', async () => {
    const draft = await aDocument(runtime, agencyId, { nodeId, stage: 'draft' })
    const edits = ['甲', '乙'].map((word) =>
      editDocument(office.drafter, { ...draft, content: content(nodeId, { title: `关于${word}的通知` }) }),
    )
    const outcomes = await Promise.allSettled(edits)
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const rejected = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(rejected.reason).toBeInstanceOf(Stale)
  })

  it('takes no number and queues nothing when publication fails', async () => {
    const numbers = () =>
      runtime.owner
        .query(`select value from counter where agency_id = $1 and kind = 'index'`, [agencyId])
        .then(({ rows }) => rows[0]?.value)
    const before = await numbers()
    const submitted = await aDocument(runtime, agencyId, { nodeId, stage: 'submitted' })
    await expect(publishDocument(office.drafter, submitted)).rejects.toBeInstanceOf(Refused)
    expect(await numbers()).toBe(before)
  })

  it('belongs to its own agency and to those whose work it is', async () => {
    const elsewhere = theOffice(runtime, await anAgency(runtime))
    const draft = await aDocument(runtime, agencyId, { nodeId, stage: 'draft' })
    await expect(getDocument(elsewhere.drafter, draft)).rejects.toBeInstanceOf(Forbidden)
    await expect(submitForReview(office.leader, draft)).rejects.toBeInstanceOf(Forbidden)
    await expect(publishDocument(runtime.asPublic(agencyId), draft)).rejects.toBeInstanceOf(Forbidden)
  })
})

describe('上传图片', () => {
  it('warns of one that would not open in time, and of no other file', async () => {
    const office = theOffice(runtime, agencyId)
    const draft = await aDocument(runtime, agencyId, { nodeId, stage: 'draft' })
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(1_600_000, 1)])
    const first = await attachFile(office.drafter, { ...draft, title: '', name: '位置图.png', bytes: png })
    expect(first.warning).toBe('图片“位置图.png”有1.6兆字节，请压缩到1兆字节以内再上传')
    const text = Buffer.alloc(1_600_000, 'a')
    const again = { ...draft, version: first.version, title: '', name: '说明文字.txt', bytes: text }
    expect((await attachFile(office.drafter, again)).warning).toBeNull()
  })
})
