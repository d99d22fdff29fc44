import { publishing as contract } from '@mingfu/contract'
import { citationText } from '@mingfu/law'
import { ownDepartment } from '../services/disclosure/due/own-department.ts'
import { publishingTasks } from '../services/disclosure/due/publishing-tasks.ts'
import { listFormerNames, saveFormerName } from '../services/disclosure/organ/organ-names.ts'
import { recordOrganChange } from '../services/disclosure/organ/record-organ-change.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

export function publishingRoutes(api: Api): void {
  api.route(contract.tasks, async ({ ctx }) => {
    const tasks = await publishingTasks(ctx, agencyOf(ctx))
    const own = await ownDepartment(ctx)
    return tasks.map(({ basis, ...task }) => ({
      ...task,
      mine: own === null || task.unit === null || task.unit === own,
      basis: basis === null ? '' : citationText(basis),
    }))
  })
  api.route(contract.recordChange, async ({ ctx, body }) => {
    await recordOrganChange(ctx, { agencyId: agencyOf(ctx), ...body })
    return {}
  })
  api.route(contract.formerNames, async ({ ctx }) => [...(await listFormerNames(ctx, agencyOf(ctx)))])
  api.route(contract.saveFormerName, async ({ ctx, body }) => {
    await saveFormerName(ctx, { agencyId: agencyOf(ctx), ...body })
    return {}
  })
}
