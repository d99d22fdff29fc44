import {
  WEBSITE_FIGURE_IDS,
  WEBSITE_FIGURES,
  WEBSITE_REPORT_BLOCKS,
  type WebsiteFigure,
  type WebsiteFigures,
  type WebsiteReportBlock,
} from '@mingfu/law'

/** 报表的一行: its value as printed, and the headings that begin at it with the rows that they span. */
export type ReportLine = Readonly<{
  id: WebsiteFigure
  block: WebsiteReportBlock
  /** The heading of the block, where this line is its first. */
  heads: Readonly<{ text: string; rows: number }> | null
  group: string | null
  groupHeads: Readonly<{ text: string; rows: number }> | null
  label: string
  value: string
  /** 填报: somebody filled it in, no record says it. */
  isGiven: boolean
}>

/** Every line of the report in the order of the form. */
export function linesOf(figures: WebsiteFigures): readonly ReportLine[] {
  const groupOf = (id: WebsiteFigure): string | null => {
    const row = WEBSITE_FIGURES[id]
    return 'group' in row ? row.group : null
  }
  return WEBSITE_FIGURE_IDS.map((id, at) => {
    const { block, label, unit, computed } = WEBSITE_FIGURES[id]
    const group = groupOf(id)
    const before = WEBSITE_FIGURE_IDS[at - 1]
    const isFirst = before === undefined || WEBSITE_FIGURES[before].block !== block
    const beginsGroup = group !== null && (isFirst || before === undefined || groupOf(before) !== group)
    const inBlock = WEBSITE_FIGURE_IDS.filter((other) => WEBSITE_FIGURES[other].block === block)
    const inGroup = inBlock.filter((other) => groupOf(other) === group)
    return {
      id,
      block,
      heads: isFirst ? { text: WEBSITE_REPORT_BLOCKS[block], rows: inBlock.length } : null,
      group,
      groupHeads: beginsGroup ? { text: group, rows: inGroup.length } : null,
      label: unit === '' ? label : `${label}（${unit}）`,
      value: printed(id, figures[id] ?? ''),
      isGiven: !computed,
    }
  })
}

/** A choice is printed with all its boxes, as on the form. */
function printed(id: WebsiteFigure, value: string): string {
  const row = WEBSITE_FIGURES[id]
  const boxes: readonly string[] = row.kind === 'yes-no' ? ['是', '否'] : 'choices' in row ? row.choices : []
  if (boxes.length === 0 || value === '') return value === '' ? '—' : value
  return boxes.map((box) => `${box === value ? '■' : '□'}${box}`).join('　')
}
