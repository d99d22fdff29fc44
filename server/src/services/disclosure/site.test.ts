import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden } from '../../errors.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { type PortalTheme, savePortalTheme } from './portal-theme.ts'
import { findSite, type SiteFooter, saveSiteFooter, themeOf } from './site.ts'

const FOOTER: SiteFooter = {
  operator: '党政办公室',
  phone: '0377-66010001',
  address: '',
  postcode: '474650',
  icpNumber: '豫ICP备00000001号',
  policeRecord: '豫公网安备 41130002000001号',
  conacId: '',
}

let runtime: TestRuntime
beforeAll(async () => {
  runtime = await testRuntime()
})

describe('网站', () => {
  it('is nobody’s before the first agency, then the first one’s at the top', async () => {
    expect(await findSite(runtime)).toBeUndefined()
    const host = await anAgency(runtime, { slug: 'aa', path: '/aa/' })
    await anAgency(runtime, { slug: 'bb', path: '/bb/' })
    const site = await findSite(runtime)
    expect([site?.host.agencyId, site?.agencies.length, site?.footer.icpNumber]).toEqual([host, 2, ''])
  })

  it('has its foot written by the host’s own administrator and by no other', async () => {
    const [host, other] = (await findSite(runtime))?.agencies ?? []
    const administrator = (agencyId = '') => runtime.as({ agencyId, roles: ['system-admin'] })
    await expect(saveSiteFooter(administrator(other?.agencyId), FOOTER)).rejects.toBeInstanceOf(Forbidden)
    await saveSiteFooter(administrator(host?.agencyId), FOOTER)
    expect((await findSite(runtime))?.footer).toEqual(FOOTER)
  })
})

describe('门户外观', () => {
  const RED: PortalTheme = { layout: 'tiles', colour: 'red', applyEntry: false }

  it('is the standard’s columns until somebody chooses, and goes down to whoever has chosen nothing', async () => {
    const [host] = (await findSite(runtime))?.agencies ?? []
    const parentId = host?.agencyId ?? ''
    const below = await anAgency(runtime, { slug: 'cc', path: '/aa/cc/' })
    await runtime.owner.query('update agency set parent_id = $1 where agency_id = $2', [parentId, below])
    const themes = async () => {
      const site = await findSite(runtime)
      return [parentId, below].map((agencyId) => site && themeOf(site, { agencyId }).colour)
    }
    expect((await findSite(runtime))?.themes.get(below)).toEqual({
      layout: 'columns',
      colour: 'teal',
      applyEntry: true,
    })
    const administrator = (agencyId: string) => runtime.as({ agencyId, roles: ['system-admin'] })
    await expect(
      savePortalTheme(administrator(below), { agencyId: parentId, theme: RED }),
    ).rejects.toBeInstanceOf(Forbidden)
    await savePortalTheme(administrator(parentId), { agencyId: parentId, theme: RED })
    expect(await themes()).toEqual(['red', 'red'])
    await savePortalTheme(administrator(below), { agencyId: below, theme: { ...RED, colour: 'blue' } })
    expect(await themes()).toEqual(['red', 'blue'])
    await savePortalTheme(administrator(below), { agencyId: below, theme: null })
    expect(await themes()).toEqual(['red', 'red'])
  })
})
