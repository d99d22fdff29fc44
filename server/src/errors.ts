import type { Refusal } from '@mingfu/law'

/** The law says no. Carries the article, so that every surface can say why. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.reason)
    this.refusal = refusal
  }
}

/** No such thing, or nothing that this actor may know of. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
  constructor(what: string) {
    super(`没有找到${what}`)
  }
}

/** Not signed in, or no longer. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn'
  constructor(message = '请先登录') {
    super(message)
  }
}

/** Too many tries in too short a time. */
export class TooMany extends Error {
  override readonly name = 'TooMany'
}

/** Signed in, but not for this. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

/** Input whose shape is wrong. `fields` maps a field's path to one Chinese sentence saying what to do. */
export class Invalid extends Error {
  override readonly name = 'Invalid'
  readonly fields: Readonly<Record<string, string>>
  constructor(message: string, fields: Readonly<Record<string, string>> = {}) {
    super(message)
    this.fields = fields
  }
}

/** Somebody else changed it first. The door answers 409 and the page shows the newer version. */
export class Stale extends Error {
  override readonly name = 'Stale'
  constructor(what: string) {
    super(`${what}刚刚被其他人修改过，请刷新页面，核对后再操作`)
  }
}
