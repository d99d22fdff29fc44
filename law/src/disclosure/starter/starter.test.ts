import { describe, expect, test } from 'vitest'
import { CATALOGUES } from '../catalogue-id.ts'
import { readDeadlineText } from '../deadline-text.ts'
import { LEGAL_ITEMS, type LegalItemCode } from '../legal-item.ts'
import { catalogueEntryFaults, STANDARD_AREAS } from '../standard-catalogue.ts'
import { areaStarter, STARTER_AREAS } from './area-catalogue.ts'
import { basicStarter, STARTER_ORGANS, type StarterOrgan } from './basic-catalogue.ts'
import { STARTER_LIMITS, type StarterEntry } from './starter-entry.ts'

const ORGANS = Object.keys(STARTER_ORGANS) as StarterOrgan[]
const AREAS = Object.keys(CATALOGUES).filter((id) => id !== 'basic')

function faultsOf(entry: StarterEntry): readonly string[] {
  return catalogueEntryFaults({ ...entry, name: entry.path.at(-1) ?? '' })
}

describe('公开时限的用语', () => {
  // biome-ignore format: a table
  test.each([
    ['general', { unit: 'working-day', amount: 20 }],
    ['licence-penalty', { unit: 'working-day', amount: 7 }],
    ['interpretation', { unit: 'working-day', amount: 3 }],
    ['budget', { unit: 'calendar-day', amount: 20 }],
    ['inspection-plan', { unit: 'fixed-date', month: 6, day: 30 }],
    ['relief', { unit: 'working-day', amount: 10 }],
    ['realtime', { unit: 'realtime' }],
  ] as const)('%s: the words come to the limit', (id, limit) => {
    expect(readDeadlineText(STARTER_LIMITS[id].words)).toEqual(limit)
    expect(STARTER_LIMITS[id].limit).toEqual(limit)
  })
})

describe('条例 第十九条至第二十二条: the basic catalogue to begin with', () => {
  test.each(ORGANS)('%s: every line is a whole duty, named once, with a column of its own', (organ) => {
    const entries = basicStarter(organ)
    expect(entries.flatMap(faultsOf)).toEqual([])
    expect(new Set(entries.map(({ path }) => path.join('/'))).size).toBe(entries.length)
    const codes = entries.map(({ column }) => column?.code ?? '')
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.filter((code) => !/^[a-z0-9][a-z0-9-]{0,40}$/.test(code))).toEqual([])
    expect(entries.filter(({ column }) => (column?.title.length ?? 99) > 40)).toEqual([])
  })

  test('a county government owes every item of Art. 20 but the recruitment it may leave to the province, and all of its Art. 21', () => {
    const owed = new Set(
      basicStarter('government')
        .filter(({ isMandatory }) => isMandatory)
        .flatMap(({ legalItems }) => legalItems),
    )
    // biome-ignore format: a table
    expect([...owed].sort()).toEqual([
      'A20_01', 'A20_02', 'A20_03', 'A20_04', 'A20_05', 'A20_06', 'A20_07', 'A20_08', 'A20_09', 'A20_10', 'A20_11', 'A20_12', 'A20_13', 'A20_15',
      'A21_CITY_COUNTY_HOUSE_EXPROPRIATION', 'A21_CITY_COUNTY_LAND_EXPROPRIATION', 'A21_CITY_COUNTY_MUNICIPAL_WORKS', 'A21_CITY_COUNTY_PUBLIC_ORDER',
      'A21_CITY_COUNTY_PUBLIC_SERVICE', 'A21_CITY_COUNTY_PUBLIC_WELFARE', 'A21_CITY_COUNTY_SOCIAL_RELIEF',
    ])
    expect(basicStarter('government').some(({ legalItems }) => legalItems.includes('A20_14'))).toBe(true)
  })

  test('a township has the eight matters of its own, and nobody has those of another level', () => {
    const town = basicStarter('township').flatMap(({ legalItems }) => legalItems)
    const levels = (codes: readonly LegalItemCode[]) => new Set(codes.map((code) => LEGAL_ITEMS[code].level))
    expect(new Set(town.filter((code) => code.startsWith('A21_')))).toEqual(
      new Set([
        'A21_TOWN_RURAL_POLICY',
        'A21_TOWN_IRRIGATION',
        'A21_TOWN_LAND_CONTRACT_TRANSFER',
        'A21_TOWN_HOMESTEAD',
        'A21_TOWN_LAND_EXPROPRIATION',
        'A21_TOWN_HOUSE_EXPROPRIATION',
        'A21_TOWN_FUND_LABOUR_RAISING',
        'A21_TOWN_SOCIAL_RELIEF',
      ]),
    )
    expect(levels(town)).toEqual(new Set(['every', 'town']))
    expect(levels(basicStarter('department').flatMap(({ legalItems }) => legalItems)).has('town')).toBe(false)
    expect(levels(basicStarter('province-department').flatMap(({ legalItems }) => legalItems))).toEqual(
      new Set(['every']),
    )
  })

  test('the columns of the printed catalogue are filled', () => {
    const line = basicStarter('government').find(({ path }) => path[1] === '行政处罚决定')
    expect(line).toMatchObject({
      path: ['行政权力', '行政处罚决定'],
      deadline: '自作出决定之日起7个工作日内',
      responsibleUnit: '行政执法部门',
      channels: { website: 'required', 'reading-place': 'optional' },
      audience: '全社会',
      mode: 'proactive',
      level: 'city-county',
      updateClass: 'on-change',
      isMandatory: false,
    })
    expect(line?.basis).toContain('【法规】《政府信息公开条例》第二十条第（六）项')
    const relief = basicStarter('township').find(({ path }) => path[1] === '社会救助')
    expect(relief).toMatchObject({
      level: 'town',
      channels: { 'notice-board': 'required' },
      isMandatory: true,
    })
  })
})

