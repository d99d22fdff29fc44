import { describe, expect, test } from 'vitest'
import { NATIONAL_NOTICES } from './national-calendar.ts'
import { readHolidayNotice } from './read-holiday-notice.ts'

const NOTICE_2026 = `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2025年11月4日
`

const NOTICE_2019 = `国务院办公厅关于2019年部分节假日安排的通知
国办发明电〔2018〕15号
一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。
二、春节：2月4日至10日放假调休，共7天。2月2日（星期六）、2月3日（星期日）上班。
三、清明节：4月5日放假，与周末连休。
四、劳动节：5月1日放假。
五、端午节：6月7日放假，与周末连休。
六、中秋节：9月13日放假，与周末连休。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
国务院办公厅
2018年12月4日
`

const NOTICE_2014 = `国务院办公厅关于2014年部分节假日安排的通知
国办发明电〔2013〕28号
一、元旦：1月1日放假1天。
二、春节：1月31日至2月6日放假调休，共7天。1月26日（星期日）、2月8日（星期六）上班。
三、清明节：4月5日放假，4月7日（星期一）补休。
四、劳动节：5月1日至3日放假调休，共3天。5月4日（星期日）上班。
五、端午节：6月2日放假，与周末连休。
六、中秋节：9月8日放假，与周末连休。
七、国庆节：10月1日至7日放假调休，共7天。9月28日（星期日）、10月11日（星期六）上班。
国务院办公厅
2013年12月11日
`

const NOTICE_2006 = `国务院办公厅关于2006年部分节假日安排的通知
国办发明电〔2005〕35号
一、元旦：1月1日—3日放假，共3天。其中1月1日为法定假日，将12月31日（星期六）、1月1日（星期日）两个公休日调至1月2日（星期一）、3日（星期二），12月31日（星期六）上班。
二、春节：1月29日—2月4日（即农历大年初一至初七）放假，共7天。其中，29日、30日、31日为法定假日，将1月28日（星期六）、29日（星期日）、2月5日（星期日）三个公休日调至2月1日（星期三）、2日（星期四）、3日（星期五），2月4日（星期六）照常公休，1月28日、2月5日上班。
三、“五一”：5月1日—7日放假，共7天。其中，1日、2日、3日为法定假日，将4月29日（星期六）、30日（星期日）两个公休日调至5月4日（星期四）、5日（星期五），5月6日（星期六）、7日（星期日）照常公休，4月29日、30日上班。
四、“十一”：10月1日—7日放假，共7天。其中，1日、2日、3日为法定假日，将9月30日（星期六）、10月1日（星期日）、8日（星期日）三个公休日调至10月4日（星期三）、5日（星期四）、6日（星期五），10月7日（星期六）照常公休，9月30日、10月8日上班。
`

describe('a notice as the State Council published it', () => {
  const shipped = (year: number) => NATIONAL_NOTICES.find((notice) => notice.year === year && !notice.amends)

  test('2026 reads as shipped, number and day of issue included', () => {
    expect(readHolidayNotice(NOTICE_2026)).toEqual({ granted: true, value: shipped(2026) })
  })

  // biome-ignore format: a table
  const OFF = [
    // notice,     holiday,  first day off, last day off, days worked
    [NOTICE_2019, '元旦',    '2018-12-30', '2019-01-01', ['2018-12-29']],
    [NOTICE_2019, '清明节',  '2019-04-05', '2019-04-05', []],
    [NOTICE_2019, '国庆节',  '2019-10-01', '2019-10-07', ['2019-09-29', '2019-10-12']],
    [NOTICE_2014, '清明节',  '2014-04-05', '2014-04-07', []],
    [NOTICE_2014, '春节',    '2014-01-31', '2014-02-06', ['2014-01-26', '2014-02-08']],
    [NOTICE_2006, '元旦',    '2006-01-01', '2006-01-03', ['2005-12-31']],
    [NOTICE_2006, '春节',    '2006-01-29', '2006-02-04', ['2006-01-28', '2006-02-05']],
    [NOTICE_2006, '五一',    '2006-05-01', '2006-05-07', ['2006-04-29', '2006-04-30']],
    [NOTICE_2006, '十一',    '2006-10-01', '2006-10-07', ['2006-09-30', '2006-10-08']],
  ] as const
  test.each(OFF)('%#: %s', (text, name, from, to, workedOn) => {
    const ruling = readHolidayNotice(text)
    expect(ruling.granted).toBe(true)
    if (ruling.granted) expect(ruling.value.holidays).toContainEqual({ name, from, to, workedOn })
  })

  test('an adjustment of a single holiday amends the year', () => {
    const text = `国务院办公厅关于调整2019年劳动节假期安排的通知
国办发明电〔2019〕3号
经国务院批准，现将2019年劳动节假期调整安排通知如下：
2019年5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。`
    expect(readHolidayNotice(text)).toMatchObject({
      granted: true,
      value: {
        year: 2019,
        amends: true,
        number: '国办发明电〔2019〕3号',
        holidays: [
          { name: '劳动节', from: '2019-05-01', to: '2019-05-04', workedOn: ['2019-04-28', '2019-05-05'] },
        ],
      },
    })
  })

  test('half-width punctuation and stray spaces do no harm', () => {
    const typed = NOTICE_2026.replaceAll('：', ':')
      .replaceAll('，', ', ')
      .replaceAll('（', '(')
      .replaceAll('）', ')')
    expect(readHolidayNotice(typed)).toMatchObject({
      granted: true,
      value: { holidays: shipped(2026)?.holidays },
    })
  })
})

