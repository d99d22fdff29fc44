import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'

export type CreateAgency = Readonly<{
  parentId: string | null
  slug: string
  name: string
  shortName: string
  orgType: 'department' | 'government' | 'township' | 'functional_zone'
  canMakeRegulations?: boolean
  creditCode?: string | null
  regionCode?: string | null
  documentWord: string
  reconsiderationOrgan: string
  court: string
  siteIdCode?: string | null
  siteDomain?: string | null
  departments?: readonly Readonly<{ name: string; contactName?: string; contactPhone?: string }>[]
}>

/** 设立机关: an organ in the tree, with its departments; answers its id. */
export async function createAgency(ctx: Context, input: CreateAgency): Promise<string> {
  allow(ctx.actor, 'manage-agency')
  const agencyId = newId()
  await tx(ctx, async (t) => {
    const parentPath = input.parentId === null ? '/' : await pathOf(input.parentId)
    await t
      .insertInto('agency')
      .values({
        agency_id: agencyId,
        parent_id: input.parentId,
        path: `${parentPath}${input.slug}/`,
        slug: input.slug,
        name: input.name,
        short_name: input.shortName,
        org_type: input.orgType,
        can_make_regulations: input.canMakeRegulations ?? false,
        credit_code: input.creditCode ?? null,
        region_code: input.regionCode ?? null,
        document_word: input.documentWord,
        reconsideration_organ: input.reconsiderationOrgan,
        court: input.court,
        site_id_code: input.siteIdCode ?? null,
        site_domain: input.siteDomain ?? null,
      })
      .execute()
    for (const [index, department] of (input.departments ?? []).entries()) {
      await t
        .insertInto('department')
        .values({
          agency_id: agencyId,
          department_id: newId(),
          name: department.name,
          contact_name: department.contactName ?? null,
          contact_phone: department.contactPhone ?? null,
          sort_order: index,
        })
        .execute()
    }
    await recordAudit(t, ctx, { agencyId, action: 'create-agency', objectKind: 'agency', objectId: agencyId })

    async function pathOf(id: string): Promise<string> {
      const parent = await t
        .selectFrom('agency')
        .select('path')
        .where('agency_id', '=', id)
        .executeTakeFirst()
      if (parent === undefined) throw new NotFound('上级机关')
      return parent.path
    }
  })
  return agencyId
}
