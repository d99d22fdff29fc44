import { describe, expect, it } from 'vitest'
import { citationText } from '../citation.ts'
import { ARCHIVE_METADATA } from './archive-metadata.ts'
import { ARCHIVE_RETENTION, archiveTermOf } from './archive-term.ts'
import { CONTENT_KINDS } from './content-kind.ts'

describe('文书档案的保管期限', () => {
  // biome-ignore format: a table
  const CASES = [
    ['normative',    '永久'], ['regulation', '永久'], ['policy',      '永久'], ['organisation', '永久'],
    ['statistics',   '永久'], ['budget',     '永久'], ['plan',        '永久'], ['licence',      '永久'],
    ['procurement',  '30年'], ['penalty',    '30年'], ['supervision', '30年'], ['announcement', '10年'],
  ] as const
  it.each(CASES)('%s: %s', (kind, term) => expect(archiveTermOf(kind, {})).toBe(term))

  it('follows the organ’s own schedule before the table', () => {
    expect(archiveTermOf('announcement', { announcement: '30年' })).toBe('30年')
    expect(archiveTermOf('normative', { announcement: '30年' })).toBe('永久')
  })

  it('names a line of the schedule for every kind', () => {
    expect(Object.keys(ARCHIVE_RETENTION).sort()).toEqual(Object.keys(CONTENT_KINDS).sort())
    for (const { category, basis } of Object.values(ARCHIVE_RETENTION)) {
      expect(category).not.toBe('')
      expect(citationText(basis)).toBe('《机关文件材料归档范围和文书档案保管期限规定》（国家档案局令第8号）')
    }
  })
})

describe('归档元数据的名称', () => {
  it('keeps apart what was read in the standard’s list of contents and what was not', () => {
    const unsure = Object.entries(ARCHIVE_METADATA).flatMap(([name, { sure }]) => (sure ? [] : [name]))
    expect(unsure).toEqual(['密级', '格式信息'])
    expect(Object.keys(ARCHIVE_METADATA)).not.toContain('数字签名信息')
  })
})