describe('a notice as JSON', () => {
  test('is taken over field by field', () => {
    const notice = {
      year: 2025,
      title: '“壮族三月三”放假通知',
      region: '广西壮族自治区',
      holidays: [{ name: '壮族三月三', from: '2025-03-31', to: '2025-04-01' }],
    }
    expect(readHolidayNotice(JSON.stringify(notice))).toEqual({
      granted: true,
      value: {
        year: 2025,
        title: '“壮族三月三”放假通知',
        number: null,
        issuedOn: null,
        amends: false,
        region: '广西壮族自治区',
        holidays: [{ name: '壮族三月三', from: '2025-03-31', to: '2025-04-01', workedOn: [] }],
      },
    })
  })
})

// 2026-11-09 is a Monday, 2026-11-07 a Saturday.
const HOLIDAY = { name: '地方节', from: '2026-11-09', to: '2026-11-11', workedOn: ['2026-11-07'] }
const JSON_NOTICE = { year: 2026, title: '放假通知', region: '某自治区', holidays: [HOLIDAY] }

test('at its bounds a notice still fits', () => {
  const read = (changes: object, holiday: object = {}) =>
    readHolidayNotice({ ...JSON_NOTICE, ...changes, holidays: [{ ...HOLIDAY, ...holiday }] }).granted
  expect(read({})).toBe(true)
  expect(read({ number: '桂政办电〔2025〕7号', issuedOn: '2025-11-30' })).toBe(true)
  expect(read({}, { to: '2026-11-23', days: 15 })).toBe(true)
  expect(read({}, { from: '2025-12-15', to: '2025-12-15' })).toBe(true)
  expect(read({}, { from: '2027-01-15', to: '2027-01-15' })).toBe(true)
  const farAway = { from: '1999-11-08', to: '1999-11-08', workedOn: [] }
  expect(read({ year: 1999 }, farAway)).toBe(true)
  expect(read({ year: 2100 }, { from: '2100-11-08', to: '2100-11-08', workedOn: [] })).toBe(true)
})

