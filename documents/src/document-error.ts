/** A document that cannot be drawn; the message is a Chinese sentence that says what to do. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
