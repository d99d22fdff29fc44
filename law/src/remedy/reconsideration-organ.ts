import { type Citation, cite, citeItem } from '../citation.ts'
import { type PlainDate, parsePlainDate } from '../plain-date.ts'

/** 行政机关的类型, as far as it decides who hears a reconsideration. */
export const AGENCY_KINDS = {
  'local-department': '县级以上地方人民政府工作部门',
  'local-government': '地方各级人民政府（省级以下）',
  'provincial-government': '省、自治区、直辖市人民政府',
  'dispatched-office': '地方人民政府的派出机关',
  'department-branch': '地方人民政府工作部门的派出机构',
  'authorised-organisation': '法律、法规、规章授权的组织',
  'state-council-department': '国务院部门',
  'vertical-agency': '海关、金融、外汇管理等实行垂直领导的行政机关，税务、国家安全机关',
  'justice-department': '履行行政复议机构职责的司法行政部门',
} as const

export type AgencyKind = keyof typeof AGENCY_KINDS

/** What has to be known of an agency to name the organ above it. */
export type AgencyStanding = Readonly<{
  name: string
  kind: AgencyKind
  /** The people's government that it belongs to, or that sent it out. */
  government?: string
  /** The next higher people's government of a government. */
  higherGovernment?: string
  /** The next higher competent department. */
  higherDepartment?: string
}>

/** 行政复议机关, by name, with the article that makes it one. */
export type ReconsiderationOrgan = Readonly<{ name: string; basis: Citation }>

/** The first day of the Reconsideration Law of 2023: one organ instead of a choice of two, and 复议前置 for refusals. */
export const RECONSIDERATION_2023_FROM = parsePlainDate('2024-01-01')

type Above = 'itself' | 'government' | 'higherGovernment' | 'higherDepartment'
type OrganRow = Readonly<{ above: readonly Above[]; basis: Citation }>

/** Who hears the case, for decisions from 2024-01-01 (行政复议法 Arts. 24–28). Several: the applicant may choose. */
const ORGANS = {
  'local-department': { above: ['government'], basis: cite('reconsideration', 24, 1) },
  'local-government': { above: ['higherGovernment'], basis: cite('reconsideration', 24, 1) },
  'provincial-government': { above: ['itself'], basis: cite('reconsideration', 24, 2) },
  'dispatched-office': { above: ['government'], basis: cite('reconsideration', 24, 1) },
  'department-branch': { above: ['government'], basis: cite('reconsideration', 24, 4) },
  'authorised-organisation': { above: ['government'], basis: cite('reconsideration', 24, 1) },
  'state-council-department': { above: ['itself'], basis: citeItem('reconsideration', 25, 1) },
  'vertical-agency': { above: ['higherDepartment'], basis: cite('reconsideration', 27) },
  'justice-department': { above: ['government', 'higherDepartment'], basis: cite('reconsideration', 28) },
} as const satisfies Record<AgencyKind, OrganRow>

/** Who heard it before (行政复议法 2017 Arts. 12–15). */
const ORGANS_BEFORE_2024 = {
  'local-department': {
    above: ['government', 'higherDepartment'],
    basis: cite('reconsideration-2017', 12, 1),
  },
  'local-government': { above: ['higherGovernment'], basis: cite('reconsideration-2017', 13, 1) },
  'provincial-government': { above: ['itself'], basis: cite('reconsideration-2017', 14) },
  'dispatched-office': { above: ['government'], basis: citeItem('reconsideration-2017', 15, 1) },
  'department-branch': {
    above: ['higherDepartment', 'government'],
    basis: citeItem('reconsideration-2017', 15, 2),
  },
  'authorised-organisation': { above: ['government'], basis: citeItem('reconsideration-2017', 15, 3) },
  'state-council-department': { above: ['itself'], basis: cite('reconsideration-2017', 14) },
  'vertical-agency': { above: ['higherDepartment'], basis: cite('reconsideration-2017', 12, 2) },
  'justice-department': {
    above: ['government', 'higherDepartment'],
    basis: cite('reconsideration-2017', 12, 1),
  },
} as const satisfies Record<AgencyKind, OrganRow>

/** 复议机关: the organs that hear a decision of that day; empty where the standing does not name them. */
export function reconsiderationOrgans(agency: AgencyStanding, decidedOn: PlainDate): ReconsiderationOrgan[] {
  const table = decidedOn >= RECONSIDERATION_2023_FROM ? ORGANS : ORGANS_BEFORE_2024
  const { above, basis }: OrganRow = table[agency.kind]
  return above.flatMap((which) => {
    const name = which === 'itself' ? agency.name : agency[which]
    return name === undefined || name.trim() === '' ? [] : [{ name, basis }]
  })
}
