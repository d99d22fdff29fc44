import { rehearse } from '../../../../db/rehearse.ts'
import { tx } from '../../../../db/transaction.ts'
import { Forbidden, Invalid, NotFound, Refused, Stale } from '../../../../errors.ts'
import { allow } from '../../../allow.ts'
import type { Context } from '../../../context.ts'
import { openCase } from '../../reading/open-case.ts'
import { type BulkStep, takeStep } from './bulk-step.ts'

export type BulkAct = Readonly<{
  agencyId: string
  /** Each with the version that the page showed. */
  targets: readonly Readonly<{ requestId: string; version: number }>[]
  act: BulkStep
  /** Says what would happen to each and changes nothing: each step is taken, and taken back. */
  preview: boolean
}>

/** What became of one case, or would; `refusal` says why nothing did. */
export type BulkLine = Readonly<{
  requestId: string
  number: string
  does: string | null
  refusal: string | null
}>

/** 批量办理: the same step on several cases, each by itself: one that is refused holds up no other. */
export async function bulkAct(ctx: Context, input: BulkAct): Promise<readonly BulkLine[]> {
  allow(ctx.actor, 'handle-request')
  const { agencyId, act, preview } = input
  const lines: BulkLine[] = []
  for (const target of input.targets) {
    const { requestId } = target
    const { number } = await tx(ctx, (t) => openCase(t, ctx, { agencyId, requestId }))
    const step = (as: Context) => takeStep(as, { agencyId, ...target }, act)
    lines.push({ requestId, number, ...(await outcomeOf(() => (preview ? rehearse(ctx, step) : step(ctx)))) })
  }
  return lines
}

/** What a step did, or the sentence with which it was refused. */
export async function outcomeOf(work: () => Promise<string>): Promise<Pick<BulkLine, 'does' | 'refusal'>> {
  try {
    return { does: await work(), refusal: null }
  } catch (error) {
    const told = [Refused, Stale, Invalid, NotFound, Forbidden].some((kind) => error instanceof kind)
    if (told && error instanceof Error) return { does: null, refusal: error.message }
    throw error
  }
}
