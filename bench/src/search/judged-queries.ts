import { type BenchDocument, TOPICS } from './corpus.ts'

export type JudgedQuery = Readonly<{
  /** What kind of question it is, so that figures can be told apart. */
  kind: 'asked' | 'with a year' | 'with a place' | 'number' | 'mistyped'
  q: string
  /** 2: what was looked for; 1: the same matter of another year or place; 0: anything else. */
  grade(document: BenchDocument): 0 | 1 | 2
}>

/** Everything that the topics' authors wrote down as asked, then questions that name a year or place, a number, or are misspelt. */
export function judgedQueries(documents: readonly BenchDocument[]): readonly JudgedQuery[] {
  const asked = TOPICS.flatMap(({ id, asked: questions }) =>
    questions.map((q): JudgedQuery => ({ kind: 'asked', q, grade: ({ topic }) => (topic === id ? 2 : 0) })),
  )
  return [
    ...asked,
    ...YEARS.map(withYear),
    ...PLACES.map(withPlace),
    ...numbers(documents),
    ...MISTYPED.map(mistyped),
  ]
}

const YEARS: readonly (readonly [string, string, number])[] = [
  ['2021年 部门预算', 'budget', 2021],
  ['2019年部门决算', 'final-accounts', 2019],
  ['2020年政府信息公开年度报告', 'foi', 2020],
  ['2023年秸秆禁烧', 'straw', 2023],
  ['2022年 高龄津贴', 'elderly-allowance', 2022],
  ['2018年 双随机抽查', 'random-check', 2018],
  ['2024年 小学招生', 'school-entry', 2024],
  ['2025年公务员面试', 'civil-service', 2025],
  ['2021 统计公报', 'statistics', 2021],
  ['2020 危房改造名单', 'unsafe-house', 2020],
]
const withYear = ([q, id, wanted]: (typeof YEARS)[number]): JudgedQuery => ({
  kind: 'with a year',
  q,
  grade: ({ topic, year }) => (topic !== id ? 0 : year === wanted ? 2 : 1),
})

const PLACES: readonly (readonly [string, string, string])[] = [
  ['云阳镇 低保', 'low-income', '云阳镇'],
  ['石门乡征地补偿', 'land-taking', '石门乡'],
  ['皇路店 宅基地', 'homestead', '皇路店镇'],
  ['太山庙 改厕', 'toilet', '太山庙乡'],
  ['小店乡 饮用水', 'drinking-water', '小店乡'],
  ['板山坪镇 防汛', 'flood', '板山坪镇'],
  ['留山 柑橘', 'orange', '留山镇'],
  ['南河店 领导分工', 'leaders', '南河店镇'],
  ['四棵树 危房', 'unsafe-house', '四棵树乡'],
  ['乔端 旅游', 'tourism', '乔端镇'],
  ['城郊街道 养老机构', 'nursing-home', '城郊街道'],
  ['鸭河工区 权责清单', 'power-list', '鸭河工区'],
]
const withPlace = ([q, id, wanted]: (typeof PLACES)[number]): JudgedQuery => ({
  kind: 'with a place',
  q,
  grade: ({ topic, place }) => (topic !== id ? 0 : place.startsWith(wanted) ? 2 : 1),
})

/** By 文号, as it is printed and as people type it, and by index number. */
function numbers(documents: readonly BenchDocument[]): readonly JudgedQuery[] {
  return [17, 333, 1024, 2048, 3111, 4095].flatMap((at) => {
    const wanted = documents[at]
    if (wanted === undefined) return []
    const { number, indexNumber } = wanted
    const ways = [number, number.replace('〔', '[').replace('〕', ']'), indexNumber]
    return ways.map(
      (q): JudgedQuery => ({
        kind: 'number',
        q,
        grade: (document) => (document.number === number || document.id === wanted.id ? 2 : 0),
      }),
    )
  })
}

/** Sound-alikes, slips and Pinyin. */
const MISTYPED: readonly (readonly [string, string])[] = [
  ['宅机地审批', 'homestead'],
  ['底保标准', 'low-income'],
  ['甘橘黄龙病', 'orange'],
  ['桔杆禁烧', 'straw'],
  ['公机金贷款', 'provident-fund'],
  ['养老机够备案', 'nursing-home'],
  ['残级人补贴', 'disabled'],
  ['不动产登计', 'land-title'],
  ['环镜影响评价', 'eia'],
  ['河掌制', 'river'],
  ['防讯预案', 'flood'],
  ['权则清单', 'power-list'],
  ['zhaijidi', 'homestead'],
  ['gaoling jintie', 'elderly-allowance'],
  ['hezhangzhi', 'river'],
]
const mistyped = ([q, id]: (typeof MISTYPED)[number]): JudgedQuery => ({
  kind: 'mistyped',
  q,
  grade: ({ topic }) => (topic === id ? 2 : 0),
})
