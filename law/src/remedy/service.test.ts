import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../plain-date.ts'
import type { RequestEvent, ServiceMethod } from '../request/event.ts'
import { readService } from './service.ts'

const day = parsePlainDate
const ARRIVAL = { electronicServiceDate: 'arrival' } as const

const served = (method: ServiceMethod, facts = {}): Extract<RequestEvent, { kind: 'served' }> => ({
  kind: 'served',
  on: day('2024-10-14'),
  method,
  sentOn: day('2024-10-14'),
  ...facts,
})

describe('two dates of a service: in time for the agency, and day 0 for the applicant', () => {
  const received = { receivedOn: day('2024-10-17') }
  // biome-ignore format: a table
  const CASES = [
    ['direct',        {},       '2024-10-14', '2024-10-14'],
    ['direct',        received, '2024-10-17', '2024-10-17'],
    ['entrusted',     received, '2024-10-17', '2024-10-17'],
    ['post',          received, '2024-10-14', '2024-10-17'],  // T27: the day of posting decides
    ['post',          {},       '2024-10-14', null],
    ['electronic',    {},       '2024-10-14', '2024-10-14'],
    ['electronic',    { receivedOn: day('2024-10-15') }, '2024-10-15', '2024-10-15'],
    ['left',          {},       '2024-10-14', '2024-10-14'],
    ['public-notice', {},       '2024-10-14', '2024-11-13'],  // thirty days
  ] as const
  test.each(CASES)('%s, %o', (method, facts, timelyOn, remedyFrom) => {
    expect(readService(served(method, facts), ARRIVAL)).toMatchObject({ method, timelyOn, remedyFrom })
  })

  test('the slip that comes later completes a service by post', () => {
    expect(readService(served('post'), ARRIVAL, day('2024-10-18'))).toMatchObject({
      timelyOn: '2024-10-14',
      remedyFrom: '2024-10-18',
    })
  })

  test('an electronic answer may start the remedies when it is first opened', () => {
    const firstOpened = { electronicServiceDate: 'first-opened' } as const
    expect(readService(served('electronic'), firstOpened)).toMatchObject({
      timelyOn: '2024-10-14',
      remedyFrom: null,
    })
    expect(readService(served('electronic', { openedOn: day('2024-10-16') }), firstOpened)).toMatchObject({
      remedyFrom: '2024-10-16',
    })
    // Arrived on the 14th, taken on the 17th: in time by the one, remedies from the other.
    expect(readService(served('electronic'), firstOpened, day('2024-10-17'))).toMatchObject({
      timelyOn: '2024-10-14',
      remedyFrom: '2024-10-17',
    })
  })
})
