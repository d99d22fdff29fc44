import { createServer } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, it } from 'vitest'
import { Undeliverable } from '../services/notifications/messengers.ts'
import { smtpMail } from './smtp-mail.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A mail server on loopback that keeps what it is given. */
async function mailServer(options: SMTPServerOptions = {}) {
  const mails: { from: string; to: string[]; text: string; user: unknown }[] = []
  const server = new SMTPServer({
    // No certificate: the loopback needs no TLS, and the adapter must not insist where none is offered.
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      password === 'geheim' ? done(null, { user: username }) : done(new Error('535 wrong')),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString(),
          user: session.user,
        })
        done(null, '250 taken as 4711')
      })
    },
    ...options,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(() => resolve())))
  const address = server.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the mail server has no port')
  return { mails, port: address.port }
}

const MESSAGE = {
  id: '0198-1',
  to: 'ceshi@example.com',
  subject: '政府信息公开申请YAHE-2026-0001有新的进展',
  body: '您编号YAHE-2026-0001的申请有新的进展。',
}
const FROM = '鸭河工区 <gk@example.gov.cn>'

function headerOf(text: string, name: string): string {
  return new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(text)?.[1] ?? ''
}

it('hands a mail in Chinese to a server that asks for a password, with the same number at every try', async () => {
  const { mails, port } = await mailServer()
  const mail = smtpMail({ url: `smtp://bote:geheim@127.0.0.1:${port}`, from: FROM })
  for (let attempt = 0; attempt < 2; attempt += 1) {
    expect((await mail.send(MESSAGE)).reference).toContain('taken as 4711')
  }
  expect(mails.map(({ from, to, user }) => [from, to, user])).toEqual([
    ['gk@example.gov.cn', ['ceshi@example.com'], 'bote'],
    ['gk@example.gov.cn', ['ceshi@example.com'], 'bote'],
  ])
  const [first = '', second = ''] = mails.map(({ text }) => text)
  expect(headerOf(first, 'Message-ID')).toBe('<0198-1@mingfu>')
  expect(headerOf(second, 'Message-ID')).toBe('<0198-1@mingfu>')
  expect(headerOf(first, 'Auto-Submitted')).toBe('auto-generated')
  const body = first.split('\r\n\r\n').slice(1).join('').replaceAll(/\s/g, '')
  const encoding = headerOf(first, 'Content-Transfer-Encoding')
  expect(encoding).toBe('base64')
  expect(Buffer.from(body, 'base64').toString()).toBe(MESSAGE.body)
})

it('lets a mail that comes again be given up with one press, where that is said', async () => {
  const { mails, port } = await mailServer({ authOptional: true })
  const mail = smtpMail({ url: `smtp://127.0.0.1:${port}`, from: FROM })
  await mail.send({ ...MESSAGE, unsubscribe: 'https://gk.example.gov.cn/yahe/subscribe/end?id=1&key=2' })
  await mail.send(MESSAGE)
  const [first = '', second = ''] = mails.map(({ text }) => text)
  expect(headerOf(first, 'List-Unsubscribe').replaceAll(/\s/g, '')).toBe(
    '<https://gk.example.gov.cn/yahe/subscribe/end?id=1&key=2>',
  )
  expect(headerOf(first, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
  expect(headerOf(second, 'List-Unsubscribe')).toBe('')
})

it('tells a refused recipient from a server that is busy', async () => {
  const refusing = await mailServer({
    authOptional: true,
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error('no such user'), { responseCode: 550 })),
  })
  const busy = await mailServer({
    authOptional: true,
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error('try later'), { responseCode: 451 })),
  })
  await expect(
    smtpMail({ url: `smtp://127.0.0.1:${refusing.port}`, from: FROM }).send(MESSAGE),
  ).rejects.toThrow(Undeliverable)
  const failure = await smtpMail({ url: `smtp://127.0.0.1:${busy.port}`, from: FROM })
    .send(MESSAGE)
    .catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Error)
  expect(failure).not.toBeInstanceOf(Undeliverable)
})

it('says what the server said, without the address that the server repeats', async () => {
  for (const [responseCode, said] of [
    [550, '<Ceshi@Example.com>: mailbox ceshi unknown'],
    [451, 'ceshi@example.com is over quota'],
  ] as const) {
    const { port } = await mailServer({
      authOptional: true,
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error(said), { responseCode })),
    })
    const failure = await smtpMail({ url: `smtp://127.0.0.1:${port}`, from: FROM })
      .send(MESSAGE)
      .catch((error: unknown) => error)
    const told = failure instanceof Error ? JSON.stringify([failure.message, { ...failure }]) : ''
    expect(told).toContain(String(responseCode))
    expect(told.toLowerCase()).not.toContain('ceshi')
  }
})

it('may be tried again when the password is wrong or nobody listens', async () => {
  const { port, mails } = await mailServer()
  const free = createServer()
  await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve))
  const nobody = (free.address() as { port: number }).port
  await new Promise((resolve) => free.close(resolve))
  for (const url of [`smtp://bote:falsch@127.0.0.1:${port}`, `smtp://127.0.0.1:${nobody}`]) {
    const failure = await smtpMail({ url, from: FROM })
      .send(MESSAGE)
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(failure).not.toBeInstanceOf(Undeliverable)
  }
  expect(mails).toEqual([])
})
