import type { Agency } from '../../services/agencies/find-agency.ts'
import { FREQUENCIES, type Topic, topicQuery, topicText } from '../../services/subscriptions/subscription.ts'
import { type Frame, Layout } from '../layout.tsx'
import { PersonFields } from '../person-fields.tsx'

type Props = Readonly<{ frame: Frame; agency: Agency }>

type FormProps = Props &
  Readonly<{
    topic: Topic
    formKey: string
    fields: Readonly<Record<string, string>>
    faults?: Readonly<Record<string, string>>
    question?: string | undefined
    /** Whether this installation can send mails at all. */
    open: boolean
  }>

/** 邮件订阅: what, where to, how often; a feed for who would rather not leave an address. */
export function FormPage({ frame, agency, topic, formKey, fields, faults = {}, question, open }: FormProps) {
  const what = topicText(topic, frame.site.agencies)
  const fault = (name: string) =>
    faults[name] === undefined ? null : (
      <p class="error" id={`${name}-error`}>
        {faults[name]}
      </p>
    )
  return (
    <Layout
      frame={frame}
      title={Object.keys(faults).length > 0 ? '请改正后再提交' : '订阅'}
      crumbs={[]}
      unlisted
    >
      <section class="card narrow">
        <h1>订阅</h1>
        <p class="lead">{what}</p>
        {open ? (
          <form method="post" action={`/${agency.slug}/subscribe`}>
            <input type="hidden" name="formKey" value={formKey} />
            {[...topicQuery(topic)].map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <div class="field">
              <label for="address">电子邮箱</label>
              <p class="hint" id="address-hint">
                只用来发送这项订阅，加密保存；退订后随即删除。先收到一封确认邮件，确认后才开始发送。
              </p>
              {fault('address')}
              <input
                id="address"
                name="address"
                type="email"
                required
                maxLength={200}
                autocomplete="email"
                value={fields.address ?? ''}
                aria-describedby="address-hint"
              />
            </div>
            <fieldset class="field">
              <legend>多久发送一次</legend>
              {fault('frequency')}
              <div class="choices">
                {Object.entries(FREQUENCIES).map(([id, label]) => (
                  <label>
                    <input
                      type="radio"
                      name="frequency"
                      value={id}
                      checked={(fields.frequency ?? 'daily') === id}
                    />
                    {label}，没有新信息时不发送
                  </label>
                ))}
              </div>
            </fieldset>
            <PersonFields question={question} fault={fault} />
            <button type="submit" class="button">
              订阅
            </button>
          </form>
        ) : (
          <p class="banner-note plain">本站没有开通邮件订阅，可以使用下面的RSS订阅。</p>
        )}
      </section>
      <section class="card narrow">
        <h2 class="h-bar">RSS 订阅</h2>
        <p>
          不留邮箱的，可以把<a href={feedOf(topic)}>这个网址</a>
          放进阅读软件，新的信息会自动出现。
        </p>
      </section>
    </Layout>
  )
}

export function feedOf(topic: Topic): string {
  if (topic.q !== null) return `/search.xml?${topicQuery(topic)}`
  return topic.agency === null ? '/feed.xml' : `/${topic.agency}/feed.xml`
}

export function AskedPage({ frame, agency }: Props) {
  return (
    <Layout frame={frame} title="请到邮箱确认" crumbs={[]} unlisted>
      <section class="notice">
        <h1>请到邮箱确认</h1>
        <p>确认邮件正在发往您填写的邮箱。请在两天内打开邮件里的网址确认，确认后才开始发送。</p>
        <p class="muted">几分钟后还没有收到的，请看看垃圾邮件；已经订阅过的，不会重复发送确认邮件。</p>
        <p>
          <a href={`/${agency.slug}/`}>回到{agency.shortName}</a>
        </p>
      </section>
    </Layout>
  )
}

type AnswerProps = Props & Readonly<{ act: 'confirm' | 'end'; id: string; secret: string }>

const ACTS = {
  confirm: {
    title: '确认订阅',
    text: '点“确认”以后，有新的信息符合您的条件时，会发到您的邮箱。',
    button: '确认',
  },
  end: { title: '退订', text: '点“退订”以后不再发送，您的邮箱地址随即删除。', button: '退订' },
} as const

/** A link in a mail opens this; only the button does something, for mail programs open links by themselves. */
export function AnswerPage({ frame, agency, act, id, secret }: AnswerProps) {
  const { title, text, button } = ACTS[act]
  return (
    <Layout frame={frame} title={title} crumbs={[]} unlisted>
      <section class="notice">
        <h1>{title}</h1>
        <p>{text}</p>
        <form method="post" action={`/${agency.slug}/subscribe/${act}`}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="key" value={secret} />
          <button type="submit" class="button">
            {button}
          </button>
        </form>
      </section>
    </Layout>
  )
}

export function AnsweredPage({ frame, agency, what }: Props & Readonly<{ what: string | null }>) {
  const title = what === null ? '已经退订' : '订阅成功'
  return (
    <Layout frame={frame} title={title} crumbs={[]} unlisted>
      <section class="notice">
        <h1>{title}</h1>
        <p>
          {what === null
            ? '不再发送，您的邮箱地址已经删除。'
            : `“${what}”有新的信息时，会发到您的邮箱。每封邮件里都有退订的网址。`}
        </p>
        <p>
          <a href={`/${agency.slug}/`}>回到{agency.shortName}</a>
        </p>
      </section>
    </Layout>
  )
}
