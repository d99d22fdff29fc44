import { BlockList, isIP, isIPv6 } from 'node:net'

/** Networks that are nobody's on the internet: this machine, private and carrier networks, tests, multicast. */
const CLOSED = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  CLOSED.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  CLOSED.addSubnet(network, prefix, 'ipv6')
}

/** Whether an address may be called for a link in somebody's text. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false
  if (!isIPv6(address)) return !CLOSED.check(address, 'ipv4')
  // An IPv4 address that wears the other's clothes: mapped, translated or tunnelled.
  const inner = innerIpv4(address)
  return inner === undefined ? !CLOSED.check(address, 'ipv6') : !CLOSED.check(inner, 'ipv4')
}

function innerIpv4(address: string): string | undefined {
  const groups = groupsOf(address)
  const dotted = (high = 0, low = 0) => [high >> 8, high & 255, low >> 8, low & 255].join('.')
  const begins = (...first: readonly number[]) => first.every((group, index) => groups[index] === group)
  if (begins(0, 0, 0, 0, 0, 0xffff) || begins(0x64, 0xff9b, 0, 0, 0, 0)) return dotted(groups[6], groups[7])
  if (begins(0, 0, 0, 0, 0, 0) && groups[6] !== 0) return dotted(groups[6], groups[7])
  return begins(0x2002) ? dotted(groups[1], groups[2]) : undefined
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const bare = address
    .replace(/%.*$/, '')
    .replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_all, a, b, c, d) =>
      [(Number(a) << 8) | Number(b), (Number(c) << 8) | Number(d)].map((part) => part.toString(16)).join(':'),
    )
  const [head = '', tail] = bare.split('::')
  const read = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
  const [first, last] = [read(head), read(tail ?? '')]
  if (tail === undefined) return first
  return [...first, ...Array<number>(Math.max(0, 8 - first.length - last.length)).fill(0), ...last]
}
