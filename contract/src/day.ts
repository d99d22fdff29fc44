import { isPlainDate, type PlainDate } from '@mingfu/law'
import { z } from 'zod'

/** A calendar day in China, `2024-09-30`. */
export const Day = z.string().refine(isPlainDate, '请按 2024-09-30 的样式填写日期') as unknown as z.ZodType<
  PlainDate,
  string
>
