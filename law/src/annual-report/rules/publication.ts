import { type PlainDate, plainDate, plainDateText } from '../../plain-date.ts'
import { type Assessment, failed, found, unassessed } from './finding.ts'
import type { ReportingOrgan } from './report-facts.ts'
import type { RuleId } from './report-rules.ts'

export type PublicationFacts = Readonly<{
  orgType: ReportingOrgan
  reportYear: number
  publishedOn?: PlainDate
  /** The date a local notice sets; it binds organs for which the statute names none, and may be earlier for the others. */
  localDeadline?: PlainDate
}>

/** 公布期限: the last day by statute, or by the local notice where the statute names no day. It does not move over a holiday. */
export function publicationDeadline(facts: Omit<PublicationFacts, 'publishedOn'>): PlainDate {
  const { orgType, reportYear, localDeadline } = facts
  switch (orgType) {
    case 'department':
      return plainDate(reportYear + 1, 1, 31)
    case 'government':
      return plainDate(reportYear + 1, 3, 31)
    case 'township':
    case 'functional_zone':
      return localDeadline ?? plainDate(reportYear + 1, 1, 31)
  }
}

const RULE_OF: Readonly<Record<ReportingOrgan, RuleId>> = {
  department: 'AR-62',
  government: 'AR-63',
  township: 'AR-64',
  functional_zone: 'AR-64',
}

/** AR-62 to AR-64: whether the report was published in time. */
export function checkPublicationDate(facts: PublicationFacts): Assessment {
  const rule = RULE_OF[facts.orgType]
  const { publishedOn } = facts
  if (publishedOn === undefined) return unassessed(rule, '不知道公布日期')

  const dueOn = publicationDeadline(facts)
  if (publishedOn <= dueOn) return failed()
  const message = `报告于${plainDateText(publishedOn)}公布，应当在${plainDateText(dueOn)}前公布。`
  return failed(found(rule, { message, expected: `不晚于${dueOn}`, actual: publishedOn, where: '公布日期' }))
}
