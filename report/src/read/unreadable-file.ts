/** The file cannot be read at all. The message is a sentence for the person who handed it in. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}
