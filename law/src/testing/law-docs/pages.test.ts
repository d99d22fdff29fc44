import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lawPages } from './pages.ts'

const DOCS = new URL('../../../../docs/', import.meta.url)
const PAGES = Object.entries(lawPages())

describe('docs/glossary.md and docs/law/ say what the code says', () => {
  test.each(PAGES)('%s is up to date: after a change, node scripts/law-docs.mjs', (path, text) => {
    const file = new URL(path, DOCS)
    expect(existsSync(file) && readFileSync(file, 'utf8') === text, `docs/${path}`).toBe(true)
  })

  test('nothing else lies in docs/law/', () => {
    const written = PAGES.map(([path]) => path).filter((path) => path.startsWith('law/'))
    expect(
      readdirSync(new URL('law/', DOCS))
        .map((name) => `law/${name}`)
        .sort(),
    ).toEqual(written.sort())
  })

  test('every way from one page to another arrives', () => {
    for (const [path, text] of PAGES) {
      const here = new URL(path, DOCS)
      for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
        expect(existsSync(new URL(target, here)), `${path} → ${target}`).toBe(true)
      }
    }
  })
})
