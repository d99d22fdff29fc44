import { type CellId, type FormatId, REPORT_FORMATS } from '@mingfu/law'
import type { ReportSection } from '../report.ts'
import type { Ledger } from './ledger.ts'

export type Figures = Readonly<Partial<Record<CellId, number | string>>>

type Setting = Readonly<{ year: number; format: FormatId; fee: string }>

/** The prose of a report: what the figures say, and what the office wrote into the ledger. */
export function narrative(
  { texts }: Ledger,
  figures: Figures,
  setting: Setting,
): Partial<Record<ReportSection['id'], string>> {
  const { year, format, fee } = setting
  const paragraphs: readonly (readonly [
    title: string,
    said: string | undefined,
    written: string | undefined,
  ])[] = [
    ['主动公开', documentsSentence(figures, format), texts.disclosure],
    ['依申请公开', requestsSentence(figures, format, year), texts.requests],
    ['政府信息管理', undefined, texts.management],
    ['政府信息公开平台建设', undefined, texts.platform],
    ['监督保障', undefined, texts.supervision],
  ]
  const said = paragraphs.filter(([, generated, written]) => generated !== undefined || written !== undefined)
  const problems = texts.problems === undefined ? [] : [`主要问题：${texts.problems}`]
  const improvements = texts.improvements === undefined ? [] : [`改进情况：${texts.improvements}`]
  return {
    s1: said
      .map(
        ([title, generated = '', written = ''], index) =>
          `（${'一二三四五'[index]}）${title}。${generated}${written}`,
      )
      .join('\n'),
    s5: [...problems, ...improvements].join('\n'),
    s6:
      [...(format === '2021' ? [fee] : []), ...(texts.others === undefined ? [] : [texts.others])].join(
        '\n',
      ) || '无。',
  }
}

function documentsSentence(figures: Figures, format: FormatId): string | undefined {
  if (format !== '2021') return undefined
  const kinds = [
    ['规章', 'regulations'],
    ['行政规范性文件', 'normative_documents'],
  ] as const
  const parts = kinds.flatMap(([name, row]) => {
    const counts = (['issued', 'repealed', 'in_force'] as const).map((column) =>
      Number(figures[`t2.${row}.${column}`] ?? 0),
    )
    if (counts.every((count) => count === 0)) return []
    return [`制发${name}${counts[0]}件，废止${counts[1]}件，现行有效${counts[2]}件。`]
  })
  return parts.length === 0 ? undefined : parts.join('')
}

function requestsSentence(figures: Figures, format: FormatId, year: number): string {
  const total = (row: string) => Number(figures[`t3.${row}.total` as CellId] ?? 0)
  if (total('new_received') === 0 && total('carried_in') === 0)
    return `${year}年，本机关未收到政府信息公开申请。`
  const opening = `${year}年，本机关新收政府信息公开申请${total('new_received')}件，上年结转${total('carried_in')}件，办结${total('results_total')}件，结转下年度${total('carried_out')}件。`
  if (total('results_total') === 0) return opening
  const categories = [
    ['予以公开', 'granted'],
    ['部分公开', 'partially_granted'],
    ['不予公开', 'denied'],
    ['无法提供', 'unable'],
    ['不予处理', 'not_handled'],
    ['其他处理', 'other'],
  ] as const
  const shares = categories.map(([name, group]) => {
    const rows = REPORT_FORMATS[format].t3.rows.filter(({ id, group: own }) => id === group || own === group)
    return `${name}${rows.reduce((sum, { id }) => sum + total(id), 0)}件`
  })
  return `${opening}办结的申请中，${shares.join('，')}。`
}
