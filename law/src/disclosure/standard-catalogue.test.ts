import { describe, expect, test } from 'vitest'
import {
  BASIC_CATALOGUE_COLUMNS,
  type CatalogueEntry,
  catalogueEntryFaults,
  readChannelBoxes,
  STANDARD_AREAS,
  STANDARD_CATALOGUE_HEAD,
} from './standard-catalogue.ts'

describe('目录的样式', () => {
  test('an organ prints eight columns, a standard catalogue fourteen under a head of two rows', () => {
    expect(BASIC_CATALOGUE_COLUMNS).toHaveLength(8)
    expect(
      STANDARD_CATALOGUE_HEAD.flatMap(({ label, under }) => (under.length === 0 ? [label] : under)),
    ).toEqual([
      '序号',
      '一级事项',
      '二级事项',
      '公开内容（要素）',
      '公开依据',
      '公开时限',
      '公开主体',
      '公开渠道和载体',
      '全社会',
      '特定群体',
      '主动',
      '依申请',
      '县级',
      '乡、村级',
    ])
  })

  test('26 areas, each once', () => {
    expect(new Set(STANDARD_AREAS.map(({ label }) => label)).size).toBe(26)
  })
})

describe('公开渠道和载体: boxes', () => {
  test('chosen and not chosen', () => {
    expect(readChannelBoxes('■政府网站 □政府公报\n□两微一端 ■公开查阅点　□其他')).toEqual({
      channels: {
        website: 'required',
        gazette: 'none',
        'new-media': 'none',
        'reading-place': 'required',
        other: 'none',
      },
      unknown: [],
    })
  })

  test('in some places ■ is a duty and □ a choice', () => {
    expect(readChannelBoxes('■政府网站□政务服务中心', 'required-or-optional').channels).toEqual({
      website: 'required',
      'service-centre': 'optional',
    })
  })

  test('a choice may be said in words, however boxes are read', () => {
    expect(readChannelBoxes('■政府网站 ■公开查阅点（可选） □政府公报(可选)').channels).toEqual({
      website: 'required',
      'reading-place': 'optional',
      gazette: 'none',
    })
  })

  test('the long box of villages, with other slashes, and what is no channel of the list', () => {
    expect(readChannelBoxes('☑社区／企事业单位／村公示栏（电子屏） ☑12345政务服务热线 ☑其他____')).toEqual({
      channels: { 'notice-board': 'required', other: 'required' },
      unknown: ['12345政务服务热线'],
    })
  })

  test('boxes in the words of other places', () => {
    const cell = '■门户网站 ■行政服务中心 ■单位/村委会公示栏(电子屏) □微信公众号 ■报刊 ■广播 ■信息查阅场所'
    expect(readChannelBoxes(cell)).toEqual({
      channels: {
        website: 'required',
        'service-centre': 'required',
        'notice-board': 'required',
        'new-media': 'none',
        print: 'required',
        broadcast: 'required',
        'reading-place': 'required',
      },
      unknown: [],
    })
  })

  test('a cell without boxes says nothing', () => {
    expect(readChannelBoxes('政府网站')).toEqual({ channels: {}, unknown: [] })
  })
})

describe('目录条目', () => {
  const ENTRY: CatalogueEntry = {
    name: '行政规范性文件',
    contentRequired: '文件标题、文号、正文、有效性',
    deadline: '自形成或者变更之日起20个工作日内',
    basis: ['【法规】《中华人民共和国政府信息公开条例》'],
    responsibleUnit: '办公室',
    channels: { website: 'required', gazette: 'none' },
    mode: 'proactive',
    level: 'city-county',
    updateClass: 'notice-policy',
    legalItems: ['A20_01'],
  }
  test('is whole, or says what it lacks', () => {
    expect(catalogueEntryFaults(ENTRY)).toEqual([])
    expect(
      catalogueEntryFaults({ ...ENTRY, deadline: ' ', channels: { gazette: 'none' }, legalItems: [] }),
    ).toEqual(['请填写公开时限', '请填写公开渠道', '请填写条例第二十条、第二十一条的事项'])
    expect(
      catalogueEntryFaults({ ...ENTRY, name: '', basis: [], mode: null, level: null, updateClass: null }),
    ).toEqual(['请填写公开事项', '请填写公开依据', '请填写公开方式', '请填写公开层级', '请填写更新类别'])
  })
})
