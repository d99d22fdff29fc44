import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { captured } from '../testing/captured.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mingfu-'))
  vi.stubEnv('MINGFU_HOME', home)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true })
})

test('a year is shown with its working days', async () => {
  const { out } = await captured('calendar', 'show', '2025')
  expect(out).toContain('2025年共248个工作日')
  expect(out).toContain(
    '春节：2025年1月28日至2025年2月4日放假；2025年1月26日（星期日）、2025年2月8日（星期六）上班',
  )
})

describe('a day', () => {
  // biome-ignore format: a table
  const CASES = [
    ['2024-02-04', '2024年2月4日是工作日（星期日，春节调休上班，国办发明电〔2023〕7号）\n'],
    ['2025-10-08', '2025年10月8日不是工作日（星期三，国庆节、中秋节放假，国办发明电〔2024〕12号）\n'],
    ['2024-09-21', '2024年9月21日不是工作日（星期六）\n'],
    ['2031-01-01', '2031年1月1日是工作日（星期三）（暂定，该年度放假安排尚未公布）\n'],
  ] as const
  test.each(CASES)('%s', async (on, text) => {
    expect((await captured('calendar', 'check', on)).out).toBe(text)
  })
})

const NOTICE_2027 = {
  year: 2027,
  title: '国务院办公厅关于2027年部分节假日安排的通知',
  number: null,
  issuedOn: null,
  amends: false,
  holidays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03', workedOn: [] },
    { name: '春节', from: '2027-02-06', to: '2027-02-12', workedOn: ['2027-01-30'] },
    { name: '清明节', from: '2027-04-03', to: '2027-04-05', workedOn: [] },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05', workedOn: ['2027-05-08'] },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09', workedOn: [] },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15', workedOn: [] },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07', workedOn: ['2027-10-09'] },
  ],
}

describe('a new notice', () => {
  test('that is imported makes deadlines of its year final', async () => {
    const file = join(home, 'notice.json')
    writeFileSync(file, JSON.stringify(NOTICE_2027))
    expect(JSON.parse((await captured('clock', '--received', '2027-01-11', '--json')).out).provisional).toBe(
      true,
    )
    const { code, out } = await captured('calendar', 'import', file)
    expect(code).toBe(0)
    expect(out).toContain('工作日历收录至2027年12月31日')
    const after = JSON.parse((await captured('clock', '--received', '2027-01-11', '--json')).out)
    expect(after).toMatchObject({ provisional: false, dueOn: '2027-02-05' })
  })

  test('that does not add up is refused with the reason, and nothing is kept', async () => {
    const file = join(home, 'notice.json')
    writeFileSync(file, JSON.stringify({ ...NOTICE_2027, holidays: NOTICE_2027.holidays.slice(0, 3) }))
    const { code, err } = await captured('calendar', 'import', file)
    expect(code).toBe(2)
    expect(err).toBe('通知没有导入：年度通知中没有读到劳动、端午、中秋、国庆的安排，请核对原文\n')
    expect((await captured('calendar', 'show', '2027')).code).toBe(2)
  })
})
