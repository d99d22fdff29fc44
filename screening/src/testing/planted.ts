/** Six invented items, each of another rule, as they would stand in any layer of any file. */
export const PLANTED =
  '持证人11010519491231002X，手机13812345678，卡号6222020200112233446，住址某某镇某某村三组12号张某，机密★1年，中国入民银行'

/** The rules that must find them, in the order of the numbers. */
export const RULES = ['PUB-60', 'PUB-61', 'PUB-62', 'PUB-63', 'PUB-67', 'PUB-70'] as const

/** A file with the items in one layer, and the name of that layer as the clerk reads it. */
export type Plant = Readonly<{ layer: string; name: string; where: string; bytes: Uint8Array }>
