import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../../plain-date.ts'
import type { ContentFacts } from '../content-field.ts'
import { OUTCOMES } from '../outcome.ts'
import { OUTCOME_CODES, type OutcomeCode } from '../outcome-code.ts'
import { composeReply, type ReplyFacts, replyNeedsReconsiderationFirst } from './reply.ts'

const on = parsePlainDate
const R = '《中华人民共和国政府信息公开条例》'

const FRAME = {
  agency: '示例市住房和城乡建设局',
  number: '示住建复〔2024〕12号',
  on: on('2024-03-20'),
  contact: '0371-00000000',
}
const REQUEST = {
  number: '2024-0007',
  applicant: '张某某',
  applicantClass: 'natural-person',
  channel: 'online',
  receivedOn: on('2024-03-01'),
  asked: '某小区消防验收文件',
} as const

function reply(outcome: OutcomeCode, facts: ContentFacts, changes: Partial<ReplyFacts> = {}) {
  return composeReply({
    frame: FRAME,
    request: REQUEST,
    items: [{ outcome, facts }],
    remedy: '（救济告知）',
    ...changes,
  })
}

/** For each outcome: the facts its letter needs, and the paragraphs that follow the recital. */
const WITHHELD = [
  { part: '附件二联系人电话', ground: 'deny-third-party', reason: '属于个人隐私', masking: '涂黑' },
] as const
const DAYS = {
  noticeOn: on('2024-03-04'),
  noticeReceivedOn: on('2024-03-06'),
  periodEndedOn: on('2024-03-18'),
}
const LETTERS: Readonly<Record<OutcomeCode, readonly [facts: ContentFacts, paragraphs: readonly string[]]>> =
  {
    'grant-already-public': [
      { places: ['《验收公告》，https://www.example.gov.cn/a.html', '市政府公报2023年第5期'] },
      [
        `经审查，您申请公开的政府信息已经主动公开。根据${R}第三十六条第（一）项的规定，现将获取该政府信息的方式、途径告知如下：`,
        '1.《验收公告》，https://www.example.gov.cn/a.html；',
        '2.市政府公报2023年第5期。',
      ],
    ],
    'grant-provided': [
      { enclosures: ['《消防验收意见书》'], pages: 3, medium: 'paper' },
      [
        `经审查，您申请公开的政府信息可以公开。根据${R}第三十六条第（二）项的规定，现以纸质文本形式向您提供下列政府信息，共3页：`,
        '1.《消防验收意见书》。',
      ],
    ],
    'grant-later': [
      { way: '查阅、复制', path: '市政务服务中心公开查阅点', availableOn: on('2024-04-01') },
      [
        `经审查，您申请公开的政府信息可以公开。根据${R}第三十六条第（二）项的规定，请您自2024年4月1日起，通过市政务服务中心公开查阅点，以查阅、复制的方式获取该政府信息。`,
      ],
    ],
    partial: [
      { enclosures: ['《消防验收意见书》（区分处理后）'], pages: 3, withheld: WITHHELD },
      [
        `经审查，您申请公开的政府信息中含有不应当公开或者不属于政府信息的内容，能够作区分处理。根据${R}第三十七条的规定，现向您提供可以公开的部分，共3页：`,
        '1.《消防验收意见书》（区分处理后）。',
        '下列内容未予提供，依据和理由如下：',
        `1.附件二联系人电话：保护第三方合法权益，根据${R}第十五条、第三十二条、第三十六条第（三）项的规定不予公开。理由：属于个人隐私。处理方式：涂黑。`,
      ],
    ],
    'deny-state-secret': [
      { reason: '该信息已依法定密' },
      [
        `经审查，您申请公开的政府信息属于依法确定的国家秘密。该信息已依法定密。根据${R}第十四条、第三十六条第（三）项的规定，本机关决定不予公开。`,
      ],
    ],
    'deny-law-forbids': [
      {
        lawKind: 'law',
        law: '中华人民共和国统计法',
        lawArticle: '第二十五条',
        reason: '该信息是能够识别单个统计调查对象身份的资料',
      },
      [
        `经审查，您申请公开的政府信息属于法律《中华人民共和国统计法》第二十五条禁止公开的信息。该信息是能够识别单个统计调查对象身份的资料。根据${R}第十四条、第三十六条第（三）项的规定，本机关决定不予公开。`,
      ],
    ],
    'deny-safety': [
      { interest: 'public-security', reason: '涉及供水管网节点位置' },
      [
        `经审查，您申请公开的政府信息公开后可能危及公共安全。涉及供水管网节点位置。根据${R}第十四条、第三十六条第（三）项的规定，本机关决定不予公开。`,
      ],
    ],
    'deny-third-party': [
      {
        interest: 'trade-secret',
        answer: 'silent',
        publicInterest: '不公开不会对公共利益造成重大影响',
        reason: '投标报价构成属于商业秘密',
      },
      [
        `经审查，您申请公开的政府信息涉及第三方的商业秘密，公开会对第三方合法权益造成损害。本机关依法书面征求了第三方的意见，第三方逾期未提出意见，由本机关依照条例的规定决定是否公开。关于公共利益：不公开不会对公共利益造成重大影响。投标报价构成属于商业秘密。根据${R}第十五条、第三十二条、第三十六条第（三）项的规定，本机关决定不予公开。`,
      ],
    ],
    'deny-internal': [
      { kind: 'personnel', reason: '系内设机构岗位安排' },
      [
        `经审查，您申请公开的政府信息属于本机关人事管理方面的内部事务信息，法律、法规、规章没有规定应当公开。系内设机构岗位安排。根据${R}第十六条第一款、第三十六条第（三）项的规定，本机关决定不予公开。`,
      ],
    ],
    'deny-process': [
      { kind: 'draft', reason: '该方案尚未定稿' },
      [
        `经审查，您申请公开的政府信息属于行政机关在履行行政管理职能过程中形成的过程稿，法律、法规、规章没有规定应当公开。该方案尚未定稿。根据${R}第十六条第二款、第三十六条第（三）项的规定，本机关决定不予公开。`,
      ],
    ],
    'deny-enforcement-file': [
      { fileKind: '行政处罚案卷', reason: '系调查询问笔录' },
      [
        `经审查，您申请公开的政府信息属于行政执法案卷信息（行政处罚案卷），法律、法规、规章没有规定应当公开。系调查询问笔录。根据${R}第十六条第二款、第三十六条第（三）项的规定，本机关决定不予公开。`,
      ],
    ],
    'deny-admin-query': [
      {
        law: '《不动产登记暂行条例》第二十七条',
        place: '市不动产登记中心',
        procedure: '持身份证明申请查询',
        reason: '不动产登记资料依法查询',
      },
      [
        `经审查，您申请公开的信息属于《不动产登记暂行条例》第二十七条对获取方式有特别规定的信息。不动产登记资料依法查询。根据${R}第三十六条第（七）项的规定，请您依照上述规定办理：查询场所为市不动产登记中心；查询程序为持身份证明申请查询。`,
      ],
    ],
    'unable-not-exist': [
      { searched: '公文系统、档案室和消防验收科', keywords: ['消防验收', '缴款凭证'] },
      [
        `经检索公文系统、档案室和消防验收科（检索用词：消防验收、缴款凭证），本机关没有您申请公开的政府信息。根据${R}第三十六条第（四）项的规定，现告知您该政府信息不存在。`,
      ],
    ],
    'unable-other-agency': [
      {
        reason: '该项职责由自然资源部门承担',
        responsibleAgency: '示例市自然资源局',
        agencyContact: '0371-11111111',
      },
      [
        `经审查，您申请公开的政府信息不属于本机关负责公开。该项职责由自然资源部门承担。根据${R}第十条、第三十六条第（五）项的规定，现予告知。请您向示例市自然资源局提出申请，联系方式：0371-11111111。`,
      ],
    ],
    'unable-needs-creation': [
      { reason: '本机关未按街道汇总' },
      [
        `经审查，本机关没有现成的您所申请的政府信息。本机关未按街道汇总。提供该信息需要对现有政府信息进行加工、分析。根据${R}第三十八条的规定，本机关不予提供。`,
      ],
    ],
    'unable-unclear': [
      { asked: ['文件名称或者文号'], stillUnclear: '仍未说明年份和项目' },
      [
        `因申请内容不明确，本机关要求您补正下列事项：文件名称或者文号。您提交的补正材料仍不能明确所申请的政府信息：仍未说明年份和项目。根据${R}第二十九条第二款、第三十条的规定，本机关无法提供。`,
      ],
    ],
    'noproc-petition': [
      { nature: 'complaint', channel: '12345热线' },
      [
        `经审查，您以政府信息公开申请的形式提出的事项属于投诉。根据${R}第三十九条第一款的规定，不作为政府信息公开申请处理。您可以通过12345热线提出。`,
      ],
    ],
    'noproc-repeat': [
      { earlierReplyOn: on('2023-11-02'), earlierReplyNumber: '示住建复〔2023〕41号' },
      [
        `经审查，您曾就相同政府信息提出申请，本机关已于2023年11月2日作出答复（示住建复〔2023〕41号）。根据${R}第三十六条第（六）项的规定，不予重复处理。`,
      ],
    ],
    'noproc-publication': [
      { publication: '《示例市统计年鉴》' },
      [
        `经审查，您申请提供的《示例市统计年鉴》属于公开出版物。根据${R}第三十九条第二款的规定，本机关不予处理。`,
      ],
    ],
    'noproc-excessive': [
      {
        requestCount: 96,
        period: '2023年9月至2024年2月',
        reasonsAskedOn: on('2024-03-05'),
        whyUnreasonable: '所述理由与申请内容无关',
      },
      [
        `经统计，2023年9月至2024年2月，您向本机关提出政府信息公开申请96件，申请数量、频次明显超过合理范围。本机关于2024年3月5日要求您说明理由。所述理由与申请内容无关。根据${R}第三十五条的规定，本机关不予处理。`,
      ],
    ],
    'noproc-confirm': [
      { alreadyHeld: '《消防验收意见书》', obtainedBy: '示住建复〔2023〕41号答复书' },
      [
        `经审查，您已通过示住建复〔2023〕41号答复书获取《消防验收意见书》，本次申请实质是要求行政机关对已获取的信息予以确认或者重新出具。根据${R}第二条、第三十八条的规定，本机关不予处理。`,
      ],
    ],
    'other-no-correction': [
      DAYS,
      [
        `本机关于2024年3月4日作出补正告知书，您于2024年3月6日收到，补正期限于2024年3月18日届满。您无正当理由逾期未补正。根据${R}第三十条的规定，视为放弃申请，本机关不再处理该政府信息公开申请。`,
      ],
    ],
    'other-fee-unpaid': [
      DAYS,
      [
        '本机关于2024年3月4日作出收费通知书，您于2024年3月6日收到，缴费期限于2024年3月18日届满。您逾期未按照要求缴纳信息处理费。根据《政府信息公开信息处理费管理办法》第六条的规定，视为放弃申请，本机关不再处理该政府信息公开申请。',
      ],
    ],
    'other-misc': [
      { kind: 'archives', happenedOn: on('2015-06-01'), reason: '相关档案形成于1992年' },
      [
        '经审查，您申请公开的政府信息已于2015年6月1日移交国家档案馆。相关档案形成于1992年。根据《关于机构改革后政府信息公开申请办理问题的解释》（国办公开办函〔2019〕14号），请您依照有关档案管理的法律、行政法规和国家有关规定办理。',
      ],
    ],
  }

