import type { Socket } from 'node:net'
import type { ConnectionError } from 'fastify'

/** A path of this site, with bytes in it that belong encoded; `//other` would lead elsewhere. */
const BARE = /^(?:GET|HEAD) (\/(?![/\\])[^\s\\]*) HTTP\/1\.[01]\r?\n/

/**
 * What the HTTP parser cannot read never reaches a route. An address with Chinese in it as it was typed is one of
 * those, and is led to the same address encoded; everything else is told in words.
 */
export function answerUnreadable(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const path = BARE.exec((error.rawPacket as unknown as Buffer | undefined)?.toString('latin1') ?? '')?.[1]
  const encoded = path?.replace(/[\x80-\xff]+/g, (bytes) =>
    encodeURIComponent(Buffer.from(bytes, 'latin1').toString('utf8')),
  )
  if (encoded !== undefined && encoded !== path && /^[\x21-\x7e]+$/.test(encoded)) {
    end(socket, '301 Moved Permanently', `location: ${encoded}\r\n`, '')
    return
  }
  end(socket, '400 Bad Request', '', PAGE)
}

const PAGE =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>没有办成</title></head><body><h1>没有办成</h1><p>请求的格式不正确，请检查网址后再试。</p></body></html>'

function end(socket: Socket, status: string, headers: string, body: string): void {
  socket.end(
    `HTTP/1.1 ${status}\r\n${headers}content-type: text/html; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nx-content-type-options: nosniff\r\nconnection: close\r\n\r\n${body}`,
  )
}
