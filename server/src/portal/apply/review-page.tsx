import { citationText, cite, citeItem, type PlainDate, plainDateText } from '@mingfu/law'
import type { FilingDraft } from '../../services/requests/filing-draft.ts'
import type { FoundDocument } from '../../services/search/present-hits.ts'
import { documentPath } from '../disclosure/item-list.tsx'
import { type ApplyFrame, ApplyPage } from './apply-page.tsx'
import { type ApplicantKind, groupsOf } from './fields.ts'
import type { Question } from './question.ts'
import { sizeText } from './size-text.ts'

/** 核对: what will be filed, as it will be filed, before it is. */
export function ReviewPage(props: {
  frame: ApplyFrame
  kind: ApplicantKind
  draftKey: string
  draft: FilingDraft
  doubts: readonly string[]
  /** Published documents that the same words find. */
  found: readonly FoundDocument[]
  /** The day on which the same applicant asked the same thing. */
  sameOn: PlainDate | null
  /** Asked when much comes from one place, or a form looks filled in by a machine. */
  question: Question | null
  /** The answer given was wrong. */
  unanswered: boolean
}) {
  const { frame, kind, draftKey, draft, doubts, found, sameOn, question, unanswered } = props
  const action = `/${frame.agency.slug}/apply/${kind}`
  return (
    <ApplyPage frame={frame} title="请核对申请内容">
      <section class="card">
        <h1>请核对申请内容</h1>
        <p class="muted">确认后提交，提交当日为收到申请之日（{citationText(cite('regulation', 31))}）。</p>
        {doubts.length > 0 && (
          <div class="banner-note plain" role="status">
            {doubts.map((doubt) => (
              <p>{doubt}</p>
            ))}
          </div>
        )}
        {sameOn !== null && (
          <div class="banner-note" role="status">
            <p>
              {plainDateText(sameOn)}
              已经收到同一证件号码、内容完全相同的申请。如果是您提交的，请凭原来的编号和查询码
              <a href="/apply/status">查询办理进度</a>，不必重复提交；确需另行申请的，可以继续。
              <cite>{citationText(citeItem('regulation', 36, 6))}</cite>
            </p>
          </div>
        )}
        {found.length > 0 && (
          <div class="banner-note plain">
            <h2>下列信息已经公开，看看是否就是您需要的</h2>
            <ul>
              {found.map(({ documentId, title }) => (
                <li key={documentId}>
                  <a href={documentPath(frame.agency, documentId)} target="_blank" rel="noopener">
                    {title.map(({ text }) => text).join('')}
                  </a>
                </li>
              ))}
            </ul>
            <p>不是的，可以继续提交申请。</p>
          </div>
        )}
        {groupsOf(kind).map(({ title, fields }) => (
          <>
            <h2 class="h-bar">{title}</h2>
            <dl class="facts">
              {fields.flatMap(({ name, label, choices }) => {
                const value = draft.fields[name] ?? ''
                if (value === '') return []
                return [<dt>{label}</dt>, <dd>{choices?.[value] ?? value}</dd>]
              })}
            </dl>
          </>
        ))}
        <h2 class="h-bar">五、附件</h2>
        {draft.files.length === 0 ? (
          <p>没有附件</p>
        ) : (
          <ul>
            {draft.files.map(({ name, sizeBytes }) => (
              <li>
                {name}（{sizeText(sizeBytes)}）
              </li>
            ))}
          </ul>
        )}
        <form method="post" action={action}>
          <input type="hidden" name="draftKey" value={draftKey} />
          {question && (
            <div class="field">
              <label for="answer">为防止程序自动提交，请回答：{question.text}</label>
              {unanswered && (
                <p class="error" id="answer-fault" role="alert">
                  回答不正确，请再算一次；填写的内容都在
                </p>
              )}
              <input
                id="answer"
                name="answer"
                inputMode="numeric"
                autocomplete="off"
                aria-required="true"
                {...(unanswered ? { 'aria-describedby': 'answer-fault', 'aria-invalid': true } : {})}
              />
            </div>
          )}
          <div class="actions">
            <button type="submit" class="button" name="do" value="file">
              确认提交
            </button>
            <button type="submit" class="button quiet" name="do" value="back">
              返回修改
            </button>
          </div>
        </form>
      </section>
    </ApplyPage>
  )
}
