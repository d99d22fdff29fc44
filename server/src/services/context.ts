import type {
  CountingPractice,
  ImportedNotice,
  PlainDate,
  Table2Practice,
  WorkingCalendar,
} from '@mingfu/law'
import type { Db } from '../db/database.ts'
import type { IdentityProvider } from './agencies/identity-provider/identity-provider.ts'
import type { SignInPolicy } from './agencies/sign-in-policy.ts'
import type { Role } from './allow.ts'
import type { OfficialAccount } from './channels/official-account.ts'
import type { FileStore } from './file-store.ts'
import type { Messengers } from './notifications/messengers.ts'
import type { Seal } from './seal.ts'
import type { WebProbe } from './site-health/web-probe.ts'

export type StaffActor = Readonly<{
  kind: 'staff'
  staffId: string
  name: string
  agencyId: string
  departmentId: string | null
  roles: readonly Role[]
  /** Where the call came from, for the audit trail. */
  ip?: string | null
}>

/** Who acts: a member of staff, somebody on the public portal, or the program itself (jobs, demonstration). */
export type Actor =
  | StaffActor
  | Readonly<{ kind: 'public'; ip: string | null }>
  | Readonly<{ kind: 'system'; task: string }>

/** 统计口径: one answer for the platform to what the report's format leaves open (CR-02, CR-07, CR-22). */
export type YearPractice = CountingPractice & Table2Practice

/**
 * Everything a verb may know besides its input. `today` and `now` enter here once, at the door.
 * `scope` is what row-level security lets the transaction see: one agency, or all of them.
 */
export type Context = Readonly<{
  db: Db
  actor: Actor
  scope: string
  today: PlainDate
  now: Date
  /** The calendar of the agency in scope, its regional holidays included; across agencies, the national one. */
  calendar: WorkingCalendar
  calendarOf(agencyId: string): WorkingCalendar
  /** Notices imported since the program was made, in order. */
  importedNotices: readonly ImportedNotice[]
  files: FileStore
  seal: Seal
  messengers: Messengers
  /** 公众号; `null` where none is configured, and nothing is posted. */
  officialAccount: OfficialAccount | null
  /** The web outside, for links and for the site's own address. */
  web: WebProbe
  /** 身份鉴别: what the installation asks of its staff's accounts. */
  signIn: SignInPolicy
  /** 统一身份认证; `null` where none is configured. */
  identityProvider: IdentityProvider | null
  /** How the annual report counts what no text settles; one for the whole installation. */
  countingPractice: YearPractice
  /** `https://gk.example.gov.cn`, where the installation has been told its own address. */
  publicUrl: string | null
}>

/** How an actor is named in events and in the audit trail. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'staff') return actor.name
  return actor.kind === 'public' ? '申请人' : '系统'
}

/** The address an actor calls from; `null` for the program itself. */
export function actorIp(actor: Actor): string | null {
  return actor.kind === 'system' ? null : (actor.ip ?? null)
}

export function actorId(actor: Actor): string | null {
  return actor.kind === 'staff' ? actor.staffId : null
}
