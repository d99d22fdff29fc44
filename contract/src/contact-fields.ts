import { z } from 'zod'

/** 邮箱 of a member of staff. */
export const MailAddress = z
  .email('邮箱地址不完整，例如 zhangsan@example.gov.cn')
  .max(200)
  .nullable()
  .default(null)
  .meta({ title: '邮箱' })

/** 手机号码 of a member of staff. */
export const MobileNumber = z
  .string()
  .trim()
  .regex(/^1\d{10}$/, '手机号码是以1开头的11位数字')
  .nullable()
  .default(null)
  .meta({ title: '手机号码' })
