import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../clock/settings.ts'
import { usualClass, usualOutcome } from './usual-choice.ts'

test('questions and archived files get the outcome that the office keeps to', () => {
  expect(usualOutcome('inquiry', DEFAULT_SETTINGS)).toBe('other-misc')
  expect(usualOutcome('archives', DEFAULT_SETTINGS)).toBe('other-misc')
  expect(usualOutcome('not-government-information', DEFAULT_SETTINGS)).toBe('other-misc')
  const other = { inquiryOutcome: 'unable-needs-creation', archivesOutcome: 'deny-admin-query' } as const
  expect(usualOutcome('inquiry', other)).toBe('unable-needs-creation')
  expect(usualOutcome('archives', other)).toBe('deny-admin-query')
})

test('a sole trader is counted where the office counts him, a law firm among legal services', () => {
  expect(usualClass('sole-trader', DEFAULT_SETTINGS)).toBe('natural-person')
  expect(usualClass('sole-trader', { soleTraderClass: 'commercial-enterprise' })).toBe(
    'commercial-enterprise',
  )
  expect(usualClass('person', DEFAULT_SETTINGS)).toBe('natural-person')
  expect(usualClass('company', DEFAULT_SETTINGS)).toBe('commercial-enterprise')
  expect(usualClass('law-firm', DEFAULT_SETTINGS)).toBe('legal-service-org')
  expect(usualClass('institute', DEFAULT_SETTINGS)).toBe('research-institution')
  expect(usualClass('charity', DEFAULT_SETTINGS)).toBe('public-interest-org')
  expect(usualClass('other', DEFAULT_SETTINGS)).toBe('other-org')
})
