import { describe, expect, it, test } from 'vitest'
import { screenTexts } from './index.ts'

function found(text: string) {
  return screenTexts([{ where: '正文', text }]).map(({ rule, certainty, excerpt }) => [
    rule,
    certainty,
    excerpt,
  ])
}

describe('发布前检查', () => {
  // biome-ignore format: a table
  const CASES = [
    // case                             text                                     rule      certainty  excerpt
    ['身份证号码，校验码相符',          '张某，11010519491231002X，男',          'PUB-60', 'certain', '张某，11*************02X，男'],
    ['全角的身份证号码',                '１１０１０５１９４９１２３１００２Ｘ',  'PUB-60', 'certain', '11*************02X'],
    ['分段书写的身份证号码',            '110105 19491231 002X',                  'PUB-60', 'certain', '11*************02X'],
    ['校验码不符的身份证号码',          '110105194912310021',                    'PUB-60', 'likely',  '11*************021'],
    ['15位的身份证号码',                '编号110105491231002号',                 'PUB-60', 'likely',  '编号11**********002号'],
    ['手机号码',                        '联系人13812345678。',                   'PUB-61', 'certain', '联系人138****5678。'],
    ['分段书写的手机号码',              '电话 +86 138-1234-5678',                'PUB-61', 'certain', '电话 138****5678'],
    ['银行卡号',                        '账号：4111111111111111',                'PUB-62', 'certain', '账号：************1111'],
    ['分组书写的银行卡号',              '4111 1111 1111 1111',                   'PUB-62', 'certain', '************1111'],
    ['带星号的密级',                    '机密★1年',                              'PUB-67', 'certain', '机密★1年'],
    ['全角的密级项',                    '密级：秘密',                            'PUB-67', 'certain', '密级：秘密'],
    ['单独成行的密级',                  '关于有关工作的函\n绝 密\n各单位：',     'PUB-67', 'certain', '关于有关工作的函 绝 密 各单位：'],
    ['住址，后有姓名',                  '某某镇某某村三组12号张某',              'PUB-63', 'likely',  '某某镇张某'],
    ['住址，前有“住”',                  '张某，住某某镇某某村三组12号',          'PUB-63', 'likely',  '张某，住某某镇'],
    ['住宅的单元',                      '幸福小区3栋2单元501室',                 'PUB-63', 'likely',  '（住址略）'],
    ['护照号码',                        '护照E12345678',                         'PUB-60', 'likely',  '护照E****678'],
    ['车辆号牌',                        '车牌豫R12345违停',                      'PUB-60', 'likely',  '车牌豫R***45违停'],
    ['新能源车辆号牌',                  '豫RD12345',                             'PUB-60', 'likely',  '豫R***45'],
    ['微信号',                          '微信号：wx_abc123',                     'PUB-61', 'likely',  '微信号：****'],
    ['商业邮箱',                        'zhangsan@qq.com',                       'PUB-61', 'likely',  'zh****@qq.com'],
    ['内部资料',                        '内部资料，妥善保管',                    'PUB-67', 'likely',  '内部资料，妥善保管'],
  ] as const
  test.each(CASES)('finds %s', (_case, text, rule, certainty, excerpt) => {
    expect(found(text)).toEqual([[rule, certainty, excerpt]])
  })

  // biome-ignore format: a table
  const CLEAN = [
    ['统一社会信用代码',        '统一社会信用代码11441700007280420Y'],
    ['办公电话',                '0377-66010001、12345'],
    ['已经遮盖的号码',          '138****5678，11*************02X'],
    ['句子里的秘密二字',        '不得泄露国家秘密、商业秘密和工作秘密。'],
    ['发文字号和日期',          '鸭管〔2024〕8号，2024年9月30日'],
    ['金额',                    '预算总额386000000元，其中项目资金5240000000000000元'],
    ['索引号',                  '11411300YH0000001H/2026-00012'],
  ] as const
  test.each(CLEAN)('lets %s pass', (_case, text) => {
    expect(found(text)).toEqual([])
  })

  it('asks for the basis and the end of a list of persons, and for fewer columns', () => {
    const text = '姓名\t村组\t致贫原因\n张三丰\t一组\t因病\n李四光\t二组\t因残\n王五六\t三组\t因学'
    expect(
      screenTexts([{ where: '表', text }]).map(({ rule, level, message }) => [rule, level, message]),
    ).toEqual([
      ['PUB-66', 'warn', '有3人以上的名单，请确认公示的依据，并登记撤下的日期'],
      ['PUB-66', 'block', '名单列有“致贫原因”，超出公示需要，请删除这一列'],
    ])
  })

  it('masks a second number that stands beside the first', () => {
    expect(found('13812345678 13987654321')).toEqual([
      ['PUB-61', 'certain', '138****5678 ***********'],
      ['PUB-61', 'certain', '*********** 139****4321'],
    ])
  })

  it('names each finding by rule, place and offset, so that a reason can point to it', () => {
    const texts = [
      { where: '标题', text: '关于13812345678的公告' },
      { where: '正文', text: '无' },
    ]
    expect(screenTexts(texts).map(({ id }) => id)).toEqual(['PUB-61/标题/2'])
  })
})
