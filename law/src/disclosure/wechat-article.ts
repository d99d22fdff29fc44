/** 公众号图文的限制, as the platform's documents state them: characters, bytes and picture formats. */
export const WECHAT_LIMITS = {
  title: 32,
  author: 16,
  digest: 128,
  content: 20_000,
  contentBytes: 1024 * 1024,
  sourceUrlBytes: 1024,
  pictureBytes: 1024 * 1024,
  coverBytes: 10 * 1024 * 1024,
} as const

export type WechatPicture = Readonly<{ format: 'jpg' | 'png' | 'gif' | 'bmp' | 'other'; bytes: number }>

/** What would be sent. `pictures` stand in the text, by address; one that the house does not hold is `null`. */
export type WechatArticle = Readonly<{
  title: string
  author: string
  digest: string
  content: string
  sourceUrl: string
  cover: WechatPicture | null
  pictures: readonly (WechatPicture | null)[]
}>

/** 公众号草稿不超限: one sentence a fault, by field; looked at before anything is sent. */
export function wechatArticleFaults(article: WechatArticle): Readonly<Record<string, string>> {
  const { title, author, digest, content, sourceUrl, cover, pictures } = article
  const faults: Record<string, string | undefined> = {
    title: title.trim() === '' ? '请填写公众号标题' : tooLong('公众号标题', title, WECHAT_LIMITS.title),
    author: tooLong('作者', author, WECHAT_LIMITS.author),
    digest: tooLong('摘要', digest, WECHAT_LIMITS.digest),
    content: contentFault(content),
    sourceUrl:
      bytesOf(sourceUrl) > WECHAT_LIMITS.sourceUrlBytes ? '“阅读原文”的网址过长，不能超过1KB' : undefined,
    cover: coverFault(cover),
    pictures: pictures.map(pictureFault).find((fault) => fault !== undefined),
  }
  return Object.fromEntries(
    Object.entries(faults).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

function tooLong(what: string, text: string, most: number): string | undefined {
  const length = [...text].length
  return length > most ? `${what}有${length}个字，公众号限${most}个字，请缩短` : undefined
}

function contentFault(content: string): string | undefined {
  if (content.trim() === '') return '这条信息没有正文，公众号图文不能为空'
  const length = [...content].length
  if (length >= WECHAT_LIMITS.content) {
    return `正文连同格式有${length}个字符，公众号限${WECHAT_LIMITS.content}个，请改为摘要，用“阅读原文”指向网站`
  }
  return bytesOf(content) >= WECHAT_LIMITS.contentBytes ? '正文超过1MB，公众号不接收' : undefined
}

function coverFault(cover: WechatPicture | null): string | undefined {
  if (cover === null) return '请上传封面图片，公众号图文必须有封面'
  if (cover.format === 'other') return '封面应当是jpg、png、gif或者bmp图片'
  return cover.bytes > WECHAT_LIMITS.coverBytes ? '封面图片不能超过10MB' : undefined
}

function pictureFault(picture: WechatPicture | null, index: number): string | undefined {
  const which = `正文第${index + 1}张图片`
  if (picture === null) return `${which}不是本条信息的附件，公众号会过滤站外图片，请先把它作为附件上传`
  if (picture.format !== 'jpg' && picture.format !== 'png')
    return `${which}不是jpg或者png，公众号不接收，请转换格式`
  return picture.bytes >= WECHAT_LIMITS.pictureBytes ? `${which}达到1MB，请压缩后再发` : undefined
}

/** Bytes in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

/**
 * 发布状态 (`publish_status`): what it means for the post. Only 0 is a publication; taking a submission means no more
 * than that it waits.
 */
export const WECHAT_PUBLISH_STATUS = {
  0: { outcome: 'published', text: '发布成功' },
  1: { outcome: 'waiting', text: '平台正在处理' },
  2: { outcome: 'failed', text: '原创校验没有通过，请在公众号后台核对原创声明后重新提交' },
  3: { outcome: 'failed', text: '平台没有发布成功，也没有说明原因，请核对内容后重新提交' },
  4: { outcome: 'failed', text: '平台审核没有通过，请修改内容后重新提交' },
  5: { outcome: 'gone', text: '发布成功后，已在公众号后台全部删除' },
  6: { outcome: 'gone', text: '发布成功后，被平台封禁' },
} as const

export type WechatPublishStatus = keyof typeof WECHAT_PUBLISH_STATUS
export type WechatOutcome = (typeof WECHAT_PUBLISH_STATUS)[WechatPublishStatus]['outcome']

/** What a status says; one that the documents do not know is treated as not yet decided. */
export function wechatOutcome(status: number): Readonly<{ outcome: WechatOutcome; text: string }> {
  return (
    WECHAT_PUBLISH_STATUS[status as WechatPublishStatus] ?? {
      outcome: 'waiting',
      text: `平台返回的发布状态${status}不能识别`,
    }
  )
}
