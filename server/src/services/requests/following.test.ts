import { DEFAULT_SETTINGS } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { pdfPages } from '../../../../documents/src/testing/pdf-text.ts'
import { NotFound } from '../../errors.ts'
import { approveDecision } from './approve-decision.ts'
import { changePractice } from './change-practice.ts'
import { closeRequest } from './close-request.ts'
import { draftDecision } from './draft-decision.ts'
import { fetchPaper, fetchReceipt } from './fetch-paper.ts'
import { followRequest } from './follow-request.ts'
import { getRequest } from './get-request.ts'
import { recordEvidence } from './record-evidence.ts'
import { serveDecision } from './serve-decision.ts'
import { aReleasedFile } from './testing/a-released-file.ts'
import { anOffice, day, type Office, underReview } from './testing/office.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})

/** Granted, approved, with a file to hand over; not served yet. */
async function granted({ enclosed = false } = {}) {
  const filed = await underReview(office, '2024-06-03')
  const clerk = office.as('clerk', '2024-06-12')
  await recordEvidence(office.as('reviewer', '2024-06-12'), {
    ...filed.on,
    evidence: { kind: 'secrecy-review', opinion: 'disclose', text: '可以公开' },
    attachments: [],
  })
  if (enclosed) await aReleasedFile(office, filed.on, '2024-06-12')
  const facts = { enclosures: ['中标通知书'], pages: 1, medium: 'electronic' }
  const { version } = await draftDecision(clerk, {
    ...filed.on,
    items: [{ outcome: 'grant-provided', facts }],
  })
  const approved = await approveDecision(office.as('leader', '2024-06-13'), { ...filed.on, version })
  return { ...filed, version: approved.version }
}

function serve({ on, version }: Awaited<ReturnType<typeof granted>>) {
  return serveDecision(office.as('clerk', '2024-06-14'), {
    ...on,
    version,
    method: 'electronic',
    sentOn: day('2024-06-14'),
    receivedOn: day('2024-06-14'),
    carrier: null,
    proof: '系统记录',
    receiver: '',
  })
}

describe('查询办理进度', () => {
  it('tells states, days and articles, and nothing of who asked or what', async () => {
    const { number, queryCode } = await underReview(office, '2024-06-03')
    const followed = await followRequest(office.follower('2024-06-04'), {
      number: ` ${number.toLowerCase()} `,
      queryCode: queryCode.replaceAll('-', '').toLowerCase(),
    })
    expect(followed).toMatchObject({ publicState: '办理中', receivedOn: '2024-06-03', dueOn: '2024-07-02' })
    expect(followed.steps.map(({ text }) => text)).toEqual(['提交申请', '确认收到申请', '开始办理'])
    const text = JSON.stringify(followed)
    for (const hidden of ['欧阳', '11010519491231002X', '002X', '13800001234', '环卫', '经办员', '解放路']) {
      expect(text).not.toContain(hidden)
    }
  })

  it('answers a wrong code and an unknown number with the very same words', async () => {
    const { number, queryCode } = await underReview(office, '2024-06-03')
    const other = await underReview(office, '2024-06-03')
    const claims = [
      { number, queryCode: other.queryCode },
      { number: 'NOWHERE-2024-0001', queryCode },
      { number: '', queryCode: '' },
      { number: "'; drop table request; --", queryCode: '%' },
    ]
    const answers = await Promise.all(
      claims.map((claim) => followRequest(office.follower('2024-06-04'), claim).catch((error) => error)),
    )
    expect(answers.every((answer) => answer instanceof NotFound)).toBe(true)
    expect(new Set(answers.map(({ message }) => message)).size).toBe(1)
  })

  it('shows the answer only once it was served, and what was handed over with it', async () => {
    const file = await granted({ enclosed: true })
    const claim = { number: file.number, queryCode: file.queryCode }
    const before = await followRequest(office.follower('2024-06-13'), claim)
    expect(before.papers.map(({ title }) => title)).toEqual(['测试区管理委员会政府信息公开申请登记回执'])
    await serve(file)
    const after = await followRequest(office.follower('2024-06-14'), claim)
    expect(after.publicState).toBe('已答复')
    expect(after.papers.map(({ kind }) => kind)).toEqual(['letter', 'letter', 'answer'])
  })
})

