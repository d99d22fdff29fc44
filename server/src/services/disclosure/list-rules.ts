import {
  type ContentForm,
  type PlainDate,
  VALIDITY_STATES,
  type ValidityState,
  validityOn,
} from '@mingfu/law'
import type { Context } from '../context.ts'
import { ruleCaptionOf } from './rule-caption-of.ts'

/** 规章 of an organ as its list shows them: title, caption, and whether it is in force. */
export type PublishedRule = Readonly<{
  documentId: string
  title: string
  /** 题注; null where the history on its form is not whole. */
  caption: string | null
  validity: ValidityState
  inForce: boolean
}>

/** 规章集中公开: every rule of an organ, what is in force first, by title within. */
export async function listRules(
  ctx: Pick<Context, 'db' | 'today'>,
  agencyId: string,
): Promise<readonly PublishedRule[]> {
  const rows = await ctx.db
    .selectFrom('document')
    .select(['document_id', 'title', 'form', 'written_on', 'effective_on', 'expires_on'])
    .select(['validity', 'validity_changed_on'])
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'regulation')
    .where('state', '=', 'published')
    .orderBy('written_on', 'desc')
    .orderBy('document_id')
    .execute()
  const rules = rows.map((row) => {
    const validity = validityOn(
      {
        validity: row.validity as ValidityState,
        validityChangedOn: row.validity_changed_on as PlainDate | null,
        expiresOn: row.expires_on as PlainDate | null,
      },
      ctx.today,
    )
    return {
      documentId: row.document_id,
      title: row.title,
      caption: ruleCaptionOf({
        form: row.form as ContentForm,
        writtenOn: row.written_on as PlainDate,
        effectiveOn: row.effective_on as PlainDate | null,
      }),
      validity,
      inForce: VALIDITY_STATES[validity].inForce,
    }
  })
  return rules.toSorted((a, b) => Number(b.inForce) - Number(a.inForce))
}
