import { citationText, type PlainDate, plainDateText } from '@mingfu/law'
import type { Claim } from '../../services/requests/claim.ts'
import type { Followed } from '../../services/requests/follow-request.ts'
import { Day, DayTable, Turns } from '../day-ledger.tsx'
import { type Frame, Layout } from '../layout.tsx'
import { ActForms } from './act-forms.tsx'
import type { StatusAct } from './act-on.ts'
import { Own } from './own-section.tsx'
import { RatingForm } from './rating-form.tsx'
import { ReminderForm } from './reminder-form.tsx'
import { ClaimFields } from './status-form.tsx'

/** A try that did not succeed, with all that was given. */
export type Attempt = Readonly<{
  act: StatusAct
  key: string
  fields: Readonly<Record<string, string>>
  kept: string
  keptNames: readonly string[]
}>

export type StatusProps = Readonly<{
  frame: Frame
  claim: Claim
  followed: Followed
  today: PlainDate
  messageKey: string
  lastFour?: string
  fault?: string
  done?: string
  attempt?: Attempt
}>

/** 办理进度: where it stands, what is waited for, the papers, and why the deadline is that day. */
export function StatusPage(props: StatusProps) {
  const { frame, claim, followed, fault, done } = props
  const { number, agencyName, publicState, receivedOn, dueOn, provisional } = followed
  return (
    <Layout
      frame={frame}
      title={`申请${number}`}
      crumbs={[{ text: '查询办理进度', href: '/apply/status' }]}
      unlisted
    >
      <section class="card">
        <h1>申请 {number}</h1>
        {done && (
          <div class="banner-note plain" role="status">
            <p>{done}</p>
          </div>
        )}
        {fault && (
          <div class="banner-note" role="alert">
            <p>{fault}</p>
          </div>
        )}
        <dl class="facts">
          <dt>办理机关</dt>
          <dd>{agencyName}</dd>
          <dt>当前状态</dt>
          <dd>
            <strong>{publicState}</strong>
          </dd>
          {receivedOn && [<dt>收到申请之日</dt>, <dd>{plainDateText(receivedOn)}</dd>]}
          {dueOn && [
            <dt>答复期限</dt>,
            <dd>
              {plainDateText(dueOn)}
              {provisional && '（暂定）'} <a href="#why">为什么是这一天</a>
            </dd>,
          ]}
        </dl>
      </section>
      <ActForms {...props} />
      <Papers claim={claim} followed={followed} lastFour={props.lastFour} />
      <Own {...props} />
      <Course followed={followed} />
      <RatingForm {...props} />
      <ReminderForm {...props} />
    </Layout>
  )
}

function Papers({
  claim,
  followed: { papers },
  lastFour,
}: {
  claim: Claim
  followed: Followed
  lastFour: string | undefined
}) {
  if (papers.length === 0) return null
  return (
    <section class="card" aria-labelledby="papers-title">
      <h2 class="h-bar" id="papers-title">
        文书和答复
      </h2>
      <form method="post" action="/apply/status/paper">
        <ClaimFields claim={claim} />
        <div class="field">
          <label for="paper-last-four">证件号码或者联系电话的后四位</label>
          <p class="hint" id="paper-last-four-hint">
            下载前核对，防止他人冒领；第一次下载的时间记入办理经过
          </p>
          <input
            id="paper-last-four"
            name="lastFour"
            required
            maxLength={4}
            autocomplete="off"
            aria-describedby="paper-last-four-hint"
            value={lastFour}
          />
        </div>
        <ul class="items">
          {papers.map(({ paperId, title, on }) => (
            <li>
              <span>
                {title} {on && <time dateTime={on}>{plainDateText(on)}</time>}
              </span>
              <button type="submit" class="button quiet" name="paperId" value={paperId}>
                下载<span class="sr">{title}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </section>
  )
}

function Course({ followed: { steps, turns, days, dueOn } }: { followed: Followed }) {
  return (
    <section class="card" aria-labelledby="course-title">
      <h2 class="h-bar" id="course-title">
        办理经过
      </h2>
      <ol class="turns">
        {steps.map(({ on, text, basis }) => (
          <li>
            <Day on={on} /> {text} {basis && <cite>{citationText(basis)}</cite>}
          </li>
        ))}
      </ol>
      {turns.length > 0 && (
        <>
          <h2 class="h-bar" id="why">
            期限怎么算的
          </h2>
          <Turns steps={turns} />
          <details>
            <summary>逐日计算表</summary>
            <DayTable days={days} dueOn={dueOn} />
          </details>
          <p class="muted">
            可以用<a href="/tools/clock">期限计算</a>自行核对。
          </p>
        </>
      )}
    </section>
  )
}