describe('every outcome has its letter', () => {
  test.each(OUTCOME_CODES)('%s', (outcome) => {
    const [facts, paragraphs] = LETTERS[outcome]
    const ruling = reply(outcome, facts)
    expect(ruling).toMatchObject({
      granted: true,
      value: { addressee: '张某某', remedy: '（救济告知）', on: '2024-03-20' },
    })
    expect(ruling.granted && ruling.value.paragraphs).toEqual([
      '本机关于2024年3月1日收到您以在线申请方式提出的政府信息公开申请（申请编号：2024-0007），申请公开“某小区消防验收文件”。',
      ...paragraphs,
    ])
  })

  test.each(OUTCOME_CODES)('%s is refused for each mandatory element it lacks', (outcome) => {
    const [facts] = LETTERS[outcome]
    for (const { key, label, required } of OUTCOMES[outcome].content) {
      if (!required) continue
      const ruling = reply(outcome, { ...facts, [key]: undefined })
      expect(ruling.granted ? '' : ruling.refusal.reason).toContain(label)
    }
  })

  test('its title follows the outcome', () => {
    const titles = (['grant-provided', 'noproc-repeat', 'other-fee-unpaid'] as const).map((outcome) => {
      const ruling = reply(outcome, LETTERS[outcome][0])
      return ruling.granted ? [ruling.value.code, ruling.value.title] : []
    })
    expect(titles).toEqual([
      ['D12', '示例市住房和城乡建设局政府信息公开申请答复书'],
      ['D12', '示例市住房和城乡建设局政府信息公开告知书'],
      ['D14', '示例市住房和城乡建设局政府信息公开申请不再处理告知书'],
    ])
  })
})

