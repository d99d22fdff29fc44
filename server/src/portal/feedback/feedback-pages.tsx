import { FEEDBACK_KINDS, plainDateText } from '@mingfu/law'
import type { Agency } from '../../services/agencies/find-agency.ts'
import type { InletKind } from '../../services/feedback/feedback.ts'
import type { FollowedFeedback } from '../../services/feedback/follow-feedback.ts'
import type { LeftFeedback } from '../../services/feedback/leave-feedback.ts'
import type { PublicAnswer } from '../../services/feedback/public-answers.ts'
import type { MessageChannel } from '../../services/notifications/messengers.ts'
import { type Frame, Layout } from '../layout.tsx'
import { momentText } from '../moment.ts'
import { PersonFields } from '../person-fields.tsx'
import { NotifyChoice } from './notify-choice.tsx'

const COLUMN = {
  name: '互动交流',
  description: '咨询、留言、网站找错、建议公开、投诉举报及其答复',
  keywords: ['互动交流', '咨询', '留言'],
  type: '咨询投诉',
}

const KINDS: readonly InletKind[] = ['question', 'message', 'site-error', 'suggestion', 'complaint']

type Props = Readonly<{ frame: Frame; agency: Agency }>

export function AnswersPage({
  frame,
  agency,
  answers,
}: Props & Readonly<{ answers: readonly PublicAnswer[] }>) {
  const path = `/${agency.slug}/feedback`
  return (
    <Layout frame={frame} title="互动交流" column={COLUMN} crumbs={[]}>
      <section class="card">
        <h1>互动交流</h1>
        <p class="lead">简单咨询5个工作日内答复。申请获取政府信息，请到“依申请公开”提出。</p>
        <ul class="plain-links">
          {KINDS.map((kind) => (
            <li>
              <a class="button" href={`${path}/new?kind=${kind}`}>
                {FEEDBACK_KINDS[kind].label}
              </a>
            </li>
          ))}
          <li>
            <a class="button quiet" href={`/${agency.slug}/consultations`}>
              意见征集
            </a>
          </li>
        </ul>
      </section>
      <section class="card" aria-labelledby="follow">
        <h2 class="h-bar" id="follow">
          查询答复
        </h2>
        <form method="post" action={`${path}/status`}>
          <div class="field">
            <label for="number">编号</label>
            <input id="number" name="number" required maxLength={30} placeholder="互动2026-00001" />
          </div>
          <div class="field">
            <label for="code">查询码</label>
            <input id="code" name="code" required maxLength={20} autocomplete="off" />
          </div>
          <button type="submit" class="button quiet">
            查询
          </button>
        </form>
      </section>
      <section class="card" aria-labelledby="answers">
        <h2 class="h-bar" id="answers">
          答复选登
        </h2>
        {answers.length === 0 && <p class="muted">还没有公开的答复。</p>}
        <ul class="views">
          {answers.map(({ number, kind, question, answer, receivedOn, answeredAt, published }) => (
            <li>
              <h3>问：{question}</h3>
              <p>答：{answer}</p>
              {published === null ? null : <Published agency={agency} {...published} />}
              <p class="muted">
                {FEEDBACK_KINDS[kind].label}　{number}　{plainDateText(receivedOn)}收到　
                <time datetime={answeredAt.toISOString()}>{momentText(answeredAt)}</time>答复
              </p>
            </li>
          ))}
        </ul>
      </section>
    </Layout>
  )
}

type FormProps = Props &
  Readonly<{
    formKey: string
    fields: Readonly<Record<string, string>>
    faults?: Readonly<Record<string, string>>
    question?: string | undefined
    /** Ways in which this installation can tell of an answer. */
    canNotifyBy: readonly MessageChannel[]
  }>

