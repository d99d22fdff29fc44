import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../../plain-date.ts'
import type { Ruling } from '../../ruling.ts'
import { DOCUMENTS, type DocumentCode } from '../documents.ts'
import type { Letter } from './letter.ts'
import { archiveSheet, registrationSheet, reviewSheet, searchSheet, serviceSheet } from './sheets.ts'
import {
  composeConsultationNotice,
  composeCorrectionNotice,
  composeDelayedReplyNotice,
  composeExtensionNotice,
  composeFeeNotice,
  composeReasonsNotice,
  composeReceipt,
  composeRecordCorrection,
} from './to-applicant.ts'
import {
  composeCoMakerConsultation,
  composeOverrideNotice,
  composeSearchOrder,
  composeThirdPartyConsultation,
  consultationSlip,
} from './to-others.ts'

const on = parsePlainDate
const R = '《中华人民共和国政府信息公开条例》'
const FRAME = {
  agency: '示例市城市管理局',
  number: '示城管补〔2024〕3号',
  on: on('2024-03-04'),
  contact: '0371-00000000',
}
const REQUEST = {
  number: '2024-0007',
  applicant: '示例商贸有限公司',
  applicantClass: 'commercial-enterprise',
  receivedOn: on('2024-03-01'),
  asked: '某路段占道经营处罚情况',
} as const
const CONSULTATION = {
  requestNumber: '2024-0007',
  information: '某项目投标报价表',
  why: '该信息可能涉及贵方商业秘密',
}

function text(ruling: Ruling<Letter>): string {
  return ruling.granted ? ruling.value.paragraphs.join('\n') : ruling.refusal.reason
}

