import { type Assessment, failed, found, mergeAssessments, unassessed } from '@mingfu/law'
import { ALIKE_LIMIT } from '../compare/alike-prose.ts'
import { proseSimilarity } from '../compare/prose-similarity.ts'
import type { Report } from '../report.ts'

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
      const alike = proseSimilarity(now.join('\n'), prior)
      if (alike < ALIKE_LIMIT) return failed()
      const percent = `${Math.floor(alike * 100)}%`
      const quote = { part: id, text: headingOf(report, id) }
      const message = `${SECTIONS[id]}与上年文字相似度为${percent}，内容雷同是年度报告格式通知点名追责的情形，请按本年实际情况重写。`
      return failed(
        found('AR-56', { message, expected: '低于90%', actual: percent, where: SECTIONS[id], quote }),
      )
    }),
  )
}

function headingOf({ sections = [] }: Report, id: 's1' | 's5'): string {
  return sections.find((section) => section.id === id)?.heading ?? SECTIONS[id]
}
