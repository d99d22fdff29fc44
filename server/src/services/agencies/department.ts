import type { Tx } from '../../db/database.ts'
import { Invalid } from '../../errors.ts'

/**
 * A department that people may be put in: of this agency, and not closed; it stays so until the transaction ends.
 * `null` is no department at all.
 */
export async function requireDepartment(
  tx: Tx,
  agencyId: string,
  departmentId: string | null,
): Promise<void> {
  if (departmentId === null) return
  const found = await tx
    .selectFrom('department')
    .select('department_id')
    .where('agency_id', '=', agencyId)
    .where('department_id', '=', departmentId)
    .where('is_active', '=', true)
    .forShare()
    .executeTakeFirst()
  if (found === undefined) {
    const sentence = '请从本机关现有的内设机构中选择'
    throw new Invalid(sentence, { departmentId: sentence })
  }
}

/** A name that no other department of the agency bears; locks the agency's row, so that two at once take turns. */
export async function requireNewName(
  tx: Tx,
  agencyId: string,
  name: string,
  departmentId?: string,
): Promise<{ order: number }> {
  await tx
    .selectFrom('agency')
    .select('agency_id')
    .where('agency_id', '=', agencyId)
    .forNoKeyUpdate()
    .execute()
  const departments = await tx
    .selectFrom('department')
    .select(['department_id', 'name', 'sort_order'])
    .where('agency_id', '=', agencyId)
    .where('is_active', '=', true)
    .execute()
  if (departments.some((each) => each.name === name && each.department_id !== departmentId)) {
    const sentence = '本机关已经有同名的内设机构'
    throw new Invalid(sentence, { name: sentence })
  }
  return { order: Math.max(-1, ...departments.map(({ sort_order }) => sort_order)) + 1 }
}
