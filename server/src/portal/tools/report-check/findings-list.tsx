import { type CellId, cellName, citationText, type Finding, type FormatId, REPORT_RULES } from '@mingfu/law'
import type { Marks } from './marks.ts'

const SEVERITY_WORDS = {
  error: '错误',
  warning: '提醒',
  info: '提示',
} as const satisfies Record<Finding['severity'], string>

type Props = Readonly<{
  findings: readonly Finding[]
  format: FormatId
  anchors: Marks['anchors']
}>

/** 校核结果: each finding with its rule, place, both sides of the comparison, and the article. */
export function FindingsList({ findings, format, anchors }: Props) {
  if (findings.length === 0) return <p>没有发现问题。</p>
  return (
    <ol class="findings">
      {findings.map((finding, index) => (
        <li id={`finding-${index + 1}`}>
          <p>
            <span class={finding.severity === 'error' ? 'tag ended' : 'tag'}>
              {SEVERITY_WORDS[finding.severity]}
            </span>
            <b>{finding.rule}</b> {REPORT_RULES[finding.rule].title}
          </p>
          <p>
            {finding.message}
            {anchors.has(index + 1) && (
              <>
                {' '}
                <a href={`#at-${index + 1}`}>在原文中查看</a>
              </>
            )}
          </p>
          <dl class="facts close">
            {factsOf(finding, format).map(([label, text]) => (
              <>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  )
}

function factsOf(finding: Finding, format: FormatId): readonly (readonly [string, string])[] {
  const { rule, where, cells, expected, actual } = finding
  const { basis, reason } = REPORT_RULES[rule]
  const facts: readonly (readonly [string, string | null])[] = [
    ['位置', where === '' ? placeOf(cells, format) : where],
    ['应为', expected],
    ['实为', actual],
    ['理由', reason],
    ['依据', basis.map(citationText).join('、')],
  ]
  return facts.flatMap(([label, text]) => (text === null || text === '' ? [] : [[label, text] as const]))
}

function placeOf(cells: readonly CellId[], format: FormatId): string {
  return cells.map((cell) => cellName(format, cell)).join('、')
}