export function FormPage(props: FormProps) {
  const { frame, agency, formKey, fields, faults = {}, question, canNotifyBy } = props
  const fault = (name: string) =>
    faults[name] === undefined ? null : (
      <p class="error" id={`${name}-error`}>
        {faults[name]}
      </p>
    )
  const path = `/${agency.slug}/feedback`
  return (
    <Layout
      frame={frame}
      title={Object.keys(faults).length > 0 ? '请改正后再提交' : '提交留言'}
      column={COLUMN}
      crumbs={[{ text: '互动交流', href: path }]}
    >
      <section class="card">
        <h1>提交留言</h1>
        <form method="post" action={`${path}/new`}>
          <input type="hidden" name="formKey" value={formKey} />
          <input type="hidden" name="page" value={fields.page ?? ''} />
          <div class="field">
            <label for="kind">种类</label>
            <select id="kind" name="kind">
              {KINDS.map((kind) => (
                <option value={kind} selected={fields.kind === kind}>
                  {FEEDBACK_KINDS[kind].label}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="title">标题</label>
            <input id="title" name="title" required maxLength={100} value={fields.title ?? ''} />
            {fault('title')}
          </div>
          <div class="field">
            <label for="text">内容</label>
            <textarea id="text" name="text" rows={6} required maxLength={2000}>
              {fields.text ?? ''}
            </textarea>
            {fault('text')}
          </div>
          <div class="field">
            <label for="contact">联系方式（选填）</label>
            <input id="contact" name="contact" maxLength={200} value={fields.contact ?? ''} />
            <p class="hint">只用于答复您，加密保存，不会公开。</p>
            {fault('contact')}
          </div>
          <NotifyChoice legend="答复后提醒" ways={canNotifyBy} chosen={fields.notifyBy ?? ''} />
          <PersonFields question={question} fault={fault} />
          <button type="submit" class="button">
            提交
          </button>
        </form>
      </section>
    </Layout>
  )
}

export function DonePage({ frame, agency, left }: Props & Readonly<{ left: LeftFeedback }>) {
  return (
    <Layout
      frame={frame}
      title="留言已经收到"
      column={COLUMN}
      crumbs={[{ text: '互动交流', href: `/${agency.slug}/feedback` }]}
    >
      <section class="card">
        <h1>留言已经收到</h1>
        <p>
          编号：<strong>{left.number}</strong>
        </p>
        <p>
          查询码：<strong>{left.code}</strong>
        </p>
        <p>请记下编号和查询码，凭它们在“互动交流”查询答复。</p>
      </section>
    </Layout>
  )
}

/** What came of a suggestion. */
function Published({
  agency,
  documentId,
  title,
}: Readonly<{ agency: Agency; documentId: string; title: string }>) {
  return (
    <p>
      已经公开：<a href={`/${agency.slug}/documents/${documentId}`}>{title}</a>
    </p>
  )
}

export function FollowedPage({ frame, agency, followed }: Props & Readonly<{ followed: FollowedFeedback }>) {
  const { number, title, receivedOn, dueOn, answer, answeredAt, setAsideFor, published } = followed
  return (
    <Layout
      frame={frame}
      title={`${number}办理情况`}
      column={COLUMN}
      crumbs={[{ text: '互动交流', href: `/${agency.slug}/feedback` }]}
    >
      <section class="card">
        <h1>{title}</h1>
        <p class="muted">
          {number}，{plainDateText(receivedOn)}收到
          {answeredAt === null && setAsideFor === null && dueOn !== null
            ? `，应当在${plainDateText(dueOn)}前答复`
            : ''}
        </p>
        {setAsideFor !== null ? (
          <p>没有作为有效来信办理：{setAsideFor}。如有不同意见，请重新提交或者电话联系。</p>
        ) : answer === null || answeredAt === null ? (
          <p>正在办理。</p>
        ) : (
          <>
            <p>{answer}</p>
            <p class="muted">
              <time datetime={answeredAt.toISOString()}>{momentText(answeredAt)}</time>答复
            </p>
            {published === null ? null : <Published agency={agency} {...published} />}
          </>
        )}
      </section>
    </Layout>
  )
}
