import { type DeliveredDocument, type PlainDate, plainDateText } from '@mingfu/law'
import { tx } from '../../../../db/transaction.ts'
import { Invalid } from '../../../../errors.ts'
import type { Context } from '../../../context.ts'
import { assignHandler } from '../../assign-handler.ts'
import { closeRequest } from '../../close-request.ts'
import { openCase } from '../../reading/open-case.ts'
import { chaseRecordCall } from '../../record-call/chase-record-call.ts'
import { readRecordCalls } from '../../record-call/record-call-store.ts'
import { recordDelivery } from '../../record-delivery.ts'
import type { OnRequest } from '../../record-event.ts'
import { restoreRequest } from '../../restore-request.ts'
import { setAsideRequest } from '../../set-aside-request.ts'
import { colleaguesOf, getStaffMember } from '../../staff-of-agency.ts'
import { addTask } from '../../task/add-task.ts'

/** 批量办理的一步, as the case page takes it on one case. */
export type BulkStep =
  | Readonly<{ kind: 'assign'; handlerId: string }>
  | Readonly<{ kind: 'close' }>
  | Readonly<{ kind: 'task'; what: string; staffId: string | null; dueOn: PlainDate | null }>
  | Readonly<{ kind: 'chase'; how: string }>
  | Readonly<{ kind: 'deliver'; document: DeliveredDocument; on: PlainDate; proof: string }>
  | Readonly<{ kind: 'set-aside'; reason: string }>
  | Readonly<{ kind: 'restore' }>

type Steps = {
  readonly [Kind in BulkStep['kind']]: (
    ctx: Context,
    on: OnRequest,
    step: Extract<BulkStep, { kind: Kind }>,
  ) => Promise<string>
}

const DOCUMENTS = {
  'correction-notice': '补正告知书',
  'fee-notice': '收费通知书',
  decision: '答复书',
} as const satisfies Record<DeliveredDocument, string>

/** Each takes its step and says what it did, in the words of the preview. */
const STEPS: Steps = {
  async assign(ctx, on, { handlerId }) {
    const [before, after] = await tx(ctx, async (t) => {
      const request = await openCase(t, ctx, { agencyId: on.agencyId, requestId: on.requestId })
      const people = await colleaguesOf(t, on.agencyId)
      const former = people.find(({ staffId }) => staffId === request.handlerId)
      return [former, await getStaffMember(t, on.agencyId, handlerId)] as const
    })
    if (before?.staffId === handlerId) throw new Invalid(`已经由${after.name}经办`)
    await assignHandler(ctx, { ...on, handlerId })
    return before === undefined ? `由${after.name}经办` : `经办人由${before.name}改为${after.name}`
  },
  async close(ctx, on) {
    await closeRequest(ctx, { ...on, on: ctx.today })
    return `${plainDateText(ctx.today)}办结归档`
  },
  async task(ctx, { agencyId, requestId }, { what, staffId, dueOn }) {
    const { staff } = await addTask(ctx, { agencyId, requestId, what, staffId, dueOn })
    return `待办“${what}”，由${staff}${dueOn === null ? '' : `在${plainDateText(dueOn)}前`}办理`
  },
  async chase(ctx, { agencyId, requestId }, { how }) {
    const calls = await tx(ctx, (t) => readRecordCalls(t, { agencyId, requestId }))
    const waiting = calls.filter(({ answeredOn }) => answeredOn === null)
    if (waiting.length === 0) throw new Invalid('没有等待答复的协办函')
    for (const { callId } of waiting) await chaseRecordCall(ctx, { agencyId, requestId, callId, how })
    const units = waiting.map(({ unit, respondBy }) => `${unit}（期限${plainDateText(respondBy)}）`)
    return `催办${units.join('、')}`
  },
  async deliver(ctx, on, { document, on: day, proof }) {
    await recordDelivery(ctx, { ...on, document, on: day, proof })
    return `《${DOCUMENTS[document]}》${plainDateText(day)}签收`
  },
  async 'set-aside'(ctx, on, { reason }) {
    await setAsideRequest(ctx, { ...on, reason })
    return '移入垃圾信息，可以恢复'
  },
  async restore(ctx, { agencyId, requestId }) {
    await restoreRequest(ctx, { agencyId, requestId })
    return '恢复为待办理的申请，收到申请之日不变'
  },
}

export function takeStep(ctx: Context, on: OnRequest, step: BulkStep): Promise<string> {
  // Each kind's own step takes what that kind has.
  const take = STEPS[step.kind] as (ctx: Context, on: OnRequest, step: BulkStep) => Promise<string>
  return take(ctx, on, step)
}
