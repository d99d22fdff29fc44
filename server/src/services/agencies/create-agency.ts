import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Forbidden, Invalid, NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import { type AgencyInput, agencyColumns } from './agency-input.ts'
import { pathOf, requireWithin } from './within.ts'

export type CreateAgency = AgencyInput &
  Readonly<{
    /** `null` for the first organ of an installation, which only the program itself may make. */
    parentId: string | null
    slug: string
    departments?: readonly Readonly<{ name: string; contactName?: string; contactPhone?: string }>[]
  }>

/** 设立机关: an organ in the tree, with its departments; answers its id. */
export async function createAgency(ctx: Context, input: CreateAgency): Promise<string> {
  const { parentId, slug, departments = [] } = input
  allow(ctx.actor, 'manage-agency')
  if (parentId === null && ctx.actor.kind !== 'system') throw new Forbidden('只能在本机关之下设立下级机关')
  const columns = agencyColumns(input)
  const agencyId = newId()
  await tx(ctx, async (t) => {
    if (parentId !== null) await requireWithin(t, ctx, parentId)
    const above = parentId === null ? '/' : await pathOf(t, parentId)
    if (above === undefined) throw new NotFound('上级机关')
    const inserted = await t
      .insertInto('agency')
      .values({ ...columns, agency_id: agencyId, parent_id: parentId, path: `${above}${slug}/`, slug })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows !== 1n) {
      const sentence = '这个网址名称已经有机关使用，请换一个'
      throw new Invalid(sentence, { slug: sentence })
    }
    if (departments.length > 0) {
      const rows = departments.map(({ name, contactName, contactPhone }, index) => ({
        agency_id: agencyId,
        department_id: newId(),
        name,
        contact_name: contactName ?? null,
        contact_phone: contactPhone ?? null,
        sort_order: index,
      }))
      await t.insertInto('department').values(rows).execute()
    }
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'create-agency',
      objectKind: 'agency',
      objectId: agencyId,
      detail: { name: input.name, parentId },
    })
  })
  return agencyId
}