describe('a reply is refused', () => {
  const provided = LETTERS['grant-provided'][0]

  // biome-ignore format: a table
  const CASES: readonly (readonly [string, Partial<ReplyFacts>, string])[] = [
    ['without a remedy clause',     { remedy: '' },                                          '《政府信息公开申请答复书》还缺：救济告知。请补充后再生成'],
    ['without a number',            { frame: { ...FRAME, number: null } },                   '《政府信息公开申请答复书》还缺：文号。请补充后再生成'],
    ['with a malformed number',     { frame: { ...FRAME, number: '示住建复[2024]12号' } },   '文号“示住建复[2024]12号”不规范，请按“机关代字〔年份〕序号号”的样式填写'],
    ['dated before receipt',        { frame: { ...FRAME, on: on('2024-02-29') } },           '答复日期早于收到申请之日，请核对'],
    ['without agency and contact',  { frame: { ...FRAME, agency: '', contact: ' ' } },       '《政府信息公开申请答复书》还缺：机关名称、联系方式。请补充后再生成'],
  ]
  test.each(CASES)('%s', (_case, changes, reason) => {
    expect(reply('grant-provided', provided, changes)).toMatchObject({ granted: false, refusal: { reason } })
  })

  test('when another agency is responsible: name and contact, or that it cannot be determined', () => {
    const facts = { reason: '职责不在本机关' }
    expect(reply('unable-other-agency', facts)).toMatchObject({
      granted: false,
      refusal: {
        reason: '《政府信息公开申请答复书》还缺：负责公开的行政机关名称、该机关的联系方式。请补充后再生成',
      },
    })
    const unknown = reply('unable-other-agency', { ...facts, undeterminable: true })
    expect(unknown.granted && unknown.value.paragraphs[1]).toContain(
      '本机关无法确定负责公开该政府信息的行政机关。',
    )
  })

  test.each([
    '根据《中华人民共和国政府信息公开条例》第十六条第二款的规定，不予公开。',
    '《政府信息公开条例》第16条',
    '依据条例第三十六条第（三）项之规定决定不予公开',
  ])('when its reason is only the article again: %s', (reason) => {
    expect(reply('deny-process', { kind: 'draft', reason })).toMatchObject({
      granted: false,
      refusal: { reason: '《政府信息公开申请答复书》还缺：理由（不能只写所依据的条款）。请补充后再生成' },
    })
    expect(reply('deny-process', { kind: 'draft', reason: `${reason}该稿尚未定稿` }).granted).toBe(true)
    const part = { part: '附件', ground: 'deny-process', reason, masking: '涂黑' }
    const given = { enclosures: ['《公告》'], pages: 1, withheld: [part] } as ContentFacts
    expect(reply('partial', given).granted).toBe(false)
  })

  test('when a choice is not one of the closed list', () => {
    expect(reply('deny-process', { kind: '会议通知', reason: '内部使用' }).granted).toBe(false)
    expect(reply('deny-internal', { kind: 'draft', reason: '内部使用' }).granted).toBe(false)
  })
})

