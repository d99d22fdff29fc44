import { newId } from '../db/new-id.ts'
import type { TestRuntime } from './test-runtime.ts'

/** An agency in the test database; answers its id. */
export async function anAgency(
  { owner }: TestRuntime,
  what: Partial<{
    name: string
    slug: string
    orgType: string
    path: string
    documentWord: string
    creditCode: string
  }> = {},
): Promise<string> {
  const id = newId()
  const slug = what.slug ?? `a${id.slice(-12)}`
  await owner.query(
    `insert into agency (agency_id, path, slug, name, short_name, org_type, document_word, reconsideration_organ, court, credit_code)
     values ($1, $2, $3, $4, $4, $5, $6, '测试市人民政府', '测试市中级人民法院', $7)`,
    [
      id,
      what.path ?? `/${slug}/`,
      slug,
      what.name ?? '测试区管理委员会',
      what.orgType ?? 'functional_zone',
      what.documentWord ?? '测管公开',
      what.creditCode ?? null,
    ],
  )
  return id
}

/** A member of staff; the password hash is no hash, so nobody can sign in with it. */
export async function aStaffMember(
  { owner }: TestRuntime,
  agencyId: string,
  what: Partial<{ login: string; name: string; roles: readonly string[] }> = {},
): Promise<string> {
  const id = newId()
  await owner.query(
    `insert into staff (agency_id, staff_id, login, name, roles, password_hash) values ($1, $2, $3, $4, $5, '')`,
    [agencyId, id, what.login ?? `u${id.slice(-12)}`, what.name ?? '测试员', what.roles ?? ['clerk']],
  )
  return id
}
