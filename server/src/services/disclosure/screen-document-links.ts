import type { FoundLink, ScreeningFinding } from '@mingfu/screening'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'

type On = Readonly<{ links: readonly FoundLink[]; approved: readonly string[] }>
type Fault = Readonly<{ rule: 'PUB-80' | 'PUB-81' | 'PUB-84'; message: string; href: string }>

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const DOCUMENT = new RegExp(`/documents/(${UUID})`, 'i')
const FILE = new RegExp(`^/files/[^/]+/(${UUID})/(${UUID})`, 'i')
/** Sites of organs of state, which are run under rules of their own. */
const OF_STATE = /(?:^|\.)(?:gov\.cn|npc\.gov\.cn|court\.gov\.cn|edu\.cn|people\.com\.cn|xinhuanet\.com)$/i

/** 链接核对: pages and files of this site that are not there or not public, and other sites that nobody approved. */
export async function screenDocumentLinks(ctx: Context, on: On): Promise<readonly ScreeningFinding[]> {
  const faults: Fault[] = []
  for (const { href } of on.links) {
    const fault = await faultOf(ctx, on, href)
    if (fault !== undefined) faults.push(fault)
  }
  return faults.map(({ rule, message, href }) => ({
    id: `${rule}/正文/${href.slice(0, 120)}`,
    rule,
    level: 'block',
    certainty: 'certain',
    message,
    excerpt: href.slice(0, 80),
    where: '正文',
    at: 0,
    length: 0,
    suggestion: null,
  }))
}

async function faultOf(ctx: Context, { approved }: On, href: string): Promise<Fault | undefined> {
  if (href.startsWith('/') && !href.startsWith('//')) return faultInside(ctx, href)
  const host = hostOf(href)
  if (host === undefined) return undefined
  if (ctx.publicUrl !== null && host === hostOf(ctx.publicUrl)) {
    const isMixed = ctx.publicUrl.startsWith('https:') && href.toLowerCase().startsWith('http:')
    const message = '本站的链接写作http，与https的页面混用，请改为https或者以“/”开头的地址'
    return isMixed ? { rule: 'PUB-84', message, href } : faultInside(ctx, new URL(href).pathname)
  }
  if (OF_STATE.test(host)) return undefined
  if (approved.some((entry) => host === entry || host.endsWith(`.${entry}`))) return undefined
  const message = `链接到站外网站“${host}”，请确认确有必要；常用的网站登记到检查名单`
  return { rule: 'PUB-81', message, href }
}

/** 站内链接: whether the page or the file is there for the public; `undefined` for what is no document. */
export async function faultInside(ctx: Context, path: string): Promise<Fault | undefined> {
  const document = DOCUMENT.exec(path)?.[1]
  const [, ofDocument, file] = FILE.exec(path) ?? []
  const documentId = document ?? ofDocument
  if (documentId === undefined || (await isPublic(ctx, documentId, file))) return undefined
  return { rule: 'PUB-80', message: '链接的页面或者附件不存在，或者没有公开，请改正', href: path }
}

function isPublic(ctx: Context, documentId: string, fileId: string | undefined): Promise<boolean> {
  return tx(ctx, async (t) => {
    const found = await t
      .selectFrom('document')
      .select('document.document_id')
      .where('document.document_id', '=', documentId)
      .where('state', '=', 'published')
      .$if(fileId !== undefined, (query) =>
        query
          .innerJoin('document_file', (join) =>
            join
              .onRef('document_file.agency_id', '=', 'document.agency_id')
              .onRef('document_file.document_id', '=', 'document.document_id'),
          )
          .where('document_file.file_id', '=', fileId ?? ''),
      )
      .executeTakeFirst()
    return found !== undefined
  })
}

export function hostOf(href: string): string | undefined {
  try {
    const { protocol, hostname } = new URL(href)
    return /^https?:$/.test(protocol) ? hostname.toLowerCase() : undefined
  } catch {
    return undefined
  }
}
