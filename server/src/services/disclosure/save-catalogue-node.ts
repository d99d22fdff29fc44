import type { ContentKind } from '@mingfu/law'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import { allowWithin } from './own-agency.ts'

export type SaveCatalogueNode = Readonly<{
  agencyId: string
  /** Lower-case letters, digits and hyphens: part of the column's address, so it never changes. */
  code: string
  parentCode: string | null
  title: string
  description: string
  keywords: string
  columnType: string
  legalItem: string | null
  sortOrder: number
  /** 专栏姓专: the kinds that it may hold; none named, any. */
  kinds?: readonly ContentKind[]
}>

/** 设置栏目: makes the column with this code, or changes what it says. Answers its id. */
export async function saveCatalogueNode(ctx: Context, input: SaveCatalogueNode): Promise<string> {
  allowWithin(ctx, 'edit-guide', input.agencyId)
  const { agencyId, code } = input
  if (!/^[a-z0-9][a-z0-9-]{0,40}$/.test(code)) {
    throw new Invalid('栏目代码只能用小写字母、数字和短横线', {
      code: '栏目代码只能用小写字母、数字和短横线',
    })
  }
  return tx(ctx, async (t) => {
    const parent =
      input.parentCode === null
        ? null
        : await t
            .selectFrom('catalogue_node')
            .select(['node_id', 'parent_id'])
            .where('agency_id', '=', agencyId)
            .where('code', '=', input.parentCode)
            .executeTakeFirst()
    // Two levels: a tree that grows deeper hides what it holds, and a loop could never be shown.
    if (parent === undefined || parent?.parent_id || input.parentCode === code) {
      throw new Invalid('上级栏目不存在，或者已经是第二级', { parentCode: '请选择第一级的栏目作为上级' })
    }
    const words = {
      parent_id: parent?.node_id ?? null,
      title: input.title.trim(),
      description: input.description.trim(),
      keywords: input.keywords.trim(),
      column_type: input.columnType,
      legal_item: input.legalItem,
      sort_order: input.sortOrder,
      kinds: [...(input.kinds ?? [])],
    }
    const { node_id: nodeId } = await t
      .insertInto('catalogue_node')
      .values({ agency_id: agencyId, node_id: newId(), code, ...words })
      .onConflict((conflict) => conflict.columns(['agency_id', 'code']).doUpdateSet(words))
      .returning('node_id')
      .executeTakeFirstOrThrow()
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'save-catalogue-node',
      objectKind: 'catalogue-node',
      objectId: nodeId,
      detail: { code, title: words.title },
    })
    return nodeId
  })
}
