import { type CellId, CONTENT_KINDS, type ContentKind, KEY_AREAS, type KeyAreaId } from '@mingfu/law'
import { cellFigure, counted, type FactMember, type SkeletonTopic, type Span, say } from './span.ts'
import type { PublishedFact, YearFacts } from './year-facts.ts'

/** 主动公开: what was published, of which kinds and in which key areas, and the documents that table two counts. */
export function disclosureTopic(facts: YearFacts): SkeletonTopic {
  const { published, year } = facts
  const lines: Span[][] = []
  if (published.length > 0) {
    lines.push([
      say(`${year}年，通过政府信息公开平台主动公开政府信息`),
      counted('本年公开的政府信息', published),
      say('条'),
      ...kinds(published),
      say('。'),
    ])
    const areas = keyAreas(published)
    if (areas.length > 0) lines.push([say('重点领域信息中，'), ...areas, say('。')])
  }
  const documents = documentLine(facts)
  if (documents.length > 0) lines.push(documents)
  return {
    section: 's1',
    topic: '主动公开',
    lines,
    missing: lines.length > 0 ? null : `${year}年没有公开政府信息的记录，请核实后填写`,
  }
}

function kinds(published: readonly PublishedFact[]): readonly Span[] {
  const parts = (Object.keys(CONTENT_KINDS) as ContentKind[]).flatMap((kind) => {
    const own = published.filter(({ content }) => content === kind)
    return own.length === 0 ? [] : [part(CONTENT_KINDS[kind].label, own, '条')]
  })
  return parts.length < 2 ? [] : [say('，其中'), ...joined(parts)]
}

function keyAreas(published: readonly PublishedFact[]): readonly Span[] {
  const parts = (Object.keys(KEY_AREAS) as KeyAreaId[]).flatMap((area) => {
    const own = published.filter(({ keyAreas: areas }) => areas.includes(area))
    return own.length === 0 ? [] : [part(KEY_AREAS[area].label, own, '条')]
  })
  return joined(parts)
}

const DOCUMENTS = [
  ['规章', 'regulations'],
  ['行政规范性文件', 'normative_documents'],
] as const

function documentLine(facts: YearFacts): Span[] {
  if (facts.format !== '2021') return []
  const parts = DOCUMENTS.flatMap(([name, row]) => {
    const [issued, repealed, inForce] = (['issued', 'repealed', 'in_force'] as const).map(
      (column): CellId => `t2.${row}.${column}`,
    ) as [CellId, CellId, CellId]
    const happened = [issued, repealed, inForce].some((id) => Number(facts.cells.get(id) ?? 0) > 0)
    if (!happened) return []
    return [
      [
        say(`制发${name}`),
        cellFigure(facts, issued),
        say('件，废止'),
        cellFigure(facts, repealed),
        say('件，现行有效'),
        cellFigure(facts, inForce),
        say('件。'),
      ],
    ]
  })
  return parts.flat()
}

/** 政策解读5条. */
export function part(label: string, members: readonly FactMember[], unit: string): readonly Span[] {
  return [say(label), counted(label, members), say(unit)]
}

export function joined(parts: readonly (readonly Span[])[]): readonly Span[] {
  return parts.flatMap((spans, index) => (index === 0 ? spans : [say('，'), ...spans]))
}
