import { officeRules as contract } from '@mingfu/contract'
import { getOfficeRules } from '../services/requests/office-rules/get-office-rules.ts'
import { saveOfficeRules } from '../services/requests/office-rules/save-office-rules.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

export function officeRuleRoutes(api: Api): void {
  api.route(contract.get, async ({ ctx }) => getOfficeRules(ctx, { agencyId: agencyOf(ctx) }))
  api.route(contract.save, async ({ ctx, body }) => {
    const { reason, ...rules } = body
    await saveOfficeRules(ctx, { agencyId: agencyOf(ctx), rules, reason })
    return {}
  })
}
