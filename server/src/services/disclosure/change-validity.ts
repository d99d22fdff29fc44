import { cite, type PlainDate, refuse, type ValidityState } from '@mingfu/law'
import { enqueue } from '../../db/enqueue.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { changeDocument, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'

export type ChangeValidity = OnDocument &
  Readonly<{
    validity: ValidityState
    on: PlainDate
    /** Which document says so: the clean-up decision, the repealing document. */
    basis: string
  }>

/** 变更有效性: mark it on the original page, in lists and in search; the text stays. Each change names its basis. */
export async function changeValidity(ctx: Context, input: ChangeValidity): Promise<{ version: number }> {
  allowWithin(ctx, 'publish-document', input.agencyId)
  const basis = input.basis.trim()
  if (basis === '') throw new Invalid('请写明依据哪件文件变更', { basis: '请写明依据哪件文件变更' })
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const { agencyId, documentId } = document
    if (document.state !== 'published') {
      uphold(refuse('not-published', '只有已经发布的文件可以变更有效性', cite('website-guidelines')))
    }
    if (input.on < document.content.writtenOn) {
      throw new Invalid('变更的日期不能早于成文日期', { on: '变更的日期不能早于成文日期' })
    }
    const change = { validity: input.validity, validity_changed_on: input.on }
    const facts = { validity: input.validity, on: input.on, by: basis }
    const version = await changeDocument(t, ctx, document, change, { kind: 'validity-changed', facts })
    await contentChanged(t, agencyId)
    await enqueue(t, 'index-document', { agencyId, documentId })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'change-validity',
      objectKind: 'document',
      objectId: documentId,
      detail: facts,
    })
    return { version }
  })
}

/** 废止: the commonest change of validity. */
export function repealDocument(
  ctx: Context,
  input: Omit<ChangeValidity, 'validity'>,
): Promise<{ version: number }> {
  return changeValidity(ctx, { ...input, validity: 'repealed' })
}
