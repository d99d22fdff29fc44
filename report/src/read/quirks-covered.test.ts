import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DAMAGES } from './testing/damage.ts'
import { LAYOUTS } from './testing/layouts.ts'

/** 解析怪象: the layouts and kinds of damage that print a quirk by chance, in the hunt for wrong cells. */
const BY_CHANCE: Readonly<Record<string, readonly string[]>> = {
  'Q-01': ['web page', 'web page saved by Word'],
  'Q-03': ['tabs, ragged', 'tabs, spans dropped in front', 'web page, spans lost'],
  'Q-05': ['only totals filled', 'a cell lost', 'cells lost all over'],
  'Q-06': ['tabs, spans dropped in front', 'web page, spans filled with blanks'],
  'Q-07': ['a field a line, bar behind', 'a field a line, bar on the next'],
  'Q-08': ['bars, a row a line', 'bars on both sides'],
  'Q-09': ['spaces inside labels'],
  'Q-10': ['full-width digits', 'half-width brackets'],
  'Q-11': ['quotes lost'],
  'Q-12': ['other numbering', 'circled numbering', 'numbering lost'],
  'Q-14': ['a misprinted label'],
  'Q-16': ['notes in labels'],
  'Q-17': ['a row beyond the format'],
  'Q-19': ['units in cells'],
  'Q-20': ['placeholders for zeros', 'blanks here and there'],
  'Q-21': ['only totals filled', 'zeros left out'],
  'Q-25': ['head repeated'],
  'Q-26': ['a row lost', 'three rows lost'],
  'Q-47': ['traditional script'],
  'Q-54': ['the letter O for zero'],
}

/** The titles of the tests in the files beside this one. */
const TITLES = readdirSync(new URL('.', import.meta.url))
  .filter((name) => /^quirks.*\.test\.ts$/.test(name) && name !== 'quirks-covered.test.ts')
  .flatMap((name) => readFileSync(new URL(name, import.meta.url), 'utf8').split('\n'))
  .filter((line) => /^\s*(?:test\(|\]\)\()/.test(line))

test('each of the 54 quirks has a named test', () => {
  const named = new Set(TITLES.flatMap((title) => title.match(/Q-\d\d/g) ?? []))
  const all = Array.from({ length: 54 }, (_, index) => `Q-${String(index + 1).padStart(2, '0')}`)
  expect(all.filter((quirk) => !named.has(quirk))).toEqual([])
})

test('what is printed by chance is a layout or a kind of damage of the hunt', () => {
  const made = [...Object.keys(LAYOUTS), ...Object.keys(DAMAGES)]
  expect(
    Object.values(BY_CHANCE)
      .flat()
      .filter((name) => !made.includes(name)),
  ).toEqual([])
})
