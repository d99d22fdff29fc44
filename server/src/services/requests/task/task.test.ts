import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden, Invalid } from '../../../errors.ts'
import { aStaffMember } from '../../../testing/factories.ts'
import { countQueue } from '../count-queue.ts'
import { recordAbsence } from '../desk/absences.ts'
import { handOver } from '../desk/hand-over.ts'
import { getRequest } from '../get-request.ts'
import { listRequests } from '../list-requests.ts'
import { myReminders } from '../reminders/my-reminders.ts'
import { remindHandlers } from '../reminders/remind-handlers.ts'
import { anOffice, day, type Office, underReview } from '../testing/office.ts'
import { addTask } from './add-task.ts'
import { finishTask } from './finish-task.ts'
import { myTasks } from './my-tasks.ts'

let office: Office
let otherId: string
beforeAll(async () => {
  office = await anOffice()
  otherId = await aStaffMember(office.runtime, office.agencyId, { name: '第二经办', roles: ['clerk'] })
})
const clerk = (on = '2024-06-04') => office.as('clerk', on)
const other = (on = '2024-06-04') =>
  office.runtime.as({ agencyId: office.agencyId, roles: ['clerk'], staffId: otherId, name: '第二经办' }, on)
const whats = async (ctx: ReturnType<typeof clerk>) =>
  (await myTasks(ctx, { agencyId: office.agencyId })).map(({ what }) => what)

describe('待办事项', () => {
  it('stands on the case, in the queue and on the desk of whom it is for, until it is done', async () => {
    const { agencyId } = office
    const { on, requestId } = await underReview(office, '2024-06-03')
    const before = await countQueue(other(), { agencyId })
    const task = { agencyId, requestId, what: '核对图纸', staffId: otherId, dueOn: day('2024-06-07') }
    const { taskId, staff } = await addTask(clerk(), task)
    await addTask(clerk(), { ...task, what: '给领导汇报', staffId: null, dueOn: null })
    expect(staff).toBe('第二经办')
    const file = await getRequest(clerk(), on)
    expect(file.tasks.map(({ what, dueOn }) => [what, dueOn])).toEqual([
      ['核对图纸', '2024-06-07'],
      ['给领导汇报', null],
    ])
    // A task moves nothing that the law reads.
    expect(file.request.version).toBe(on.version)
    const { lines } = await listRequests(clerk(), { agencyId, group: 'all', taskOf: otherId, limit: 30 })
    expect(lines.map((line) => [line.requestId, line.openTasks, line.taskDueOn])).toEqual([
      [requestId, 2, '2024-06-07'],
    ])
    expect((await countQueue(other(), { agencyId })).tasks - before.tasks).toBe(1)
    expect(await whats(other())).toContain('核对图纸')

    await finishTask(other(), { agencyId, requestId, taskId, done: true })
    expect(await whats(other())).not.toContain('核对图纸')
    const { tasks, notes } = await getRequest(clerk(), on)
    expect(tasks.at(-1)).toMatchObject({ what: '核对图纸', doneBy: '第二经办' })
    expect(notes.at(-1)?.body).toBe('待办完成：核对图纸')
    await finishTask(clerk(), { agencyId, requestId, taskId, done: false })
    expect(await whats(other())).toContain('核对图纸')
  })

  it('is given by who handles cases, ticked by whom it is for, and never for a day gone by', async () => {
    const { agencyId } = office
    const { on, requestId } = await underReview(office, '2024-06-03')
    const reviewer = office.as('reviewer', '2024-06-04')
    const task = { agencyId, requestId, what: '审阅', staffId: otherId, dueOn: null }
    await expect(addTask(reviewer, task)).rejects.toThrow(Forbidden)
    await expect(addTask(clerk(), { ...task, dueOn: day('2024-06-03') })).rejects.toThrow(
      '完成日期2024年6月3日已经过去',
    )
    const { taskId } = await addTask(clerk(), task)
    await expect(finishTask(reviewer, { agencyId, requestId, taskId, done: true })).rejects.toThrow(Forbidden)
    const elsewhere = await anOffice()
    await expect(
      addTask(elsewhere.as('clerk', '2024-06-04'), { ...task, agencyId: elsewhere.agencyId }),
    ).rejects.toThrow('没有找到')
    expect((await getRequest(clerk(), on)).tasks.map(({ doneAt }) => doneAt)).toEqual([null])
    await office.runtime.owner.query('update request set handler_id = null where request_id = $1', [
      requestId,
    ])
    await expect(addTask(clerk(), { ...task, staffId: null })).rejects.toThrow(Invalid)
  })

  it('reminds whom it is for on its day, goes to who stands in, and is handed over', async () => {
    const { agencyId } = office
    const { requestId } = await underReview(office, '2024-06-03')
    const task = { agencyId, requestId, what: '催回执', staffId: otherId, dueOn: day('2024-06-05') }
    await addTask(clerk(), task)
    const system = (on: string) => office.runtime.asSystem('all', on)
    const told = async (on: string) => {
      await remindHandlers(system(on))
      const reminders = await myReminders(other(on), { agencyId })
      return reminders.filter(({ text }) => text.includes('催回执')).length
    }
    expect(await told('2024-06-04')).toBe(0)
    expect(await told('2024-06-05')).toBe(1)
    expect(await told('2024-06-06')).toBe(1)
    const away = {
      staffId: otherId,
      deputyId: office.clerkId,
      fromOn: day('2024-06-06'),
      toOn: day('2024-06-07'),
    }
    await recordAbsence(office.as('office-head', '2024-06-06'), { agencyId, ...away })
    expect(await whats(clerk('2024-06-06'))).toContain('催回执')
    expect(await whats(clerk('2024-06-08'))).not.toContain('催回执')
    await office.runtime.owner.query('update request set handler_id = $1 where request_id = $2', [
      otherId,
      requestId,
    ])
    await handOver(office.as('office-head', '2024-06-10'), {
      agencyId,
      fromId: otherId,
      toId: office.clerkId,
      reason: '岗位调整',
      preview: false,
    })
    expect(await whats(clerk('2024-06-10'))).toContain('催回执')
  })
})
