import { desk as contract } from '@mingfu/contract'
import { cancelAbsence, listAbsences, recordAbsence } from '../services/requests/desk/absences.ts'
import { bulkAct } from '../services/requests/desk/bulk/bulk-act.ts'
import { previewLetters, printLetters } from '../services/requests/desk/bulk/print-letters.ts'
import { handOver } from '../services/requests/desk/hand-over.ts'
import { listColleagues } from '../services/requests/desk/list-colleagues.ts'
import { deleteQueueView, listQueueViews, saveQueueView } from '../services/requests/desk/queue-views.ts'
import { myReminders, putRemindersAside } from '../services/requests/reminders/my-reminders.ts'
import { myTasks } from '../services/requests/task/my-tasks.ts'
import { agencyOf } from './agencies.ts'
import { presentTask } from './present-request.ts'
import { type Api, FileAnswer } from './route.ts'

export function deskRoutes(api: Api): void {
  api.route(contract.views, async ({ ctx }) => listQueueViews(ctx, { agencyId: agencyOf(ctx) }))
  api.route(contract.saveView, async ({ ctx, body }) => {
    await saveQueueView(ctx, { agencyId: agencyOf(ctx), ...body })
    return {}
  })
  api.route(contract.deleteView, async ({ ctx, params }) => {
    await deleteQueueView(ctx, { agencyId: agencyOf(ctx), ...params })
    return {}
  })
  api.route(contract.reminders, async ({ ctx }) => {
    const reminders = await myReminders(ctx, { agencyId: agencyOf(ctx) })
    return reminders.map(({ madeAt, ...reminder }) => ({ ...reminder, madeAt: madeAt.toISOString() }))
  })
  api.route(contract.putAside, async ({ ctx, body }) => {
    await putRemindersAside(ctx, { agencyId: agencyOf(ctx), ...body })
    return {}
  })
  api.route(contract.absences, async ({ ctx }) => {
    const agencyId = agencyOf(ctx)
    const people = await listColleagues(ctx, { agencyId })
    return {
      absences: await listAbsences(ctx, { agencyId }),
      people: people.map(({ staffId, name, roles }) => ({
        staffId,
        name,
        mayHandle: roles.includes('clerk') || roles.includes('office-head'),
      })),
    }
  })
  api.route(contract.recordAbsence, async ({ ctx, body }) => {
    await recordAbsence(ctx, { agencyId: agencyOf(ctx), ...body })
    return {}
  })
  api.route(contract.cancelAbsence, async ({ ctx, params }) => {
    await cancelAbsence(ctx, { agencyId: agencyOf(ctx), ...params })
    return {}
  })
  api.route(contract.handOver, async ({ ctx, body }) => handOver(ctx, { agencyId: agencyOf(ctx), ...body }))
  api.route(contract.bulk, async ({ ctx, body }) => bulkAct(ctx, { agencyId: agencyOf(ctx), ...body }))
  api.route(contract.previewLetters, async ({ ctx, body }) =>
    previewLetters(ctx, { agencyId: agencyOf(ctx), ...body }),
  )
  api.route(contract.printLetters, async ({ ctx, body }) => {
    const { bytes, name, mediaType } = await printLetters(ctx, { agencyId: agencyOf(ctx), ...body })
    return new FileAnswer(bytes, name, mediaType)
  })
  api.route(contract.tasks, async ({ ctx }) =>
    (await myTasks(ctx, { agencyId: agencyOf(ctx) })).map(presentTask),
  )
}
