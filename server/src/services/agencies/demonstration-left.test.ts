import { expect, it } from 'vitest'
import { Forbidden } from '../../errors.ts'
import { examineDemonstration } from '../../operation/examine-demonstration.ts'
import { anAgency } from '../../testing/factories.ts'
import { testRuntime } from '../../testing/test-runtime.ts'
import { createStaff } from './create-staff.ts'
import { DEMONSTRATION, demonstrationLeft } from './demonstration-left.ts'

it('tells the administrator of invented accounts, loudly where organs of one’s own stand beside them', async () => {
  const runtime = await testRuntime()
  const agencyId = await anAgency(runtime, { slug: 'shown', name: '示范管理委员会' })
  const below = await anAgency(runtime, { slug: 'shown-below', name: '示范镇', path: '/shown/shown-below/' })
  const admin = runtime.as({ agencyId, roles: ['system-admin'] })
  expect(await demonstrationLeft(admin)).toBeNull()
  expect(await examineDemonstration(admin)).toMatchObject({ level: 'ok' })

  await runtime.owner.query(`insert into setting (agency_id, key, value) values ($1, $2, '{}')`, [
    agencyId,
    DEMONSTRATION,
  ])
  for (const login of ['first', 'second']) {
    await createStaff(runtime.asSystem(below), {
      agencyId: below,
      login,
      name: '王敏',
      roles: ['clerk'],
      departmentId: null,
      mayKeepPassword: true,
    })
  }
  await runtime.owner.query(
    `update staff set created_at = now() - interval '2 days', password_changed_at = now() where login = 'second'`,
  )
  const organs = ['示范管理委员会', '示范镇']
  expect(await demonstrationLeft(admin)).toEqual({ organs, accounts: 2, unchanged: 1, isLive: false })
  await expect(demonstrationLeft(runtime.as({ agencyId, roles: ['clerk'] }))).rejects.toThrow(Forbidden)
  expect(await demonstrationLeft({ ...admin, publicUrl: 'https://gk.example.gov.cn' })).toMatchObject({
    isLive: true,
  })

  const own = await anAgency(runtime, { slug: 'own', name: '本县人民政府' })
  const ours = runtime.as({ agencyId: own, roles: ['system-admin'] })
  expect(await demonstrationLeft(ours)).toMatchObject({ organs, isLive: true })
  const finding = await examineDemonstration(ours)
  expect(finding.level).toBe('warning')
  expect(finding.sentence).toContain('正式使用的系统里还有示范机关')
  expect(finding.details).toEqual([
    '示范机关：示范管理委员会',
    '示范机关：示范镇',
    '示范账户：2个可以登录，其中1个还在用启动时输出的密码',
  ])

  await runtime.owner.query(`update staff set disabled_at = now()`)
  await runtime.owner.query(`update agency set is_active = false where slug like 'shown%'`)
  expect(await demonstrationLeft(ours)).toBeNull()
})
