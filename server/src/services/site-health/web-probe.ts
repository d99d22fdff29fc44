/** What came of calling an address. */
export type WebVisit = Readonly<{
  outcome: LinkOutcome
  status: number | null
  /** Where redirects ended; null when nothing answered. */
  finalUrl: string | null
  title: string | null
  language: string | null
  milliseconds: number
  error: string | null
}>

/** 链接检查的结果; `unsure` is a site that turns programs away, which says nothing about readers. */
export const LINK_OUTCOMES = {
  ok: { label: '正常', isFault: false, remedy: '' },
  elsewhere: { label: '转到了别的网站', isFault: true, remedy: '核对域名是否易主；确是迁移的，改成新地址' },
  missing: { label: '页面不存在', isFault: true, remedy: '改成现在的地址，或者去掉链接' },
  failing: { label: '对方网站出错', isFault: true, remedy: '过几天仍出错的，改成别的来源或者去掉链接' },
  gone: { label: '域名失效', isFault: true, remedy: '域名可能被他人注册，请尽快去掉链接' },
  unreachable: { label: '打不开', isFault: true, remedy: '在外网打开核对；确实打不开的，去掉链接' },
  unsure: { label: '对方不允许程序访问', isFault: false, remedy: '' },
  refused: { label: '指向内部地址', isFault: true, remedy: '内部地址读者打不开，请改成公开的地址' },
} as const satisfies Record<string, { label: string; isFault: boolean; remedy: string }>

export type LinkOutcome = keyof typeof LINK_OUTCOMES

/** Calls addresses on the web, and nothing inside the house: only `own` may lie on a private network. */
export type WebProbe = Readonly<{
  visit(url: string, options: Readonly<{ own: string | null; timeoutMs: number }>): Promise<WebVisit>
  /** AAAA records of a name; empty when it has none. */
  ipv6Of(host: string): Promise<readonly string[]>
}>

/** A house that calls nobody: nothing is measured. */
export const NO_WEB: WebProbe = {
  visit: async () => ({
    outcome: 'unsure',
    status: null,
    finalUrl: null,
    title: null,
    language: null,
    milliseconds: 0,
    error: '没有接通外部网络',
  }),
  ipv6Of: async () => [],
}
