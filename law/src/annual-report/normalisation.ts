/**
 * What a reader of printed reports has to fold before it compares a label (steps N2 to N8). Recognition only:
 * what is printed is always the canonical label.
 */
export const LABEL_NORMALISATION = {
  /** Deleted wherever they stand; all other white space inside a label follows. */
  invisible: /[\u00A0\u00AD\u200B-\u200D\u2060\uFEFF]/g,
  quotes: /[“”„‟「」『』"＂]/g,
  dashes: /[‐‑‒–—―－]/g,
  /** One leading ordinal, kept as a hint and never used as the key. */
  ordinal:
    /^(?:[一二三四五六七八九十]+[、.．,，]|[（(][一二三四五六七八九十]+[）)]|[（(]\d+[）)]|\d+[、.．,，]|[①-⑳])/,
  /** Edit distance that is still accepted when exactly one candidate of the same group remains. */
  distance: { short: 1, long: 2, longFrom: 10 },
} as const

/** Words of Traditional copies whose characters do not convert one by one. */
export const TRADITIONAL_SWAPS: readonly (readonly [from: string, to: string])[] = [
  ['反覆', '反复'],
  ['答覆', '答复'],
  ['檔案', '文件'],
  ['入口網站', '门户网站'],
  ['計畫', '计划'],
  ['民眾', '群众'],
  ['資訊', '信息'],
  ['專案', '项目'],
]

/** Single characters that a careless conversion got wrong. */
export const TRADITIONAL_REPAIRS: readonly (readonly [from: string, to: string])[] = [
  ['製', '制'],
  ['麵', '面'],
  ['係', '系'],
  ['隻', '只'],
]

/** Written where a figure belongs, and none: neither zero nor number. The empty string is a blank, the rest placeholders. */
export const EMPTY_MARKERS: readonly string[] = [
  '',
  '-',
  '--',
  '—',
  '——',
  '_',
  '/',
  '／',
  '\\',
  '无',
  '無',
  'N/A',
  'n/a',
  '*',
  '…',
  '空',
]

/** Units that may stand behind a count; stripped and reported. */
export const COUNT_UNITS: readonly string[] = ['件', '条', '份', '宗', '项', '个']

export const REPORT_TITLE = {
  canonical: '{org}{year}年政府信息公开工作年度报告',
  pattern: /^(?<org>.+?)(?<year>20[0-9]{2})年度?政府信息公开工作年度报告$/,
  variants: [
    '{org}{year}年度政府信息公开工作年度报告',
    '{org}政府信息公开工作{year}年度报告',
    '{org}{year}年度政府信息公开工作报告',
    '关于{year}年度政府信息公开情况的报告',
    '{org}{year}年政府信息公开工作年度报告（图片版）',
  ],
} as const

/** `reportTitle('示例市城市管理局', 2024)` → `示例市城市管理局2024年政府信息公开工作年度报告`. */
export function reportTitle(orgName: string, year: number): string {
  return `${orgName}${year}年政府信息公开工作年度报告`
}
