import {
  type Assessment,
  type CellId,
  cellName,
  decimal,
  type FormatId,
  failed,
  found,
  mergeAssessments,
  numberIn,
  REPORT_FORMATS,
  type ReadCells,
  type ReportFacts,
  type RuleId,
  T3_APPLICANT_COLUMNS,
  type T3Row,
  t3Cell,
  t4Cell,
  unassessed,
} from '@mingfu/law'
import type { Report } from '../report.ts'
import { type Mention, mentionsIn, type Subject } from './mentions.ts'
import { speaksOfOtherApplications } from './other-applications.ts'
import { isWholeScope, scopeOf } from './scope.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

/** A way to read a figure of the prose: what the table gives under that reading. */
type Reading = Readonly<{ name: string; value: decimal.Decimal }>

/** 文字与表格: AR-39 to AR-44 and AR-46, counts in the prose against the tables. */
export function checkNarrativeCounts(report: Report, facts: ReportFacts): Assessment {
  const sentences = sentencesOf(report, ['s1', 's3', 's4'])
  return mergeAssessments(
    sentences.flatMap((sentence) =>
      mentionsIn(sentence.text)
        .filter((mention) => isAbout(mention, sentence) && isWhole(mention, sentence, facts, report))
        .map((mention) => checkMention(mention, sentence, facts)),
    ),
  )
}

function isWhole(mention: Mention, { text }: Sentence, facts: ReportFacts, report: Report): boolean {
  return (
    isOfThisReport(mention, facts.reportYear) &&
    isWholeScope(text, mention.excerpt, scopeOf(report, facts.reportYear))
  )
}

/** 结转2025年 is this report's carry-over only in the report of 2024, 2023年结转 likewise. */
function isOfThisReport({ subject, excerpt }: Mention, reportYear: number): boolean {
  const year = /(20\d\d)年/.exec(excerpt)?.[1]
  if (year === undefined) return true
  if (subject === 'carried-out') return Number(year) === reportYear + 1
  if (subject === 'carried-in') return Number(year) === reportYear - 1
  return true
}

const DISCLOSURE = /信息公开|公开申请|依申请公开|政府信息/

/** Whether the phrase counts what the tables count: applications, or disputes over disclosure. */
function isAbout({ subject, excerpt, counts }: Mention, { text, paragraph, section }: Sentence): boolean {
  switch (subject) {
    case 'new':
    case 'carried-in':
    case 'carried-out':
      return /申请/.test(`${paragraph}${text}`)
    case 'concluded':
      // 132件申请全部办结 says that nothing is left, not how many were done: AR-45 looks at it.
      return (
        /申请/.test(`${paragraph}${text}`) &&
        !/[全均都]/.test(excerpt) &&
        !ELSEWHERE.test(text) &&
        !speaksOfOtherApplications(text)
      )
    case 'received': {
      const after = text.slice(counts[0]?.end ?? 0, (counts[0]?.end ?? 0) + 12)
      return (/申请/.test(excerpt) || /^[^,]*申请/.test(after)) && !speaksOfOtherApplications(text)
    }
    case 'review':
    case 'litigation':
      return (
        section === 's4' ||
        (DISCLOSURE.test(`${paragraph}${upToPart(text, excerpt)}`) &&
          !/(?:审理|办理|作为复议机关|法院)/.test(text))
      )
    default:
      return (section === 's3' || /申请/.test(`${paragraph}${text}`)) && isOfResults(excerpt, text)
  }
}

/** 行政复议32件,其中涉及政府信息公开的7件: what is said behind 其中 is not said of the whole. */
function upToPart(text: string, excerpt: string): string {
  const at = text.indexOf('其中', text.indexOf(excerpt) + excerpt.length)
  return at < 0 ? text : text.slice(0, at)
}

/** Matters that are also done and answered, and are no applications. */
const ELSEWHERE = /留言|热线|来信|来电|咨询|信访|工单|建议|提案|议案/

