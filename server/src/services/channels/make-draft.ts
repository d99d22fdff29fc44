import type { Context } from '../context.ts'
import { findPublishedDocument } from '../disclosure/find-published-document.ts'
import { withPictures } from './article-html.ts'
import { articleOf } from './article-of.ts'
import type { ChannelPost } from './channel-post.ts'
import { ChannelFailure, type OfficialAccount } from './official-account.ts'

/** 草稿: uploads pictures and cover, and adds the draft. Looked at once more, for the text is sent now. */
export async function makeDraft(ctx: Context, post: ChannelPost, account: OfficialAccount): Promise<string> {
  const document = await findPublishedDocument(ctx, post)
  if (document?.state !== 'published' || document.digest !== post.contentDigest) {
    throw new ChannelFailure(0, '备稿以后，这条信息已经撤下或者修改，请取消后重新备稿', 'person')
  }
  const bytes = await ctx.files.find(post.cover.sha256)
  if (bytes === undefined) throw new ChannelFailure(0, '封面图片不在文件库里，请重新备稿', 'person')
  const article = await articleOf(ctx, document, post, { bytes })
  const faults = Object.values(article.faults)
  if (faults.length > 0) throw new ChannelFailure(0, faults.join('；'), 'person')
  const uploaded = new Map<string, string>()
  for (const [address, picture] of article.pictures) {
    uploaded.set(address, await account.uploadPicture(picture))
  }
  const { name, mediaType } = post.cover
  return account.addDraft({
    title: post.title,
    author: post.author,
    digest: post.digest,
    content: withPictures(article.html, uploaded),
    sourceUrl: article.sourceUrl,
    coverId: await account.uploadCover({ name, mediaType, bytes }),
  })
}
