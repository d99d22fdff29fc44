import { beforeAll, describe, expect, it } from 'vitest'
import { pdfPages } from '../../../../documents/src/testing/pdf-text.ts'
import { answerConsultation } from './answer-consultation.ts'
import { approveDecision } from './approve-decision.ts'
import { closeRequest } from './close-request.ts'
import { deliverConsultation } from './deliver-consultation.ts'
import { draftDecision } from './draft-decision.ts'
import { letterFile } from './draw-letter.ts'
import { getRequest } from './get-request.ts'
import { keepAttachment } from './keep-attachment.ts'
import { openConsultation } from './open-consultation.ts'
import { recordDelivery } from './record-delivery.ts'
import { recordEvidence } from './record-evidence.ts'
import { replyOnSpot } from './reply-on-spot.ts'
import { returnDecision } from './return-decision.ts'
import { serveDecision } from './serve-decision.ts'
import { anOffice, day, type Office, underReview } from './testing/office.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})

type On = Awaited<ReturnType<typeof underReview>>['on']
const clerk = (on: string) => office.as('clerk', on)
const leader = (on: string) => office.as('leader', on)

const NOT_EXIST = [
  { outcome: 'unable-not-exist' as const, facts: { searched: '综合档案系统', keywords: ['环卫', '中标'] } },
] as const

async function searched({ agencyId, requestId }: On) {
  await recordEvidence(clerk('2024-06-12'), {
    agencyId,
    requestId,
    evidence: {
      kind: 'search-record',
      search: {
        systems: ['综合档案系统'],
        words: ['环卫', '中标'],
        period: '2020年至今',
        searchedBy: '经办员',
        searchedOn: day('2024-06-12'),
        unitsAsked: [],
      },
      hits: '没有命中',
    },
    attachments: [],
  })
}

/** Drafted and approved: 政府信息不存在. */
async function approved(on: On) {
  await searched(on)
  const { version } = await draftDecision(clerk('2024-06-13'), { ...on, items: NOT_EXIST })
  return approveDecision(leader('2024-06-14'), { ...on, version })
}

describe('拟稿和签发', () => {
  it('is refused while the evidence is not on file, and says what is missing', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const before = await office.count('request_event')
    await expect(draftDecision(clerk('2024-06-13'), { ...on, items: NOT_EXIST })).rejects.toThrow('检索记录')
    expect(await office.count('request_event')).toBe(before)
  })

  it('is refused while the letter would lack something', async () => {
    const { on } = await underReview(office, '2024-06-03')
    await searched(on)
    const items = [{ outcome: 'unable-not-exist' as const, facts: { searched: '综合档案系统' } }] as const
    await expect(draftDecision(clerk('2024-06-13'), { ...on, items })).rejects.toThrow('请填写：检索用词')
  })

  it('is not for the clerk to approve, nor for who drafted it', async () => {
    const { on } = await underReview(office, '2024-06-03')
    await searched(on)
    const { version } = await draftDecision(clerk('2024-06-13'), { ...on, items: NOT_EXIST })
    await expect(approveDecision(clerk('2024-06-14'), { ...on, version })).rejects.toThrow('权限')
    const both = office.runtime.as(
      { agencyId: on.agencyId, roles: ['leader'], staffId: office.clerkId },
      '2024-06-14',
    )
    await expect(approveDecision(both, { ...on, version })).rejects.toThrow('拟稿人不能签发')
  })

  it('goes back with a reason, and may be drafted again', async () => {
    const { on } = await underReview(office, '2024-06-03')
    await searched(on)
    const { version } = await draftDecision(clerk('2024-06-13'), { ...on, items: NOT_EXIST })
    const back = await returnDecision(office.as('reviewer', '2024-06-13'), {
      ...on,
      version,
      reason: '请补充检索用词',
    })
    expect(back.state).toBe('under-review')
    const again = await draftDecision(clerk('2024-06-13'), { ...on, version: back.version, items: NOT_EXIST })
    expect(again.state).toBe('decision-drafted')
  })

  it('lets nothing out without a review that says it may go', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const facts = { enclosures: ['中标通知书'], pages: 2, medium: 'electronic' }
    const items = [{ outcome: 'grant-provided' as const, facts }] as const
    const review = (opinion: 'withhold' | 'disclose') =>
      recordEvidence(office.as('reviewer', '2024-06-12'), {
        ...on,
        evidence: { kind: 'secrecy-review', opinion, text: '已逐项审查' },
        attachments: [],
      })
    await review('withhold')
    await expect(draftDecision(clerk('2024-06-13'), { ...on, items })).rejects.toThrow('审查')
    await review('disclose')
    expect((await draftDecision(clerk('2024-06-13'), { ...on, items })).state).toBe('decision-drafted')
    await expect(
      recordEvidence(clerk('2024-06-12'), {
        ...on,
        evidence: { kind: 'secrecy-review', opinion: 'disclose', text: '自己审查自己' },
        attachments: [],
      }),
    ).rejects.toThrow('权限')
  })
})

