import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { parsePlainDate } from '../plain-date.ts'
import { attachmentFaults } from './attachment-reference.ts'
import { needsOfficeOpinion } from './attribute.ts'
import { citedDocuments, printedMarkFault, unknownReferences } from './cited-document.ts'
import { CONTENT_KINDS, type ContentKind, kindsFor } from './content-kind.ts'
import { DEADLINE_RULES, publishDue, publishDueByCatalogue } from './deadline-rule.ts'
import { missingFields, requiredFields } from './document-field.ts'
import { interpretationReady, missingInterpretationElements } from './interpretation.ts'
import { suggestsProactive } from './re-review.ts'
import { ruleCaption } from './rule-caption.ts'
import { isSiteCode, missingFooterFields } from './site-footer.ts'

const on = parsePlainDate

describe('必备要素', () => {
  test('every kind shows index, title, summary and day', () => {
    for (const kind of Object.keys(CONTENT_KINDS) as ContentKind[]) {
      expect(requiredFields(kind)).toEqual(
        expect.arrayContaining(['indexNumber', 'title', 'summary', 'writtenOn', 'publishedAt', 'legalItem']),
      )
    }
  })

  test('a normative document shows number, validity and registration as well', () => {
    expect(requiredFields('normative')).toEqual([
      'indexNumber',
      'topicCategory',
      'catalogueNode',
      'issuer',
      'title',
      'documentNumber',
      'writtenOn',
      'publishedAt',
      'validity',
      'registrationNumber',
      'summary',
      'attribute',
      'legalItem',
      'source',
    ])
  })

  test('what is missing or blank: every item stops, the kind’s own is for a look, the program fills the rest', () => {
    const whole = {
      catalogueNode: '规范性文件',
      issuer: '示例市城市管理局',
      title: '关于规范户外广告设置的通知',
      writtenOn: '2024-09-30',
      summary: '户外广告怎样设置、由谁审批',
      attribute: '主动公开',
      legalItem: 'A20_01',
      source: '示例市城市管理局',
      documentNumber: '示城管〔2024〕7号',
      topicCategory: '城乡建设',
    }
    expect(missingFields('normative', whole)).toEqual({ stops: [], toCheck: [] })
    expect(
      missingFields('normative', { ...whole, summary: ' ', documentNumber: ' ', topicCategory: null }),
    ).toEqual({
      stops: ['summary'],
      toCheck: ['topicCategory', 'documentNumber'],
    })
    expect(missingFields('announcement', { ...whole, documentNumber: null, topicCategory: null })).toEqual({
      stops: [],
      toCheck: [],
    })
  })
})

describe('公开时限: what a catalogue may ask for', () => {
  const byCatalogue = (rule: keyof typeof DEADLINE_RULES, amount: number) => {
    const own = { unit: 'working-day', amount } as const
    const ruling = publishDueByCatalogue(DEADLINE_RULES[rule], own, on('2019-09-27'), NATIONAL_CALENDAR)
    return ruling.granted ? ruling.value.dueOn : ruling.refusal.reason
  }
  test('less than the twenty working days, never more', () => {
    expect(byCatalogue('general', 3)).toBe('2019-10-08')
    expect(byCatalogue('general', 20)).toBe('2019-10-30')
    expect(byCatalogue('general', 21)).toBe('“一般政府信息”应当不晚于2019-10-30公开，目录不能规定更长的时限')
  })
  test('more where practice alone sets the limit', () => {
    expect(byCatalogue('licence-penalty', 10)).toBe('2019-10-16')
  })
  test('at once, in months, and with the day of forming counted', () => {
    const due = (limit: Parameters<typeof publishDue>[0]['limit'], base: string, countBaseDay = false) =>
      publishDue({ limit }, on(base), NATIONAL_CALENDAR, { countBaseDay }).dueOn
    expect(due({ unit: 'realtime' }, '2024-08-31')).toBe('2024-08-31')
    expect(due({ unit: 'month', amount: 6 }, '2024-08-31')).toBe('2025-02-28')
    expect(due({ unit: 'working-day', amount: 20 }, '2019-09-27', true)).toBe('2019-10-29')
    expect(due({ unit: 'calendar-day', amount: 20 }, '2024-03-01', true)).toBe('2024-03-20')
  })
})

