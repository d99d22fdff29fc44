import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COUNTING_RULES } from '../annual-report/counting/counting-rules.ts'
import { REPORT_RULES } from '../annual-report/rules/report-rules.ts'
import { COUNTING_RULE_KEEPERS } from './counting-rule-keepers.ts'
import { PUBLICATION_RULES } from './publication-rules.ts'
import { REPORT_RULE_KEEPERS } from './report-rule-keepers.ts'
import { REQUEST_RULES } from './request-rules.ts'
import type { Keeper } from './rule.ts'

const ROOT = new URL('../../../', import.meta.url)

/** The parts of the program that run, in whose files a keeper has to be called. */
const PROGRAM = ['law', 'documents', 'report', 'screening', 'contract', 'server', 'cli', 'console']

/** Keepers that no running code calls yet, each with the reason; a line goes once the program calls it. */
const NOT_CALLED: Readonly<Record<string, string>> = {
  'law/src/fee/fee-options.ts#feeOptions':
    'the fee notice goes out before the decision, so what is handed over is known to the office alone',
  'law/src/annual-report/counting/succession.ts#takeOver':
    'the cases of an organ that was taken over are counted by its own ledger; nothing adds them up yet',
  'law/src/annual-report/counting/succession.ts#takeOverText':
    'the sentence on a takeover is written by hand in section six of the report',
}

const numbered = (prefix: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${prefix}-${String(from + index).padStart(2, '0')}`)

const KEEPERS: readonly (readonly [string, Keeper])[] = Object.entries({
  ...REQUEST_RULES,
  ...COUNTING_RULE_KEEPERS,
  ...REPORT_RULE_KEEPERS,
  ...PUBLICATION_RULES,
}).map(([id, { keeper }]) => [id, keeper])

const IMPORTS = importsOf()

describe('every rule of the norms has a keeper', () => {
  test('REQ-01 to REQ-100, CR-01 to CR-25, AR-01 to AR-74, each once and none beside', () => {
    expect(Object.keys(REQUEST_RULES)).toEqual(numbered('REQ', 1, 100))
    expect(COUNTING_RULES.map(({ id }) => id)).toEqual(numbered('CR', 1, 25))
    expect(Object.keys(COUNTING_RULE_KEEPERS)).toEqual(numbered('CR', 1, 25))
    expect(Object.keys(REPORT_RULES)).toEqual(numbered('AR', 1, 74))
    expect(Object.keys(REPORT_RULE_KEEPERS)).toEqual(numbered('AR', 1, 74))
  })

  test('PUB-01 to PUB-135 without the reserved numbers', () => {
    expect(Object.keys(PUBLICATION_RULES)).toEqual([
      ...numbered('PUB', 1, 68),
      ...numbered('PUB', 70, 73),
      ...numbered('PUB', 80, 85),
      ...numbered('PUB', 90, 104),
      ...numbered('PUB', 110, 116),
      ...numbered('PUB', 120, 122),
      ...numbered('PUB', 130, 135),
    ])
  })

  test('no rule about requests, counting or the report waits to be written', () => {
    const waiting = KEEPERS.filter(([, keeper]) => 'missing' in keeper).map(([id]) => id)
    expect(waiting.filter((id) => !id.startsWith('PUB-'))).toEqual([])
  })

  test('what no machine can keep says why', () => {
    const left = KEEPERS.flatMap(([id, keeper]) => ('because' in keeper ? [[id, keeper.because]] : []))
    expect(left).toEqual([
      [
        'CR-08',
        '各机关只有自己的台账，不知道申请人是否也向别的机关提出；各自计数正是本规则的要求，汇总时不去重',
      ],
      ['PUB-83', '内容是否变质要由人看；程序能做的是提示标题、语言的突变'],
    ])
  })
})

test('every function that is named as a keeper exists under that name', () => {
  const named = new Set(KEEPERS.flatMap(([, keeper]) => ('by' in keeper ? keeper.by : [])))
  const absent = [...named].filter((reference) => !exists(reference))
  expect(named.size).toBeGreaterThan(100)
  expect(absent).toEqual([])
})

test('every function of the law that is named as a keeper is called by the program, outside its own file', () => {
  const named = new Set(KEEPERS.flatMap(([, keeper]) => ('by' in keeper ? keeper.by : [])))
  const ofLaw = [...named].filter((reference) => reference.startsWith('law/src/'))
  const idle = ofLaw.filter((reference) => !isImported(reference))
  expect(ofLaw.length).toBeGreaterThan(80)
  expect(idle.sort()).toEqual(Object.keys(NOT_CALLED).sort())
})

test('every rule has a sentence and an example in Chinese', () => {
  const rules = Object.entries({ ...REQUEST_RULES, ...PUBLICATION_RULES })
  for (const [id, { text, example }] of rules) {
    expect(`${id} ${text}`).toMatch(/[\u4e00-\u9fa5].*。$/)
    expect(example.length, id).toBeGreaterThan(5)
  }
})

/** Names that each file of the program imports; tests, their helpers and the rule tables themselves do not count. */
function importsOf(): ReadonlyMap<string, ReadonlySet<string>> {
  const files = PROGRAM.flatMap((part) =>
    readdirSync(new URL(`${part}/src/`, ROOT), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${part}/src/${path}`,
    ),
  ).filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\/testing\/|^law\/src\/rule\//.test(path))
  return new Map(
    files.map((path) => {
      const text = readFileSync(new URL(path, ROOT), 'utf8')
      const clauses = [...text.matchAll(/^import (?!type )[^;'"]*?\{([^}]*)\}\s*from/gm)]
      const names = clauses.flatMap(([, list = '']) =>
        list.split(',').flatMap((item) => item.trim().match(/^(?!type )\w+/)?.[0] ?? []),
      )
      return [path, new Set(names)]
    }),
  )
}

function isImported(reference: string): boolean {
  const [own = '', name = ''] = reference.split('#')
  return [...IMPORTS].some(([path, names]) => path !== own && names.has(name))
}

function exists(reference: string): boolean {
  const [path = '', name = ''] = reference.split('#')
  const file = new URL(path, ROOT)
  if (!existsSync(file)) return false
  return new RegExp(`^export (?:async )?(?:function\\*?|const|class) ${name}\\b`, 'm').test(
    readFileSync(file, 'utf8'),
  )
}
