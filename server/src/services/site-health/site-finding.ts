import type { PlainDate, PUBLICATION_RULES } from '@mingfu/law'

export type PublicationRuleId = keyof typeof PUBLICATION_RULES

/** One thing that is wrong with the site now, by the rule it breaks. */
export type SiteFinding = Readonly<{
  rule: PublicationRuleId
  /** `veto`: the whole site fails. `fault`: has to be put right. `warning`: will be one soon, or has to be looked at. */
  severity: 'veto' | 'fault' | 'warning'
  text: string
  /** Since when it has been so; null where nobody can say. */
  since: PlainDate | null
  /** Where in the console it is put right. */
  href: string
}>

/** A rule that nothing can be said about, and why: what is not measured is never taken as good. */
export type Unmeasured = Readonly<{ rule: PublicationRuleId; why: string }>

/** What a look at one side of the site brought up; `figures` are the facts behind what is good, too. */
export type Look = Readonly<{
  findings: readonly SiteFinding[]
  unmeasured?: readonly Unmeasured[]
  figures?: Readonly<Partial<Record<PublicationRuleId, string>>>
}>
