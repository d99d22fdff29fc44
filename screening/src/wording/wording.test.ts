import type { PlainDate } from '@mingfu/law'
import { describe, expect, it, test } from 'vitest'
import { STANDARD_LISTS, screenTexts } from '../screen-texts.ts'
import { STANDARD_WORDINGS } from './standard-wordings.ts'
import { findWordings, type Wording } from './wording.ts'

const on = (onDay: string, wordings: readonly Wording[] = STANDARD_WORDINGS) => ({
  wordings,
  onDay: onDay as PlainDate,
})
const found = (text: string, lists = on('2024-06-15')) =>
  findWordings(text, lists).map(({ rule, level, message }) => [rule, level, message])

describe('用语检查', () => {
  // biome-ignore format: a table
  const CASES = [
    ['中国入民银行',                 'PUB-70', 'veto',  '严重表述错误：“中国入民”应当写作“中国人民”'],
    ['中华人民共合国',               'PUB-70', 'veto',  '严重表述错误：“中华人民共合国”应当写作“中华人民共和国”'],
    ['深入学习党十九大精神',         'PUB-70', 'veto',  '严重表述错误：“党十九大”应当写作“党的十几大”'],
    ['香港、台湾等国企业',           'PUB-70', 'veto',  '严重表述错误：“香港、台湾等国”应当写作“港澳台等地区”'],
    ['六合彩开奖',                   'PUB-71', 'block', '敏感词：“六合彩”，请改正或者删除'],
    ['秸杆禁烧',                     'PUB-72', 'warn',  '错别字：“秸杆”应当写作“秸秆”'],
    ['对公帐户',                     'PUB-72', 'warn',  '错别字：“帐户”应当写作“账户”'],
    ['截止2024年底',                 'PUB-72', 'warn',  '错别字：“截止”应当写作“截至”'],
  ] as const
  test.each(CASES)('%s', (text, rule, level, message) => {
    expect(found(text)).toEqual([[rule, level, message]])
  })

  it('an organ’s old name was right in its time', () => {
    expect(found('国土资源部通知', on('2018-03-20'))).toEqual([])
    expect(found('国土资源部通知', on('2018-03-21'))).toEqual([
      ['PUB-72', 'warn', '机构名称：“国土资源部”应当写作“自然资源部”'],
    ])
  })

  it('names and offices by the office’s own table, within the term of office', () => {
    const leader = (text: string, right: string, from: string, to: string | null): Wording => ({
      kind: 'leader',
      text,
      right,
      from: from as PlainDate,
      to: to as PlainDate | null,
    })
    const table = [
      leader('张三', '县长', '2021-05-01', '2024-03-31'),
      leader('李四', '县长', '2024-04-01', null),
      leader('张三', '县委书记', '2024-04-01', null),
    ]
    expect(found('县长张三主持会议', on('2024-03-31', table))).toEqual([])
    expect(found('县长张三主持会议', on('2024-04-01', table))).toEqual([
      ['PUB-72', 'warn', '“县长张三”与领导职务表不符，张三的职务是县委书记，请核对'],
    ])
    expect(found('县长李四、县委书记张三，副县长张三', on('2024-04-01', table))).toEqual([])
  })

  it('what the office must quote, and its own numbers, are let pass', () => {
    const lists = { ...STANDARD_LISTS, allowed: ['13812345678', '中国入民'] }
    const text = [{ where: '正文', text: '值班手机138-1234-5678；“中国入民银行”系笔误；13987654321' }]
    expect(screenTexts(text, lists).map(({ excerpt }) => excerpt)).toEqual([
      '“中国入民银行”系笔误；139****4321',
    ])
  })

  it('lists references that are not known to be public', () => {
    const lists = { ...STANDARD_LISTS, publicNames: ['宛政〔2024〕3号', '关于加强管理的通知'] }
    const text =
      '根据《中华人民共和国土地管理法》《关于加强管理的通知》（宛政〔2024〕3号）和《内部会议纪要》（宛政阅〔2024〕7号）'
    expect(screenTexts([{ where: '正文', text }], lists).map(({ rule, message }) => [rule, message])).toEqual(
      [
        ['PUB-38', '引用了“内部会议纪要”，请确认它已经公开；没有公开的，删去名称、文号和内容'],
        ['PUB-38', '引用了“宛政阅〔2024〕7号”，请确认它已经公开；没有公开的，删去名称、文号和内容'],
      ],
    )
  })
})