describe('政策解读', () => {
  const DUTY = {
    kind: 'normative',
    publishedOn: on('2019-09-27'),
    interpretations: 0,
    plannedOn: null,
    exemption: null,
  } as const
  const codeOf = (facts: object) => {
    const ruling = interpretationReady({ ...DUTY, ...facts }, NATIONAL_CALENDAR)
    return ruling.granted ? ruling.value : ruling.refusal.code
  }
  test('goes out with the document, within three working days, or not at all with a reason', () => {
    expect(codeOf({})).toBe('interpretation-missing')
    expect(codeOf({ interpretations: 1 })).toBe(null)
    expect(codeOf({ exemption: '内容浅显，无需解读' })).toBe(null)
    expect(codeOf({ exemption: ' ' })).toBe('interpretation-missing')
    // 9月29日 was worked, 10月1日至7日 off.
    expect(codeOf({ plannedOn: on('2019-10-08') })).toBe('2019-10-08')
    expect(codeOf({ plannedOn: on('2019-10-09') })).toBe('interpretation-late')
    expect(codeOf({ kind: 'announcement' })).toBe(null)
  })
  test('covers nine elements', () => {
    expect(missingInterpretationElements([])).toHaveLength(9)
    expect(
      missingInterpretationElements([
        'background',
        'objectives',
        'content',
        'scope',
        'standards',
        'notes',
        'terms',
      ]),
    ).toEqual(['benefits', 'changes'])
  })
})

describe('题注', () => {
  const history = {
    promulgated: { on: on('2008-06-01'), by: '示例市人民政府令第5号' },
    amendments: [],
    effectiveOn: on('2008-07-01'),
  }
  test('tells promulgation, amendments and effect', () => {
    expect(ruleCaption(history)).toMatchObject({
      value: '（2008年6月1日示例市人民政府令第5号公布　自2008年7月1日起施行）',
    })
    const amendments = [
      { on: on('2015-03-02'), by: '示例市人民政府令第20号', kind: '修正' },
      { on: on('2020-12-31'), by: '示例市人民政府令第31号', kind: '修订' },
    ] as const
    expect(ruleCaption({ ...history, amendments })).toMatchObject({
      value:
        '（2008年6月1日示例市人民政府令第5号公布　2015年3月2日示例市人民政府令第20号第一次修正　2020年12月31日示例市人民政府令第31号第二次修订　自2008年7月1日起施行）',
    })
  })
  test('says 根据 of a decision that amends, as the national library of rules prints it', () => {
    const amendments = [
      { on: on('2017-12-22'), by: '《示例市人民政府关于修改〈示例办法〉的决定》', kind: '修正' },
    ] as const
    expect(ruleCaption({ ...history, amendments })).toMatchObject({
      value:
        '（2008年6月1日示例市人民政府令第5号公布　根据2017年12月22日《示例市人民政府关于修改〈示例办法〉的决定》修正　自2008年7月1日起施行）',
    })
  })
  test('does not go back in time or leave out a document', () => {
    const early = [{ on: on('2008-05-31'), by: '示例市人民政府令第4号', kind: '修正' }] as const
    expect(ruleCaption({ ...history, amendments: early })).toMatchObject({
      refusal: { code: 'caption-order' },
    })
    expect(ruleCaption({ ...history, promulgated: { on: on('2008-06-01'), by: ' ' } })).toMatchObject({
      refusal: { code: 'caption-incomplete' },
    })
  })
})

