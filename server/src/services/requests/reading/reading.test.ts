import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Forbidden } from '../../../errors.ts'
import { aStaffMember } from '../../../testing/factories.ts'
import type { Role } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { addNote } from '../add-note.ts'
import { countQueue } from '../count-queue.ts'
import { recordAbsence } from '../desk/absences.ts'
import { explainDeadline } from '../explain-deadline.ts'
import { getRequest } from '../get-request.ts'
import { exportLedger } from '../ledger/export-ledger.ts'
import { listRequests } from '../list-requests.ts'
import { DEFAULT_OFFICE_RULES } from '../office-rules/office-rules.ts'
import { saveOfficeRules } from '../office-rules/save-office-rules.ts'
import { openConsultation } from '../open-consultation.ts'
import { openLetter } from '../open-letter.ts'
import { revealApplicant } from '../reveal-applicant.ts'
import { addTask } from '../task/add-task.ts'
import { anOffice, day, type Office, underReview } from '../testing/office.ts'
import { withdrawRequest } from '../withdraw-request.ts'
import { mayRead } from './may-read.ts'
import { caseFacts } from './open-case.ts'
import { setReadScope } from './set-read-scope.ts'

const TODAY = '2024-06-05'

let office: Office
let planning: string
let finance: string
beforeAll(async () => {
  office = await anOffice()
  ;[planning, finance] = [newId(), newId()]
  for (const [id, name] of [
    [planning, '规划科'],
    [finance, '财务科'],
  ])
    await office.runtime.owner.query(
      'insert into department (agency_id, department_id, name) values ($1, $2, $3)',
      [office.agencyId, id, name],
    )
})

async function somebody(roles: readonly Role[], departmentId: string | null, name = '旁人') {
  const { agencyId, runtime } = office
  const staffId = await aStaffMember(runtime, agencyId, { name, roles })
  await runtime.owner.query('update staff set department_id = $1 where staff_id = $2', [
    departmentId,
    staffId,
  ])
  const ctx = runtime.as({ agencyId, roles, staffId, name }, TODAY)
  return { staffId, ctx: { ...ctx, actor: { ...ctx.actor, departmentId } } as Context }
}

const reads = (ctx: Context, requestId: string) =>
  getRequest(ctx, { agencyId: office.agencyId, requestId }).then(
    () => true,
    (error) => {
      if (error instanceof Forbidden) return false
      throw error
    },
  )
const lists = async (ctx: Context, requestId: string) => {
  const { lines } = await listRequests(ctx, { agencyId: office.agencyId, group: 'all', limit: 100 })
  return lines.some((line) => line.requestId === requestId)
}

