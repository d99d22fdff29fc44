/** The database cannot start; the message is one Chinese sentence for the person at the terminal. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}
