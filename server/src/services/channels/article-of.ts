import { type WechatArticle, type WechatPicture, wechatArticleFaults } from '@mingfu/law'
import { getAgency } from '../agencies/find-agency.ts'
import type { Context } from '../context.ts'
import type { PublishedDocument } from '../disclosure/find-published-document.ts'
import { pictureAddress, pictureIdsIn, readPictures } from '../disclosure/picture/text-picture.ts'
import { articleHtml, picturesIn } from './article-html.ts'
import type { NamedBytes } from './official-account.ts'

export type ArticleWords = Readonly<{ title: string; author: string; digest: string }>

/** An article as it would be sent, with the pictures of its text and what stands against sending it. */
export type Article = Readonly<{
  html: string
  sourceUrl: string
  /** By their address in the text. */
  pictures: ReadonlyMap<string, NamedBytes>
  faults: Readonly<Record<string, string>>
}>

/** 公众号图文 of a published document: the same text, its own pictures, and the way to the original. */
export async function articleOf(
  ctx: Context,
  document: PublishedDocument,
  words: ArticleWords,
  cover: Readonly<{ bytes: Uint8Array }> | null,
): Promise<Article> {
  const { agencyId, content, attachments } = document
  const agency = await getAgency(ctx.db, agencyId)
  const home = ctx.publicUrl ?? (agency.siteDomain === null ? null : `https://${agency.siteDomain}`)
  const sourceUrl =
    home === null ? '' : `${home.replace(/\/+$/, '')}/${agency.slug}/documents/${document.documentId}`
  const addresses = picturesIn(content.html)
  const pictures = new Map<string, NamedBytes>()
  const own = await readPictures(ctx.db, agencyId, pictureIdsIn(content.html))
  for (const address of addresses) {
    const attachment =
      own.find(({ fileId }) => address === pictureAddress(fileId)) ??
      attachments.find(({ fileId }) => address.endsWith(`/${document.documentId}/${fileId}`))
    const bytes = attachment && (await ctx.files.find(attachment.sha256))
    if (attachment !== undefined && bytes !== undefined) {
      pictures.set(address, { name: attachment.name, mediaType: attachment.mediaType, bytes })
    }
  }
  const html = articleHtml(content, attachments, sourceUrl !== '')
  const article: WechatArticle = {
    ...words,
    content: html,
    sourceUrl,
    cover: cover && pictureOf(cover.bytes),
    pictures: addresses.map((address) => {
      const picture = pictures.get(address)
      return picture === undefined ? null : pictureOf(picture.bytes)
    }),
  }
  return { html, sourceUrl, pictures, faults: wechatArticleFaults(article) }
}

const BEGINNINGS = [
  ['jpg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['bmp', [0x42, 0x4d]],
] as const

/** By its first bytes: a name proves nothing. */
function pictureOf(bytes: Uint8Array): WechatPicture {
  const found = BEGINNINGS.find(([, begins]) => begins.every((byte, index) => bytes[index] === byte))
  return { format: found?.[0] ?? 'other', bytes: bytes.length }
}
