import type { NamedBytes, OfficialAccount } from '../../services/channels/official-account.ts'
import { accessToken } from './access-token.ts'
import { STALE_TOKEN } from './error-table.ts'
import { type Answer, ask, json } from './platform-call.ts'

/** 公众号: the account, and where its platform answers. */
export type WechatSettings = Readonly<{
  appId: string
  secret: string
  /** `https://api.weixin.qq.com`, or a relay of one's own before it. */
  url: string
  /** The agency whose account it is, by its short address. */
  agency: string | null
}>

/** 微信公众号 by the platform's server-side calls: 素材, 草稿, 发布. */
export function wechatAccount(settings: WechatSettings): OfficialAccount {
  const token = accessToken(settings)

  /** A token that the platform no longer takes is renewed once. */
  async function call(path: string, body: () => Pick<RequestInit, 'body' | 'headers'>): Promise<Answer> {
    const send = (with_: string) => ask(addressOf(settings, path, with_), { ...body(), method: 'POST' })
    const used = await token.get()
    try {
      return await send(used)
    } catch (error) {
      if (!STALE_TOKEN.includes((error as { code?: number }).code ?? 0)) throw error
      return send(await token.renew(used))
    }
  }

  return {
    agency: settings.agency,
    async uploadPicture(picture) {
      return text(await call('/cgi-bin/media/uploadimg', () => ({ body: formOf(picture) })), 'url')
    },
    async uploadCover(picture) {
      const answer = await call('/cgi-bin/material/add_material?type=image', () => ({
        body: formOf(picture),
      }))
      return text(answer, 'media_id')
    },
    async addDraft({ title, author, digest, content, sourceUrl, coverId }) {
      const article = {
        article_type: 'news',
        title,
        author,
        digest,
        content,
        content_source_url: sourceUrl,
        thumb_media_id: coverId,
        need_open_comment: 0,
        only_fans_can_comment: 0,
      }
      return text(await call('/cgi-bin/draft/add', () => json({ articles: [article] })), 'media_id')
    },
    async submit(draftId) {
      return text(await call('/cgi-bin/freepublish/submit', () => json({ media_id: draftId })), 'publish_id')
    },
    async status(publishId) {
      const answer = await call('/cgi-bin/freepublish/get', () => json({ publish_id: publishId }))
      const detail = answer.article_detail as { item?: readonly { article_url?: string }[] } | undefined
      return {
        status: Number(answer.publish_status ?? Number.NaN),
        articleId: typeof answer.article_id === 'string' ? answer.article_id : null,
        articleUrl: detail?.item?.[0]?.article_url ?? null,
      }
    },
    async remove(articleId) {
      await call('/cgi-bin/freepublish/delete', () => json({ article_id: articleId, index: 1 }))
    },
  }
}

function addressOf({ url }: WechatSettings, path: string, token: string): URL {
  const address = new URL(url.replace(/\/$/, '') + path)
  address.searchParams.set('access_token', token)
  return address
}

function formOf({ name, mediaType, bytes }: NamedBytes): FormData {
  const form = new FormData()
  form.append('media', new Blob([new Uint8Array(bytes)], { type: mediaType }), name)
  return form
}

/** Numbers of the platform come as text or as number. */
function text(answer: Answer, name: string): string {
  const value = answer[name]
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  throw new Error(`公众号平台的应答没有${name}`)
}
