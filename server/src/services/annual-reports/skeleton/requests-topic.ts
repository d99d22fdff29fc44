import { type CellId, CHANNELS, type Channel, REPORT_FORMATS, type T3RowId, t3Cell } from '@mingfu/law'
import { joined, part } from './disclosure-topic.ts'
import { cellFigure, cellMember, listed, type SkeletonTopic, type Span, say, sumFigure } from './span.ts'
import type { YearFacts } from './year-facts.ts'

const RESULTS = [
  ['予以公开', 'granted'],
  ['部分公开', 'partially_granted'],
  ['不予公开', 'denied'],
  ['无法提供', 'unable'],
  ['不予处理', 'not_handled'],
  ['其他处理', 'other'],
] as const

/** 依申请公开: the balance of table three in words, channels, results, growth, and the disputes of table four. */
export function requestsTopic(facts: YearFacts): SkeletonTopic {
  const { year } = facts
  const total = (row: T3RowId) => Number(facts.cells.get(t3Cell(row, 'total')) ?? 0)
  const figure = (row: T3RowId) => cellFigure(facts, t3Cell(row, 'total'))
  const lines: Span[][] = []
  if (total('new_received') === 0 && total('carried_in') === 0) {
    lines.push([
      listed(`${year}年，本机关未收到政府信息公开申请。`, '表三', [
        cellMember(facts.format, t3Cell('new_received', 'total'), '0'),
        cellMember(facts.format, t3Cell('carried_in', 'total'), '0'),
      ]),
    ])
  } else {
    lines.push([
      say(`${year}年，新收政府信息公开申请`),
      figure('new_received'),
      say('件'),
      ...growth(facts),
      say('，上年结转'),
      figure('carried_in'),
      say('件，办结'),
      figure('results_total'),
      say('件，结转下年度'),
      figure('carried_out'),
      say('件。'),
    ])
    const channels = channelParts(facts)
    if (channels.length > 0) lines.push([say('新收申请按渠道分，'), ...joined(channels), say('。')])
    if (total('results_total') > 0) lines.push([say('办结的申请中，'), ...joined(results(facts)), say('。')])
  }
  lines.push(...disputes(facts))
  return { section: 's1', topic: '依申请公开', lines, missing: null }
}

function channelParts({ received }: YearFacts): readonly (readonly Span[])[] {
  return (Object.keys(CHANNELS) as Channel[]).flatMap((channel) => {
    const own = received.filter((request) => request.channel === channel)
    return own.length === 0 ? [] : [part(CHANNELS[channel].label, own, '件')]
  })
}

function results(facts: YearFacts): readonly (readonly Span[])[] {
  const rows = REPORT_FORMATS[facts.format].t3.rows
  return RESULTS.flatMap(([name, group]) => {
    const ids = rows
      .filter(({ id, group: own }) => id === group || own === group)
      .map(({ id }) => t3Cell(id, 'total'))
    const sum = ids.reduce((count, id) => count + Number(facts.cells.get(id) ?? 0), 0)
    return sum === 0 ? [] : [[say(name), sumFigure(facts, name, ids), say('件')]]
  })
}

/** 同比: only where last year's published report is at hand and had any application. */
function growth({ cells, prior, format }: YearFacts): readonly Span[] {
  const id = t3Cell('new_received', 'total')
  const before = Number(prior?.get(id) ?? 0)
  const now = Number(cells.get(id) ?? 0)
  if (before === 0 || now === before) return []
  const percent = (Math.abs(now - before) / before) * 100
  const text = `${percent.toFixed(1)}%`
  return [
    say(`（同比${now > before ? '增长' : '下降'}`),
    listed(text, '两年的本年新收总计', [
      cellMember(format, id, String(now)),
      { ...cellMember(format, id, String(before)), title: '上年报告同一单元格' },
    ]),
    say('）'),
  ]
}

function disputes(facts: YearFacts): Span[][] {
  const totals = {
    review: ['t4.review.total'],
    litigation: ['t4.litigation_direct.total', 't4.litigation_after_review.total'],
  } as const satisfies Record<string, readonly CellId[]>
  const count = (ids: readonly CellId[]) => ids.reduce((sum, id) => sum + Number(facts.cells.get(id) ?? 0), 0)
  if (count(totals.review) + count(totals.litigation) === 0) return []
  return [
    [
      say('因政府信息公开工作被申请行政复议'),
      sumFigure(facts, '行政复议', totals.review),
      say('件，被提起行政诉讼'),
      sumFigure(facts, '行政诉讼', totals.litigation),
      say('件。'),
    ],
  ]
}