/** 公文中主动公开200件、不予公开30件 classifies documents; 对5件申请予以公开 tells of single cases. */
function isOfResults(excerpt: string, text: string): boolean {
  return (
    !/公文|属性|文件|条信息|件信息/.test(text) && !/^\d+件申请/.test(excerpt) && !/依申请公开\d/.test(text)
  )
}

const RULES: Readonly<Record<Subject, RuleId>> = {
  new: 'AR-39',
  'carried-in': 'AR-40',
  'carried-out': 'AR-41',
  received: 'AR-42',
  concluded: 'AR-43',
  granted: 'AR-44',
  partial: 'AR-44',
  denied: 'AR-44',
  unable: 'AR-44',
  'not-handled': 'AR-44',
  other: 'AR-44',
  review: 'AR-46',
  litigation: 'AR-46',
}

function checkMention(mention: Mention, sentence: Sentence, facts: ReportFacts): Assessment {
  const rule = RULES[mention.subject]
  const { cells, readings } = readingsOfAll([mention.subject, ...mention.also], facts)
  if (readings === undefined) {
    const blank = cells.map((id) => cellName(facts.format, id)).slice(0, 2)
    return unassessed(rule, `“${mention.excerpt}”：${blank.join('、')}没有填写或者没有读到`, cells)
  }
  const fits = mention.counts.some(({ value }) => readings.some((reading) => isEqual(reading.value, value)))
  if (fits) return failed()
  const expected = [
    ...new Set(readings.map(({ name, value }) => `${decimal.decimalText(value)}（${name}）`)),
  ].join('或')
  const actual = mention.counts.map(({ value }) => String(value)).join('、')
  const message = `文字写“${mention.excerpt}”，表格中为${expected}，请核对。`
  const quote = { part: sentence.section, text: mention.excerpt }
  return failed(found(rule, { cells, message, expected, actual, where: sentence.where, quote }))
}

function isEqual(value: decimal.Decimal, count: number): boolean {
  return decimal.compare(value, decimal.decimalOf(count)) === 0
}

/** Categories counted together are read as their sum; every other phrase has one subject. */
function readingsOfAll([first, ...also]: readonly [Subject, ...Subject[]], facts: ReportFacts): Readings {
  return also.reduce<Readings>(
    (sum, subject) => {
      const next = readingsOf(subject, facts)
      const [a] = sum.readings ?? []
      const [b] = next.readings ?? []
      const value = a === undefined || b === undefined ? undefined : decimal.add(a.value, b.value)
      return {
        cells: [...sum.cells, ...next.cells],
        readings: value === undefined ? undefined : [{ name: '表三所列各类合计', value }],
      }
    },
    readingsOf(first, facts),
  )
}

type Readings = Readonly<{ cells: readonly CellId[]; readings: readonly Reading[] | undefined }>

function readingsOf(subject: Subject, { cells, format }: ReportFacts): Readings {
  const total = (row: Parameters<typeof t3Cell>[0]) => rowTotal(cells, t3Cell(row, 'total'))
  const one = (name: string, row: Parameters<typeof t3Cell>[0]): Readings => {
    const value = total(row)
    return { cells: [t3Cell(row, 'total')], readings: value === undefined ? undefined : [{ name, value }] }
  }
  switch (subject) {
    case 'new':
      return one('表三本年新收总计', 'new_received')
    case 'carried-in':
      return one('表三上年结转总计', 'carried_in')
    case 'carried-out':
      return one('表三结转下年度总计', 'carried_out')
    case 'concluded':
      return concluded(total('results_total'), total('carried_in'))
    case 'received': {
      const fresh = total('new_received')
      const carried = total('carried_in')
      const readings = [
        ...(fresh === undefined ? [] : [{ name: '本年新收', value: fresh }]),
        ...(fresh === undefined || carried === undefined
          ? []
          : [{ name: '新收加上年结转', value: decimal.add(fresh, carried) }]),
      ]
      const asked = [t3Cell('new_received', 'total'), t3Cell('carried_in', 'total')]
      return { cells: asked, readings: readings.length === 0 ? undefined : readings }
    }
    case 'review':
      return disputes(cells, ['review'], '行政复议')
    case 'litigation':
      return disputes(cells, ['litigation_direct', 'litigation_after_review'], '行政诉讼')
    default:
      return category(subject, cells, format)
  }
}