describe('国办发〔2019〕54号: the standard catalogues to begin with', () => {
  test('each of the 26 areas once', () => {
    expect(STARTER_AREAS.map(({ label }) => label).toSorted()).toEqual(
      STANDARD_AREAS.map(({ label }) => label).toSorted(),
    )
    expect(areaStarter('basic', 'government')).toBeUndefined()
  })

  test.each(AREAS)('%s: whole lines, each once, each with what has to be compared', (id) => {
    const entries = areaStarter(id, 'government') ?? []
    expect(entries.length).toBeGreaterThanOrEqual(4)
    expect(entries.flatMap(faultsOf)).toEqual([])
    const keys = entries.map(({ path, contentRequired }) => [...path, contentRequired].join('/'))
    expect(new Set(keys).size).toBe(keys.length)
    expect(entries.filter(({ note }) => !note.includes('以主管部门印发的目录为准'))).toEqual([])
  })

  test('重大建设项目: the eight kinds of 国办发〔2017〕94号, in order', () => {
    const firsts = (areaStarter('area-01', 'government') ?? []).map(({ path }) => path[0])
    expect([...new Set(firsts)]).toEqual([
      '批准服务信息',
      '批准结果信息',
      '招标投标信息',
      '征收土地信息',
      '重大设计变更信息',
      '施工有关信息',
      '质量安全监督信息',
      '竣工有关信息',
    ])
  })

  test('what was not compared with a printed catalogue says so', () => {
    const notes = (areaStarter('area-06', 'government') ?? []).map(({ note }) => note)
    expect(CATALOGUES['area-06']).toBe('养老服务领域政务公开标准目录')
    expect(notes.every((note) => note.startsWith('待核对'))).toBe(true)
    expect(areaStarter('area-05', 'government')?.[0]?.note).toBe('据试点标准整理，以主管部门印发的目录为准')
  })

  test('a township has the lines of its level, under its own items of Art. 21', () => {
    const relief = areaStarter('area-05', 'township') ?? []
    expect(new Set(relief.flatMap(({ legalItems }) => legalItems))).toEqual(
      new Set(['A21_TOWN_SOCIAL_RELIEF']),
    )
    expect(areaStarter('area-01', 'township')).toEqual([])
    const items = AREAS.flatMap((id) => areaStarter(id, 'township') ?? []).flatMap(
      ({ legalItems }) => legalItems,
    )
    expect(new Set(items.map((code) => LEGAL_ITEMS[code].level))).toEqual(new Set(['every', 'town']))
  })
})
