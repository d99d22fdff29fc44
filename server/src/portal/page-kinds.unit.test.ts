import { describe, expect, it } from 'vitest'
import type { Runtime } from '../runtime.ts'
import { routesOf } from '../testing/routes-of.ts'
import { NO_PAGES, PAGE_KINDS } from './testing/page-kinds.ts'
import { portalServer } from './testing/portal-server.ts'

describe('页面的种类', () => {
  it('are all in the table by which they are looked at: each question that the portal answers, and no other', async () => {
    // Nothing is asked, so there is nothing to answer from.
    const server = await portalServer({} as Runtime)
    const asked = (await routesOf(server)).filter(({ method }) => method === 'GET').map(({ path }) => path)
    await server.close()
    expect(asked.length).toBeGreaterThan(50)
    expect(Object.keys({ ...PAGE_KINDS, ...NO_PAGES }).sort()).toEqual([...new Set(asked)].sort())
  })
})
