import { describe, expect, it } from 'vitest'
import { endOfQuiet, isQuiet } from './quiet-hours.ts'

describe('免打扰', () => {
  // biome-ignore format: a table
  const CASES = [
    // from, to,  at (China),             quiet, and until
    [20,     8,   '2024-09-30T19:59:59',  false, null],
    [20,     8,   '2024-09-30T20:00:00',  true,  '2024-10-01T08:00:00'],
    [20,     8,   '2024-10-01T07:59:59',  true,  '2024-10-01T08:00:00'],
    [20,     8,   '2024-10-01T08:00:00',  false, null],
    [12,     14,  '2024-09-30T13:30:00',  true,  '2024-09-30T14:00:00'],
    [12,     14,  '2024-09-30T14:00:00',  false, null],
    [18,     24,  '2024-09-30T23:30:00',  true,  '2024-10-01T00:00:00'],
    [0,      0,   '2024-09-30T00:00:00',  false, null],
    [8,      8,   '2024-09-30T08:30:00',  false, null],
  ] as const
  it.each(CASES)('from %i to %i, at %s: %s', (quietFrom, quietTo, at, quiet, until) => {
    const now = new Date(`${at}+08:00`)
    expect(isQuiet(now, { quietFrom, quietTo })).toBe(quiet)
    if (until !== null) expect(endOfQuiet(now, { quietFrom, quietTo })).toEqual(new Date(`${until}+08:00`))
  })
})
