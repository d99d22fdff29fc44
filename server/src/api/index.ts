import * as contract from '@mingfu/contract'
import { accountRoutes } from './account.ts'
import { agencyRoutes, type SessionCookie } from './agencies.ts'
import { annualReportRoutes } from './annual-reports.ts'
import { briefingRoutes } from './briefing.ts'
import { calendarRoutes } from './calendar.ts'
import { catalogueRoutes } from './catalogue.ts'
import { channelRoutes } from './channels.ts'
import { contactRoutes } from './contacts.ts'
import { deskRoutes } from './desk.ts'
import { disclosureRoutes } from './disclosure.ts'
import { feedbackRoutes } from './feedback.ts'
import { letterTemplateRoutes } from './letter-templates.ts'
import { notificationRoutes } from './notifications.ts'
import { officeRuleRoutes } from './office-rules.ts'
import { opinionCallRoutes } from './opinion-calls.ts'
import { oversightRoutes } from './oversight.ts'
import { portalRoutes } from './portal.ts'
import { practiceRoutes } from './practice.ts'
import { publishingRoutes } from './publishing.ts'
import { recordCorrectionRoutes } from './record-corrections.ts'
import { redactionRoutes } from './redactions.ts'
import { releaseRoutes } from './release.ts'
import { remedyRoutes } from './remedies.ts'
import { reportCheckRoutes } from './report-check.ts'
import { requestRoutes } from './requests.ts'
import { retentionRoutes } from './retention.ts'
import type { Api } from './route.ts'
import { screeningRoutes } from './screening.ts'
import { siteHealthRoutes } from './site-health.ts'
import { subscriptionRoutes } from './subscriptions.ts'
import { supervisionRoutes } from './supervision.ts'

/** Areas of the contract, as the OpenAPI document groups them. */
export const AREAS = {
  account: contract.account,
  agencies: contract.agencies,
  'annual-reports': contract.annualReports,
  briefing: contract.briefing,
  calendar: contract.calendar,
  catalogue: contract.catalogue,
  channels: contract.channels,
  contacts: contract.contacts,
  disclosure: contract.disclosure,
  feedback: contract.feedback,
  'office-rules': contract.officeRules,
  desk: contract.desk,
  'letter-templates': contract.letterTemplates,
  'record-corrections': contract.recordCorrections,
  redactions: contract.redactions,
  notifications: contract.notifications,
  portal: contract.portal,
  practice: contract.practice,
  publishing: contract.publishing,
  'opinion-calls': contract.opinionCalls,
  retention: contract.retention,
  oversight: contract.oversight,
  release: contract.release,
  remedies: contract.remedies,
  'report-check': contract.reportCheck,
  requests: contract.requests,
  screening: contract.screening,
  subscriptions: contract.subscriptions,
  'site-health': contract.siteHealth,
  supervision: contract.supervision,
} as const

/** What routes need beside verbs. */
type Ports = Readonly<{ cookie: SessionCookie; reloadCalendar: () => Promise<void> }>

/** One line an area. */
export function registerApi(api: Api, { cookie, reloadCalendar }: Ports): void {
  agencyRoutes(api, cookie)
  accountRoutes(api, cookie)
  annualReportRoutes(api)
  briefingRoutes(api)
  calendarRoutes(api, reloadCalendar)
  catalogueRoutes(api)
  channelRoutes(api)
  contactRoutes(api)
  disclosureRoutes(api)
  feedbackRoutes(api)
  officeRuleRoutes(api)
  deskRoutes(api)
  letterTemplateRoutes(api)
  recordCorrectionRoutes(api)
  redactionRoutes(api)
  notificationRoutes(api)
  portalRoutes(api)
  practiceRoutes(api, reloadCalendar)
  publishingRoutes(api)
  opinionCallRoutes(api)
  retentionRoutes(api)
  oversightRoutes(api)
  releaseRoutes(api)
  remedyRoutes(api)
  reportCheckRoutes(api)
  requestRoutes(api)
  screeningRoutes(api)
  subscriptionRoutes(api)
  siteHealthRoutes(api)
  supervisionRoutes(api)
}
