import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden } from '../../errors.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { findSite, type SiteFooter, saveSiteFooter } from './site.ts'

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
