import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { pdfPages } from '../../../../../documents/src/testing/pdf-text.ts'
import { letterFile } from '../draw-letter.ts'
import { followRequest } from '../follow-request.ts'
import { getRequest } from '../get-request.ts'
import { openConsultation } from '../open-consultation.ts'
import { decideRecordCorrection } from '../record-correction/decide-record-correction.ts'
import { listRecordCorrections } from '../record-correction/list-record-corrections.ts'
import { recordCorrectionFile } from '../record-correction/record-correction-file.ts'
import { registerRecordCorrection } from '../record-correction/register-record-correction.ts'
import { sampleTemplate } from '../template/sample-template.ts'
import { deleteTemplate, saveTemplate } from '../template/templates.ts'
import { anOffice, day, type Office, PERSON, underReview } from '../testing/office.ts'
import { linkRequests } from './link-requests.ts'
import { splitRequest } from './split-request.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
const clerk = (on: string) => office.as('clerk', on)
const head = (on: string) => office.as('office-head', on)

describe('关联、合并、拆分', () => {
  it('shows a link in both files, and merges only what one applicant sent twice', async () => {
    const one = await underReview(office, '2024-06-03')
    const two = await underReview(office, '2024-06-03')
    const stranger = await underReview(office, '2024-06-03', {
      applicant: { ...PERSON, name: '赵测试', identityNumber: '110105194912310046' },
    })
    const merge = { ...two.on, otherNumber: one.number, kind: 'merged-into', note: '同日重复提交' } as const
    await linkRequests(clerk('2024-06-04'), merge)
    await expect(linkRequests(clerk('2024-06-04'), merge)).rejects.toThrow('已经关联')
    const wrong = linkRequests(clerk('2024-06-04'), { ...merge, otherNumber: stranger.number })
    await expect(wrong).rejects.toThrow('同一申请人')
    const [a, b] = [
      await getRequest(clerk('2024-06-04'), one.on),
      await getRequest(clerk('2024-06-04'), two.on),
    ]
    expect(a.links.map(({ number, outward }) => [number, outward])).toEqual([[two.number, false]])
    expect(b.links.map(({ number, kind, outward }) => [number, kind, outward])).toEqual([
      [one.number, 'merged-into', true],
    ])
  })

  it('opens a case a matter, received on the same day, with a code of its own', async () => {
    const one = await underReview(office, '2024-06-03')
    const made = await splitRequest(clerk('2024-06-05'), {
      ...one.on,
      parts: ['2022年度环卫经费决算', '2021年度环卫经费决算'],
      reason: '一事一申请',
    })
    expect(made.map(({ receivedOn, dueOn }) => [receivedOn, dueOn])).toEqual([
      ['2024-06-03', '2024-07-02'],
      ['2024-06-03', '2024-07-02'],
    ])
    const [first] = made
    const claim = { number: first?.number ?? '', queryCode: first?.queryCode ?? '' }
    const followed = await followRequest(office.follower('2024-06-05'), claim)
    expect(followed.receivedOn).toBe('2024-06-03')
    const child = await getRequest(clerk('2024-06-05'), { ...one.on, requestId: first?.requestId ?? '' })
    expect(child.request.description).toBe('2022年度环卫经费决算')
    expect(child.links.map(({ number, kind }) => [number, kind])).toEqual([[one.number, 'split-from']])
  })
})

describe('更正自身相关的记录（D15）', () => {
  it('is decided by the head, with a letter that names article, result and remedies', async () => {
    const { agencyId } = office
    const correctionId = await registerRecordCorrection(clerk('2024-06-03'), {
      agencyId,
      kind: 'person',
      claimant: { name: '钱测试', identityNumber: '', phone: '13800005678', address: '测试市和平路2号' },
      record: '低保台账中登记的家庭人口',
      claim: '应为4人，附户口簿',
      receivedOn: day('2024-06-03'),
    })
    const [one] = await listRecordCorrections(clerk('2024-06-03'), { agencyId })
    expect([one?.targetOn, one?.claimant.name, one?.claimant.phone]).toEqual([
      '2024-07-02',
      '钱**',
      '138****5678',
    ])
    const finding = { kind: 'corrected', result: '已改为4人' } as const
    const decide = { agencyId, correctionId, version: 1, finding }
    await expect(decideRecordCorrection(clerk('2024-06-10'), decide)).rejects.toThrow('权限')
    const number = await decideRecordCorrection(head('2024-06-10'), decide)
    await expect(decideRecordCorrection(head('2024-06-10'), { ...decide, version: 2 })).rejects.toThrow(
      '处理完毕',
    )
    const pdf = await recordCorrectionFile(clerk('2024-06-10'), { agencyId, correctionId, type: 'pdf' })
    const text = (await pdfPages(new Uint8Array(pdf.bytes))).join('')
    for (const said of ['钱测试：', number, '第四十一条', '已改为4人', '60日内', '6个月内'])
      expect(text).toContain(said)
    expect(await office.count('request')).toBe(await office.count('applicant'))
  })
})

describe('机关自有的 Word 模板', () => {
  it('draws the letter in it, whole; the sample is taken as it is, and nothing without a mandatory place', async () => {
    const { agencyId } = office
    const sample = await sampleTemplate(clerk('2024-06-03'), { agencyId, code: 'D06' })
    const save = { agencyId, code: 'D06', name: '征求意见书.docx', bytes: sample.bytes } as const
    await expect(saveTemplate(clerk('2024-06-03'), save)).rejects.toThrow('权限')
    await saveTemplate(head('2024-06-03'), save)
    const refused = saveTemplate(head('2024-06-03'), { ...save, code: 'D12' })
    await expect(refused).rejects.toThrow('{救济告知}')
    await expect(saveTemplate(head('2024-06-03'), { ...save, bytes: Buffer.from('PK') })).rejects.toThrow(
      '.docx',
    )
    const { on } = await underReview(office, '2024-06-03')
    await openConsultation(clerk('2024-06-05'), {
      ...on,
      on: day('2024-06-05'),
      with: 'third-party',
      party: { name: '某环卫 & 保洁公司', contactName: '', phone: '', address: '' },
      subject: '中标通知书',
      why: '可能涉及商业秘密',
    })
    const { letters } = await getRequest(clerk('2024-06-05'), on)
    const letterId = letters.find(({ code }) => code === 'D06')?.letterId ?? ''
    const word = await letterFile(clerk('2024-06-05'), { agencyId, letterId }, 'docx')
    const xml = Buffer.from(unzipSync(new Uint8Array(word.bytes))['word/document.xml'] ?? []).toString()
    const text = [...xml.matchAll(/<w:t[^>]*>([^<]*)</g)].map((match) => match[1]).join('')
    for (const said of [
      '某环卫 &amp; 保洁公司',
      '15个工作日',
      '第三十二条',
      '测试区管理委员会',
      '2024年6月5日',
    ])
      expect(text).toContain(said)
    expect(text).not.toContain('{')
    await deleteTemplate(head('2024-06-05'), { agencyId, code: 'D06' })
  })
})
