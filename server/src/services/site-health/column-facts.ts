import { type ColumnFacts, freshnessOf, type PlainDate, UPDATE_CLASSES, type UpdateClass } from '@mingfu/law'
import type { Context } from '../context.ts'
import { publicDuties } from '../disclosure/catalogue/catalogue-duties.ts'
import { catalogueOf, flatten } from '../disclosure/catalogue-of.ts'

/** A column with what it is judged by. */
export type WatchedColumn = ColumnFacts &
  Readonly<{
    nodeId: string
    name: string
    state: ReturnType<typeof freshnessOf>['state']
    freshThrough: PlainDate | null
  }>

/** 栏目类别 that say how often a column has to be updated, where no catalogue does. */
const BY_TYPE: Readonly<Record<string, UpdateClass>> = {
  工作动态: 'dynamic',
  政策文件: 'notice-policy',
  政策解读: 'notice-policy',
  通知公告: 'notice-policy',
  回应关切: 'notice-policy',
  机构职能: 'on-change',
  负责人信息: 'on-change',
  概况信息: 'on-change',
  信息公开指南: 'on-change',
}

/**
 * 栏目更新情况: each column without columns below it, by the class that the catalogue in force gives its duties, or by
 * its own kind. The strictest duty of a column decides.
 */
export async function watchedColumns(
  ctx: Pick<Context, 'db' | 'today'>,
  agencyId: string,
): Promise<readonly WatchedColumn[]> {
  const nodes = flatten(await catalogueOf(ctx, agencyId)).filter(({ children }) => children.length === 0)
  const { duties } = await publicDuties(ctx, { agencyId, catalogue: 'basic' })
  const byNode = Map.groupBy(duties, ({ nodeId }) => nodeId)
  return nodes.map((node) => {
    const own = byNode.get(node.nodeId) ?? []
    // 制度 are kept as they change, whatever the kind of their column.
    const isSystems = node.code === 'systems'
    const named = (Object.keys(UPDATE_CLASSES) as UpdateClass[]).find((id) =>
      (UPDATE_CLASSES[id].columns as readonly string[]).includes(node.title),
    )
    const updateClass =
      strictest(own.map((duty) => duty.updateClass)) ??
      (isSystems ? 'on-change' : undefined) ??
      named ??
      BY_TYPE[node.columnType] ??
      'on-change'
    const periodic = own.find((duty) => duty.updateClass === 'periodic')
    const facts = {
      updateClass,
      items: node.count,
      newestOn: node.newestAt === null ? null : dayOf(node.newestAt),
      nextDueOn: updateClass === 'periodic' ? (periodic?.dueOn ?? null) : null,
    }
    return { ...facts, nodeId: node.nodeId, name: node.title, ...freshnessOf(facts, ctx.today) }
  })
}

const STRICTEST: readonly UpdateClass[] = ['dynamic', 'event', 'notice-policy', 'periodic', 'on-change']

function strictest(classes: readonly UpdateClass[]): UpdateClass | undefined {
  return STRICTEST.find((one) => classes.includes(one))
}

const EIGHT_HOURS = 8 * 3_600_000

function dayOf(at: Date): PlainDate {
  return new Date(at.getTime() + EIGHT_HOURS).toISOString().slice(0, 10) as PlainDate
}
