import {
  citationText,
  OPINION_OUTCOMES,
  OPINION_SUBJECTS,
  type OpinionOutcome,
  plainDateText,
} from '@mingfu/law'
import type { Agency } from '../../services/agencies/find-agency.ts'
import type { PublicCall, PublicCallFile } from '../../services/feedback/opinion-calls/public-calls.ts'
import type { MessageChannel } from '../../services/notifications/messengers.ts'
import { documentPath } from '../disclosure/item-list.tsx'
import { type Frame, Layout } from '../layout.tsx'
import { momentText } from '../moment.ts'
import { PersonFields } from '../person-fields.tsx'
import { NotifyChoice } from './notify-choice.tsx'

const COLUMN = {
  name: '意见征集',
  description: '规章、规范性文件、重大决策等草案公开征求意见，以及意见采纳情况',
  keywords: ['意见征集', '征求意见', '采纳情况'],
  type: '征集调查',
}

/** How a call stands, in words for the public. */
const STATES = {
  coming: '尚未开始',
  open: '正在征集',
  'awaiting-result': '已经截止，正在研究意见',
  'result-overdue': '已经截止，正在研究意见',
  concluded: '已经公布采纳情况',
  cancelled: '已经终止',
} as const satisfies Record<PublicCall['state'], string>

type Props = Readonly<{ frame: Frame; agency: Agency }>

