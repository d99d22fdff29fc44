import { beforeAll, describe, expect, it } from 'vitest'
import { pdfPages } from '../../../../../documents/src/testing/pdf-text.ts'
import { addRequestFile } from '../add-request-file.ts'
import { getRequest } from '../get-request.ts'
import { keepAttachment } from '../keep-attachment.ts'
import { openRequestFile } from '../open-request-file.ts'
import { aFileOnFile, aReleasedFile } from '../testing/a-released-file.ts'
import { anOffice, type Office, underReview } from '../testing/office.ts'
import { getRedaction } from './get-redaction.ts'
import { redactionPage } from './redaction-page.ts'
import { releaseRedaction } from './release-redaction.ts'
import { saveRedactionMarks } from './save-redaction-marks.ts'
import { startRedaction } from './start-redaction.ts'
import { suggestRedaction } from './suggest-redaction.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
const ON = '2024-06-12'

const MARK = {
  page: 1,
  x: 0.1,
  y: 0.1,
  width: 0.8,
  height: 0.3,
  ground: 'deny-third-party',
  part: '联系人姓名和电话',
} as const

async function started() {
  const { on } = await underReview(office, '2024-06-03')
  const { agencyId, requestId } = on
  const fileId = await aFileOnFile(office, on, ON)
  const redactionId = await startRedaction(office.as('clerk', ON), { agencyId, requestId, fileId })
  return { agencyId, requestId, redactionId }
}

describe('遮盖与公开版本', () => {
  it('burns the boxes in, and puts full copy, masked copy and table on file', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const { fileId } = await aReleasedFile(office, on, ON, [MARK])
    const file = await getRequest(office.as('clerk', ON), on)
    expect(file.files.filter(({ purpose }) => purpose === 'answer').map(({ name }) => name)).toEqual([
      '中标通知书（公开版本）.pdf',
    ])
    expect(file.onFile.onFile).toEqual(expect.arrayContaining(['full-copy', 'masked-copy', 'masking-table']))
    const released = await openRequestFile(office.as('clerk', ON), { ...on, fileId })
    expect(await pdfPages(new Uint8Array(released.bytes))).toEqual([''])
    const table = file.files.find(({ name }) => name.startsWith('遮盖内容对照表'))
    const opened = await openRequestFile(office.as('clerk', ON), { ...on, fileId: table?.fileId ?? '' })
    const text = (await pdfPages(new Uint8Array(opened.bytes))).join('')
    for (const said of ['第1页', '联系人姓名和电话', '第十五条', '复核人：审查员', '2024年6月12日'])
      expect(text).toContain(said)
    expect(text).not.toContain('张三丰')
  })

  it('is released by somebody else than who drew the boxes, and once', async () => {
    const { agencyId, redactionId } = await started()
    const both = office.runtime.as({ agencyId, roles: ['clerk', 'office-head'], staffId: office.clerkId }, ON)
    await expect(releaseRedaction(both, { agencyId, redactionId, version: 1 })).rejects.toThrow('标注人以外')
    const clerk = office.as('clerk', ON)
    await expect(releaseRedaction(clerk, { agencyId, redactionId, version: 1 })).rejects.toThrow('权限')
    expect(await office.count('redaction_revision')).toBe(1)
    await releaseRedaction(office.as('reviewer', ON), { agencyId, redactionId, version: 1 })
    const again = releaseRedaction(office.as('reviewer', ON), { agencyId, redactionId, version: 2 })
    await expect(again).rejects.toThrow('已经生成')
    const late = saveRedactionMarks(clerk, { agencyId, redactionId, version: 2, marks: [MARK] })
    await expect(late).rejects.toThrow('不能再修改')
  })

  it('suggests boxes and draws none, and keeps the text of what goes out without a box', async () => {
    const { agencyId, requestId, redactionId } = await started()
    const clerk = office.as('clerk', ON)
    const { marks } = await suggestRedaction(clerk, { agencyId, redactionId })
    expect(marks.length).toBeGreaterThan(0)
    expect(JSON.stringify(marks)).not.toMatch(/13800009999|张三丰/)
    expect((await getRedaction(clerk, { agencyId, redactionId })).redaction.marks).toEqual([])
    const reviewer = office.as('reviewer', ON)
    await expect(suggestRedaction(reviewer, { agencyId, redactionId })).rejects.toThrow('权限')
    const { fileId, proof } = await releaseRedaction(reviewer, { agencyId, redactionId, version: 1 })
    expect(proof.checks[0]).toContain('没有遮盖框，保留文字层')
    const released = await openRequestFile(clerk, { agencyId, requestId, fileId })
    expect((await pdfPages(new Uint8Array(released.bytes))).join('')).not.toBe('')
  })

  it('keeps every state of the boxes, and refuses a version that is not the newest', async () => {
    const { agencyId, redactionId } = await started()
    const clerk = office.as('clerk', ON)
    expect(await saveRedactionMarks(clerk, { agencyId, redactionId, version: 1, marks: [MARK] })).toBe(2)
    const stale = saveRedactionMarks(clerk, { agencyId, redactionId, version: 1, marks: [] })
    await expect(stale).rejects.toThrow('其他人修改过')
    const outside = saveRedactionMarks(clerk, {
      agencyId,
      redactionId,
      version: 2,
      marks: [{ ...MARK, page: 2 }],
    })
    await expect(outside).rejects.toThrow('不在页面之内')
    const { redaction } = await getRedaction(office.as('reviewer', ON), { agencyId, redactionId })
    expect(redaction.marks).toEqual([MARK])
    const picture = await redactionPage(clerk, { agencyId, redactionId, page: 1 })
    expect(Buffer.from(picture).subarray(8, 12).toString()).toBe('WEBP')
    await expect(redactionPage(clerk, { agencyId, redactionId, page: 2 })).rejects.toThrow('没有第2页')
  })

  it('lets no file go to the applicant by another way, and none be masked that it cannot read', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const clerk = office.as('clerk', ON)
    const word = await keepAttachment(clerk, { name: '说明.docx', bytes: Buffer.from('PK\u0003\u0004') })
    await expect(addRequestFile(clerk, { ...on, file: word, purpose: 'answer' })).rejects.toThrow(
      '遮盖与净化',
    )
    const fileId = await addRequestFile(clerk, { ...on, file: word, purpose: 'evidence' })
    await expect(startRedaction(clerk, { ...on, fileId })).rejects.toThrow('另存为 PDF')
    const broken = await keepAttachment(clerk, { name: '坏.pdf', bytes: Buffer.from('%PDF-1.7 …') })
    const brokenId = await addRequestFile(clerk, { ...on, file: broken, purpose: 'evidence' })
    await expect(startRedaction(clerk, { ...on, fileId: brokenId })).rejects.toThrow('已损坏')
  })
})
