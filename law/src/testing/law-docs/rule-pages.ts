import { COUNTING_RULES } from '../../annual-report/counting/counting-rules.ts'
import {
  REPORT_RULES,
  type ReportRule,
  RULE_GROUPS,
  type RuleId,
} from '../../annual-report/rules/report-rules.ts'
import { COUNTING_RULE_KEEPERS, type CountingRuleId, type Kept } from '../../rule/counting-rule-keepers.ts'
import { PUBLICATION_RULE_TOPICS } from '../../rule/publication-rules.ts'
import { REPORT_RULE_KEEPERS } from '../../rule/report-rule-keepers.ts'
import { REQUEST_RULE_TOPICS } from '../../rule/request-rules.ts'
import { PUBLICATION_MOMENTS, type PublicationRule, type RequestRule } from '../../rule/rule.ts'
import { basisText, escaped, keeperText, list, page, settingsText } from './markdown.ts'

const SEVERITIES = { error: '错误', warning: '提醒核对', info: '提示' } as const
const LEVELS = {
  veto: '一票否决或者法律禁止',
  block: '不改正不能发布',
  warn: '提醒核对',
  info: '提示',
} as const

/** 依申请公开规则. */
export function requestPage(): string {
  const parts = Object.entries(REQUEST_RULE_TOPICS).flatMap(([topic, rules]) => [
    `## ${topic}`,
    ...Object.entries<RequestRule>(rules).map(([id, rule]) =>
      entry(id, rule.text, [
        `级别：${SEVERITIES[rule.severity]}${rule.open ? '（文本没有定论，按实践处理）' : ''}`,
        `依据：${basisText(rule.basis)}`,
        ...(rule.settings.length === 0 ? [] : [`设定：${settingsText(rule.settings)}`]),
        `例：${escaped(rule.example)}`,
        keeperText(rule.keeper),
      ]),
    ),
  ])
  const lead =
    '政府信息公开申请从收到到办结的规则。“错误”的不能继续办理，或者记为程序瑕疵；“提醒核对”的由经办人判断。例中的日期按国务院办公厅公布的放假安排手工推算。'
  return page('依申请公开规则', lead, parts)
}

/** 主动公开规则. */
export function publicationPage(): string {
  const parts = Object.entries(PUBLICATION_RULE_TOPICS).flatMap(([topic, rules]) => [
    `## ${topic}`,
    ...Object.entries<PublicationRule>(rules).map(([id, rule]) =>
      entry(id, rule.text, [
        `级别：${LEVELS[rule.level]}；${rule.when.map((moment) => PUBLICATION_MOMENTS[moment]).join('、')}核验`,
        `依据：${basisText(rule.basis, '实践和平台自定')}`,
        `例：${escaped(rule.example)}`,
        keeperText(rule.keeper),
      ]),
    ),
  ])
  const lead =
    '主动公开信息从拟稿、审查、发布到维护的规则，以及网站检查的一票否决项。没有列出的编号保留备用。'
  return page('主动公开规则', lead, parts)
}

const CONFIDENCE = { confirmed: '文本载明', derived: '由文本推出', unconfirmed: '文本没有定论' } as const

/** 年度报告统计口径. */
export function countingPage(): string {
  const parts = COUNTING_RULES.map(({ id, title, rule, confidence, basis }) => {
    const { keeper, example, settings }: Kept = COUNTING_RULE_KEEPERS[id as CountingRuleId]
    return entry(`${id} ${title}`, rule, [
      `把握：${CONFIDENCE[confidence]}`,
      `依据：${basisText(basis, '报告格式及其填报说明')}`,
      ...(settings.length === 0 ? [] : [`设定：${settingsText(settings)}`]),
      `例：${escaped(example)}`,
      keeperText(keeper),
    ])
  })
  const lead =
    '哪一件、哪一年、哪一行、哪一列：年度报告表二、表三、表四的数字怎样从案件、文件和争议的日期算出来。'
  return page('年度报告统计口径', lead, ['## 口径', ...parts])
}

/** 年度报告核验规则. */
export function reportPage(): string {
  const ids = Object.keys(REPORT_RULES) as RuleId[]
  const parts = Object.entries(RULE_GROUPS).flatMap(([group, name]) => [
    `## ${name}`,
    ...ids
      .filter((id) => REPORT_RULES[id].group === group)
      .map((id) => {
        const rule: ReportRule = REPORT_RULES[id]
        const { keeper, example } = REPORT_RULE_KEEPERS[id]
        return entry(id, `${rule.title}。`, [
          `级别：${SEVERITIES[rule.severity]}；适用：${formatsText(rule)}`,
          `理由：${rule.reason}`,
          `依据：${basisText(rule.basis, '报告自身应当一致')}`,
          `查出：${escaped(example)}`,
          keeperText(keeper),
        ])
      }),
  ])
  const lead =
    '“错误”是文件自相矛盾或者与法律不符；“提醒核对”可能有正当解释，由编制人判断；“提示”是写法。数据不全、无从比较的，列为“无法核验”，不算错误。例中的数字出自同一份2024年度报告：新收132件、上年结转12件、办理结果136件、结转下年度8件。'
  return page('年度报告核验规则', lead, parts)
}

function formatsText({ formats, scope }: ReportRule): string {
  const names =
    formats.length === 2
      ? '两种格式'
      : formats[0] === '2019'
        ? '试行格式（2019、2020年度）'
        : '现行格式（2021年度起）'
  return scope === null ? names : `${names}；${scope}`
}

function entry(id: string, text: string, notes: readonly string[]): string {
  return `### ${id}\n\n${escaped(text)}\n\n${list(notes)}`
}
