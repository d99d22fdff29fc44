import { describe, expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

describe('addresses that a link in somebody’s text may lead to', () => {
  // biome-ignore format: a table
  const CASES = [
    ['8.8.8.8', true], ['114.114.114.114', true], ['240e::1', true], ['2400:3200::1', true],
    ['127.0.0.1', false], ['10.1.2.3', false], ['172.16.0.1', false], ['172.31.255.255', false], ['172.32.0.1', true],
    ['192.168.1.1', false], ['169.254.169.254', false], ['100.64.0.1', false], ['0.0.0.0', false], ['224.0.0.1', false],
    ['255.255.255.255', false], ['198.18.0.1', false],
    ['::1', false], ['::', false], ['fe80::1', false], ['fe80::1%eth0', false], ['fd00::1', false], ['ff02::1', false],
    ['::ffff:127.0.0.1', false], ['::ffff:7f00:1', false], ['::ffff:8.8.8.8', true], ['64:ff9b::a00:1', false],
    ['64:ff9b::808:808', true], ['2002:7f00:1::', false], ['::7f00:1', false], ['not an address', false],
  ] as const
  test.each(CASES)('%s: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected)
  })
})
