import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assetText } from './static-files.ts'

const HERE = import.meta.dirname
const ROOMS = join(HERE, 'static/portal.css.d')

/** Classes that a style sheet dresses. */
const classesOf = (css: string) =>
  new Set(
    [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{/g)].flatMap(([, selector = '']) =>
      [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name),
    ),
  )

describe('样式表', () => {
  it('lies in rooms that can be overlooked, and is sent as one file without what only people read', () => {
    const rooms = readdirSync(ROOMS)
    expect(rooms.length).toBeGreaterThan(15)
    for (const room of rooms) {
      expect([room, readFileSync(join(ROOMS, room), 'utf8').split('\n').length < 300]).toEqual([room, true])
    }
    const css = assetText('portal.css')
    expect([css.includes('/*'), css.includes('\n'), css.includes('  ')]).toEqual([false, false, false])
    expect(css.length).toBeLessThan(30_000)
    expect(css.startsWith(':root{')).toBe(true)
    // What stands in quotes is text and stays.
    expect(css).toContain('"Source Han Serif SC"')
  })

  it('keeps every rule of its rooms, in their order', () => {
    const text = readdirSync(ROOMS)
      .sort()
      .map((room) => readFileSync(join(ROOMS, room), 'utf8'))
      .join('')
    const bare = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/[\s;]+/g, '')
    expect(bare(assetText('portal.css'))).toBe(bare(text))
  })

  it('dresses no class that no page bears', () => {
    const css = ['portal.css', 'elder.css', 'print.css', 'standard.css'].map(assetText).join('\n')
    const pages = [HERE, join(HERE, '../services'), join(HERE, '../../../documents/src')]
      .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
      .filter(({ name }) => /\.(?:tsx?|js)$/.test(name) && !name.includes('.test.'))
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
      .join('\n')
    // `of-${entries.length}`: as many tiles as the organ has entries.
    const dead = [...classesOf(css)].filter(
      (name) => !new RegExp(`(?<![\\w-])${name.replace(/^of-\d$/, 'of-')}(?:(?![\\w-])|\\$\\{)`).test(pages),
    )
    expect(dead).toEqual([])
  })
})
