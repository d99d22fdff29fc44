import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { citationText } from '../citation.ts'
import { parsePlainDate } from '../plain-date.ts'
import { extendDeadline } from './extension.ts'

const day = parsePlainDate

// Worked out from the 2024 notice: 10月1日至7日放假, 9月14日, 9月29日 and 10月12日 worked, 9月15日至17日放假.
describe('条例 第三十三条第二款: an answer may be put off by up to 20 working days', () => {
  // biome-ignore format: a table
  const CASES = [
    // case                               due           used  asks  answer
    ['over 国庆 and its worked weekends', '2024-09-20', 0,    20,   '2024-10-23'],
    ['the rest of the 20 days',           '2024-07-02', 15,   5,    '2024-07-09'],
    ['one day more than 20',              '2024-07-02', 15,   6,    'extension-too-long'],
    ['no day at all',                     '2024-07-02', 0,    0,    'extension-too-long'],
    ['half a day',                        '2024-07-02', 0,    0.5,  'extension-too-long'],
  ] as const
  test.each(CASES)('%s', (_case, due, used, workingDays, answer) => {
    const ask = { workingDays, approvedBy: '李主任', today: day(due) }
    const ruling = extendDeadline({ dueOn: day(due), extendedBy: used }, ask, NATIONAL_CALENDAR)
    expect(ruling.granted ? ruling.value.dueOn : ruling.refusal.code).toBe(answer)
    if (ruling.granted) expect(ruling.value.extendedBy).toBe(used + workingDays)
  })

  test('not without the consent of the office head', () => {
    for (const approvedBy of [null, ' ']) {
      const ruling = extendDeadline(
        { dueOn: day('2024-07-02'), extendedBy: 0 },
        { workingDays: 5, approvedBy, today: day('2024-07-01') },
        NATIONAL_CALENDAR,
      )
      expect(ruling).toMatchObject({ granted: false, refusal: { code: 'extension-not-approved' } })
    }
  })

  test('not once the deadline has passed, and the refusal carries the article', () => {
    const ruling = extendDeadline(
      { dueOn: day('2024-07-02'), extendedBy: 0 },
      { workingDays: 5, approvedBy: '李主任', today: day('2024-07-03') },
      NATIONAL_CALENDAR,
    )
    expect(ruling.granted).toBe(false)
    if (!ruling.granted) {
      expect(ruling.refusal.reason).toBe('答复期限已经届满，不能再延长')
      expect(citationText(ruling.refusal.basis)).toBe('《中华人民共和国政府信息公开条例》第三十三条第二款')
    }
  })
})
