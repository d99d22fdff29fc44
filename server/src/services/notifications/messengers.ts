import { maskEmail, maskPhone } from '@mingfu/law'

/** One message to one person, by mail or SMS. `id` is the same at every try, so that a repeat can be told. */
export type OutgoingMessage = Readonly<{
  id: string
  to: string
  subject: string
  body: string
  /** Of mails that come again and again: where they are given up. */
  unsubscribe?: string
  /** What a gateway with templates chooses one by, and fills in. */
  about?: Readonly<{ audience: 'applicant' | 'staff'; number: string; link: string }>
}>

/** What carries messages out of the house. Answers the carrier's own number of the message. */
export type Messenger = Readonly<{
  send(message: OutgoingMessage): Promise<Readonly<{ reference: string }>>
}>

/** The carriers that this installation has; `null` where none is configured, and nothing is sent. */
export type Messengers = Readonly<{ mail: Messenger | null; sms: Messenger | null }>

export type MessageChannel = keyof Messengers

export const MESSAGE_CHANNELS = { mail: '电子邮件', sms: '短信' } as const satisfies Record<
  MessageChannel,
  string
>

export const NO_MESSENGERS: Messengers = { mail: null, sms: null }

/** The carrier said no for good: a wrong address, a refused number. Trying again would not help. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable'
}

/** A carrier whose answers name nobody: mail servers and gateways repeat the address, and their words are kept and logged. */
export function namingNobody(carrier: Messenger): Messenger {
  return {
    async send(message) {
      const tidy = (text: string) => withoutAddress(text, message.to)
      try {
        const { reference } = await carrier.send(message)
        return { reference: tidy(reference) }
      } catch (error) {
        const said = tidy(error instanceof Error ? error.message : String(error))
        throw error instanceof Undeliverable ? new Undeliverable(said) : new Error(said)
      }
    },
  }
}

function withoutAddress(text: string, to: string): string {
  const masked = to.includes('@') ? maskEmail(to) : maskPhone(to)
  const [mailbox = to] = to.split('@')
  const whole = text.replaceAll(new RegExp(literal(to), 'gi'), masked)
  if (mailbox.length < 3) return whole
  // `<zhang@example.com>` and, where a server speaks of the mailbox alone, `zhang`.
  return whole.replaceAll(new RegExp(`(?<![\\w.])${literal(mailbox)}(?![\\w.@])`, 'gi'), masked)
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\-]/g, '\\$&')
}