describe('答复书', () => {
  it('carries number, article, ground and the clause that goes with the outcome, the same in PDF and Word', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const { documentNumber, letterId } = await approved(on)
    const which = { agencyId: on.agencyId, letterId: letterId ?? '' }
    const pdf = await letterFile(clerk('2024-06-14'), which, 'pdf')
    const [text = ''] = [(await pdfPages(new Uint8Array(pdf.bytes))).join('')]
    for (const part of [
      '测试区管理委员会政府信息公开申请答复书',
      documentNumber,
      '欧阳测试：',
      '第三十六条第（四）项',
      '该政府信息不存在',
      '自收到之日起60日内向测试市人民政府申请行政复议，或者自收到之日起6个月内向测试市中级人民法院提起行政诉讼',
      '2024年6月14日',
    ]) {
      expect(text).toContain(part)
    }
    const docx = await letterFile(clerk('2024-06-14'), which, 'docx')
    expect(docx.name).toBe(`测试区管理委员会政府信息公开申请答复书${documentNumber}.docx`)
    expect(Buffer.from(docx.bytes).subarray(0, 2).toString()).toBe('PK')
  })

  it('sends a refusal under Arts. 14 to 16 to reconsideration first', async () => {
    const { on } = await underReview(office, '2024-06-03')
    for (const kind of ['sub-kind', 'contrary-rule-check', 'separability-check'] as const) {
      await recordEvidence(clerk('2024-06-12'), {
        ...on,
        evidence: { kind, text: '已审查' },
        attachments: [],
      })
    }
    const facts = { kind: 'discussion', reason: '所申请的会议记录为讨论过程的记录。' }
    const items = [{ outcome: 'deny-process' as const, facts }] as const
    const { version } = await draftDecision(clerk('2024-06-13'), { ...on, items })
    const { letterId } = await approveDecision(leader('2024-06-14'), { ...on, version })
    const { letters } = await getRequest(clerk('2024-06-14'), on)
    const letter = letters.find((one) => one.letterId === letterId)
    expect(letter?.content.remedy).toContain('先向测试市人民政府申请行政复议')
    expect(letter?.content.paragraphs.join('')).toContain('第十六条第二款')
  })

  it('is drawn once: whoever asks gets the same bytes, and the store cannot read them', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const { letterId } = await approved(on)
    const which = { agencyId: on.agencyId, letterId: letterId ?? '' }
    const [first, second] = await Promise.all([
      letterFile(clerk('2024-06-14'), which, 'pdf'),
      letterFile(leader('2024-06-14'), which, 'pdf'),
    ])
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true)
    const { rows } = await office.runtime.owner.query(
      'select f.sha256 from letter l join file f on f.file_id = l.pdf_file_id where l.letter_id = $1',
      [letterId],
    )
    const stored = await office.runtime.files.find(rows[0].sha256)
    expect(Buffer.from(stored ?? []).includes('%PDF')).toBe(false)
  })
})

describe('送达', () => {
  it('decides by the day of posting for the office and by the signature for the applicant', async () => {
    const { on } = await underReview(office, '2024-06-03', {})
    const { version } = await approved(on)
    const served = await serveDecision(clerk('2024-07-05'), {
      ...on,
      version,
      method: 'post',
      sentOn: day('2024-07-02'),
      receivedOn: null,
      carrier: 'postal-company',
      proof: 'EM123456789CN',
      receiver: '',
    })
    const sent = await getRequest(clerk('2024-07-05'), on)
    expect(sent.fold.violations.filter(({ code }) => code === 'answered-late')).toEqual([])
    expect(sent.remedy).toBeNull()
    await expect(
      closeRequest(clerk('2024-07-05'), { ...on, version: served.version, on: day('2024-07-05') }),
    ).rejects.toThrow('送达凭证')
    const signed = await recordDelivery(clerk('2024-07-05'), {
      ...on,
      version: served.version,
      document: 'decision',
      on: day('2024-07-05'),
      proof: '签收回执',
    })
    // 60 days after 2024-07-05 is 2024-09-03, a Tuesday; six months after is 2025-01-05, a Sunday, hence 01-06.
    const file = await getRequest(clerk('2024-07-05'), on)
    expect(file.remedy).toMatchObject({
      reconsiderationBy: '2024-09-03',
      suitBy: '2025-01-06',
      route: 'either',
    })
    const closed = await closeRequest(clerk('2024-07-05'), {
      ...on,
      version: signed.version,
      on: day('2024-07-05'),
    })
    expect(closed.state).toBe('closed')
  })

  it('refuses a courier', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const { version } = await approved(on)
    await expect(
      serveDecision(clerk('2024-06-17'), {
        ...on,
        version,
        method: 'post',
        sentOn: day('2024-06-17'),
        receivedOn: null,
        carrier: 'courier',
        proof: '',
        receiver: '',
      }),
    ).rejects.toThrow('应当交邮政企业寄递')
  })
})

