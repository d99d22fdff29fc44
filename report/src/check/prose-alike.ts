import { type Assessment, failed, found, mergeAssessments, unassessed } from '@mingfu/law'
import type { Report } from '../report.ts'
import { foldProse } from './sentences.ts'

const LIMIT = 0.9
const SECTIONS = { s1: '第一部分“总体情况”', s5: '第五部分“存在的主要问题及改进情况”' } as const

/** AR-56: sections one and five are not last year's text with other figures. */
export function checkProseAlike(report: Report): Assessment {
  const before = report.prior?.texts
  if (before === undefined) return unassessed('AR-56', '没有上一年度报告的文字')
  return mergeAssessments(
    (['s1', 's5'] as const).map((id) => {
      const now = (report.sections ?? []).filter((section) => section.id === id).map(({ text }) => text)
      const prior = before[id]
      if (prior === undefined || prior === '' || now.length === 0) {
        return unassessed('AR-56', `${SECTIONS[id]}：缺少本年或者上年的文字`)
      }
      const alike = likeness(withoutDigits(now.join('\n')), withoutDigits(prior))
      if (alike < LIMIT) return failed()
      const percent = `${Math.floor(alike * 100)}%`
      const message = `${SECTIONS[id]}与上年文字相似度为${percent}，内容雷同是年度报告格式通知点名追责的情形，请按本年实际情况重写。`
      return failed(found('AR-56', { message, expected: '低于90%', actual: percent, where: SECTIONS[id] }))
    }),
  )
}

function withoutDigits(text: string): string {
  return foldProse(text).replaceAll(/[\d〇零一二三四五六七八九十百千万%.]|\n/g, '')
}

/**
 * 相似度: matching characters over all characters, twice the longest common subsequence by both lengths. Texts that
 * are less alike than the limit are not followed to the end: the answer is then 0.
 */
export function likeness(a: string, b: string): number {
  const all = a.length + b.length
  if (all === 0) return 1
  const steps = Math.floor((1 - LIMIT) * all + 1e-9)
  const edits = editsWithin(a, b, steps)
  return edits === undefined ? 0 : 1 - edits / all
}

/** Characters to delete and insert between two texts, if no more than `most` (Myers 1986). */
function editsWithin(a: string, b: string, most: number): number | undefined {
  const reach = new Int32Array(2 * most + 3)
  const centre = most + 1
  for (let edits = 0; edits <= most; edits += 1) {
    for (let line = -edits; line <= edits; line += 2) {
      const down = reach[centre + line + 1] ?? 0
      const right = reach[centre + line - 1] ?? 0
      let x = line === -edits || (line !== edits && right < down) ? down : right + 1
      while (x < a.length && x - line < b.length && a.charCodeAt(x) === b.charCodeAt(x - line)) x += 1
      reach[centre + line] = x
      if (x >= a.length && x - line >= b.length) return edits
    }
  }
  return undefined
}
