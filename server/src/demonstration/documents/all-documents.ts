import type { DemonstrationDocument } from './demonstration-document.ts'
import { FINANCE } from './finance.ts'
import { GAZETTES } from './gazettes.ts'
import { LIVELIHOOD } from './livelihood.ts'
import { ORGAN } from './organ.ts'
import { OVERSIGHT } from './oversight.ts'
import { POLICIES } from './policies.ts'
import { SITE_DOCUMENTS } from './site-documents.ts'
import { SYSTEMS } from './systems.ts'
import { WORKS } from './works.ts'

/** Everything that the demonstration office publishes. */
export const DOCUMENTS: readonly DemonstrationDocument[] = [
  ...SYSTEMS,
  ...POLICIES,
  ...ORGAN,
  ...FINANCE,
  ...WORKS,
  ...OVERSIGHT,
  ...LIVELIHOOD,
  ...GAZETTES,
  ...SITE_DOCUMENTS,
]
