import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { REQUEST_EVENTS } from '@mingfu/law'
import { expect, it } from 'vitest'
import { actionText } from '../console/src/system/audit-words.ts'

const SERVER = join(import.meta.dirname, '../server/src')

/** Every action that a verb writes to the audit trail, as it stands in the code. */
function recordedActions(): readonly string[] {
  const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const found = files.flatMap((name) => [
    ...readFileSync(join(SERVER, name), 'utf8').matchAll(/\baction: '([a-z-]+)'/g),
  ])
  return [...new Set(found.map(([, action = '']) => action))]
}

it('tells every action of the audit trail in Chinese', () => {
  const actions = recordedActions()
  expect(actions.length).toBeGreaterThan(80)
  const events = Object.keys(REQUEST_EVENTS).map((kind) => `request-${kind}`)
  const wordless = [...actions, ...events].filter((action) => !/[\u4e00-\u9fff]/.test(actionText(action)))
  expect(wordless).toEqual([])
})