describe('notices to the applicant', () => {
  test('D02: the receipt says when it was received and by when the answer is due', () => {
    expect(
      text(
        composeReceipt(FRAME, REQUEST, { dueOn: on('2024-03-29'), provisional: false, queryCode: 'Q7F2' }),
      ),
    ).toBe(
      [
        '本机关已收到贵单位提出的政府信息公开申请，登记如下：',
        '1.申请编号：2024-0007；',
        '2.申请内容：某路段占道经营处罚情况；',
        '3.收到申请之日：2024年3月1日；',
        '4.答复期限届满日：2024年3月29日；',
        '5.查询码：Q7F2。',
        `根据${R}第三十三条第二款的规定，本机关自收到申请之日起20个工作日内予以答复；需要补正、征求意见、缴纳信息处理费或者延长答复期限的，另行告知。请妥善保管查询码，凭申请编号和查询码查询办理进度。`,
      ].join('\n'),
    )
  })

  test('D03: the correction notice names every item, the period and the consequence', () => {
    const facts = {
      items: ['营业执照复印件', '文件名称或者文号'],
      guidance: '可在本机关网站查询文件名称',
      respondBy: on('2024-03-25'),
    }
    expect(text(composeCorrectionNotice(FRAME, REQUEST, facts))).toContain(
      '请于2024年3月25日（含当日）前将补正材料送达本机关。答复期限自本机关收到补正材料之日起计算。无正当理由逾期不补正的，视为放弃申请',
    )
    expect(text(composeCorrectionNotice(FRAME, REQUEST, { ...facts, items: [] }))).toBe(
      '《政府信息公开申请补正告知书》还缺：补正事项。请补充后再生成',
    )
  })

  test('D04, D05, D07, D13: reasons, extension, consultation, delayed reply', () => {
    const reasons = {
      requestCount: 96,
      period: '近六个月',
      toExplain: '大量申请的用途和必要性',
      respondBy: on('2024-03-20'),
    }
    expect(text(composeReasonsNotice(FRAME, REQUEST, reasons))).toContain(
      `根据${R}第三十五条的规定，请贵单位说明理由`,
    )
    const extension = {
      workingDays: 10,
      dueOn: on('2024-04-15'),
      provisional: false,
      reason: '需要检索的档案较多',
    }
    expect(text(composeExtensionNotice(FRAME, REQUEST, extension))).toContain(
      `需要检索的档案较多。根据${R}第三十三条第二款的规定，经政府信息公开工作机构负责人同意，答复期限延长10个工作日，延长后的届满日为2024年4月15日。`,
    )
    expect(text(composeExtensionNotice(FRAME, REQUEST, { ...extension, provisional: true }))).toContain(
      '延长后的届满日为2024年4月15日（放假安排尚未公布，暂定）。',
    )
    expect(text(composeExtensionNotice(FRAME, REQUEST, { ...extension, workingDays: 0 }))).toContain(
      '还缺：延长的工作日数',
    )
    expect(
      text(composeConsultationNotice(FRAME, REQUEST, { with: 'co-maker', sentOn: on('2024-03-04') })),
    ).toContain(`根据${R}第三十四条的规定，本机关已于2024年3月4日征求相关行政机关的意见。`)
    expect(
      text(composeDelayedReplyNotice(FRAME, REQUEST, { dueOn: on('2024-06-28'), reason: '需逐件核对' })),
    ).toContain('本机关将延迟至2024年6月28日前答复')
  })

  test('D11: the fee notice says basis, standard, amount, way, period and consequence', () => {
    const facts = {
      method: 'by-volume',
      standard: '第31至68页，每页10元',
      amountInYuan: 380,
      payment: '通过非税收入缴款码缴纳',
      feeClock: 'restart',
    } as const
    const ruling = composeFeeNotice(FRAME, REQUEST, facts)
    expect(text(ruling)).toContain(
      `根据${R}第四十二条、《政府信息公开信息处理费管理办法》第五条的规定，本机关对该申请按量收取信息处理费。`,
    )
    expect(text(ruling)).toContain('2.数额：380元；')
    expect(text(ruling)).toContain('请贵单位自收到本通知次日起20个工作日内缴纳')
    expect(text(ruling)).toContain('处理期限自完成缴费次日起重新计算。')
    expect(text(composeFeeNotice(FRAME, REQUEST, { ...facts, feeClock: 'resume' }))).toContain(
      '处理期限自完成缴费次日起继续计算。',
    )
    expect(text(composeFeeNotice(FRAME, REQUEST, { ...facts, amountInYuan: 0 }))).toContain('还缺：数额')
  })

  test('D15: the four ends of a claim that a record is wrong', () => {
    const made = (facts: Parameters<typeof composeRecordCorrection>[2]) =>
      text(composeRecordCorrection(FRAME, REQUEST, facts, '（救济告知）'))
    const record = '企业地址记载有误'
    expect(made({ kind: 'corrected', record, result: '地址更正为示例路1号' })).toContain(
      '经审核属实，本机关已予更正：地址更正为示例路1号。',
    )
    expect(made({ kind: 'not-corrected', record, reason: '与登记材料一致' })).toContain(
      '本机关不予更正。理由：与登记材料一致。',
    )
    expect(made({ kind: 'forwarded', record, to: '示例市市场监督管理局' })).toContain(
      '本机关已转送示例市市场监督管理局处理。',
    )
    expect(made({ kind: 'pointed', record, to: '' })).toContain('还缺：处理结果')
  })
})

describe('letters to others', () => {
  test('D06: a third party has 15 working days, and silence is neither consent nor refusal', () => {
    const letter = text(composeThirdPartyConsultation(FRAME, '甲公司', CONSULTATION))
    expect(letter).toContain(`根据${R}第三十二条的规定，现书面征求贵方意见`)
    expect(letter).toContain('15个工作日内')
    expect(letter).toContain(
      '逾期未提出意见的，由本机关依照《中华人民共和国政府信息公开条例》的规定决定是否公开。',
    )
    expect(letter).not.toContain('示例商贸有限公司')
    expect(consultationSlip(FRAME.agency, '2024-0007', '某项目投标报价表').lines).toHaveLength(6)
  })

  test('D09: the silence of an agency that took part is consent', () => {
    expect(text(composeCoMakerConsultation(FRAME, '示例市财政局', CONSULTATION))).toContain(
      '逾期未提出意见的，视为同意公开。',
    )
  })

  test('D08: the override says what goes out and why, and how to contest it', () => {
    const facts = {
      requestNumber: '2024-0007',
      disclosed: '污染物排放数据',
      reason: '涉及饮用水安全',
      releaseOn: on('2024-04-10'),
      remedy: '（救济告知）',
    }
    const ruling = composeOverrideNotice(FRAME, '甲公司', facts)
    expect(text(ruling)).toContain(
      `根据${R}第十五条、第三十二条的规定，本机关决定于2024年4月10日公开下列内容：污染物排放数据。`,
    )
    expect(ruling.granted && ruling.value.remedy).toBe('（救济告知）')
    expect(composeOverrideNotice(FRAME, '甲公司', { ...facts, remedy: '' }).granted).toBe(false)
  })

  test('D10: a unit learns what to search, nothing of who asked', () => {
    const facts = {
      requestNumber: '2024-0007',
      information: '某路段处罚情况',
      keywords: ['占道', '处罚'],
      places: ['执法系统'],
      respondBy: on('2024-03-08'),
    }
    const letter = text(composeSearchOrder(FRAME, '执法监督科', facts))
    expect(letter).toContain('2.检索用词：占道、处罚，并请补充本单位的习惯用语；')
    expect(letter).not.toContain('示例商贸有限公司')
  })
})