describe('网上取件', () => {
  it('asks for the last four of the identity or telephone number, and remembers the first time', async () => {
    const file = await granted({ enclosed: true })
    await serve(file)
    const claim = { number: file.number, queryCode: file.queryCode }
    const { papers } = await followRequest(office.follower('2024-06-14'), claim)
    const answer = papers.find(({ title }) => title.includes('答复书'))
    const ask = { ...claim, paperId: answer?.paperId ?? '' }
    await expect(fetchPaper(office.follower('2024-06-14'), { ...ask, lastFour: '9999' })).rejects.toThrow(
      '后四位',
    )
    const paper = await fetchPaper(office.follower('2024-06-14'), { ...ask, lastFour: '002x' })
    expect((await pdfPages(new Uint8Array(paper.bytes))).join('')).toContain('欧阳测试：')
    await fetchPaper(office.follower('2024-06-15'), { ...ask, lastFour: '1234' })
    const { notes, letters } = await getRequest(office.as('clerk', '2024-06-15'), file.on)
    expect(notes.map(({ body }) => body)).toEqual([`申请人在网上取走《${answer?.title}》`])
    expect(letters.find(({ letterId }) => letterId === answer?.paperId)?.firstPickedUpAt?.toISOString()).toBe(
      '2024-06-14T04:00:00.000Z',
    )
    const enclosed = papers.find(({ kind }) => kind === 'answer')
    const handed = await fetchPaper(office.follower('2024-06-14'), {
      ...claim,
      paperId: enclosed?.paperId ?? '',
      lastFour: '1234',
    })
    expect(handed.name).toBe('中标通知书（公开版本）.pdf')
    // Nothing was boxed out, so that the applicant's reader may still search and speak the text.
    expect((await pdfPages(new Uint8Array(handed.bytes))).join('')).toContain('中标人联系人张三丰')
  })

  it('starts the remedies by the first opening where the office counts so, and the case can be closed', async () => {
    const file = await granted()
    const admin = office.runtime.as({ agencyId: office.agencyId, roles: ['system-admin'] }, '2024-06-13')
    const settings = { ...DEFAULT_SETTINGS }
    await changePractice(admin, {
      agencyId: office.agencyId,
      settings: { ...settings, electronicServiceDate: 'first-opened' },
    })
    try {
      const { version } = await serve(file)
      const close = (on: string, at: number) =>
        closeRequest(office.as('clerk', on), { ...file.on, version: at, on: day(on) })
      await expect(close('2024-06-14', version)).rejects.toThrow('送达凭证尚不完整')
      const claim = { number: file.number, queryCode: file.queryCode }
      const { papers } = await followRequest(office.follower('2024-06-17'), claim)
      const paperId = papers.find(({ title }) => title.includes('答复书'))?.paperId ?? ''
      for (const on of ['2024-06-17', '2024-06-19'])
        await fetchPaper(office.follower(on), { ...claim, paperId, lastFour: '1234' })
      const opened = await getRequest(office.as('clerk', '2024-06-20'), file.on)
      expect(opened.request.version).toBe(version + 1)
      const days = opened.history.flatMap(({ event }) => (event.kind === 'delivered' ? [event.on] : []))
      expect(days).toEqual(['2024-06-17'])
      expect((await close('2024-06-20', opened.request.version)).state).toBe('closed')
    } finally {
      await changePractice(admin, { agencyId: office.agencyId, settings })
    }
  })

  it('hands out no paper of another request, and none before it was served', async () => {
    const file = await granted()
    const other = await granted()
    const { letters } = await getRequest(office.as('clerk', '2024-06-14'), file.on)
    const reply = letters.find(({ code }) => code === 'D12')
    const mine = { number: file.number, queryCode: file.queryCode, lastFour: '1234' }
    const theirs = { number: other.number, queryCode: other.queryCode, lastFour: '1234' }
    for (const claim of [mine, theirs]) {
      await expect(
        fetchPaper(office.follower('2024-06-14'), { ...claim, paperId: reply?.letterId ?? '' }),
      ).rejects.toThrow('没有找到这件文书')
    }
  })

  it('prints the query code on the receipt of who has it, and only there', async () => {
    const { number, queryCode } = await underReview(office, '2024-06-03')
    const { bytes } = await fetchReceipt(office.follower('2024-06-03'), { number, queryCode })
    const text = (await pdfPages(new Uint8Array(bytes))).join('')
    for (const part of [number, queryCode, '欧阳测试', '2024年6月3日', '2024年7月2日', '第三十三条第二款']) {
      expect(text).toContain(part)
    }
  })
})