describe('征求第三方意见', () => {
  // The norms' T11: received 2024-01-08, asked 01-15, answered 01-29: due 2024-02-22.
  it('stops the days, tells the applicant, and keeps the two from knowing of one another', async () => {
    const { on } = await underReview(office, '2024-01-08')
    const asked = await openConsultation(clerk('2024-01-15'), {
      ...on,
      on: day('2024-01-15'),
      with: 'third-party',
      party: { name: '测试清洁服务有限公司', contactName: '', phone: '', address: '测试市工业路2号' },
      subject: '贵公司的投标报价明细',
      why: '公开可能损害贵公司的商业秘密',
    })
    const { consultationId } = asked
    const delivered = await deliverConsultation(clerk('2024-01-17'), {
      ...on,
      version: asked.version,
      consultationId,
      on: day('2024-01-17'),
      proof: '签收回执',
    })
    const answered = await answerConsultation(clerk('2024-01-29'), {
      ...on,
      version: delivered.version,
      consultationId,
      on: day('2024-01-29'),
      answer: 'refusal',
      reasonable: true,
      opinion: '报价属于商业秘密',
    })
    expect(answered).toMatchObject({ state: 'under-review', dueOn: '2024-02-22' })

    const { letters, consultations, onFile } = await getRequest(clerk('2024-01-29'), on)
    expect(letters.map(({ code, recipient }) => [code, recipient])).toEqual([
      ['D02', 'applicant'],
      ['D06', 'consulted-party'],
      ['D07', 'applicant'],
    ])
    expect(consultations[0]).toMatchObject({
      party: { name: '测试清洁服务有限公司' },
      opinion: '报价属于商业秘密',
    })
    expect(onFile.onFile).toEqual(
      expect.arrayContaining(['third-party-letter', 'third-party-receipt', 'third-party-answer']),
    )

    const toParty = letters.find(({ code }) => code === 'D06')
    const { bytes } = await letterFile(
      clerk('2024-01-29'),
      { agencyId: on.agencyId, letterId: toParty?.letterId ?? '' },
      'pdf',
    )
    const text = (await pdfPages(new Uint8Array(bytes))).join('')
    expect(text).toContain('测试清洁服务有限公司：')
    expect(text).toContain('征求意见确认函')
    expect(text).not.toContain('欧阳')
    const toApplicant = letters.find(({ code }) => code === 'D07')
    expect(JSON.stringify(toApplicant?.content)).not.toContain('清洁服务')
  })
})

describe('当场答复', () => {
  it('is given on the day of receipt only, and by a clerk only for what is public already', async () => {
    const { on } = await underReview(office, '2024-06-03')
    await recordEvidence(clerk('2024-06-03'), {
      ...on,
      evidence: { kind: 'location-check', text: '网址可以打开' },
      attachments: [],
    })
    const items = [
      { outcome: 'grant-already-public' as const, facts: { places: ['门户网站“招标公告”栏目'] } },
    ] as const
    await expect(replyOnSpot(clerk('2024-06-04'), { ...on, items })).rejects.toThrow(
      '应当在收到申请的当日作出',
    )
    await expect(replyOnSpot(clerk('2024-06-03'), { ...on, items: NOT_EXIST })).rejects.toThrow('权限')
    expect((await replyOnSpot(clerk('2024-06-03'), { ...on, items })).state).toBe('served')
  })
})

describe('附件', () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
  it('says in one sentence what is wrong with a file', async () => {
    const ctx = office.visitor('2024-06-03')
    await expect(keepAttachment(ctx, { name: '照片.exe', bytes: png })).rejects.toThrow(
      '“照片.exe”的格式不能接收，请换成 PDF、OFD、Word、JPG 或者 PNG 文件',
    )
    await expect(keepAttachment(ctx, { name: '照片.pdf', bytes: png })).rejects.toThrow('内容与文件格式不符')
    await expect(keepAttachment(ctx, { name: '空.png', bytes: Buffer.alloc(0) })).rejects.toThrow('空文件')
    const large = Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)])
    await expect(keepAttachment(ctx, { name: '大.png', bytes: large })).rejects.toThrow('超过10兆字节')
  })

  it('is kept so that the store cannot read it', async () => {
    const kept = await keepAttachment(office.visitor('2024-06-03'), { name: '证件.png', bytes: png })
    expect(kept).toMatchObject({ name: '证件.png', mediaType: 'image/png', sizeBytes: 7 })
    const stored = await office.runtime.files.find(kept.sha256)
    expect(Buffer.from(stored ?? []).includes(png)).toBe(false)
  })
})
