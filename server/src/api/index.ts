import * as contract from '@mingfu/contract'
import { agencyRoutes, type SessionCookie } from './agencies.ts'
import { annualReportRoutes } from './annual-reports.ts'
import { disclosureRoutes } from './disclosure.ts'
import { remedyRoutes } from './remedies.ts'
import { requestRoutes } from './requests.ts'
import type { Api } from './route.ts'

/** Areas of the contract, as the OpenAPI document groups them. */
export const AREAS = {
  agencies: contract.agencies,
  'annual-reports': contract.annualReports,
  disclosure: contract.disclosure,
  remedies: contract.remedies,
  requests: contract.requests,
} as const

/** One line an area. */
export function registerApi(api: Api, cookie: SessionCookie): void {
  agencyRoutes(api, cookie)
  annualReportRoutes(api)
  disclosureRoutes(api)
  remedyRoutes(api)
  requestRoutes(api)
}