describe('a notice that does not fit is refused, with the sentence that says where', () => {
  const replaced = (from: string, to: string) => NOTICE_2026.replace(from, to)
  // biome-ignore format: a table
  const CASES = [
    ['共9天', replaced('共9天', '共8天'), 'wrong-count', '春节写明共8天，起止日期却是9天，请核对'],
    ['weekday', replaced('1月4日（周日）', '1月4日（周六）'), 'wrong-weekday', '元旦的2026年1月4日应为星期日，与通知所写不符'],
    ['worked Monday', replaced('5月9日（周六）上班', '5月11日上班'), 'worked-weekday', '劳动节的上班日2026年5月11日是星期一，调休上班只能是星期六、星期日'],
    ['overlap', replaced('9月25日（周五）至27日（周日）放假，共3天', '10月3日至5日放假，共3天'), 'overlap', '2026年10月3日同时属于中秋节和国庆节的假期，请核对'],
    ['off and worked', replaced('5月9日（周六）上班', '5月2日（周六）上班'), 'off-and-worked', '2026年5月2日既放假又上班（劳动节），请核对'],
    ['missing holiday', replaced('五、端午节：6月19日（周五）至21日（周日）放假，共3天。\n', ''), 'holiday-missing', '年度通知中没有读到端午的安排，请核对原文'],
    ['no items', '国务院办公厅关于2026年部分节假日安排的通知', 'unreadable-notice', '没有读到“一、元旦：……”样式的放假安排，请粘贴通知全文'],
    ['no year', '放假通知', 'unreadable-notice', '没有读到通知的年份，请把标题一并粘贴'],
    ['broken JSON', '{"year": 2026', 'not-json', '通知内容不是有效的 JSON，请检查括号、引号和逗号'],
    ['no such day', { year: 2026, title: '通知', holidays: [{ name: '元旦', from: '2026-02-30', to: '2026-03-01' }] }, 'unreadable-notice', '元旦的起止日期（from、to）应当按 2025-01-01 的样式填写'],
    ['number', { year: 2026, title: '通知', number: '12号', holidays: [{ name: '元旦', from: '2026-01-01', to: '2026-01-01' }] }, 'wrong-number', '发文字号“12号”的样式不对，应当如“国办发明电〔2024〕12号”'],
    ['another year', { year: 2026, title: '通知', holidays: [{ name: '元旦', from: '2025-01-01', to: '2025-01-01' }] }, 'wrong-year', '元旦的2025年1月1日不属于2026年的安排，请核对'],
    ['backwards', { year: 2026, title: '通知', holidays: [{ name: '元旦', from: '2026-01-03', to: '2026-01-01' }] }, 'wrong-span', '元旦的起止日期不合理：2026年1月3日至2026年1月1日'],
    ['no year in JSON', { ...JSON_NOTICE, year: '2026' }, 'unreadable-notice', '缺少年份（year），请填写四位数字的年份'],
    ['half a year', { ...JSON_NOTICE, year: 2026.5 }, 'unreadable-notice', '缺少年份（year），请填写四位数字的年份'],
    ['too early', { ...JSON_NOTICE, year: 1998 }, 'wrong-year', '年份1998不合理，请核对'],
    ['too late', { ...JSON_NOTICE, year: 2101 }, 'wrong-year', '年份2101不合理，请核对'],
    ['no title', { ...JSON_NOTICE, title: ' ' }, 'unreadable-notice', '缺少通知标题（title）'],
    ['a title of numbers', { ...JSON_NOTICE, title: 7 }, 'unreadable-notice', '缺少通知标题（title）'],
    ['a number of numbers', { ...JSON_NOTICE, number: 7 }, 'unreadable-notice', '发文字号（number）应当是文字，未知的填 null'],
    ['a day that is none', { ...JSON_NOTICE, issuedOn: '2025-11-31' }, 'unreadable-notice', '发文日期（issuedOn）应当按 2024-11-12 的样式填写，未知的填 null'],
    ['amends in words', { ...JSON_NOTICE, amends: 'yes' }, 'unreadable-notice', 'amends 应当是 true 或者 false'],
    ['a region of numbers', { ...JSON_NOTICE, region: 45 }, 'unreadable-notice', '地区（region）应当是文字'],
    ['holidays in words', { ...JSON_NOTICE, holidays: '元旦' }, 'unreadable-notice', '缺少放假安排（holidays），至少应当有一个节日'],
    ['no holidays', { ...JSON_NOTICE, holidays: [] }, 'unreadable-notice', '缺少放假安排（holidays），至少应当有一个节日'],
    ['a holiday in words', { ...JSON_NOTICE, holidays: ['元旦'] }, 'unreadable-notice', '每个节日应当是一个 JSON 对象，包含 name、from、to、workedOn'],
    ['a holiday without a name', { ...JSON_NOTICE, holidays: [{ ...HOLIDAY, name: ' ' }] }, 'unreadable-notice', '有一个节日缺少名称（name）'],
    ['a name of numbers', { ...JSON_NOTICE, holidays: [{ ...HOLIDAY, name: 7 }] }, 'unreadable-notice', '有一个节日缺少名称（name）'],
    ['worked days in words', { ...JSON_NOTICE, holidays: [{ ...HOLIDAY, workedOn: '2026-11-07' }] }, 'unreadable-notice', '地方节的上班日期（workedOn）应当是日期的列表'],
    ['a worked day that is none', { ...JSON_NOTICE, holidays: [{ ...HOLIDAY, workedOn: ['2026-11-31'] }] }, 'unreadable-notice', '地方节的上班日期（workedOn）应当是日期的列表'],
    ['days in words', { ...JSON_NOTICE, holidays: [{ ...HOLIDAY, days: '三' }] }, 'unreadable-notice', '地方节的放假天数（days）应当是数字'],
    ['days that do not add up', { ...JSON_NOTICE, holidays: [{ ...HOLIDAY, days: 2 }] }, 'wrong-count', '地方节写明共2天，起止日期却是3天，请核对'],
    ['sixteen days off', { ...JSON_NOTICE, holidays: [{ ...HOLIDAY, to: '2026-11-24' }] }, 'wrong-span', '地方节的起止日期不合理：2026年11月9日至2026年11月24日'],
    ['before the weeks around the year', { ...JSON_NOTICE, holidays: [{ ...HOLIDAY, from: '2025-12-14', to: '2025-12-14' }] }, 'wrong-year', '地方节的2025年12月14日不属于2026年的安排，请核对'],
    ['after the weeks around the year', { ...JSON_NOTICE, holidays: [{ ...HOLIDAY, from: '2027-01-16', to: '2027-01-16' }] }, 'wrong-year', '地方节的2027年1月16日不属于2026年的安排，请核对'],
    ['worked twice', { ...JSON_NOTICE, holidays: [{ ...HOLIDAY, workedOn: ['2026-11-07', '2026-11-07'] }] }, 'worked-twice', '2026年11月7日的上班安排重复，请核对'],
    ['not an object', 7, 'unreadable-notice', '通知应当是一个 JSON 对象，包含 year、title、holidays 等字段'],
  ] as const
  test.each(CASES)('%s', (_case, input, code, reason) => {
    expect(readHolidayNotice(input)).toMatchObject({ granted: false, refusal: { code, reason } })
  })
})
