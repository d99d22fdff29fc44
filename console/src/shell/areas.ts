import { agenciesArea } from '../agencies/routes.tsx'
import { annualReportsArea } from '../annual-reports/routes.tsx'
import { briefingArea } from '../briefing/routes.tsx'
import { disclosureArea } from '../disclosure/routes.tsx'
import { feedbackArea } from '../feedback/routes.tsx'
import { homeArea } from '../home/routes.tsx'
import { oversightArea } from '../oversight/routes.tsx'
import { remediesArea } from '../remedies/routes.tsx'
import { requestsArea } from '../requests/routes.tsx'
import { siteHealthArea } from '../site-health/routes.tsx'
import { systemArea } from '../system/routes.tsx'
import type { Area } from './area.ts'

/** Every area of the console, in the order of the navigation. */
export const AREAS: readonly Area[] = [
  homeArea,
  requestsArea,
  remediesArea,
  disclosureArea,
  feedbackArea,
  briefingArea,
  siteHealthArea,
  annualReportsArea,
  oversightArea,
  agenciesArea,
  systemArea,
]
