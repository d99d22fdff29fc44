import type { Runtime } from '../runtime.ts'
import { seedActivities } from './seed-activities.ts'
import { seedBriefings } from './seed-briefings.ts'
import { seedCases } from './seed-cases.ts'
import { seedCatalogue } from './seed-catalogue.ts'
import { seedCity } from './seed-city.ts'
import { seedDocuments } from './seed-documents.ts'
import { seedFeedback } from './seed-feedback.ts'
import { type Login, seedOffice } from './seed-office.ts'
import { seedRelease } from './seed-release.ts'
import { seedReports } from './seed-reports.ts'
import { seedSite } from './seed-site.ts'
import { stageOf } from './stage.ts'

/** 示范机关: fills an empty installation through the ordinary verbs, and answers the logins it made. */
export async function seedDemonstration(runtime: Runtime): Promise<readonly Login[]> {
  const { agencyId, cast, logins } = await seedOffice(runtime)
  const stage = stageOf(runtime, agencyId, cast)
  await seedReports(stage)
  await seedActivities(stage)
  const published = await seedDocuments(stage)
  await seedCatalogue(stage, published)
  await seedRelease(stage, published)
  await seedFeedback(stage)
  await seedSite(stage, published)
  await seedBriefings(stage)
  await seedCases(stage)
  await seedCity(runtime)
  return logins
}

/** Whether nobody has set up an organ yet. */
export async function isEmptyInstallation(runtime: Runtime): Promise<boolean> {
  return (await runtime.db.selectFrom('agency').select('agency_id').limit(1).executeTakeFirst()) === undefined
}
