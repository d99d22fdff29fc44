/** 公众号 of the installation, as verbs see it. Every call may throw `ChannelFailure`; any other error may pass. */
export type OfficialAccount = Readonly<{
  /** The only agency that posts on it, by its short address; `null` for an account of all agencies. */
  agency: string | null
  /** A picture of the text; answers its address on the platform. */
  uploadPicture(picture: NamedBytes): Promise<string>
  /** A cover, kept for good; answers its `media_id`. */
  uploadCover(picture: NamedBytes): Promise<string>
  /** Answers the draft's `media_id`. The draft is gone once it was published. */
  addDraft(draft: Draft): Promise<string>
  /** Queues a draft for publication, no more; answers the `publish_id` to ask about. */
  submit(draftId: string): Promise<string>
  status(publishId: string): Promise<PublishStatus>
  /** 删除: cannot be undone. */
  remove(articleId: string): Promise<void>
}>

export type NamedBytes = Readonly<{ name: string; mediaType: string; bytes: Uint8Array }>

export type Draft = Readonly<{
  title: string
  author: string
  digest: string
  /** HTML; its pictures lie on the platform already. */
  content: string
  /** 阅读原文; empty for none. */
  sourceUrl: string
  coverId: string
}>

export type PublishStatus = Readonly<{ status: number; articleId: string | null; articleUrl: string | null }>

/**
 * `later`: may pass, try again. `tomorrow`: the day's quota is used up. `upload-again`: what was uploaded is gone.
 * `person`: somebody has to do what the message says.
 */
export type Reaction = 'later' | 'tomorrow' | 'upload-again' | 'person'

/** The platform said no. The message says in Chinese what happened and what to do. */
export class ChannelFailure extends Error {
  override readonly name = 'ChannelFailure'
  readonly reaction: Reaction
  readonly code: number
  constructor(code: number, message: string, reaction: Reaction) {
    super(message)
    this.code = code
    this.reaction = reaction
  }
}
