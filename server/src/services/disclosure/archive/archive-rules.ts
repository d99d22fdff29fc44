import { ARCHIVE_RETENTION, ARCHIVE_TERMS, type ArchiveTerm, type ContentKind } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { actorId, type Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'

/** 归档设定 of an organ: what its own schedule and its archive say where the table does not. */
export type ArchiveRules = Readonly<{
  /** 保管期限 by kind, as far as the organ's own schedule differs from the table. */
  terms: Readonly<Partial<Record<ContentKind, ArchiveTerm>>>
  /** 本机关归档范围和保管期限表 that it rests on, with the archives administration's consent. */
  basis: string
  /** Given by the archive; empty where not known, and then left out of the package. */
  archiveName: string
  archiveCode: string
  fondsName: string
  fondsNumber: string
  /** Names of DA/T 46 that are not sure are used because the archive asks for them. */
  unsureNames: boolean
}>

const KEY = 'archive-rules'

export const NO_ARCHIVE_RULES: ArchiveRules = {
  terms: {},
  basis: '',
  archiveName: '',
  archiveCode: '',
  fondsName: '',
  fondsNumber: '',
  unsureNames: false,
}

export async function readArchiveRules(t: Tx, agencyId: string): Promise<ArchiveRules> {
  const row = await t
    .selectFrom('setting')
    .select('value')
    .where('agency_id', '=', agencyId)
    .where('key', '=', KEY)
    .executeTakeFirst()
  return { ...NO_ARCHIVE_RULES, ...(row?.value as Partial<ArchiveRules> | undefined) }
}

export async function getArchiveRules(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<ArchiveRules> {
  allowWithin(ctx, 'read-documents', agencyId)
  return tx(ctx, (t) => readArchiveRules(t, agencyId))
}

/** 设定归档的保管期限和名称: a term that differs from the table names the schedule that says so; audited with before and after. */
export async function saveArchiveRules(
  ctx: Context,
  { agencyId, rules }: Readonly<{ agencyId: string; rules: ArchiveRules }>,
): Promise<void> {
  allowWithin(ctx, 'lead-office', agencyId)
  const given = Object.entries(rules.terms) as [ContentKind, ArchiveTerm][]
  const wrong = given.find(([kind, term]) => !(kind in ARCHIVE_RETENTION) || !ARCHIVE_TERMS.includes(term))
  if (wrong !== undefined)
    throw new Invalid('保管期限为永久、30年或者10年', { terms: '保管期限为永久、30年或者10年' })
  // What says the same as the table is no setting.
  const terms = Object.fromEntries(given.filter(([kind, term]) => ARCHIVE_RETENTION[kind].term !== term))
  const basis = rules.basis.trim()
  if (Object.keys(terms).length > 0 && basis === '') {
    const sentence = '与国家规定的期限不同的，请写明本机关的归档范围和保管期限表'
    throw new Invalid(sentence, { basis: sentence })
  }
  const saved: ArchiveRules = {
    ...rules,
    terms,
    basis,
    archiveName: rules.archiveName.trim(),
    archiveCode: rules.archiveCode.trim(),
    fondsName: rules.fondsName.trim(),
    fondsNumber: rules.fondsNumber.trim(),
  }
  await tx(ctx, async (t) => {
    const before = await readArchiveRules(t, agencyId)
    const values = { value: JSON.stringify(saved), changed_at: ctx.now, changed_by: actorId(ctx.actor) }
    await t
      .insertInto('setting')
      .values({ agency_id: agencyId, key: KEY, ...values })
      .onConflict((conflict) => conflict.columns(['agency_id', 'key']).doUpdateSet(values))
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'save-archive-rules',
      objectKind: 'agency',
      objectId: agencyId,
      detail: { from: before, to: saved },
    })
  })
}
