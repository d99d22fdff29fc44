import { expect, test } from 'vitest'
import { CHANNELS, type Channel, isChannelOpen } from './channel.ts'

test('the counter and the post are never closed', () => {
  const basic = (Object.keys(CHANNELS) as Channel[]).filter((channel) => isChannelOpen(channel, []))
  expect(basic).toEqual(['in-person', 'oral', 'post-signed', 'post-ordinary'])
})

test('fax, form and mail are open once announced, or while the guide says nothing of channels', () => {
  expect(isChannelOpen('email', ['online'])).toBe(false)
  expect(isChannelOpen('email', ['online', 'email'])).toBe(true)
  expect(isChannelOpen('fax', null)).toBe(true)
})
