import { type FormatId, formatForYear } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { tx } from '../../../db/transaction.ts'
import { getAgency } from '../../agencies/find-agency.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { readableAmong } from '../../requests/reading/readable-cases.ts'
import { briefingTopics } from './briefing-topic.ts'
import { disclosureTopic } from './disclosure-topic.ts'
import { feeTopic } from './fee-topic.ts'
import { improvementsTopic, problemsTopic } from './problems-topics.ts'
import { requestsTopic } from './requests-topic.ts'
import type { FactSource, SkeletonTopic } from './span.ts'
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
    const topics = skeletonOf(await yearFacts(t, agency, year, format, ctx.countingPractice))
    return asKnown(t, ctx, agencyId, topics)
  })
}

/** The numbers stay; of the cases behind them only those are named that the reader may know of. */
async function asKnown(
  t: Tx,
  ctx: Context,
  agencyId: string,
  topics: readonly SkeletonTopic[],
): Promise<readonly SkeletonTopic[]> {
  const cases = topics
    .flatMap(({ lines }) => lines.flat())
    .flatMap(({ source }) => (source?.kind === 'members' ? source.members : []))
    .filter(({ kind }) => kind === 'request')
    .map(({ id }) => id)
  const known = await readableAmong(t, ctx, agencyId, [...new Set(cases)])
  const shown = (source: FactSource | null): FactSource | null =>
    source?.kind !== 'members'
      ? source
      : {
          ...source,
          members: source.members.filter(({ kind, id }) => kind !== 'request' || known.has(id)),
        }
  return topics.map((topic) => ({
    ...topic,
    lines: topic.lines.map((line) => line.map(({ text, source }) => ({ text, source: shown(source) }))),
  }))
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
