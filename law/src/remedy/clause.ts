import { type Citation, cite } from '../citation.ts'
import { DEFAULT_SETTINGS, type Settings } from '../clock/settings.ts'
import type { DenialCode } from '../decision/content-field.ts'
import { needsReconsiderationFirst } from '../decision/outcome.ts'
import type { OutcomeCode } from '../decision/outcome-code.ts'
import type { PlainDate } from '../plain-date.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'
import {
  type AgencyStanding,
  RECONSIDERATION_2023_FROM,
  reconsiderationOrgans,
} from './reconsideration-organ.ts'

/** 救济途径 of a reply: reconsideration first, or a choice; before 2024 the choice of old. */
export type RemedyRoute = 'reconsideration-first' | 'either' | 'either-before-2024'

export type RemedyCase = Readonly<{
  outcome: OutcomeCode
  /** The grounds of the parts withheld, where the outcome is 部分公开. */
  withheldUnder?: readonly DenialCode[]
  decidedOn: PlainDate
  agency: AgencyStanding
  /** The court of first instance: it need not sit where the agency does. */
  court: string
  /** The web address or name of the channel; owed when the answer is served through the internet. */
  onlineChannel?: string
  electronic?: boolean
}>

export type RemedyClause = Readonly<{ route: RemedyRoute; text: string; basis: readonly Citation[] }>

/** 救济告知: the clause of a reply, by its outcome, its day and the agency's standing. */
export function remedyClause(
  file: RemedyCase,
  settings: Pick<Settings, 'partialRemedy'> = DEFAULT_SETTINGS,
): Ruling<RemedyClause> {
  const organs = reconsiderationOrgans(file.agency, file.decidedOn)
  const [organ] = organs
  if (organ === undefined) {
    const reason = '尚未登记行政复议机关，请在机关信息中填写所属人民政府或者上级主管部门'
    return refuse('no-reconsideration-organ', reason, cite('reconsideration', 24))
  }
  if (file.electronic === true && file.onlineChannel === undefined) {
    const reason = '通过互联网渠道送达的，应当同时告知提出行政复议申请的互联网渠道'
    return refuse('no-online-channel', reason, cite('reconsideration', 22, 2))
  }
  const route = remedyRoute(file, settings)
  const names = organs.map(({ name }) => name).join('或者')
  const online =
    file.onlineChannel === undefined ? '' : `行政复议申请也可以通过互联网渠道提出：${file.onlineChannel}。`
  return grant({
    route,
    text: sentence(route, names, file.court) + online,
    basis: basisOf(route, organ.basis),
  })
}

/** Which way a reply can be challenged. */
export function remedyRoute(
  { outcome, withheldUnder, decidedOn }: Pick<RemedyCase, 'outcome' | 'withheldUnder' | 'decidedOn'>,
  settings: Pick<Settings, 'partialRemedy'> = DEFAULT_SETTINGS,
): RemedyRoute {
  if (decidedOn < RECONSIDERATION_2023_FROM) return 'either-before-2024'
  if (outcome === 'partial' && settings.partialRemedy === 'either') return 'either'
  return needsReconsiderationFirst(outcome, withheldUnder) ? 'reconsideration-first' : 'either'
}

function sentence(route: RemedyRoute, organs: string, court: string): string {
  if (route === 'reconsideration-first') {
    return `如不服本答复，请自收到之日起60日内先向${organs}申请行政复议；对行政复议决定仍不服的，可以自收到行政复议决定书之日起15日内依法向人民法院提起行政诉讼。`
  }
  return `如不服本答复，可以自收到之日起60日内向${organs}申请行政复议，或者自收到之日起6个月内向${court}提起行政诉讼。`
}

function basisOf(route: RemedyRoute, organ: Citation): Citation[] {
  switch (route) {
    case 'reconsideration-first':
      return [
        cite('reconsideration', 20, 1),
        cite('reconsideration', 23, 1, 4),
        cite('litigation', 45),
        organ,
      ]
    case 'either':
      return [cite('reconsideration', 20, 1), cite('litigation', 46, 1), organ]
    case 'either-before-2024':
      return [cite('reconsideration-2017', 9, 1), cite('litigation', 46, 1), organ]
  }
}
