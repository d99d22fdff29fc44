import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import type { Context } from '../context.ts'
import { findPublishedDocument } from '../disclosure/find-published-document.ts'
import { allowWithin } from '../disclosure/own-agency.ts'
import { articleOf } from './article-of.ts'
import type { ChannelPost, WhichPost } from './channel-post.ts'
import { findPost } from './channel-post-store.ts'

export type PostPreview = Readonly<{
  post: ChannelPost
  html: string
  sourceUrl: string
  faults: Readonly<Record<string, string>>
}>

/** 预览: the article as it would be sent now; empty once the document is withdrawn. */
export async function previewPost(ctx: Context, which: WhichPost): Promise<PostPreview> {
  allowWithin(ctx, 'read-documents', which.agencyId)
  const post = await tx(ctx, (t) => findPost(t, which))
  if (post === undefined) throw new NotFound('这篇公众号图文')
  const document = await findPublishedDocument(ctx, post)
  if (document?.state !== 'published') {
    return { post, html: '', sourceUrl: '', faults: { content: '这条信息已经从网站撤下' } }
  }
  const bytes = await ctx.files.find(post.cover.sha256)
  const { html, sourceUrl, faults } = await articleOf(ctx, document, post, bytes ? { bytes } : null)
  return { post, html, sourceUrl, faults }
}

/** 封面图片 of a post. */
export async function readPostCover(ctx: Context, which: WhichPost) {
  allowWithin(ctx, 'read-documents', which.agencyId)
  const post = await tx(ctx, (t) => findPost(t, which))
  const bytes = post && (await ctx.files.find(post.cover.sha256))
  if (post === undefined || bytes === undefined) throw new NotFound('封面图片')
  return { ...post.cover, bytes }
}