describe('a reply shows its clock and its items', () => {
  test('correction, consultation and extension stand before the finding', () => {
    const request = {
      ...REQUEST,
      applicant: '示例律师事务所',
      applicantClass: 'legal-service-org',
      correction: { noticedOn: on('2024-03-04'), receivedOn: on('2024-03-08') },
      consultation: { with: 'third-party', from: on('2024-03-11'), to: on('2024-03-22') },
      extension: { toldOn: on('2024-04-01'), workingDays: 10 },
    } as const
    const ruling = reply(
      'noproc-publication',
      { publication: '年鉴' },
      { request, frame: { ...FRAME, on: on('2024-04-20') } },
    )
    expect(ruling.granted && ruling.value.paragraphs.slice(1, 4)).toEqual([
      '因申请内容不明确，本机关于2024年3月4日告知贵单位补正，贵单位的补正材料于2024年3月8日收到，答复期限自该日起计算。',
      `办理期间，本机关自2024年3月11日至2024年3月22日征求第三方意见，根据${R}第三十三条第三款的规定，所需时间不计算在答复期限内。`,
      '经政府信息公开工作机构负责人同意，本机关于2024年4月1日告知贵单位延长答复期限10个工作日。',
    ])
  })

  test('several items: one outcome each, one remedy', () => {
    const items = [
      { asked: '验收意见书', outcome: 'grant-provided', facts: LETTERS['grant-provided'][0] },
      { asked: '缴款凭证', outcome: 'deny-internal', facts: LETTERS['deny-internal'][0] },
    ] as const
    const ruling = composeReply({
      frame: FRAME,
      request: REQUEST,
      items: [items[0], items[1]],
      remedy: '（救济告知）',
    })
    expect(ruling.granted && ruling.value.paragraphs.filter((text) => text.startsWith('关于第'))).toEqual([
      '关于第1项“验收意见书”：',
      '关于第2项“缴款凭证”：',
    ])
    expect(ruling.granted && ruling.value.enclosures).toEqual(['《消防验收意见书》'])
    expect(replyNeedsReconsiderationFirst(items)).toBe(true)
    expect(replyNeedsReconsiderationFirst([items[0]])).toBe(false)
    expect(replyNeedsReconsiderationFirst([{ outcome: 'partial', facts: LETTERS.partial[0] }])).toBe(true)
  })
})
