import type { ComponentChildren } from 'preact'

/** What only a program fills in, and the question that is put where somebody sends too much. */
export function PersonFields({
  question,
  fault,
}: Readonly<{ question: string | undefined; fault: (name: string) => ComponentChildren }>) {
  return (
    <>
      <div class="trap" aria-hidden="true" hidden>
        <label for="website">请勿填写</label>
        <input id="website" name="website" tabIndex={-1} autocomplete="off" />
      </div>
      {question !== undefined && (
        <div class="field">
          <label for="answer">验证问题：{question}</label>
          <input id="answer" name="answer" required maxLength={10} autocomplete="off" />
          {fault('answer')}
        </div>
      )}
    </>
  )
}
