import { connect, type Socket } from 'node:net'

/**
 * Asks one address again and again over a few lasting connections, one request at a time on each, for some seconds.
 * Reads no more of an answer than its length. Answers how many there were.
 */
export async function flood(
  port: number,
  path: string,
  { seconds, connections = 16 }: { seconds: number; connections?: number },
): Promise<{ requests: number; bytes: number }> {
  const request = Buffer.from(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: gzip\r\nConnection: keep-alive\r\n\r\n`,
  )
  let requests = 0
  let bytes = 0
  const until = performance.now() + seconds * 1000
  await Promise.all(Array.from({ length: connections }, one))
  return { requests, bytes }

  function one(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket: Socket = connect(port, '127.0.0.1')
      let head = ''
      let left = -1
      socket.setNoDelay(true)
      socket.on('connect', () => socket.write(request))
      socket.on('error', reject)
      socket.on('close', () => resolve())
      socket.on('data', (chunk) => {
        bytes += chunk.length
        let rest = chunk.length
        if (left < 0) {
          head += chunk.toString('latin1')
          const end = head.indexOf('\r\n\r\n')
          if (end < 0) return
          if (!head.startsWith('HTTP/1.1 200')) return void socket.destroy(new Error(head.slice(0, 60)))
          left = Number(/\r\ncontent-length: (\d+)/i.exec(head.slice(0, end))?.[1])
          if (Number.isNaN(left)) return void socket.destroy(new Error('an answer without its length'))
          rest = head.length - end - 4
        }
        left -= rest
        if (left > 0) return
        head = ''
        left = -1
        requests += 1
        if (performance.now() < until) socket.write(request)
        else socket.end()
      })
    })
  }
}
