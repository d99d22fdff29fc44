import { type FormatId, formatForYear } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { getAgency } from '../../agencies/find-agency.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { briefingTopics } from './briefing-topic.ts'
import { disclosureTopic } from './disclosure-topic.ts'
import { feeTopic } from './fee-topic.ts'
import { improvementsTopic, problemsTopic } from './problems-topics.ts'
import { requestsTopic } from './requests-topic.ts'
import type { SkeletonTopic } from './span.ts'
import { managementTopic, platformTopic, supervisionTopic } from './supervision-topics.ts'
import { type YearFacts, yearFacts } from './year-facts.ts'

/**
 * 起草骨架: sections one, five and six as far as the records of the year tell them. Every number leads to what it
 * counts; where nothing was recorded the topic says so instead of filling the page.
 */
export function draftSkeleton(
  ctx: Context,
  input: Readonly<{ agencyId: string; year: number; format?: FormatId | undefined }>,
): Promise<readonly SkeletonTopic[]> {
  allow(ctx.actor, 'compile-annual-report')
  const { agencyId, year, format = formatForYear(year) } = input
  return tx(ctx, async (t) => {
    const agency = await getAgency(t, agencyId)
    return skeletonOf(await yearFacts(t, agency, year, format, ctx.countingPractice))
  })
}

/** The topics in the order of the report. */
export function skeletonOf(facts: YearFacts): readonly SkeletonTopic[] {
  return [
    disclosureTopic(facts),
    requestsTopic(facts),
    managementTopic(facts),
    ...briefingTopics(facts),
    platformTopic(),
    supervisionTopic(facts),
    problemsTopic(facts),
    improvementsTopic(facts),
    feeTopic(facts),
  ]
}
