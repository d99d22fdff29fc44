import type { DisputeOutcome } from '../../annual-report/counting/disputes.ts'
import {
  cellsOf,
  type FormatId,
  REPORT_FORMATS,
  type ReportFormat,
} from '../../annual-report/report-format.ts'
import { T3_ROW_DEFINITIONS } from '../../annual-report/row-definition.ts'
import { identitiesOf } from '../../annual-report/rules/identities.ts'
import { bookTitle, type Citation, citationText } from '../../citation.ts'
import { REPLY_RULES } from '../../clock/reply-rules.ts'
import { EVIDENCE } from '../../decision/evidence.ts'
import { OUTCOMES, outcomeOf } from '../../decision/outcome.ts'
import type { OutcomeCode } from '../../decision/outcome-code.ts'
import { FEE_SCHEDULES, type FeeBand } from '../../fee/fee.ts'
import { INSTRUMENTS, type Instrument } from '../../instrument.ts'
import { LITIGATION_RESULTS, REVIEW_RESULTS } from '../../remedy/dispute.ts'
import { REMEDY_PERIODS } from '../../remedy/period.ts'
import type { RequestEventKind } from '../../request/event.ts'
import { LIFE_CYCLE, REQUEST_EVENTS } from '../../request/life-cycle.ts'
import { REQUEST_STATES, type RequestState } from '../../request/state.ts'
import { SETTING_WORDS } from '../../rule/setting-words.ts'
import { basisText, code, page, table } from './markdown.ts'

/** 处理决定. */
export function outcomePage(): string {
  const rowLabel = (format: FormatId, id: string) =>
    REPORT_FORMATS[format].t3.rows.find((row) => row.id === id)?.label ?? id
  const rows = (Object.keys(OUTCOMES) as OutcomeCode[]).map((id) => {
    const { label, basis, appliesWhen, rows: counted, reconsiderationFirst, evidence } = outcomeOf(id)
    return [
      `${label}<br>${code(id)}`,
      appliesWhen,
      basisText(basis),
      rowLabel('2021', counted['2021']) +
        (counted['2019'] === counted['2021'] ? '' : `；试行格式${rowLabel('2019', counted['2019'])}`),
      id === 'partial' ? '看不公开部分的理由' : reconsiderationFirst ? '先申请行政复议' : '复议或者起诉',
      evidence.map((kind) => EVIDENCE[kind]).join('；') || '—',
    ]
  })
  return page(
    '处理决定',
    '一个选择同时确定所引条款、答复书内容、救济告知和表三的行。救济一栏适用于2024年1月1日起的决定。',
    [table(['处理决定', '适用情形', '依据', '表三', '救济', '案卷应当有'], rows)],
  )
}

/** 办理状态: every state and event. */
export function lifeCyclePage(): string {
  const states = Object.keys(REQUEST_STATES) as RequestState[]
  const parts = states.map((state) => {
    const rows = (Object.keys(REQUEST_EVENTS) as RequestEventKind[]).flatMap((event) => {
      const to = LIFE_CYCLE[state][event]
      return to === null
        ? []
        : [[REQUEST_EVENTS[event].label, REQUEST_STATES[to].label, citationText(REQUEST_EVENTS[event].basis)]]
    })
    const body = rows.length === 0 ? '没有后续事项。' : table(['事项', '办理后', '依据'], rows)
    return `## ${REQUEST_STATES[state].label}\n\n对申请人显示“${REQUEST_STATES[state].publicLabel}”。\n\n${body}`
  })
  return page('申请办理状态', '每一状态下可以登记的事项；没有列出的，拒绝并说明所依据的条款。', parts)
}

/** 期限和收费标准. */
export function periodPage(): string {
  const units = { 'working-days': '工作日', days: '日', months: '个月' } as const
  const reply = REPLY_RULES.map((rules) => [
    `${rules.receivedFrom}至${rules.receivedThrough ?? '今'}`,
    `${rules.replyWithin}个工作日`,
    `最多${rules.extensionAtMost}个工作日`,
    rules.correctionNoticeWithin === null ? '没有规定' : `${rules.correctionNoticeWithin}个工作日`,
    rules.consultationWithin === null ? '没有规定' : `${rules.consultationWithin}个工作日`,
    citationText(rules.reply),
  ])
  const remedy = Object.values(REMEDY_PERIODS).map(({ label, length, unit, from, basis }) => [
    label,
    `${length}${units[unit]}`,
    from,
    citationText(basis),
  ])
  const bands = (rows: readonly FeeBand[]) =>
    rows.map(({ from, to, yuan }) => [Number.isFinite(to) ? `${from}至${to}` : `${from}及以上`, `${yuan}元`])
  const fees = FEE_SCHEDULES.flatMap(
    ({ receivedFrom, byItem, furtherItems, byVolume, paymentWorkingDays, basis }) => [
      `## 信息处理费：${receivedFrom}起收到的申请\n\n按件计收（${citationText(basis['by-item'])}），同一申请人一个自然月内的件数；此后每${furtherItems.size}件一档，每档增加${furtherItems.more}元：`,
      table(['第几件', '每件'], bands(byItem)),
      `按量计收（${citationText(basis['by-volume'])}），一件申请提供的页数：`,
      table(['第几页', '每页'], bands(byVolume)),
      `自收到收费通知次日起${paymentWorkingDays}个工作日内缴纳。`,
    ],
  )
  return page('期限和收费标准', '', [
    '## 答复期限：按收到申请之日适用',
    table(['收到申请之日', '答复', '延长', '告知补正', '被征求方答复', '依据'], reply),
    '## 复议和诉讼的期间\n\n起算之日不计；末日放假的顺延到下一个工作日。',
    table(['期间', '长度', '自何时', '依据'], remedy),
    ...fees,
    '## 复议结果与表四',
    table(['结果', '表四', '依据'], resultRows(REVIEW_RESULTS)),
    '## 诉讼结果与表四',
    table(['结果', '表四', '依据'], resultRows(LITIGATION_RESULTS)),
  ])
}