describe('引用文件', () => {
  const TEXT =
    '根据《中华人民共和国政府信息公开条例》和国办发〔2016〕80号，以及示政发[2024]3号，现将有关事项通知如下。请一并执行示政发[2024]3号。'
  test('titles and numbers, each once', () => {
    expect(citedDocuments(TEXT)).toEqual({
      titles: ['中华人民共和国政府信息公开条例'],
      numbers: ['国办发〔2016〕80号', '示政发[2024]3号'],
    })
  })
  test('what is not known to be public is for a person to decide', () => {
    const known = new Set(['中华人民共和国政府信息公开条例', '国办发〔2016〕80号'])
    expect(unknownReferences(TEXT, (name) => known.has(name))).toEqual({
      titles: [],
      numbers: ['示政发[2024]3号'],
    })
  })
})

describe('公开属性标注', () => {
  test.each([
    ['（此件公开发布）', 'proactive', null],
    ['（此件主动公开）', 'proactive', null],
    ['此件依申请公开', 'upon-request', null],
    ['（此件不予公开）', 'withheld', null],
    ['正文没有标注', 'proactive', null],
    [
      '（此件不公开）',
      'proactive',
      '正文印有“此件不公开”，而公开属性是“主动公开”，应当印“（此件公开发布）”，请核对',
    ],
    [
      '（此件公开发布）',
      'withheld',
      '正文印有“此件公开发布”，而公开属性是“不予公开”，应当印“（此件不予公开）”，请核对',
    ],
  ] as const)('%s as %s: %s', (text, attribute, fault) => {
    expect(printedMarkFault(text, attribute)).toBe(fault)
  })
})

describe('页脚和标识码', () => {
  test.each([
    ['bm01000001', true],
    ['1304000009', true],
    ['N000000672', true],
    ['130400', false],
    ['bm0100000', false],
    ['n000000672', false],
  ])('%s: %s', (code, valid) => {
    expect(isSiteCode(code)).toBe(valid)
  })
  test('the nine elements of a footer', () => {
    expect(missingFooterFields({})).toHaveLength(9)
    expect(
      missingFooterFields({
        host: '示例市人民政府办公室',
        operator: '示例市大数据中心',
        contact: '0377-12345678',
        siteIdCode: '4113000000',
        icpNumber: '豫ICP备00000000号',
        policeRecord: '',
        conacId: '0123456789abcdef0123456789abcdef',
        errorReport: 'https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=4113000000',
        siteMap: '/sitemap',
      }),
    ).toEqual(['policeRecord'])
  })
})

describe('正文提到的附件', () => {
  test.each([
    ['附件：1.名单\n2.表格', 2, []],
    ['附件：1. 名单　2. 表格　3. 图', 2, ['正文提到附件3，没有上传']],
    ['附件：名单', 2, ['上传了2个附件，正文只提到1个，请核对']],
    ['（见附件1、附件2）', 2, []],
    ['（见附件1、附件2）', 1, ['正文提到附件2，没有上传']],
    ['详见附件', 0, ['正文提到附件1，没有上传']],
    ['详见附件十二', 11, ['正文提到附件12，没有上传']],
    ['没有提到', 3, []],
  ] as const)('%s with %i files', (text, attached, faults) => {
    expect(attachmentFaults(text, attached)).toEqual(faults)
  })
})

describe('who decides', () => {
  test('a policy document stays closed only with the opinion of the disclosure office', () => {
    expect(needsOfficeOpinion('normative', 'upon-request')).toBe(true)
    expect(needsOfficeOpinion('normative', 'proactive')).toBe(false)
    expect(needsOfficeOpinion('announcement', 'withheld')).toBe(false)
  })
  test('规章 are for organs that may make them', () => {
    expect(kindsFor({ canMakeRegulations: false })).not.toContain('regulation')
    expect(kindsFor({ canMakeRegulations: true })).toContain('regulation')
    expect(kindsFor({ canMakeRegulations: false })).toHaveLength(23)
  })
  test('what two different applicants were given is offered to everybody', () => {
    const item = { attribute: 'upon-request', distinctApplicantsGranted: 2 } as const
    expect(suggestsProactive(item)).toBe(true)
    expect(suggestsProactive({ ...item, distinctApplicantsGranted: 1 })).toBe(false)
    expect(suggestsProactive({ ...item, attribute: 'proactive' })).toBe(false)
    expect(suggestsProactive(item, 3)).toBe(false)
  })
})
