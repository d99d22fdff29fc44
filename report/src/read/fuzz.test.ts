import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReport } from './read-report.ts'
import { chooser } from './testing/chooser.ts'
import { faultOf, fuzzFile, realFiles } from './testing/fuzz-reader.ts'
import { UnreadableFile } from './unreadable-file.ts'

const FILES = [
  'yahe-2019.txt',
  'hangzhou-like-2025.html',
  'blank-form-2021.docx',
  'shanghai-office-2025.md',
  'lzq-jiaoyuju-2019.txt',
].map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`../../fixtures/reports/${name}`, import.meta.url))),
}))
const PDF = new Uint8Array(readFileSync(new URL('../../fixtures/reports/huaian-2024.pdf', import.meta.url)))

/** Read, or refused with a Chinese sentence: nothing else may happen. */
async function survives(bytes: Uint8Array, name: string): Promise<void> {
  try {
    await readReport(bytes, name)
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile)
    expect(error instanceof Error ? error.message : '').toMatch(/\p{Script=Han}/u)
  }
}

const names = fc.constantFrom('a.txt', 'a.html', 'a.docx', 'a.xlsx', 'a.pdf', 'a.json', 'a.md', 'a.csv', 'a')

test('random bytes under any name', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), names, survives), { numRuns: 80 })
}, 30_000)

test('random bytes behind the marks of known files', async () => {
  const marks = fc.constantFrom(
    'PK\u0003\u0004word/document.xml',
    '%PDF-1.7\n',
    '\u00d0\u00cf\u0011\u00e0Workbook',
    '<html><table>',
    '{"meta":',
  )
  await fc.assert(
    fc.asyncProperty(marks, fc.uint8Array({ maxLength: 2000 }), names, async (mark, tail, name) => {
      const head = Uint8Array.from(mark, (letter) => letter.charCodeAt(0))
      await survives(Uint8Array.of(...head, ...tail), name)
    }),
    { numRuns: 50 },
  )
}, 30_000)

test('real files, cut and changed anywhere', async () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...FILES), fc.nat(), changes, async (file, cut, edits) => {
      const bytes = file.bytes.slice(0, 1 + (cut % file.bytes.length))
      for (const [place, value] of edits) bytes[place % bytes.length] = value
      await survives(bytes, file.name)
    }),
    { numRuns: 40 },
  )
}, 30_000)

test('a PDF, cut and changed anywhere', async () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(fc.nat(), changes, async (cut, edits) => {
      const bytes = PDF.slice(0, cut % 2 === 0 ? PDF.length : 1 + (cut % PDF.length))
      for (const [place, value] of edits) bytes[place % bytes.length] = value
      await survives(bytes, 'a.pdf')
    }),
    { numRuns: 4 },
  )
}, 60_000)

test('workbooks, old Word files, report JSON and pages in other encodings, spoilt outside and inside', async () => {
  const others = (await realFiles()).filter(({ name }) => /xlsx$|xls$|doc$|docx$|json$|^gbk|^utf/.test(name))
  const kinds = new Set(others.map(({ name }) => name.replace(/^.*\./, '')))
  expect(kinds).toEqual(new Set(['docx', 'xlsx', 'xls', 'doc', 'json', 'html']))
  for (let seed = 1; seed <= 60; seed++) {
    const file = fuzzFile(chooser(seed), others)
    expect(await faultOf(file), `seed ${seed}: ${file.what}`).toBeNull()
  }
}, 60_000)

// 20262554: an old workbook with one cell in column 15105 and one in row 19244.
test.each([20262554])(
  'a file that once took minutes: seed %i',
  async (seed) => {
    expect(await faultOf(fuzzFile(chooser(seed), await realFiles()))).toBeNull()
  },
  30_000,
)
