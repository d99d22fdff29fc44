import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { pdfPages } from '../../../../documents/src/testing/pdf-text.ts'
import { answerConsultation } from './answer-consultation.ts'
import { approveDecision } from './approve-decision.ts'
import { closeRequest } from './close-request.ts'
import { deliverConsultation } from './deliver-consultation.ts'
import { draftDecision } from './draft-decision.ts'
import { letterFile } from './draw-letter.ts'
import { getRequest } from './get-request.ts'
import { openConsultation } from './open-consultation.ts'
import { answerRecordCall } from './record-call/answer-record-call.ts'
import { callForRecords } from './record-call/call-for-records.ts'
import { chaseRecordCall } from './record-call/chase-record-call.ts'
import { recordEvidence } from './record-evidence.ts'
import { serveDecision } from './serve-decision.ts'
import { sheetFile } from './sheet/sheet-file.ts'
import { tellOfOverride } from './tell-of-override.ts'
import { anOffice, day, type Office, underReview } from './testing/office.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
const clerk = (on: string) => office.as('clerk', on)
const read = async (bytes: Uint8Array) => (await pdfPages(new Uint8Array(bytes))).join('')

type On = Awaited<ReturnType<typeof underReview>>['on']

const CALL = {
  on: day('2024-06-06'),
  unit: '环境卫生管理科',
  information: '2023年城乡环卫一体化项目的中标通知书',
  places: ['科室档案柜'],
  keywords: ['环卫', '中标'],
  respondBy: day('2024-06-12'),
}

describe('协办', () => {
  it('asks a unit without naming the applicant, is chased, and its answer is a search record', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const callId = await callForRecords(clerk('2024-06-06'), { ...on, ...CALL })
    const asked = await getRequest(clerk('2024-06-06'), on)
    const letter = asked.letters.find(({ code }) => code === 'D10')
    const { agencyId } = on
    const pdf = await letterFile(clerk('2024-06-06'), { agencyId, letterId: letter?.letterId ?? '' }, 'pdf')
    const text = await read(pdf.bytes)
    for (const said of ['环境卫生管理科：', '科室档案柜', '请于2024年6月12日']) expect(text).toContain(said)
    expect(text).not.toContain('欧阳')
    await chaseRecordCall(clerk('2024-06-13'), { ...on, callId, how: '电话催办' })
    await answerRecordCall(clerk('2024-06-14'), {
      ...on,
      callId,
      on: day('2024-06-14'),
      answer: '没有命中',
      systems: ['科室档案柜'],
      period: '2023年',
      searchedBy: '周某',
      attachments: [],
    })
    const file = await getRequest(clerk('2024-06-14'), on)
    expect(file.notes.map(({ body }) => body)).toEqual([
      '第1次催办环境卫生管理科：电话催办（协办期限2024年6月12日，已超过期限）',
    ])
    expect(file.calls.map(({ answeredOn, chasedOn }) => [answeredOn, chasedOn])).toEqual([
      ['2024-06-14', ['2024-06-13']],
    ])
    expect(file.onFile.searches.map(({ unitsAsked }) => unitsAsked)).toEqual([['环境卫生管理科']])
    await expect(chaseRecordCall(clerk('2024-06-14'), { ...on, callId, how: '电话催办' })).rejects.toThrow(
      '已经答复',
    )
  })

  it('ends before the answer to the applicant is due, and is not for a reader', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const late = { ...on, ...CALL, respondBy: day('2024-07-03') }
    await expect(callForRecords(clerk('2024-06-06'), late)).rejects.toThrow('晚于本件申请的答复期限')
    await expect(callForRecords(office.as('leader', '2024-06-06'), { ...on, ...CALL })).rejects.toThrow(
      '权限',
    )
  })
})

describe('公共利益（D08）', () => {
  it('tells the third party that refused, with remedies, and only then lets the answer go out', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const party = { name: '某环卫有限公司', contactName: '', phone: '', address: '' }
    const asked = await openConsultation(clerk('2024-06-05'), {
      ...on,
      on: day('2024-06-05'),
      with: 'third-party',
      party,
      subject: '中标通知书',
      why: '可能涉及商业秘密',
    })
    const { consultationId } = asked
    const got = await deliverConsultation(clerk('2024-06-06'), {
      ...on,
      version: asked.version,
      consultationId,
      on: day('2024-06-06'),
      proof: 'EMS1',
    })
    const answered = await answerConsultation(clerk('2024-06-12'), {
      ...on,
      version: got.version,
      consultationId,
      on: day('2024-06-12'),
      answer: 'refusal',
      reasonable: true,
      opinion: '属于商业秘密',
    })
    await recordEvidence(office.as('reviewer', '2024-06-13'), {
      ...on,
      evidence: { kind: 'secrecy-review', opinion: 'disclose', text: '可以公开' },
      attachments: [],
    })
    const facts = { enclosures: ['中标通知书'], pages: 2, medium: 'electronic' }
    const items = [{ outcome: 'grant-provided' as const, facts }] as const
    const draft = { ...on, version: answered.version, items }
    await expect(draftDecision(clerk('2024-06-13'), draft)).rejects.toThrow('书面告知第三方')
    const told = {
      ...on,
      version: answered.version,
      consultationId,
      on: day('2024-06-13'),
      disclosed: '中标通知书',
      reason: '涉及公共资金使用',
      releaseOn: day('2024-06-20'),
    }
    await expect(tellOfOverride(clerk('2024-06-13'), told)).rejects.toThrow('权限')
    const letterId = await tellOfOverride(office.as('leader', '2024-06-13'), told)
    const letter = await letterFile(clerk('2024-06-13'), { agencyId: on.agencyId, letterId }, 'pdf')
    const text = await read(letter.bytes)
    for (const said of ['某环卫有限公司：', '涉及公共资金使用', '2024年6月20日', '行政复议', '6个月内'])
      expect(text).toContain(said)
    expect((await draftDecision(clerk('2024-06-13'), draft)).state).toBe('decision-drafted')
  })
})

