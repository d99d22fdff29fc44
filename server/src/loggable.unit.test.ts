import { expect, it } from 'vitest'
import { loggable } from './loggable.ts'

it('keeps what went wrong and where, and nothing of the row that a database refused', () => {
  const refused = Object.assign(new Error('new row for relation "applicant" violates check constraint "x"'), {
    code: '23514',
    severity: 'ERROR',
    detail: 'Failing row contains (0198, 欧阳测试, 11010519491231002X).',
    where: 'SQL statement "insert … 13800001234"',
  })
  const told = loggable(new Error('没有保存', { cause: refused }))
  expect(told).toContain('violates check constraint "x"')
  expect(told).toContain('code: 23514')
  expect(told).toContain('loggable.unit.test.ts')
  for (const secret of ['欧阳测试', '11010519491231002X', '13800001234']) expect(told).not.toContain(secret)
})

it('tells what was thrown and is no error', () => {
  expect(loggable('上游断开')).toBe('上游断开')
})
