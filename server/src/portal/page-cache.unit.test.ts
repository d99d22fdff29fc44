import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { makePageCache } from './page-cache.ts'

function aCache(more: { maxBytes?: number } = {}) {
  const world = { version: 1, now: 0, readings: 0, rendered: 0 }
  const cache = makePageCache({
    readVersion: async () => {
      world.readings += 1
      return world.version
    },
    now: () => world.now,
    believeVersionFor: 250,
    staleAfter: 60_000,
    ...more,
  })
  const render = async () => {
    world.rendered += 1
    return { type: 'text/html', body: `第${world.rendered}版${'页'.repeat(500)}` }
  }
  const get = async (key = '/') => (await cache.get(key, render)).plain.toString().slice(0, 3)
  return { world, cache, render, get }
}

describe('页面缓存', () => {
  it('renders once for each version of the content, and believes a version for a moment only', async () => {
    const { world, get } = aCache()
    expect([await get(), await get()]).toEqual(['第1版', '第1版'])
    world.version = 2
    expect(await get()).toBe('第1版')
    world.now = 250
    expect(await get()).toBe('第2版')
    expect(world.readings).toBe(2)
  })

  it('renders once when a hundred ask at the same time', async () => {
    const { world, get } = aCache()
    await Promise.all(Array.from({ length: 100 }, () => get()))
    expect([world.rendered, world.readings]).toEqual([1, 1])
  })

  it('serves an old page once more and renders it anew behind the visitor’s back', async () => {
    const { world, get } = aCache()
    await get()
    world.now = 60_001
    expect(await get()).toBe('第1版')
    await expect.poll(() => get()).toBe('第2版')
  })

  it('keeps nothing of a rendering that failed', async () => {
    const { cache, get } = aCache()
    await expect(cache.get('/', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await get()).toBe('第1版')
  })

  it('lets those go that were not asked for longest, when it grows too large', async () => {
    const { cache, get } = aCache({ maxBytes: 5000 })
    for (const key of ['/a', '/b', '/a', '/c', '/d']) await get(key)
    expect(cache.size()).toBeLessThan(4)
    expect(await get('/d')).toBe('第4版')
  })

  it('holds the same page in each encoding', async () => {
    const { cache, render } = aCache()
    const page = await cache.get('/', render)
    expect(gunzipSync(page.gzip)).toEqual(page.plain)
    expect(page.brotli.length).toBeLessThan(page.plain.length)
  })
})
