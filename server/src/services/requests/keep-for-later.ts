import type { Context } from '../context.ts'
import { codeAsTyped, codeOf } from './code-letters.ts'
import { type FilingDraft, findFilingDraft, saveFilingDraft } from './filing-draft.ts'

/** A form that somebody put aside: its own key, and which of the two forms it is. */
type KeptForm = Readonly<{ key: string; kind: 'person' | 'organisation' }>

/** 100 bits, and gone after two days. */
const LENGTH = 20

/**
 * 暂存: gives a code by which the form is found again, on this computer or another. Always the same for the same form.
 * It is typed, not followed: a link or a cookie would open one person's form to the next at a shared computer.
 */
export async function keepForLater(ctx: Context, agencyId: string, form: KeptForm): Promise<string> {
  const code = codeOf(ctx.seal.index(`resume ${agencyId} ${form.key}`), LENGTH)
  await saveFilingDraft(ctx, { agencyId, key: keyOf(code) }, { fields: { ...form }, files: [] })
  return code
}

/** The form put aside under a code, however it was typed; `undefined` when there is none or it is too old. */
export async function findKeptForm(
  ctx: Context,
  { agencyId, code }: Readonly<{ agencyId: string; code: string }>,
): Promise<(KeptForm & Readonly<{ draft: FilingDraft }>) | undefined> {
  const pointer = await findFilingDraft(ctx, { agencyId, key: keyOf(code) })
  const { key = '', kind } = pointer?.fields ?? {}
  const draft = await findFilingDraft(ctx, { agencyId, key })
  return draft && { key, kind: kind === 'organisation' ? kind : 'person', draft }
}

function keyOf(code: string): string {
  return `resume ${codeAsTyped(code)}`
}