/** All that was concluded, or what was concluded of the applications of the year. */
function concluded(all: decimal.Decimal | undefined, carriedIn: decimal.Decimal | undefined): Readings {
  const cells = [t3Cell('results_total', 'total')]
  if (all === undefined) return { cells, readings: undefined }
  const whole: Reading = { name: '表三办理结果总计', value: all }
  return carriedIn === undefined || decimal.isZero(carriedIn)
    ? { cells, readings: [whole] }
    : {
        cells: [...cells, t3Cell('carried_in', 'total')],
        readings: [whole, { name: '扣除上年结转', value: decimal.subtract(all, carriedIn) }],
      }
}

const CATEGORIES = {
  granted: { name: '予以公开', group: 'granted' },
  partial: { name: '部分公开', group: 'partially_granted' },
  denied: { name: '不予公开', group: 'denied' },
  unable: { name: '无法提供', group: 'unable' },
  'not-handled': { name: '不予处理', group: 'not_handled' },
  other: { name: '其他处理', group: 'other' },
} as const

/** A category is a row of its own or the sum over the rows of its group. */
function category(subject: keyof typeof CATEGORIES, cells: ReadCells, format: FormatId): Readings {
  const { name, group } = CATEGORIES[subject]
  const rows = REPORT_FORMATS[format].t3.rows.filter((row: T3Row) => row.id === group || row.group === group)
  const asked = rows.map((row) => t3Cell(row.id, 'total'))
  const values = asked.map((id) => rowTotal(cells, id))
  // Of a group that lacks a row, or of which a row was not read, nobody knows the sum; a blank counts as zero.
  if (asked.some((id, index) => values[index] === undefined && cells[id] === undefined))
    return { cells: asked, readings: undefined }
  if (values.every((value) => value === undefined)) return { cells: asked, readings: undefined }
  const value = decimal.sum(values.map((each) => each ?? decimal.ZERO))
  return { cells: asked, readings: [{ name: `表三“${name}”合计`, value }] }
}

type DisputeBlock = Parameters<typeof t4Cell>[0]

function disputes(cells: ReadCells, blocks: readonly DisputeBlock[], name: string): Readings {
  const asked = blocks.flatMap((block) => [t4Cell(block, 'total'), t4Cell(block, 'pending')])
  const totals = blocks.map((block) => numberIn(cells, t4Cell(block, 'total')))
  if (totals.some((value) => value === undefined)) return { cells: asked, readings: undefined }
  const total = decimal.sum(totals.map((value) => value ?? decimal.ZERO))
  const pending = decimal.sum(
    blocks.map((block) => numberIn(cells, t4Cell(block, 'pending')) ?? decimal.ZERO),
  )
  return {
    cells: asked,
    readings: [
      { name: `表四${name}总计`, value: total },
      { name: '总计减尚未审结', value: decimal.subtract(total, pending) },
    ],
  }
}

/** The total of a row; if it is blank, the sum of the six applicant cells, none of which may be unknown. */
function rowTotal(cells: ReadCells, id: CellId): decimal.Decimal | undefined {
  const total = numberIn(cells, id)
  if (total !== undefined) return total
  const row = id.slice(3, id.lastIndexOf('.')) as Parameters<typeof t3Cell>[0]
  if (T3_APPLICANT_COLUMNS.some((column) => cells[t3Cell(row, column)] === undefined)) return undefined
  const six = T3_APPLICANT_COLUMNS.map((column) => numberIn(cells, t3Cell(row, column)))
  return six.every((value) => value === undefined)
    ? undefined
    : decimal.sum(six.map((value) => value ?? decimal.ZERO))
}