describe('知悉范围', () => {
  it('is one answer: the function, the verbs and the lists say the same of everybody', async () => {
    const { agencyId, runtime } = office
    const handler = await somebody(['clerk'], planning, '规划经办')
    const readers = [
      handler,
      await somebody(['clerk'], planning),
      await somebody(['clerk'], finance),
      await somebody(['clerk'], null),
      await somebody(['reviewer'], finance),
      await somebody(['leader'], null),
      await somebody(['supervisor'], planning),
      await somebody(['supervisor', 'clerk'], finance),
    ]
    const deputy = readers[2]
    const tasked = readers[3]
    if (deputy === undefined || tasked === undefined) throw new Error('no readers')
    const away = { staffId: handler.staffId, deputyId: deputy.staffId, fromOn: day(TODAY), toOn: day(TODAY) }
    let granted = 0
    for (const scope of [null, 'office', 'department', 'handler'] as const) {
      for (const handlerId of [null, handler.staffId]) {
        const { requestId } = await underReview(office, '2024-06-03')
        await runtime.owner.query(
          'update request set handler_id = $1, read_scope = $2 where request_id = $3',
          [handlerId, scope, requestId],
        )
        for (const near of ['nobody', 'task'] as const) {
          if (near === 'task') {
            const task = { agencyId, requestId, what: '看', staffId: tasked.staffId, dueOn: null }
            await addTask(office.as('office-head', TODAY), task)
          }
          for (const { ctx } of readers) {
            const facts = await tx(ctx, (t) => caseFacts(t, ctx, { agencyId, requestId }))
            const expected = mayRead(ctx.actor, facts).granted
            expect([await reads(ctx, requestId), await lists(ctx, requestId)]).toEqual([expected, expected])
            granted += expected ? 1 : 0
          }
        }
      }
    }
    // Counted by hand: 32 and 32 where the organ may read, 14 + 9 in the department, 14 + 7 for the handler alone.
    expect(granted).toBe(108)
    const { requestId } = await underReview(office, '2024-06-03')
    await runtime.owner.query(
      `update request set handler_id = $1, read_scope = 'handler' where request_id = $2`,
      [handler.staffId, requestId],
    )
    expect(await lists(deputy.ctx, requestId)).toBe(false)
    await recordAbsence(office.as('office-head', TODAY), { agencyId, ...away })
    expect([await reads(deputy.ctx, requestId), await lists(deputy.ctx, requestId)]).toEqual([true, true])
  }, 60_000)

  it('follows the office’s rule where the case has none, and a change is in its course', async () => {
    const { agencyId } = office
    const handler = await somebody(['clerk'], planning)
    const other = await somebody(['clerk'], finance)
    const { requestId } = await underReview(office, '2024-06-03')
    const head = office.as('office-head', TODAY)
    await office.runtime.owner.query('update request set handler_id = $1 where request_id = $2', [
      handler.staffId,
      requestId,
    ])
    const rules = (readScope: 'office' | 'department') =>
      saveOfficeRules(head, { agencyId, rules: { ...DEFAULT_OFFICE_RULES, readScope }, reason: '会议决定' })
    expect(await reads(other.ctx, requestId)).toBe(true)
    await rules('department')
    expect([await reads(other.ctx, requestId), await lists(other.ctx, requestId)]).toEqual([false, false])
    await setReadScope(handler.ctx, { agencyId, requestId, scope: 'office', reason: '共同研究' })
    expect(await reads(other.ctx, requestId)).toBe(true)
    const { notes } = await getRequest(head, { agencyId, requestId })
    expect(notes.at(-1)?.body).toBe('知悉范围改为本机关（共同研究）')
    await rules('office')
  })

  it('closes every door of a case to who is outside, to read and to act', async () => {
    const { agencyId } = office
    const handler = await somebody(['clerk'], planning)
    const other = await somebody(['clerk'], finance)
    const { on, requestId } = await underReview(office, '2024-06-03')
    const before = (await countQueue(other.ctx, { agencyId })).open
    await office.runtime.owner.query(
      `update request set handler_id = $1, read_scope = 'handler' where request_id = $2`,
      [handler.staffId, requestId],
    )
    const key = { agencyId, requestId }
    const doors = [
      () => explainDeadline(other.ctx, key),
      () => revealApplicant(other.ctx, { ...key, reason: '核对' }),
      () => addNote(other.ctx, { ...key, body: '备注' }),
      () => addTask(other.ctx, { ...key, what: '看', staffId: other.staffId, dueOn: null }),
      () => setReadScope(other.ctx, { ...key, scope: 'office', reason: '想看' }),
      () => withdrawRequest(other.ctx, { ...on, on: day(TODAY), statement: '' }),
    ]
    for (const door of doors) await expect(door()).rejects.toThrow('限定了知悉范围')
    expect((await countQueue(other.ctx, { agencyId })).open).toBe(before - 1)
    const { number } = (await getRequest(handler.ctx, key)).request
    const chunks: Uint8Array[] = []
    for await (const chunk of await exportLedger(other.ctx, { agencyId, identities: true, reason: '核对' }))
      chunks.push(chunk)
    expect(Buffer.concat(chunks).includes(number)).toBe(false)
  })

  it('names a third party to who writes to it, and masks it to the others', async () => {
    const { on, requestId } = await underReview(office, '2024-06-03')
    const { agencyId } = office
    await openConsultation(office.as('clerk', TODAY), {
      ...on,
      on: day(TODAY),
      with: 'third-party',
      party: {
        name: '某省测试建材有限公司',
        contactName: '王经理',
        phone: '13800001234',
        address: '测试路1号',
      },
      subject: '报价单',
      why: '可能涉及商业秘密',
    })
    const partyOf = async (role: Role) => {
      const { consultations } = await getRequest(office.as(role, TODAY), { agencyId, requestId })
      return consultations[0]?.party
    }
    expect(await partyOf('clerk')).toMatchObject({ name: '某省测试建材有限公司', phone: '13800001234' })
    for (const role of ['reviewer', 'leader', 'supervisor'] as const)
      expect(await partyOf(role)).toEqual({
        name: '某省******公司',
        contactName: '王**',
        phone: '138****1234',
        address: '***',
      })
    const { letters } = await getRequest(office.as('clerk', TODAY), { agencyId, requestId })
    const letter = letters.find(({ recipient }) => recipient === 'consulted-party')
    const look = { agencyId, requestId, letterId: letter?.letterId ?? '', type: 'pdf' as const }
    await expect(openLetter(office.as('reviewer', TODAY), look)).rejects.toThrow(Forbidden)
    expect((await openLetter(office.as('clerk', TODAY), look)).mediaType).toBe('application/pdf')
  })
})
