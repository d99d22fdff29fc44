import { createTransport } from 'nodemailer'
import { type Messenger, namingNobody, Undeliverable } from '../services/notifications/messengers.ts'

/** `smtp://user:password@host:587` or `smtps://…`, and who a mail comes from. */
export type MailSettings = Readonly<{ url: string; from: string }>

const PATIENCE_MS = 20_000

/** 电子邮件 over SMTP. STARTTLS where the server offers it; a certificate that does not hold is refused. */
export function smtpMail({ url, from }: MailSettings): Messenger {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // The text is the program's own; no file or address is ever read for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return namingNobody({
    async send({ id, to, subject, body, unsubscribe }) {
      try {
        const sent = await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text: body,
          // The same at every try: a mailbox that got it already can tell.
          messageId: `<${id}@mingfu>`,
          headers: { 'Auto-Submitted': 'auto-generated', ...givenUpAt(unsubscribe) },
        })
        return { reference: sent.response }
      } catch (error) {
        throw refusedForGood(error) ? new Undeliverable(messageOf(error)) : error
      }
    },
  })
}

/** 退订 by the mail program's own button (RFC 8058): it posts to the address, which a look at the link does not. */
function givenUpAt(address: string | undefined): Record<string, string> {
  return address === undefined
    ? {}
    : { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

/** A permanent answer about this mail. A wrong password is the installation's fault and may be put right. */
function refusedForGood(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  if (code === 'EAUTH') return false
  return code === 'EENVELOPE' && (responseCode === undefined || responseCode >= 500)
    ? true
    : code === 'EMESSAGE' && responseCode !== undefined && responseCode >= 500
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