describe('sheets on file', () => {
  test('D17: a search record names systems, period, words, hits, person, time and units', () => {
    const facts = {
      requestNumber: '2024-0007',
      systems: ['公文系统', '执法系统'],
      period: '2020年1月至2024年2月',
      keywords: ['占道', '处罚'],
      hits: '0条',
      searcher: '李某',
      searchedOn: on('2024-03-06'),
      unitsAsked: ['执法监督科'],
    }
    const ruling = searchSheet(facts)
    expect(ruling.granted && ruling.value.rows[1]).toEqual(['检索系统', '公文系统、执法系统'])
    expect(searchSheet({ ...facts, keywords: [], searcher: '' })).toMatchObject({
      granted: false,
      refusal: { reason: '《政府信息检索记录》还缺：检索用词、检索人。请补充后再生成' },
    })
  })

  test('D16: who refuses a letter needs witnesses', () => {
    const facts = {
      documentTitle: '答复书',
      documentNumber: '示城管复〔2024〕3号',
      addressee: '示例商贸有限公司',
      method: '留置送达',
      servedOn: on('2024-03-20'),
      receivedBy: '',
      relation: '',
      server: '王某',
    }
    expect(serviceSheet(facts).granted).toBe(false)
    expect(serviceSheet({ ...facts, refusal: { reason: '拒绝签收', witnesses: [] } }).granted).toBe(false)
    expect(
      serviceSheet({ ...facts, refusal: { reason: '拒绝签收', witnesses: ['社区工作人员赵某'] } }).granted,
    ).toBe(true)
  })

  test('D01, D18, D19: registration, review, archive', () => {
    const registration = registrationSheet({
      requestNumber: '2024-0007',
      channel: '邮寄（签收）',
      submittedOn: null,
      receivedOn: on('2024-03-01'),
      dueOn: on('2024-03-29'),
      applicant: '张某某',
      applicantClass: '自然人',
      contact: '138****5678',
      asked: '处罚情况',
      mediumWanted: '纸面，邮寄',
      handler: '李某',
    })
    expect(registration.granted && registration.value.rows.map(([label]) => label)).not.toContain('提交日期')
    const review = {
      information: '处罚情况',
      opinion: '同意公开',
      reviewer: '李某',
      reviewedOn: on('2024-03-10'),
      approver: '',
      approvedOn: on('2024-03-11'),
    }
    expect(reviewSheet(review).granted).toBe(false)
    const archive = archiveSheet({
      requestNumber: '2024-0007',
      documents: [
        { title: '登记回执', number: '', on: on('2024-03-01'), pages: 1 },
        { title: '答复书', number: '示城管复〔2024〕3号', on: on('2024-03-20'), pages: 2 },
      ],
      archivedBy: '李某',
      archivedOn: on('2024-04-01'),
    })
    expect(archive.granted && archive.value.list?.rows[1]).toEqual([
      '2',
      '答复书',
      '示城管复〔2024〕3号',
      '2024-03-20',
      '2',
    ])
    expect(archive.granted && archive.value.rows).toContainEqual(['总页数', '3'])
  })
})

describe('the register of documents', () => {
  test('runs from D01 to D19; only what decides carries a remedy', () => {
    const codes = Object.keys(DOCUMENTS) as DocumentCode[]
    expect(codes).toHaveLength(19)
    expect(codes.filter((code) => DOCUMENTS[code].remedy)).toEqual(['D08', 'D12', 'D14', 'D15'])
  })
})
