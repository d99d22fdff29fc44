import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fieldErrors, titleAt } from './field-errors.ts'

const Form = z.object({
  reason: z.string().trim().min(5).max(10).meta({ title: '理由' }),
  copies: z.coerce.number().int().min(1).max(9).default(1).meta({ title: '份数' }),
  channel: z.enum(['mail', 'counter']).meta({ title: '提出方式' }),
  email: z.email().nullable().default(null).meta({ title: '电子邮箱' }),
  password: z.string().min(10, '新密码不少于10个字符').meta({ title: '新密码' }),
  contact: z.object({ phone: z.string().min(1).meta({ title: '联系电话' }) }),
  organs: z
    .array(z.object({ name: z.string().min(1).meta({ title: '机关名称' }) }))
    .min(1)
    .meta({ title: '机关' }),
})

const GOOD = {
  reason: '检索需要时间',
  channel: 'mail',
  password: 'long-enough-1',
  contact: { phone: '0377-66010001' },
  organs: [{ name: '财政局' }],
}

function faults(change: Record<string, unknown>): Record<string, string> {
  const parsed = Form.safeParse({ ...GOOD, ...change }, { reportInput: true })
  return parsed.success ? {} : fieldErrors(Form, parsed.error)
}

describe('what is wrong with a field is said in one plain sentence with its name', () => {
  // biome-ignore format: a table
  const CASES = [
    ['nothing is wrong', {}, {}],
    ['missing', { reason: undefined }, { reason: '请填写理由' }],
    ['empty', { reason: '' }, { reason: '请填写理由' }],
    ['too short', { reason: '忙' }, { reason: '理由不少于5个字' }],
    ['too long', { reason: '一二三四五六七八九十一' }, { reason: '理由不超过10个字，请精简' }],
    ['below the least', { copies: '0' }, { copies: '份数不能小于1' }],
    ['above the most', { copies: 10 }, { copies: '份数不能大于9' }],
    ['no number', { copies: 'abc' }, { copies: '份数应当是数字，请重新填写' }],
    ['a fraction', { copies: 1.5 }, { copies: '份数应当是整数，请重新填写' }],
    ['no choice made', { channel: undefined }, { channel: '请选择提出方式' }],
    ['a choice that is not offered', { channel: 'dove' }, { channel: '请从给出的选项中选择提出方式' }],
    ['a format', { email: 'nobody' }, { email: '电子邮箱应当是完整的电子邮箱地址' }],
    ["the schema's own words win", { password: 'short' }, { password: '新密码不少于10个字符' }],
    ['a field inside a field', { contact: { phone: '' } }, { 'contact.phone': '请填写联系电话' }],
    ['a list without entries', { organs: [] }, { organs: '机关至少填写1项' }],
    ['an entry of a list', { organs: [{ name: '财政局' }, { name: '' }] }, { 'organs.1.name': '请填写机关名称' }],
  ] as const
  it.each(CASES)('%s', (_case, change, expected) => {
    expect(faults(change)).toEqual(expected)
  })

  it('finds the name below a default, and none for a field that is not there', () => {
    expect(titleAt(Form, ['email'])).toBe('电子邮箱')
    expect(titleAt(Form, ['colour'])).toBeUndefined()
  })
})
