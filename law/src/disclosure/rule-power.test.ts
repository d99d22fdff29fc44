import { describe, expect, test } from 'vitest'
import { citationText } from '../citation.ts'
import { RULE_MAKERS, ruleMakerOf } from './rule-power.ts'

describe('立法法: who may make 规章', () => {
  // biome-ignore format: a table
  const CASES = [
    // organ                              type              region      site code      power
    ['国家某部',                          'department',     null,       'bm99000001',  'ministry'],
    ['国家某局',                          'department',     '100000',   null,          'ministry'],
    ['示例市财政局',                      'department',     '990100',   '9901000002',  '地方政府部门无权制定规章'],
    ['示例省人民政府',                    'government',     '990000',   null,          'province'],
    ['北京市人民政府',                    'government',     '110000',   null,          'province'],
    ['示例市人民政府',                    'government',     '990100',   null,          'city'],
    ['示例自治州人民政府',                'government',     '992300',   null,          'city'],
    ['嘉峪关市人民政府',                  'government',     '620200',   null,          'city'],
    ['北京市示例区人民政府',              'government',     '110108',   null,          '县级人民政府无权制定规章'],
    ['重庆市示例县人民政府',              'government',     '500200',   null,          '县级人民政府无权制定规章'],
    ['示例县人民政府',                    'government',     '990123',   null,          '县级人民政府无权制定规章'],
    ['示例地区行政公署',                  'government',     '992700',   null,          '行政公署是派出机关'],
    ['示例市人民政府',                    'government',     null,       null,          '请先填写行政区划代码'],
    ['示例镇人民政府',                    'township',       '990100',   null,          '乡镇、街道和功能区管理机构无权制定规章'],
    ['示例高新区管委会',                  'functional_zone', '990100',  null,          '乡镇、街道和功能区管理机构无权制定规章'],
  ] as const
  test.each(CASES)('%s (%s %s): %s %s', (name, orgType, regionCode, siteIdCode, expected) => {
    const ruling = ruleMakerOf({ name, orgType, regionCode, siteIdCode })
    expect(ruling.granted ? ruling.value : ruling.refusal.reason).toContain(expected)
  })

  test('names the article of each', () => {
    expect(Object.values(RULE_MAKERS).map(({ basis }) => citationText(basis))).toEqual([
      '《中华人民共和国立法法》第九十一条',
      '《中华人民共和国立法法》第九十三条',
      '《中华人民共和国立法法》第九十三条第三款',
    ])
  })
})
