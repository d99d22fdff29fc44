import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sampleReport } from '../testing/sample-report.ts'
import { readReport } from './read-report.ts'

// The sample report as LibreOffice writes it from our Word file.
const FILES = ['sample-2024.doc', 'sample-2024-by-libreoffice.pdf']

test.each(FILES)('%s gives the figures of the sample', async (name) => {
  const bytes = new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)))
  const { report, unread } = await readReport(bytes, name)
  const { t2, t3, t4 } = sampleReport().tables
  expect(report.tables.t2?.cells).toEqual(t2?.cells)
  expect(report.tables.t3?.cells).toEqual(t3?.cells)
  expect(report.tables.t4?.cells).toEqual(t4?.cells)
  expect(report.meta).toMatchObject({ orgName: '示例市住房和城乡建设局', reportYear: 2024, format: '2021' })
  expect(report.sections?.map((section) => section.heading)).toEqual(
    sampleReport().sections?.map((section) => section.heading),
  )
  expect(unread).toEqual([])
})
