import { once } from 'node:events'
import type { Socket } from 'node:net'
import type { Readable, Writable } from 'node:stream'
import type pg from 'pg'

/** The part of `pg`'s connection that COPY needs; its own types leave it out. */
type Connection = Readonly<{
  stream: Socket
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(message: string): void
}>

/** Runs a `copy … to stdout`, writes what comes, no faster than `to` takes it, and answers the number of rows. */
export function copyOut(client: pg.ClientBase, text: string, to: Writable): Promise<number> {
  return submit(client, text, {
    handleCopyData({ chunk }, { stream }) {
      // The chunk lies in a buffer that the next messages are read into.
      if (to.write(Buffer.from(chunk)) || stream.isPaused()) return
      stream.pause()
      to.once('drain', () => stream.resume())
    },
  })
}

/** Runs a `copy … from stdin`, sends what `from` gives, and answers the number of rows. */
export function copyIn(client: pg.ClientBase, text: string, from: Readable): Promise<number> {
  return submit(client, text, {
    handleCopyInResponse(connection) {
      sendAll(connection, from).catch((error: Error) => connection.sendCopyFail(error.message))
    },
  })
}

async function sendAll(connection: Connection, from: Readable): Promise<void> {
  for await (const chunk of from) {
    connection.sendCopyFromChunk(chunk)
    if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
  }
  connection.endCopyFrom()
}

type Handlers = Readonly<{
  handleCopyData?(message: { chunk: Buffer }, connection: Connection): void
  handleCopyInResponse?(connection: Connection): void
}>

/** Hands `pg` a query of our own making. After an error the connection still says that it is ready. */
function submit(client: pg.ClientBase, text: string, handlers: Handlers): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0
    const query = {
      submit: (connection: Connection) => connection.query(text),
      handleCommandComplete: (message: { text: string }) => {
        rows = Number(/^COPY (\d+)/.exec(message.text)?.[1] ?? 0)
      },
      handleReadyForQuery: (connection: Connection) => {
        // The end may have come in the same packet as the piece that was one too many.
        connection.stream.resume()
        resolve(rows)
      },
      handleError: (error: Error) => reject(error),
      ...handlers,
    }
    client.query(query as unknown as pg.Submittable)
  })
}
