import type { Topic } from './topic.ts'
import { LAND } from './topics-land.ts'
import { ORDER } from './topics-order.ts'
import { PEOPLE } from './topics-people.ts'

export const TOPICS: readonly Topic[] = [...PEOPLE, ...LAND, ...ORDER]

/** A document of the collection, with what it is about by construction: the judge knows, the searchers do not. */
export type BenchDocument = Readonly<{
  id: number
  topic: string
  place: string
  year: number
  title: string
  number: string
  indexNumber: string
  publishedOn: string
  text: string
}>

// biome-ignore format: a table
const PLACES: readonly (readonly [organ: string, word: string])[] = [
  ['鸭河工区管理委员会', '鸭管'], ['云阳镇人民政府', '云政'], ['石门乡人民政府', '石政'], ['皇路店镇人民政府', '皇政'],
  ['太山庙乡人民政府', '太政'], ['小店乡人民政府', '小政'], ['板山坪镇人民政府', '板政'], ['留山镇人民政府', '留政'],
  ['南河店镇人民政府', '南政'], ['四棵树乡人民政府', '四政'], ['乔端镇人民政府', '乔政'], ['城郊街道办事处', '城办'],
]
const KINDS = ['通知', '公告', '意见', '方案', '通告', '公示'] as const

const OPENINGS = [
  '各村民委员会、各有关单位：',
  '为贯彻落实上级部署，结合本地实际，现将有关事项通知如下。',
  '根据《中华人民共和国政府信息公开条例》和有关规定，现公布如下。',
  '经研究同意，现印发给你们，请认真组织实施。',
  '按照年度工作安排，现就有关工作提出以下要求。',
]
const CLOSINGS = [
  '各单位要加强组织领导，明确专人负责，按时报送进展情况。',
  '联系电话和办公地址见政府信息公开指南。',
  '本文自印发之日起施行。',
  '执行中遇到的问题请及时反馈。',
  '对工作不力、弄虚作假的，依照规定严肃处理。',
  '请广大群众相互转告，并予以监督。',
]

/** The same numbers for the same count, always. */
export function chooser(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Documents of twelve offices over nine years; topic, place and year vary independently of each other. */
export function makeCorpus(count: number): readonly BenchDocument[] {
  return Array.from({ length: count }, (_, id) => makeDocument(id))
}

export function makeDocument(id: number): BenchDocument {
  const choose = chooser(id * 2654435761 + 12345)
  for (let warm = 0; warm < 3; warm += 1) choose(2)
  const pick = <T>(list: readonly T[]): T => list[choose(list.length)] as T
  const topic = TOPICS[id % TOPICS.length] as Topic
  const [organ, word] = PLACES[Math.floor(id / TOPICS.length) % PLACES.length] as (typeof PLACES)[number]
  const year = 2017 + (Math.floor(id / (TOPICS.length * PLACES.length)) % 9)
  const kind = pick(KINDS)
  const stem = pick(topic.titles)
  // Half of real texts name in passing what other texts are about.
  const others = Array.from({ length: choose(4) }, () => pick(TOPICS)).filter((other) => other !== topic)
  const sentences = [...topic.sentences].sort(() => choose(3) - 1).slice(0, 2 + choose(3))
  const text = [
    ...OPENINGS.slice(0, 1 + choose(2)),
    pick(OPENINGS),
    `${organ}${year}年${stem}工作，按照以下要求进行。`,
    ...sentences,
    ...others.map((other) => `同时统筹做好${pick(other.titles)}等工作。`),
    ...(others.length > 0 && choose(3) === 0 ? [pick((others[0] as Topic).sentences)] : []),
    pick(CLOSINGS),
    pick(CLOSINGS),
  ].join('\n')
  const month = 1 + choose(12)
  const day = 1 + choose(28)
  const titled = choose(4) === 0 ? `${organ}${stem}${kind}` : `${organ}关于${year}年${stem}的${kind}`
  return {
    id,
    topic: topic.id,
    place: organ,
    year,
    title: titled,
    number: `${word}〔${year}〕${1 + (id % 997)}号`,
    indexNumber: `114113000000000${String(100 + (Math.floor(id / TOPICS.length) % PLACES.length))}/${year}-${String(id + 1).padStart(5, '0')}`,
    publishedOn: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    text,
  }
}