/** Searched, answered 信息不存在, handed over and closed. */
async function closed(): Promise<On> {
  const { on } = await underReview(office, '2024-06-03')
  const callId = await callForRecords(clerk('2024-06-06'), { ...on, ...CALL })
  const answer = { on: day('2024-06-11'), answer: '没有命中', period: '2023年', searchedBy: '周某' }
  await answerRecordCall(clerk('2024-06-11'), {
    ...on,
    callId,
    ...answer,
    systems: ['科室档案柜'],
    attachments: [],
  })
  const items = [
    { outcome: 'unable-not-exist' as const, facts: { searched: '科室档案柜', keywords: ['环卫', '中标'] } },
  ] as const
  const drafted = await draftDecision(clerk('2024-06-13'), { ...on, items })
  const approved = await approveDecision(office.as('leader', '2024-06-14'), {
    ...on,
    version: drafted.version,
  })
  const served = await serveDecision(clerk('2024-06-17'), {
    ...on,
    version: approved.version,
    method: 'direct',
    sentOn: day('2024-06-17'),
    receivedOn: day('2024-06-17'),
    carrier: null,
    proof: '',
    receiver: '欧阳测试',
    relation: '本人',
  })
  const { version } = await closeRequest(clerk('2024-06-18'), {
    ...on,
    version: served.version,
    on: day('2024-06-18'),
  })
  return { ...on, version }
}

describe('表单（D01、D16 至 D19）', () => {
  it('are drawn from the history, as PDF and Word', async () => {
    const on = await closed()
    const { letters } = await getRequest(clerk('2024-06-18'), on)
    for (const { letterId } of letters)
      await letterFile(clerk('2024-06-18'), { agencyId: on.agencyId, letterId }, 'pdf')
    const reply = letters.find(({ code }) => code === 'D12')?.letterId ?? ''
    const sheet = async (code: 'D01' | 'D16' | 'D17' | 'D19', of?: string) => {
      const which = { ...on, code, ...(of === undefined ? {} : { of }) }
      const word = await sheetFile(clerk('2024-06-18'), { ...which, type: 'docx' })
      const pdf = await read((await sheetFile(clerk('2024-06-18'), { ...which, type: 'pdf' })).bytes)
      return { pdf, word: strFromU8(unzipSync(word.bytes)['word/document.xml'] ?? new Uint8Array()) }
    }
    const expected = [
      [await sheet('D01'), ['登记表', '欧阳测试', '13800001234', '2024年7月2日', '经办员']],
      [await sheet('D16', reply), ['送达回证', '直接送达', '2024年6月17日', '本人', '经办员']],
      [await sheet('D17'), ['检索记录', '科室档案柜', '环卫、中标', '环境卫生管理科', '周某']],
      [await sheet('D19'), ['归档目录', '答复书', '协办函', '登记回执', '2024年6月18日']],
    ] as const
    for (const [{ pdf, word }, texts] of expected)
      for (const said of texts) {
        expect(pdf).toContain(said)
        expect(word).toContain(said)
      }
  })

  it('are refused while something that has to stand in them is missing', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const sheet = (code: 'D17' | 'D18' | 'D19') =>
      sheetFile(clerk('2024-06-04'), { ...on, code, type: 'pdf' })
    await expect(sheet('D17')).rejects.toThrow('还没有登记检索记录')
    await expect(sheet('D18')).rejects.toThrow('还没有登记公开前审查')
    await expect(sheet('D19')).rejects.toThrow('办结归档以后')
    await recordEvidence(office.as('reviewer', '2024-06-04'), {
      ...on,
      evidence: { kind: 'secrecy-review', opinion: 'disclose', text: '可以公开' },
      attachments: [],
    })
    await expect(sheet('D18')).rejects.toThrow('还缺：批准人')
  })

  it('name the applicant only to who may see identities', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const reader = office.as('reviewer', '2024-06-04')
    await expect(sheetFile(reader, { ...on, code: 'D01', type: 'pdf' })).rejects.toThrow('权限')
  })

  it('asks for witnesses where an answer was left behind', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const left = { method: 'left', sentOn: day('2024-06-17'), receivedOn: null, carrier: null } as const
    const serve = serveDecision(clerk('2024-06-17'), { ...on, ...left, proof: '', receiver: '' })
    await expect(serve).rejects.toThrow('拒收事由')
  })
})
