import { describe, expect, it } from 'vitest'
import type { Role } from '../../allow.ts'
import type { Actor } from '../../context.ts'
import { type CaseFacts, type CasePart, mayRead } from './may-read.ts'

const CASE: CaseFacts = {
  agencyId: 'ours',
  scope: 'office',
  handlerId: 'zhang',
  handlerDepartmentId: 'planning',
  standsIn: false,
  hasTask: false,
}

function staff(roles: readonly Role[], staffId = 'li', departmentId: string | null = 'finance'): Actor {
  return { kind: 'staff', staffId, name: '测试员', agencyId: 'ours', departmentId, roles }
}

describe('能否查阅', () => {
  // 知悉范围 of a case that 张 of 规划 handles, asked for its contents.
  // biome-ignore format: a table
  const CONTENT = [
    // who                                             office  department handler
    ['the handler',                  staff(['clerk'], 'zhang', 'planning'), true,  true,  true],
    ['a clerk of the department',    staff(['clerk'], 'li', 'planning'),    true,  true,  false],
    ['a clerk of another one',       staff(['clerk']),                      true,  false, false],
    ['a clerk of no department',     staff(['clerk'], 'li', null),          true,  false, false],
    ['a reviewer',                   staff(['reviewer']),                   true,  true,  true],
    ['a leader',                     staff(['leader']),                     true,  true,  true],
    ['the head of the office',       staff(['office-head']),                true,  true,  true],
    ['a supervisor',                 staff(['supervisor']),                 true,  false, false],
    ['a supervisor of the department', staff(['supervisor'], 'li', 'planning'), true, false, false],
    ['the system administrator',     staff(['system-admin']),               false, false, false],
    ['the security administrator',   staff(['security-admin']),             false, false, false],
    ['the audit administrator',      staff(['audit-admin']),                false, false, false],
    ['somebody without a role',      staff([]),                             false, false, false],
    ['a visitor',                    { kind: 'public', ip: null } as Actor, false, false, false],
    ['the program',                  { kind: 'system', task: 'job' } as Actor, true, true, true],
  ] as const
  it.each(CONTENT)('%s', (_who, reader, office, department, handler) => {
    const granted = (scope: CaseFacts['scope']) => mayRead(reader, { ...CASE, scope }).granted
    expect([granted('office'), granted('department'), granted('handler')]).toEqual([
      office,
      department,
      handler,
    ])
  })

  // biome-ignore format: a table
  const NEAR = [
    ['a clerk who stands in for the handler',  ['clerk'],      { standsIn: true },                              true],
    ['a clerk with something to do on it',     ['clerk'],      { hasTask: true },                               true],
    ['a supervisor with something to do on it', ['supervisor'], { hasTask: true },                              true],
    ['a clerk, while nobody handles it',       ['clerk'],      { handlerId: null, handlerDepartmentId: null },  true],
    ['a supervisor, while nobody handles it',  ['supervisor'], { handlerId: null, handlerDepartmentId: null },  false],
  ] as const
  it.each(NEAR)('within the narrowest scope, %s', (_who, roles, facts, granted) => {
    expect(mayRead(staff([...roles]), { ...CASE, scope: 'handler', ...facts }).granted).toBe(granted)
  })

  // biome-ignore format: a table
  const PARTS = [
    // role           content identity party
    ['clerk',         true,   true,    true],
    ['office-head',   true,   true,    true],
    ['reviewer',      true,   false,   false],
    ['leader',        true,   false,   false],
    ['supervisor',    true,   false,   false],
    ['audit-admin',   false,  false,   false],
  ] as const
  it.each(PARTS)('%s: contents, who applied, who was asked', (role, ...expected) => {
    const parts: readonly CasePart[] = ['content', 'identity', 'party']
    expect(parts.map((part) => mayRead(staff([role]), CASE, part).granted)).toEqual(expected)
  })

  it('stops at the organ, whatever the role', () => {
    const head = { ...staff(['office-head', 'clerk', 'leader']), agencyId: 'theirs' } as Actor
    expect(mayRead(head, CASE)).toEqual({ granted: false, why: '这件申请由其他机关办理' })
  })

  it('says in a sentence whom to ask', () => {
    const refused = mayRead(staff(['clerk']), { ...CASE, scope: 'handler' })
    expect(refused).toEqual({
      granted: false,
      why: '本件申请限定了知悉范围，您不在其内。因工作需要查阅的，请联系经办人或者公开工作机构负责人',
    })
  })
})