function resultRows(results: Readonly<Record<string, ResultRow>>): string[][] {
  const columns = { upheld: '结果维持', corrected: '结果纠正', other: '其他结果' } as const
  return Object.values(results).map(({ label, outcome, basis }) => [
    label,
    columns[outcome],
    citationText(basis),
  ])
}

type ResultRow = Readonly<{ label: string; outcome: DisputeOutcome; basis: Citation }>

/** 年度报告格式. */
export function formatPage(): string {
  const parts = (['2021', '2019'] as const).flatMap((id) => formatParts(REPORT_FORMATS[id]))
  return page('年度报告格式', '两种格式印出的名称，以及核验时认得的其他写法。打印时只用规范名称。', parts)
}

function formatParts(format: ReportFormat): string[] {
  const { id, name, basis, reportYears, sections, t2, t3, t4 } = format
  const years =
    reportYears.to === null ? `${reportYears.from}年度起` : `${reportYears.from}、${reportYears.to}年度`
  const counts = (['t2', 't3', 't4'] as const).map(
    (tableId) => cellsOf(id).filter((each) => each.table === tableId).length,
  )
  const variants = (words: readonly string[]) => words.join('；') || '—'
  const rules = [...new Set(identitiesOf(id).map(({ rule }) => rule))]
  return [
    `## ${name}\n\n${years}，${citationText(basis)}。表二${counts[0]}格，表三${counts[1]}格，表四${counts[2]}格。勾稽关系：${rules.join('、')}，共${identitiesOf(id).length}条等式和不等式。`,
    '### 六个部分',
    table(
      ['规范标题', '其他写法', '应当写到'],
      sections.map(({ label, variants: others, topics, mustMention }) => [
        label,
        variants(others),
        [...topics, ...mustMention].join('、') || '—',
      ]),
    ),
    '### 表二',
    table(
      ['条款', '行', '列', '单位', '其他写法'],
      t2.blocks.flatMap((block) =>
        block.rows.flatMap((row) =>
          block.columns.map((column) => [
            block.clause,
            row.label,
            column.label,
            column.unit,
            variants([...row.variants, ...column.variants]),
          ]),
        ),
      ),
    ),
    '### 表三的行',
    table(
      ['规范名称', '计入', '依据', '其他写法'],
      t3.rows.map((row) => {
        const { counts: counted, basis: articles } = T3_ROW_DEFINITIONS[row.id]
        return [row.label, counted, basisText(articles, '格式'), variants(row.variants)]
      }),
    ),
    `### 表三的列\n\n${t3.columns.map(({ label }) => label).join('、')}。`,
    `### 表四\n\n${t4.blocks.map(({ path }) => path.join('·')).join('、')}，各有${t4.columns.map(({ label }) => label).join('、')}。`,
  ]
}

/** 口径设定. */
export function settingPage(): string {
  const parts = Object.entries(SETTING_WORDS).map(([name, { label, because, values }]) => {
    const rows = Object.entries(values).map(([value, meaning], index) => [
      code(value),
      meaning,
      index === 0 ? '默认' : '',
    ])
    return `## ${name}\n\n${label}。${because}。\n\n${table(['值', '含义', ''], rows)}`
  })
  return page(
    '口径设定',
    '法律没有写明、各地做法不一的，都是设定，默认值在前。设定不改变条文已经明确的内容。',
    parts,
  )
}

/** 引用的法律、法规、文件. */
export function instrumentPage(): string {
  const rows = (Object.keys(INSTRUMENTS) as Instrument[]).map((id) => {
    const { title, edition, number, inForceFrom, ...rest } = INSTRUMENTS[id]
    const to = 'inForceTo' in rest ? rest.inForceTo : undefined
    return [
      code(id),
      title === null ? '（只引文号）' : `${bookTitle(title)}${edition === undefined ? '' : `（${edition}）`}`,
      number ?? '—',
      inForceFrom === null ? '—' : inForceFrom,
      to ?? (inForceFrom === null ? '—' : '今'),
    ]
  })
  return page(
    '引用的法律、法规、文件',
    `代码中以 \`cite('regulation', 33, 2)\` 引用，印作“《中华人民共和国政府信息公开条例》第三十三条第二款”。通知的日期为印发日期；没有核实标题的，只引文号。`,
    [table(['代码', '名称', '文号', '施行或者印发', '至'], rows)],
  )
}
