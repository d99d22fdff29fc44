import { DAMAGES_TO_COLUMNS } from './damage-to-columns.ts'
import type { Choose, PrintedReport, PrintedRow } from './printed-report.ts'

/** One kind of damage seen in published reports, done to a print. */
export type Damage = (report: PrintedReport, choose: Choose) => void

const TRADITIONAL: Readonly<Record<string, string>> = {
  条: '條',
  项: '項',
  开: '開',
  数: '數',
  规: '規',
  范: '範',
  许: '許',
  处: '處',
  罚: '罰',
  强: '強',
  业: '業',
  费: '費',
  属: '屬',
  国: '國',
  机: '機',
  关: '關',
  无: '無',
  请: '請',
  类: '類',
  访: '訪',
  举: '舉',
  报: '報',
  诉: '訴',
  执: '執',
  补: '補',
  确: '確',
  认: '認',
  获: '獲',
  总: '總',
  计: '計',
  结: '結',
  转: '轉',
  续: '續',
  办: '辦',
  务: '務',
  过: '過',
}

/** Kinds of damage by name. Each leaves figures right or takes them away; none changes a figure. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  'half-width brackets': (report) => eachLabel(report, (label) => label.normalize('NFKC')),
  'full-width digits': (report) =>
    eachValue(report, (value) =>
      value.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ),
  'spaces inside labels': (report, choose) =>
    eachLabel(report, (label) => (choose(2) ? `${label.slice(0, 2)} ${label.slice(2)}` : label)),
  'quotes lost': (report) => eachLabel(report, (label) => label.replace(/[“”]/g, '')),
  'other numbering': (report) => eachLabel(report, (label) => label.replace(/^(\d)\./, '$1、')),
  'circled numbering': (report) =>
    eachLabel(report, (label) =>
      label.replace(/^(\d)\./, (_, digit) => String.fromCharCode(0x245f + Number(digit))),
    ),
  'numbering lost': (report) =>
    eachLabel(report, (label) => (/^3\.其他$/.test(label) ? label : label.replace(/^\d\./, ''))),
  'traditional script': (report) =>
    eachLabel(report, (label) => Array.from(label, (one) => TRADITIONAL[one] ?? one).join('')),
  'a misprinted label': (report, choose) => {
    const row = pick(
      report.rows.filter((one) => one.id !== null && one.labels.length > 0),
      choose,
    )
    const last = row?.labels.length ? row.labels.length - 1 : -1
    const label = row?.labels[last] ?? ''
    if (row === undefined || label.length < 8) return
    const at = 4 + choose(label.length - 5)
    row.labels[last] = `${label.slice(0, at)}某${label.slice(at + 1)}`
  },
  'notes in labels': (report, choose) =>
    eachLabel(report, (label) => (choose(3) === 0 && !/[（(]/.test(label) ? `${label}（件）` : label)),
  'zeros left out': (report) => eachValue(report, (value) => (value === '0' ? '' : value)),
  'blanks here and there': (report, choose) => eachValue(report, (value) => (choose(6) === 0 ? '' : value)),
  'placeholders for zeros': (report, choose) => {
    const mark = pick(['/', '-', '—', '_', '无', '--'], choose) ?? '/'
    eachValue(report, (value) => (value === '0' ? mark : value))
  },
  'only totals filled': (report) => {
    for (const row of ofTable(report, 't3'))
      row.values = row.values.map((value, index) => (index === 6 ? value : ''))
  },
  'a row lost': (report, choose) => {
    const row = pick(
      report.rows.filter((one) => one.id !== null && one.table !== 't4'),
      choose,
    )
    if (row !== undefined) report.rows.splice(report.rows.indexOf(row), 1)
  },
  'three rows lost': (report, choose) => {
    for (let count = 0; count < 3; count++) DAMAGES['a row lost']?.(report, choose)
  },
  'a cell lost': (report, choose) => {
    const row = pick(
      report.rows.filter((one) => one.id !== null),
      choose,
    )
    if (row === undefined) return
    const at = choose(row.values.length)
    row.values[at] = null
  },
  'cells lost all over': (report, choose) => {
    for (let count = 0; count < 6; count++) DAMAGES['a cell lost']?.(report, choose)
  },
  'a label lost': (report, choose) => {
    const row = pick(ofTable(report, 't3'), choose)
    if (row === undefined) return
    row.labels = row.labels.slice(0, -1)
    // Of a row printed twice the copy that keeps its name is the row.
    if (report.rows.some((other) => other !== row && other.id === row.id)) row.id = null
  },
  'group names lost': (report) => {
    for (const row of ofTable(report, 't3')) {
      row.labels = row.labels.slice(-1)
      row.covered = 3
    }
  },
  'group name and label in one field': (report) => {
    for (const row of ofTable(report, 't3'))
      [row.labels, row.covered] =
        row.labels.length > 1 ? [[row.labels.join('')], 3] : [row.labels, row.covered]
  },
  'a row printed twice': (report, choose) => {
    const row = pick(
      report.rows.filter((one) => one.id !== null),
      choose,
    )
    if (row === undefined) return
    const again = {
      ...row,
      labels: row.labels.slice(-1),
      columns: [...row.columns],
      values: row.values.map((value) => (choose(4) ? value : '7')),
    }
    report.rows.splice(report.rows.indexOf(row) + 1, 0, again)
  },
  'a table printed twice': (report, choose) => {
    const table = pick(['t2', 't3', 't4'] as const, choose)
    const rows = report.rows.filter((row) => row.table === table)
    const last = rows.at(-1)
    if (last === undefined) return
    const isSame = choose(2) === 0
    const heads = table === 't3' ? headRows(report) : []
    const again = rows.map((row) => ({
      ...row,
      labels: [...row.labels],
      columns: [...row.columns],
      values: row.values.map((value) => (isSame || choose(10) ? value : '7')),
    }))
    report.rows.splice(report.rows.indexOf(last) + 1, 0, ...heads, ...again)
  },
  'two rows exchanged': (report, choose) => {
    const rows = ofTable(report, 't3')
    const [one, other] = [pick(rows, choose), pick(rows, choose)]
    if (one === undefined || other === undefined || one.labels.length > 1 || other.labels.length > 1) return
    const [at, to] = [report.rows.indexOf(one), report.rows.indexOf(other)]
    if (one.labels[0]?.startsWith('3.其') || other.labels[0]?.startsWith('3.其')) return
    report.rows[at] = other
    report.rows[to] = one
  },
  'a row beyond the format': (report) => {
    const at = report.rows.findIndex((row) => row.id === 'normative_documents')
    const columns = report.rows[at]?.values.length ?? 3
    if (at < 0) return
    report.rows.splice(at + 1, 0, {
      table: 't2',
      id: null,
      labels: ['其他主动公开文件'],
      covered: 1,
      values: Array.from({ length: columns }, () => '86'),
      columns: [],
    })
  },
  'subtotals of groups': (report) => {
    for (const name of ['（三）不予公开', '（四）无法提供', '（五）不予处理']) {
      const at = report.rows.findIndex((row) => row.labels.includes(name))
      const first = report.rows[at]
      if (first === undefined) continue
      const before = first.labels.slice(0, -1)
      first.labels = first.labels.slice(-1)
      report.rows.splice(at, 0, {
        table: 't3',
        id: null,
        labels: before,
        covered: 2,
        values: Array.from({ length: 7 }, () => '99'),
        columns: [],
      })
    }
  },
  'head repeated': (report, choose) => {
    const rows = ofTable(report, 't3')
    const row = pick(rows.slice(3), choose)
    if (row === undefined) return
    report.rows.splice(report.rows.indexOf(row), 0, ...headRows(report))
  },
  'units in cells': (report, choose) => {
    for (const row of report.rows) {
      if (row.id === null || choose(4)) continue
      row.values = row.values.map((value, index) => {
        if (value === null || !/^\d+$/.test(value)) return value
        return /amount/.test(row.columns[index] ?? '') ? `${value}万元` : `${value}件`
      })
    }
  },
  'words for zeros': (report, choose) => {
    const word = pick(['不涉及', '无此项', '未发生', '暂无'], choose) ?? '不涉及'
    eachValue(report, (value) => (value === '0' && choose(4) === 0 ? word : value))
  },
  'thousands separated': (report, choose) => {
    const mark = pick([',', '，'], choose) ?? ','
    eachValue(report, (value) => value.replace(/^(\d)(\d{3})$/, `$1${mark}$2`))
  },
  'signs in words': (report) => eachValue(report, (value) => value.replace(/^-(\d+)$/, '减$1')),
  'labels broken over lines': (report, choose) =>
    eachLabel(report, (label) =>
      label.length > 9 && choose(3) === 0 ? `${label.slice(0, 6)}\n${label.slice(6)}` : label,
    ),
  'page marks in tables': (report, choose) => {
    const row = pick(ofTable(report, 't3'), choose)
    const mark = pick(['- 4 -', '—4—', '第4页', '第 4 页 共 9 页'], choose) ?? '- 4 -'
    if (row === undefined) return
    report.rows.splice(report.rows.indexOf(row), 0, {
      table: 't3',
      id: null,
      labels: [mark],
      covered: 1,
      values: [],
      columns: [],
    })
  },
  ...DAMAGES_TO_COLUMNS,
  'the letter O for zero': (report, choose) =>
    eachValue(report, (value) => (value === '0' && choose(8) === 0 ? 'O' : value)),
  'columns exchanged under their heads': (report) => {
    for (const row of report.rows) {
      if (row.table !== 't2' || row.values.length !== 3) continue
      row.values.reverse()
      row.columns.reverse()
    }
    for (const row of report.rows) {
      if (row.table === 't2' && row.labels[0]?.startsWith('信息') && row.labels.length === 4) {
        row.labels = [row.labels[0], ...row.labels.slice(1).reverse()]
      }
    }
  },
  'head of table two lost': (report) => {
    report.rows = report.rows.filter(
      (row) => !(row.table === 't2' && row.id === null && row.labels.length > 1),
    )
  },
  'clause lines lost': (report) => {
    report.rows = report.rows.filter(
      (row) => !(row.table === 't2' && row.id === null && row.labels.length === 1),
    )
  },
}

function headRows(report: PrintedReport): PrintedRow[] {
  return report.headThree.map((labels) => ({
    table: 't3',
    id: null,
    labels: [...labels],
    covered: 1,
    values: [],
    columns: [],
  }))
}

function eachLabel(report: PrintedReport, change: (label: string) => string): void {
  for (const row of report.rows) row.labels = row.labels.map(change)
  report.headThree = report.headThree.map((row) => row.map(change))
}

function eachValue(report: PrintedReport, change: (value: string) => string): void {
  for (const row of report.rows) {
    if (row.id !== null) row.values = row.values.map((value) => (value === null ? null : change(value)))
  }
}

function ofTable(report: PrintedReport, table: PrintedRow['table']): readonly PrintedRow[] {
  return report.rows.filter((row) => row.table === table && row.id !== null)
}

function pick<Item>(items: readonly Item[], choose: Choose): Item | undefined {
  return items[choose(Math.max(1, items.length))]
}
