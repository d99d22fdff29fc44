import { feeStatement } from '@mingfu/law'
import { listed, type SkeletonTopic } from './span.ts'
import type { YearFacts } from './year-facts.ts'

/** 信息处理费: the number of applications charged and the yuan collected, or that none was. */
export function feeTopic({ feesPaid, year, format }: YearFacts): SkeletonTopic {
  const { text } = feeStatement(
    feesPaid.map(({ id, yuan }) => ({ id, collectedInYuan: yuan })),
    year,
  )
  return {
    section: 's6',
    topic: '信息处理费',
    // The fee came in late 2020; the trial format does not ask for it.
    lines: format === '2021' ? [[listed(text, '本年缴纳的信息处理费', feesPaid)]] : [],
    missing: null,
  }
}
