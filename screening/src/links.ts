import type { Hit, ScreeningFinding } from './finding.ts'
import type { FoundLink } from './layers/layer.ts'
import { findingOf } from './screen-texts.ts'

const INTRANET = /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/

/** 链接的写法: hidden, leading to bare addresses or into the office's own network, or to no place at all. */
export function screenLinks(links: readonly FoundLink[]): readonly ScreeningFinding[] {
  return links.flatMap((link, index) =>
    faultsOf(link).map(([rule, level, message]) =>
      findingOf(
        { rule, level, message, certainty: 'certain', at: index, length: 0, masked: null },
        link.where,
        link.href.slice(0, 80),
      ),
    ),
  )
}

type Fault = readonly [Hit['rule'], Hit['level'], string]

function faultsOf({ href, text, hidden }: FoundLink): readonly Fault[] {
  const faults: Fault[] = []
  if (hidden !== null) faults.push(['PUB-85', 'veto', `有隐藏的链接（${hidden}），请删除`])
  const address = parsed(href)
  if (address === undefined) return faults
  const { protocol, hostname } = address
  if (protocol === 'file:' || /^[a-z]:$/i.test(protocol))
    faults.push(['PUB-84', 'block', '链接指向本机的文件，公众打不开，请改为网址或者附件'])
  else if (/^(?:javascript|vbscript|data):$/.test(protocol))
    faults.push(['PUB-84', 'block', '链接是一段程序，请改为网址'])
  else if (INTRANET.test(hostname))
    faults.push(['PUB-84', 'block', '链接指向内部网络，公众打不开，请改为公开的网址'])
  else if (ADDRESS.test(hostname) || hostname.startsWith('['))
    faults.push(['PUB-84', 'block', '链接使用IP地址，请改为域名'])
  const shown = /^(?:https?:\/\/)?([\w-]+(?:\.[\w-]+)+)/i.exec(text)?.[1]
  if (
    shown !== undefined &&
    hostname !== '' &&
    bare(shown) !== bare(hostname) &&
    /\.(?:cn|com|net|org|gov)/.test(shown)
  )
    faults.push(['PUB-81', 'block', '链接的文字与实际网址不是同一个网站，请核对'])
  return faults
}

function parsed(href: string): URL | undefined {
  try {
    return new URL(href)
  } catch {
    return undefined
  }
}

function bare(host: string): string {
  return host.toLowerCase().replace(/^www\./, '')
}
