import { expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from './national-calendar.ts'
import { yearText } from './year-text.ts'

test('a year in lines, with the notice of every day', () => {
  expect(yearText(2025, NATIONAL_CALENDAR).split('\n')).toEqual([
    '2025年共248个工作日',
    '2025-01-01 星期三  元旦放假（国办发明电〔2024〕12号）',
    '2025-01-26 星期日  春节调休上班（国办发明电〔2024〕12号）',
    '2025-01-28 至 2025-02-04  春节放假（国办发明电〔2024〕12号）',
    '2025-02-08 星期六  春节调休上班（国办发明电〔2024〕12号）',
    '2025-04-04 至 2025-04-06  清明节放假（国办发明电〔2024〕12号）',
    '2025-04-27 星期日  劳动节调休上班（国办发明电〔2024〕12号）',
    '2025-05-01 至 2025-05-05  劳动节放假（国办发明电〔2024〕12号）',
    '2025-05-31 至 2025-06-02  端午节放假（国办发明电〔2024〕12号）',
    '2025-09-28 星期日  国庆节、中秋节调休上班（国办发明电〔2024〕12号）',
    '2025-10-01 至 2025-10-08  国庆节、中秋节放假（国办发明电〔2024〕12号）',
    '2025-10-11 星期六  国庆节、中秋节调休上班（国办发明电〔2024〕12号）',
  ])
})

test('a year without a notice says that it is provisional', () => {
  expect(yearText(2027, NATIONAL_CALENDAR)).toBe('2027年共261个工作日（暂定：放假安排尚未公布）')
})