export function CallsPage({ frame, agency, calls }: Props & Readonly<{ calls: readonly PublicCall[] }>) {
  return (
    <Layout
      frame={frame}
      title="意见征集"
      column={COLUMN}
      crumbs={[{ text: '互动交流', href: `/${agency.slug}/feedback` }]}
    >
      <section class="card">
        <h1>意见征集</h1>
        {calls.length === 0 ? (
          <p class="muted">还没有征求意见的事项。</p>
        ) : (
          <ul class="views">
            {calls.map((call) => (
              <li>
                <h2>
                  <a href={callPath(agency, call)}>{call.title}</a>
                  <span class="count">{STATES[call.state]}</span>
                </h2>
                <p>
                  {plainDateText(call.opensOn)}至{plainDateText(call.closesOn)}，收到意见{call.opinions}条
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </Layout>
  )
}

export function CallPage({ frame, agency, file }: Props & Readonly<{ file: PublicCallFile }>) {
  const { call, draft, final, points } = file
  const { label, basis } = OPINION_SUBJECTS[call.subject]
  return (
    <Layout frame={frame} title={call.title} column={COLUMN} crumbs={crumbsOf(agency)}>
      <article class="card paper">
        <h1>{call.title}</h1>
        <p class="byline">
          <span>{call.number}</span>
          <span>{STATES[call.state]}</span>
          <span>
            {plainDateText(call.opensOn)}至{plainDateText(call.closesOn)}
          </span>
          <span>收到意见{call.opinions}条</span>
        </p>
        {call.cancelledFor === null ? null : (
          <div class="banner-note" role="note">
            <p>
              <strong>征集已经在{plainDateText(call.cancelledOn ?? call.closesOn)}终止。</strong>
              {call.cancelledFor}
            </p>
          </div>
        )}
        <div class="prose">
          {paragraphs(call.explanation)}
          {draft === null ? null : (
            <p>
              征求意见稿：<a href={documentPath(agency, draft.documentId)}>{draft.title}</a>
            </p>
          )}
          {final === null ? null : (
            <p>
              已经公布：<a href={documentPath(agency, final.documentId)}>{final.title}</a>
            </p>
          )}
          {call.otherWays === '' ? null : <p>其他提交方式：{call.otherWays}</p>}
          {call.shortReason === null ? null : (
            <p>
              {label}征求意见的期限一般较长（{citationText(basis)}），本次缩短的理由：{call.shortReason}
            </p>
          )}
        </div>
        {call.state === 'open' ? (
          <p class="no-print">
            <a class="button" href={`${callPath(agency, call)}/opinion`}>
              提出意见
            </a>
          </p>
        ) : null}
      </article>
      {call.resultText === null || call.resultPublishedAt === null ? null : (
        <section class="card" aria-labelledby="result">
          <h2 class="h-bar" id="result">
            采纳情况
          </h2>
          <div class="prose">{paragraphs(call.resultText)}</div>
          {points.length === 0 ? null : <Points points={points} />}
          <p class="muted">
            <time datetime={call.resultPublishedAt.toISOString()}>{momentText(call.resultPublishedAt)}</time>
            公布
          </p>
        </section>
      )}
    </Layout>
  )
}

function Points({ points }: Pick<PublicCallFile, 'points'>) {
  const counted = (Object.keys(OPINION_OUTCOMES) as OpinionOutcome[]).flatMap((outcome) => {
    const count = points.filter((point) => point.outcome === outcome).length
    return count === 0 ? [] : [`${OPINION_OUTCOMES[outcome].label}${count}条`]
  })
  return (
    <>
      <p>
        共{points.length}条意见：{counted.join('，')}。
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it */}
      <section class="scroll" aria-label="意见采纳情况" tabIndex={0}>
        <table class="grid">
          <caption class="sr">意见采纳情况</caption>
          <thead>
            <tr>
              <th scope="col">条款</th>
              <th scope="col">意见</th>
              <th scope="col">采纳情况</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ clause, gist, outcome, reason }) => (
              <tr>
                <td>{clause || '全文'}</td>
                <td>{gist}</td>
                <td>
                  {OPINION_OUTCOMES[outcome].label}
                  {reason === '' ? '' : `：${reason}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

type FormProps = Props &
  Readonly<{
    call: PublicCall
    formKey: string
    fields: Readonly<Record<string, string>>
    faults?: Readonly<Record<string, string>>
    question?: string | undefined
    canNotifyBy: readonly MessageChannel[]
  }>

export function OpinionFormPage(props: FormProps) {
  const { frame, agency, call, formKey, fields, faults = {}, question, canNotifyBy } = props
  const fault = (name: string) =>
    faults[name] === undefined ? null : (
      <p class="error" id={`${name}-error`}>
        {faults[name]}
      </p>
    )
  const described = (name: string) => (faults[name] === undefined ? undefined : `${name}-error`)
  return (
    <Layout
      frame={frame}
      title={Object.keys(faults).length > 0 ? '请改正后再提交' : '提出意见'}
      column={COLUMN}
      crumbs={[...crumbsOf(agency), { text: call.title, href: callPath(agency, call) }]}
      unlisted
    >
      <section class="card">
        <h1>提出意见</h1>
        <p class="lead">
          {call.title}，{plainDateText(call.closesOn)}截止。
        </p>
        <form method="post" action={`${callPath(agency, call)}/opinion`}>
          <input type="hidden" name="formKey" value={formKey} />
          <div class="field">
            <label for="clause">针对的条款（选填）</label>
            <input
              id="clause"
              name="clause"
              maxLength={100}
              value={fields.clause ?? ''}
              placeholder="第三条"
            />
          </div>
          <div class="field">
            <label for="text">意见和理由</label>
            <textarea
              id="text"
              name="text"
              rows={8}
              required
              maxLength={4000}
              aria-describedby={described('text')}
            >
              {fields.text ?? ''}
            </textarea>
            {fault('text')}
          </div>
          <div class="field">
            <label for="name">姓名或者单位（选填）</label>
            <input id="name" name="name" maxLength={50} value={fields.name ?? ''} autocomplete="name" />
          </div>
          <div class="field">
            <label for="contact">联系方式（选填）</label>
            <input
              id="contact"
              name="contact"
              maxLength={200}
              value={fields.contact ?? ''}
              aria-describedby={described('contact')}
            />
            <p class="hint">加密保存，不会公开；公布采纳情况时只公布意见要点。</p>
            {fault('contact')}
          </div>
          <NotifyChoice legend="公布采纳情况后提醒" ways={canNotifyBy} chosen={fields.notifyBy ?? ''} />
          <PersonFields question={question} fault={fault} />
          <button type="submit" class="button">
            提交意见
          </button>
        </form>
      </section>
    </Layout>
  )
}

export function OpinionDonePage({
  frame,
  agency,
  call,
  number,
}: Props & Readonly<{ call: PublicCall; number: string }>) {
  return (
    <Layout frame={frame} title="意见已经收到" column={COLUMN} crumbs={crumbsOf(agency)} unlisted>
      <section class="card">
        <h1>意见已经收到</h1>
        <p>
          编号：<strong>{number}</strong>
        </p>
        <p>
          征集在{plainDateText(call.closesOn)}截止，采纳情况将在{plainDateText(call.resultDueOn)}前公布在
          <a href={callPath(agency, call)}>征集页面</a>。
        </p>
      </section>
    </Layout>
  )
}

function crumbsOf(agency: Agency) {
  return [
    { text: '互动交流', href: `/${agency.slug}/feedback` },
    { text: '意见征集', href: `/${agency.slug}/consultations` },
  ]
}

export function callPath(agency: Pick<Agency, 'slug'>, { callId }: Pick<PublicCall, 'callId'>): string {
  return `/${agency.slug}/consultations/${callId}`
}

function paragraphs(text: string) {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => <p>{line}</p>)
}
