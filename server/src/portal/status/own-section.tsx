import { APPLICANT_ACTS, plainDateText } from '@mingfu/law'
import { ClaimFields } from './status-form.tsx'
import type { StatusProps } from './status-page.tsx'

/** 来信和回复: what was said and answered, shown only to who knows the last four as well. */
export function Own({ claim, followed: { own } }: StatusProps) {
  return (
    <section class="card" aria-labelledby="own-title">
      <h2 class="h-bar" id="own-title">
        往来内容
      </h2>
      {own === null ? (
        <form method="post" action="/apply/status">
          <ClaimFields claim={claim} />
          <p class="muted">需要补正、说明、缴费的具体事项，以及您提交的内容和本机关的回复，核对后显示。</p>
          <div class="field">
            <label for="own-last-four">证件号码或者联系电话的后四位</label>
            <input id="own-last-four" name="lastFour" required maxLength={4} autocomplete="off" />
          </div>
          <button type="submit" class="button quiet">
            查看
          </button>
        </form>
      ) : own.messages.length === 0 ? (
        <p>还没有往来内容。</p>
      ) : (
        <ol class="turns">
          {own.messages.map(({ kind, saidOn, text, fileIds, answer, settledAt }) => (
            <li>
              <time dateTime={saidOn}>{plainDateText(saidOn)}</time>{' '}
              <strong>{APPLICANT_ACTS[kind].label}</strong>
              <p class="said">{text}</p>
              {fileIds.length > 0 && <p class="muted">附件{fileIds.length}个</p>}
              <p>
                {answer !== null ? (
                  <>
                    <strong>回复：</strong>
                    <span class="said">{answer}</span>
                  </>
                ) : settledAt === null ? (
                  '等待处理'
                ) : (
                  '已处理'
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
